// SPDX-License-Identifier: Apache-2.0
// What many pods cost the window: it connects as the application does, offscreen, and prints a JSON line a figure.
//   clusterbench --kubeconfig FILE --pods 100000 [--for SECONDS]
//   with --pods 0, of a cluster without pods: the window, and what it takes after three seconds
// All times are this process' own: from its start to what a person sees, and the CPU that it used on the way.
#include "application.h"
#include "mirror/cluster.h"
#include "views/table/densetable.h"
#include "views/table/podtable.h"
#include "windows/desks/desk.h"
#include "windows/desks/desks.h"
#include "windows/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
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
    Run(Application &application, int pods, int seconds, const QElapsedTimer &clock)
        : m_application(application), m_pods(pods), m_seconds(seconds), m_clock(clock)
    {
        application.window().installEventFilter(this);
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, [this] {
            const qint64 now = m_clock.nsecsElapsed();
            m_longest = std::max(m_longest, now - m_lastBeat);
            m_lastBeat = now;
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
        m_lastBeat = m_clock.nsecsElapsed();
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
        m_isWhole = true;
        grid().viewport()->installEventFilter(this);
        grid().viewport()->update();
    }

    void takePainted()
    {
        if (std::exchange(m_isPainted, true))
            return;
        print(u"painted"_s, {{u"pods"_s, desk()->podModel().rowCount()},
                             {u"seconds"_s, seconds()},
                             {u"cpu"_s, cpuSeconds()},
                             {u"longestBlockMs"_s, taken()}});
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
        double slowest = 0;
        for (const QString &text : {u"s"_s, u"sv"_s, u"svc"_s, u"svc-1"_s, u"svc-12"_s, u"svc-1"_s, u"status:Running"_s,
                                    u"node:fake-01"_s, u"is:not-ready"_s, u""_s}) {
            const double ms = timed([&] { desk()->setFilter(text); });
            slowest = std::max(slowest, ms);
            print(u"keystroke"_s, {{u"text"_s, text}, {u"ms"_s, ms}, {u"rows"_s, grid().model()->rowCount()}});
        }
        print(u"slowestKeystroke"_s, {{u"ms"_s, slowest}});
    }

    void measureSorts()
    {
        double slowest = 0;
        const models::PodModel &pods = desk()->podModel();
        for (int column = 0; column < pods.columnCount(); ++column)
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                const double ms = timed([&] { grid().sortByColumn(column, order); });
                slowest = std::max(slowest, ms);
                print(u"sort"_s, {{u"column"_s, pods.columnId(column)}, {u"ms"_s, ms}});
            }
        print(u"slowestSort"_s, {{u"ms"_s, slowest}});
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
            m_lastBeat = m_clock.nsecsElapsed();
            m_beat.start(1);
            measureEvents();
        });
    }

    void measureEvents()
    {
        watch([this](const QJsonObject &spent) {
            print(u"churn"_s, spent);
            std::ignore = taken();
            m_scroll.start(16);
            QTimer::singleShot(m_seconds * 1000, this, [this] {
                m_scroll.stop();
                print(u"scroll"_s, {{u"longestBlockMs"_s, taken()}});
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

    template <class Work>
    double timed(const Work &work) const
    {
        const qint64 begin = m_clock.nsecsElapsed();
        work();
        return double(m_clock.nsecsElapsed() - begin) / 1e6;
    }

    [[nodiscard]] double seconds() const { return double(m_clock.nsecsElapsed()) / 1e9; }
    /** The longest time between two turns of the event loop since it was last asked. */
    double taken()
    {
        m_lastBeat = m_clock.nsecsElapsed();
        return double(std::exchange(m_longest, 0)) / 1e6;
    }

    Application &m_application;
    int m_pods;
    int m_seconds;
    const QElapsedTimer &m_clock;
    QTimer m_beat, m_scroll, m_look;
    qint64 m_lastBeat = 0;
    qint64 m_longest = 0;
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
         {u"pods"_s, u"The table is whole with so many."_s, u"n"_s, u"100000"_s},
         {u"for"_s, u"Seconds of watching hidden, of watching shown, and of scrolling."_s, u"seconds"_s, u"15"_s}});
    parser.process(app);
    const QTemporaryDir folder;
    Application::Options options;
    options.kubeconfig = parser.value(u"kubeconfig"_s);
    options.folder = folder.path();
    options.ns = QString();
    Application application(app, options);
    application.window().resize(1600, 1000);
    const Run run(application, parser.value(u"pods"_s).toInt(), parser.value(u"for"_s).toInt(), clock);
    return application.run();
}
