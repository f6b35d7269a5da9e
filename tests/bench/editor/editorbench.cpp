// SPDX-License-Identifier: Apache-2.0
// What the editor costs in long texts, as JSON lines: the GUI thread's time for a keystroke, on the clock and of the
// processor, the time from a keystroke to what there is to say of it, the first reading, and memory. `editorbench
// FILE...` takes texts of its own, `--lines N` makes others than 50,000, `--only NAME` measures one of them, `--write
// DIR` only writes them.
#include "bench/editor/benchtexts.h"
#include "views/editor/assist/editorassist.h"
#include "views/editor/editorpanel.h"
#include "views/editor/yamleditor.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTextBlock>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

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

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/** What this thread has used of a processor, in milliseconds: on a machine that others use too, this is what is ours.
 */
double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/** Measures how long each event takes, with all that it brings about. */
class Application : public QApplication {
public:
    using QApplication::QApplication;

    struct Stretch {
        double time, used;  ///< both in milliseconds
    };
    /** What took less than a tenth of one is left out. */
    static QList<Stretch> &stretches()
    {
        static QList<Stretch> all;
        return all;
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_isWithin)
            return QApplication::notify(receiver, event);
        QElapsedTimer timer;
        timer.start();
        const double before = processorTime();
        m_isWithin = true;
        const bool result = QApplication::notify(receiver, event);
        m_isWithin = false;
        if (const double time = milliseconds(timer); time > 0.1)
            stretches() << Stretch{time, processorTime() - before};
        return result;
    }

private:
    bool m_isWithin = false;
};

/** Measures one text in one editor. */
class Bench {
public:
    explicit Bench(const bench::Text &text) : m_text(text), m_lines(int(text.text.count(u'\n')))
    {
        m_panel.resize(900, 700);
        m_panel.show();
    }

    void run()
    {
        untilRead([&] { m_panel.openText(u"a"_s, u"apiVersion: v1\nkind: Pod\n"_s); });
        const qint64 empty = resident();
        print("firstFindings", untilRead([&] { m_panel.openText(m_text.name, m_text.text); }), "ms");
        print("memory", double(resident() - empty) / 1024, "MiB");
        findings();
        keystrokes();
        typing();
    }

private:
    void print(const char *what, double value, const char *unit) const
    {
        const QJsonObject figure{{u"text"_s, m_text.name},
                                 {u"lines"_s, m_lines},
                                 {u"figure"_s, QString::fromLatin1(what)},
                                 {u"value"_s, value},
                                 {u"unit"_s, QString::fromLatin1(unit)}};
        QTextStream(stdout) << QJsonDocument(figure).toJson(QJsonDocument::Compact) << Qt::endl;
    }

    void printAll(const char *what, QList<double> times) const
    {
        std::ranges::sort(times);
        print((QByteArray(what) + "P50").constData(), times[times.size() / 2], "ms");
        print((QByteArray(what) + "P99").constData(), times[times.size() * 99 / 100], "ms");
        print((QByteArray(what) + "Longest").constData(), times.constLast(), "ms");
    }

    /** Runs the event loop until the text has been read. */
    double untilRead(const std::function<void()> &change)
    {
        QElapsedTimer timer;
        QEventLoop loop;
        const auto wired = QObject::connect(&m_panel.assist(), &views::EditorAssist::taken, &loop, &QEventLoop::quit);
        timer.start();
        change();
        loop.exec();
        m_panel.editor().viewport()->repaint();
        QObject::disconnect(wired);
        return milliseconds(timer);
    }

    void goToPlace()
    {
        m_panel.editor().goTo({m_text.line, 1});
        QTextCursor cursor = m_panel.editor().textCursor();
        cursor.movePosition(QTextCursor::EndOfBlock);
        m_panel.editor().setTextCursor(cursor);
    }

    void press() { QTest::keyClick(&m_panel.editor(), Qt::Key_A); }

    /** From a key to what there is to say of the text with it, painted; every pause is in it. */
    void findings()
    {
        QList<double> times;
        goToPlace();
        for (int i = 0; i < 20; ++i)
            times << untilRead([&] { press(); });
        printAll("findings", times);
        times.clear();
        for (int i = 0; i < 10; ++i) {  // a line that is no field yet
            times << untilRead([&] { QTest::keyClick(&m_panel.editor(), Qt::Key_Return); });
            times << untilRead([&] { QTest::keyClick(&m_panel.editor(), Qt::Key_B); });
            for (int back = 0; back < 2; ++back)
                untilRead([&] { QTest::keyClick(&m_panel.editor(), Qt::Key_Backspace); });
        }
        printAll("findingsOfErrors", times);
    }

    /** One key after the other, each painted. */
    void keystrokes()
    {
        QList<double> times, used;
        goToPlace();
        for (int i = 0; i < 400; ++i) {
            QElapsedTimer timer;
            timer.start();
            const double before = processorTime();
            if (i % 20 == 18)
                QTest::keyClick(&m_panel.editor(), Qt::Key_Return);
            else
                press();
            m_panel.editor().viewport()->repaint();
            times << milliseconds(timer);
            used << processorTime() - before;
        }
        printAll("keystroke", times);
        printAll("keystrokeCpu", used);
    }

    /** A key every 80 ms, while what was written is read and shown: what the GUI thread does at a stretch. */
    void typing()
    {
        goToPlace();
        QEventLoop loop;
        QTimer keys;
        int pressed = 0;
        QObject::connect(&keys, &QTimer::timeout, &loop, [&] {
            if (++pressed > 100)
                loop.quit();
            else
                press();
        });
        Application::stretches().clear();
        keys.start(80);
        loop.exec();
        QList<double> times, used;
        for (const Application::Stretch &stretch : std::as_const(Application::stretches())) {
            times << stretch.time;
            used << stretch.used;
        }
        printAll("stretchWhileTyping", times);
        printAll("stretchWhileTypingCpu", used);
    }

    bench::Text m_text;
    int m_lines;
    views::EditorPanel m_panel;
};

bench::Text fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open the file");
    const QString text = QString::fromUtf8(file.readAll());
    return {QFileInfo(path).fileName(), text, int(text.count(u'\n')) / 2};
}

}  // namespace

int main(int argc, char **argv)
{
    Application app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{u"lines"_s, u"How long."_s, u"N"_s, u"50000"_s},
                        {u"only"_s, u"One of the texts."_s, u"NAME"_s},
                        {u"write"_s, u"Write them there."_s, u"DIR"_s}});
    options.process(app);
    QList<bench::Text> texts;
    for (const QString &path : options.positionalArguments())
        texts << fromFile(path);
    if (texts.isEmpty())
        texts = bench::texts(options.value(u"lines"_s).toInt());
    for (const bench::Text &text : std::as_const(texts)) {
        QFile file(options.value(u"write"_s) + u'/' + text.name + u".yaml"_s);
        if (options.isSet(u"write"_s) && (!file.open(QIODevice::WriteOnly) || file.write(text.text.toUtf8()) < 0))
            qFatal("cannot write there");
        if (!options.isSet(u"write"_s) && (!options.isSet(u"only"_s) || options.value(u"only"_s) == text.name))
            Bench(text).run();
    }
    return 0;
}
