// SPDX-License-Identifier: Apache-2.0
// What many pods cost the window: it connects as the application does, offscreen, and prints a JSON line a figure.
//   clusterbench --kubeconfig FILE --pods 100000 [--for SECONDS]
//   with --pods 0, of a cluster or a --namespace without pods: the window, and what it takes after three seconds
//   with --pods 1 --lines 100000: the first pod's log, read whole, and scrolled
// All times are this process' own: from its start to what a person sees, and the CPU that it used on the way.
#include "application.h"
#include "mirror/cluster.h"
#include "views/logs/logbar.h"
#include "views/logs/logtext.h"
#include "views/logs/logview.h"
#include "views/table/densetable.h"
#include "views/table/podtable.h"
#include "windows/desks/desk.h"
#include "windows/desks/desks.h"
#include "windows/desks/logwatch.h"
#include "windows/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <functional>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

double cpuSeconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/** CPU time of this thread. */
qint64 busyNanoseconds()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return qint64(used.tv_sec) * 1'000'000'000 + used.tv_nsec;
}

double residentKilobytes()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.sliced(6).trimmed().split(' ').first().toDouble();
    return 0;
}

void print(const QString &figure, QJsonObject values)
{
    values.insert(u"figure"_s, figure);
    std::printf("%s\n", QJsonDocument(values).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/** Goes through the phases of one run; each begins when the one before is over. */
class Run : public QObject {
public:
    struct Size {
        int pods, lines, seconds;
    };
    Run(Application &application, const Size &size, const QElapsedTimer &clock)
        : m_application(application), m_pods(size.pods), m_lines(size.lines), m_seconds(size.seconds), m_clock(clock)
    {
        application.window().installEventFilter(this);
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            const qint64 now = m_clock.nsecsElapsed();
            const qint64 busy = busyNanoseconds();
            m_longest = std::max(m_longest, now - m_lastBeat);
            m_busiest = std::max(m_busiest, busy - m_lastBusy);
            m_lastBeat = now;
            m_lastBusy = busy;
        });
        connect(&m_scroll, &QTimer::timeout, this, &Run::scroll);
        connect(&m_look, &QTimer::timeout, this, &Run::look);
        m_look.start(1);
    }

private:
    [[nodiscard]] windows::Desk *desk() const { return m_application.window().desks().current(); }
    [[nodiscard]] views::DenseTable &grid() const { return desk()->pods().grid(); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_hasWindow)
            QMetaObject::invokeMethod(this, &Run::takeWindow, Qt::QueuedConnection);
        if (event->type() == QEvent::Paint && m_isWhole && watched != &m_application.window())
            QMetaObject::invokeMethod(this, &Run::takePainted, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }

    void takeWindow()
    {
        if (std::exchange(m_hasWindow, true))
            return;
        print(u"window"_s,
              {{u"seconds"_s, seconds()}, {u"cpu"_s, cpuSeconds()}, {u"rssMB"_s, residentKilobytes() / 1024}});
        forgetBlocks();
        m_beat.start(1);
    }

    void look()
    {
        if (!m_hasWindow || !desk())
            return;
        if (desk()->snapshot().state().phase != mirror::State::Phase::Live || desk()->podModel().rowCount() < m_pods)
            return;
        m_look.stop();
        if (m_pods == 0) {
            QTimer::singleShot(3000, this, [] {
                print(u"memory"_s, {{u"rssMB"_s, residentKilobytes() / 1024}});
                QApplication::quit();
            });
            return;
        }
        if (m_lines > 0) {
            QTimer::singleShot(1000, this, &Run::openLog);
            return;
        }
        m_isWhole = true;
        grid().viewport()->installEventFilter(this);
        grid().viewport()->update();
    }

    void openLog()
    {
        views::LogView &view = desk()->logs().view();
        desk()->select(desk()->podModel().pod(0)->meta.key);
        for (QComboBox *choice : view.bar().findChildren<QComboBox *>())  // everything there is, not its end
            choice->setCurrentIndex(std::max(choice->findData(0), choice->currentIndex()));
        connect(&view.text(), &views::LogText::changed, this, [this] {
            const views::LogText &text = desk()->logs().view().text();
            if (text.log().size() >= m_lines && text.isFilled() && !std::exchange(m_isWhole, true))
                takeLog();
        });
        forgetBlocks();
        m_begun = seconds();
        m_cpu = cpuSeconds();
        m_rss = residentKilobytes();
        for (QWidget *at = &view; at; at = at->parentWidget())
            if (auto *dock = qobject_cast<QDockWidget *>(at)) {
                dock->show();
                dock->raise();
            }
        QMetaObject::invokeMethod(this, &Run::forgetBlocks, Qt::QueuedConnection);  // the dock took its place
    }

    void takeLog()
    {
        QScrollBar *const bar = desk()->logs().view().text().verticalScrollBar();
        printBlocks(u"log"_s, {{u"lines"_s, qint64(desk()->logs().view().text().log().size())},
                               {u"seconds"_s, seconds() - m_begun},
                               {u"cpu"_s, cpuSeconds() - m_cpu},

                               {u"addedMB"_s, (residentKilobytes() - m_rss) / 1024}});
        bar->setValue(0);
        connect(&m_scroll, &QTimer::timeout, bar,
                [bar] { bar->setValue(bar->value() >= bar->maximum() ? 0 : bar->value() + bar->maximum() / 97); });
        m_scroll.disconnect(this);
        forgetBlocks();
        m_scroll.start(16);
        QTimer::singleShot(m_seconds * 1000, this, [this] {
            printBlocks(u"logScroll"_s, {});
            QApplication::quit();
        });
    }

    void takePainted()
    {
        if (std::exchange(m_isPainted, true))
            return;
        printBlocks(u"painted"_s,
                    {{u"pods"_s, desk()->podModel().rowCount()}, {u"seconds"_s, seconds()}, {u"cpu"_s, cpuSeconds()}});
        QTimer::singleShot(3000, this, &Run::measureMemory);
    }

    void measureMemory()
    {
        print(u"memory"_s, {{u"rssMB"_s, residentKilobytes() / 1024}});
        measureFilter();
        measureSorts();
        measureApplied();
    }

    void measureFilter()
    {
        Took slowest;
        for (const QString &text : {u"s"_s, u"sv"_s, u"svc"_s, u"svc-1"_s, u"svc-12"_s, u"svc-1"_s, u"status:Running"_s,
                                    u"node:fake-01"_s, u"is:not-ready"_s, u""_s}) {
            const Took took = timed(slowest, [&] { desk()->setFilter(text); });
            print(u"keystroke"_s, {{u"text"_s, text},
                                   {u"ms"_s, took.ms},
                                   {u"cpuMs"_s, took.cpuMs},
                                   {u"rows"_s, grid().model()->rowCount()}});
        }
        print(u"slowestKeystroke"_s, {{u"ms"_s, slowest.ms}, {u"cpuMs"_s, slowest.cpuMs}});
    }

    void measureSorts()
    {
        Took slowest;
        const models::PodModel &pods = desk()->podModel();
        for (int column = 0; column < pods.columnCount(); ++column)
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                const Took took = timed(slowest, [&] { grid().sortByColumn(column, order); });
                print(u"sort"_s, {{u"column"_s, pods.columnId(column)}, {u"ms"_s, took.ms}, {u"cpuMs"_s, took.cpuMs}});
            }
        print(u"slowestSort"_s, {{u"ms"_s, slowest.ms}, {u"cpuMs"_s, slowest.cpuMs}});
        grid().sortByColumn(models::PodModel::Name, Qt::AscendingOrder);
    }

    /** Up to the model: what cannot be seen is not painted, and no clock of ours wakes it. */
    void measureApplied()
    {
        m_application.window().hide();
        m_beat.stop();
        watch([this](const QJsonObject &spent) {
            print(u"applied"_s, spent);
            m_application.window().show();
            forgetBlocks();
            m_beat.start(1);
            measureEvents();
        });
    }

    void measureEvents()
    {
        watch([this](const QJsonObject &spent) {
            print(u"churn"_s, spent);
            forgetBlocks();
            m_scroll.start(16);
            QTimer::singleShot(m_seconds * 1000, this, [this] {
                m_scroll.stop();
                printBlocks(u"scroll"_s, {});
                QApplication::quit();
            });
        });
    }

    /** The CPU of the whole process for what the watch tells from now on. */
    void watch(const std::function<void(const QJsonObject &)> &done)
    {
        count([this, done](quint64 before) {
            const double cpu = cpuSeconds();
            QTimer::singleShot(m_seconds * 1000, this, [this, done, before, cpu] {
                count([done, before, cpu](quint64 now) {
                    const double spent = cpuSeconds() - cpu;
                    done({{u"events"_s, qint64(now - before)},
                          {u"cpu"_s, spent},
                          {u"microsecondsAnEvent"_s, now > before ? spent * 1e6 / double(now - before) : 0}});
                });
            });
        });
    }

    void scroll()
    {
        QScrollBar *bar = grid().verticalScrollBar();
        bar->setValue(bar->value() >= bar->maximum() ? 0 : bar->value() + 3);
    }

    void count(const std::function<void(quint64)> &done)
    {
        desk()->cluster()->counters().then(this, [done](const mirror::Counters &counters) { done(counters.events); });
    }

    /** How long work took, and of that the CPU of this thread. */
    struct Took {
        double ms = 0, cpuMs = 0;
    };
    template <class Work>
    Took timed(Took &slowest, const Work &work) const
    {
        const qint64 begin = m_clock.nsecsElapsed();
        const qint64 busy = busyNanoseconds();
        work();
        const Took took{double(m_clock.nsecsElapsed() - begin) / 1e6, double(busyNanoseconds() - busy) / 1e6};
        slowest = {std::max(slowest.ms, took.ms), std::max(slowest.cpuMs, took.cpuMs)};
        return took;
    }

    [[nodiscard]] double seconds() const { return double(m_clock.nsecsElapsed()) / 1e9; }
    /** A figure with the longest time between two turns of the event loop since it was last asked, and of that the CPU.
     */
    void printBlocks(const QString &figure, QJsonObject values)
    {
        values.insert(u"longestBlockMs"_s, double(m_longest) / 1e6);
        values.insert(u"longestBlockCpuMs"_s, double(m_busiest) / 1e6);
        print(figure, values);
        forgetBlocks();
    }
    void forgetBlocks()
    {
        m_lastBeat = m_clock.nsecsElapsed();
        m_lastBusy = busyNanoseconds();
        m_longest = m_busiest = 0;
    }

    Application &m_application;
    int m_pods, m_lines, m_seconds;
    const QElapsedTimer &m_clock;
    QTimer m_beat, m_scroll, m_look;
    qint64 m_lastBeat = 0;
    qint64 m_lastBusy = 0;
    qint64 m_longest = 0;
    qint64 m_busiest = 0;
    double m_begun = 0, m_cpu = 0, m_rss = 0;  ///< where the log began
    bool m_hasWindow = false;
    bool m_isWhole = false;
    bool m_isPainted = false;
};

}  // namespace

int main(int argc, char **argv)
{
    QElapsedTimer clock;
    clock.start();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{u"kubeconfig"_s, u"Connect to the current context of this file."_s, u"file"_s},
         {u"namespace"_s, u"Look at this one only."_s, u"name"_s},
         {u"pods"_s, u"The table is whole with so many."_s, u"n"_s, u"100000"_s},
         {u"lines"_s, u"Read the first pod's log of so many."_s, u"n"_s, u"0"_s},
         {u"for"_s, u"Seconds of watching hidden, of watching shown, and of scrolling."_s, u"seconds"_s, u"15"_s}});
    parser.process(app);
    const QTemporaryDir folder;
    Application::Options options;
    options.kubeconfig = parser.value(u"kubeconfig"_s);
    options.folder = folder.path();
    options.ns = parser.value(u"namespace"_s);
    Application application(app, options);
    application.window().resize(1600, 1000);
    const Run run(application,
                  {parser.value(u"pods"_s).toInt(), parser.value(u"lines"_s).toInt(), parser.value(u"for"_s).toInt()},
                  clock);
    return application.run();
}
