// SPDX-License-Identifier: Apache-2.0
// check_pictures DIR: the tour's screenshots exist for every story, theme and language, and none of them is blank.
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QSet>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

/** How many different colours a picture shows, up to `enough`. */
qsizetype colours(const QImage &image, qsizetype enough)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height() && seen.size() < enough; y += 3)
        for (int x = 0; x < image.width(); x += 3)
            seen.insert(image.pixel(x, y));
    return seen.size();
}

}  // namespace

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    QTextStream out(stdout);
    if (argc != 2) {
        out << "usage: check_pictures DIR\n";
        return 2;
    }
    const QDir dir(QString::fromLocal8Bit(argv[1]));
    int bad = 0;
    int good = 0;
    for (int story = 1; story <= 5; ++story)
        for (const auto &theme : {u"light"_s, u"dark"_s})
            for (const auto &language : {u"en"_s, u"zh_CN"_s}) {
                const QString name = u"story-%1-%2-%3.png"_s.arg(story).arg(theme, language);
                const QImage image(dir.filePath(name));
                const bool fine = !image.isNull() && image.width() >= 1000 && colours(image, 24) >= 24;
                if (!fine)
                    out << name << (image.isNull() ? ": missing or unreadable\n" : ": blank or too small\n");
                fine ? ++good : ++bad;
            }
    out << good << " pictures are good, " << bad << " are not\n";
    return bad == 0 ? 0 : 1;
}
