// SPDX-License-Identifier: Apache-2.0
// What the editor costs in a long text, as JSON lines: the GUI thread's time for a keystroke, the time from a keystroke
// to what there is to say of it, and memory. `editorbench FILE` takes a text of its own; without one it makes many
// Deployments.
#include "views/editor/assist/editorassist.h"
#include "views/editor/editorpanel.h"
#include "views/editor/yamleditor.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTextBlock>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString deployments(int lines)
{
    QFile file(QStringLiteral(SOURCE_ROOT "/resources/templates/deployment.yaml"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the template is not there");
    const QString one = QString::fromUtf8(file.readAll());
    QString all;
    for (int number = 0, written = 0; written < lines; ++number) {
        QString document = one;
        document.replace(u"name: "_s, u"name: n%1-"_s.arg(number));
        written += int(document.count(u'\n')) + 1;
        all += document + u"---\n"_s;
    }
    return all;
}

/** Resident memory in KiB; 0 where the system does not tell. */
qint64 resident()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong();
    return 0;
}

void print(const QString &what, int lines, double value, const QString &unit)
{
    const QJsonObject figure{{u"what"_s, what}, {u"lines"_s, lines}, {u"value"_s, value}, {u"unit"_s, unit}};
    QTextStream(stdout) << QJsonDocument(figure).toJson(QJsonDocument::Compact) << Qt::endl;
}

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/** Runs the event loop until the text has been read. */
double untilRead(views::EditorPanel &panel, const std::function<void()> &change)
{
    QElapsedTimer timer;
    QEventLoop loop;
    const auto wired = QObject::connect(&panel.assist(), &views::EditorAssist::taken, &loop, &QEventLoop::quit);
    timer.start();
    change();
    loop.exec();
    QObject::disconnect(wired);
    return milliseconds(timer);
}

void keystrokes(views::EditorPanel &panel, int lines)
{
    constexpr int Count = 400;
    QList<double> times;
    panel.editor().goTo({lines / 2, 1});
    QTextCursor cursor = panel.editor().textCursor();
    cursor.movePosition(QTextCursor::EndOfBlock);
    panel.editor().setTextCursor(cursor);
    for (int i = 0; i < Count; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (i % 20 == 19)
            QTest::keyClick(&panel.editor(), Qt::Key_Return);
        else
            QTest::keyClick(&panel.editor(), i % 20 == 0 ? Qt::Key_NumberSign : Qt::Key_A);
        panel.editor().viewport()->repaint();
        times << milliseconds(timer);
    }
    std::ranges::sort(times);
    print(u"editor: a keystroke, p50"_s, lines, times[Count / 2], u"ms"_s);
    print(u"editor: a keystroke, p99"_s, lines, times[Count * 99 / 100], u"ms"_s);
    print(u"editor: a keystroke, longest"_s, lines, times.constLast(), u"ms"_s);
}

}  // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QString text = deployments(50'000);
    if (argc > 1) {
        QFile file(QString::fromLocal8Bit(argv[1]));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot open the file");
        text = QString::fromUtf8(file.readAll());
    }
    const int lines = int(text.count(u'\n'));
    views::EditorPanel panel;
    panel.resize(900, 700);
    panel.show();
    untilRead(panel, [&] { panel.openText(u"a"_s, u"apiVersion: v1\nkind: Pod\n"_s); });
    const qint64 empty = resident();
    print(u"editor: the text is opened and read"_s, lines,
          untilRead(panel, [&] { panel.openText(u"bench.yaml"_s, text); }), u"ms"_s);
    print(u"editor: memory for the text"_s, lines, double(resident() - empty) / 1024, u"MiB"_s);
    QList<double> read;
    for (int i = 0; i < 9; ++i)
        read << untilRead(panel, [&] {
            panel.editor().goTo({lines / 2, 1});
            panel.editor().insertPlainText(u"#\n"_s);
        });
    std::ranges::sort(read);
    print(u"editor: from a change to what there is to say, its pause of 150 ms included"_s, lines, read[4], u"ms"_s);
    keystrokes(panel, lines);
    return 0;
}
