// SPDX-License-Identifier: Apache-2.0
#include "net/request.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

namespace {
constexpr int WarningLimit = 64;
constexpr int WarningLength = 1024;
}  // namespace

QString pathOf(const QString &root, const QList<QString> &segments)
{
    QString path = root;
    for (const QString &segment : segments) {
        if (segment.isEmpty() || segment == "."_L1 || segment == ".."_L1 || segment.contains(u'/') ||
            segment.contains(u'%'))
            return {};
        path += u'/' + segment;
    }
    return path;
}

QList<QString> warningTexts(const QByteArray &header)
{
    QList<QString> texts;
    const QString all = QString::fromUtf8(header);
    qsizetype at = 0;
    while (texts.size() < WarningLimit) {
        const qsizetype open = all.indexOf(u'"', at);
        if (open < 0)
            break;
        QString text;
        for (at = open + 1; at < all.size() && all[at] != u'"'; ++at) {
            if (all[at] == u'\\' && at + 1 < all.size())
                ++at;
            if (text.size() < WarningLength && (all[at].isPrint() || all[at] == u' '))
                text += all[at];
        }
        ++at;
        texts << text;
        // A date may follow in quotes of its own: skip to the comma that begins the next warning.
        const qsizetype comma = all.indexOf(u',', at);
        const qsizetype quote = all.indexOf(u'"', at);
        if (quote >= 0 && (comma < 0 || quote < comma))
            at = all.indexOf(u'"', quote + 1) + 1;
        if (at <= 0)
            break;
    }
    return texts;
}

kube::Timestamp httpDate(const QByteArray &header)
{
    // `Tue, 15 Nov 1994 08:12:31 GMT`
    const QString text = QString::fromLatin1(header.trimmed());
    if (!text.endsWith(" GMT"_L1))
        return {};
    QDateTime date = QLocale::c().toDateTime(text.chopped(4), u"ddd, dd MMM yyyy hh:mm:ss"_s);
    date.setTimeZone(QTimeZone::UTC);
    return date.isValid() ? kube::Timestamp::fromUnixSeconds(date.toSecsSinceEpoch()) : kube::Timestamp();
}

std::optional<std::chrono::seconds> retryAfter(const QByteArray &header, kube::Timestamp now)
{
    using std::chrono::seconds;
    const QByteArray text = header.trimmed();
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    qint64 wanted = text.toLongLong(&isNumber);
    if (!isNumber) {
        const kube::Timestamp date = httpDate(text);
        if (date.isNull() || now.isNull())
            return {};
        wanted = (date.unixMilliseconds() - now.unixMilliseconds()) / 1000;
    }
    return seconds(std::clamp<qint64>(wanted, 1, 60));
}

}  // namespace net
