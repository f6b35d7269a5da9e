// SPDX-License-Identifier: Apache-2.0
// mirror: keeps a copy of the cluster for a while and writes what it holds, to be compared with what others hold.
#include "cli/console.h"
#include "cli/holdings.h"
#include "cli/objects.h"
#include "cli/signals.h"
#include "kube/duration.h"

#include <QJsonDocument>
#include <QTimer>

#include <algorithm>
#include <ranges>
#include <unistd.h>

namespace cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using mirror::Kind;
using mirror::State;

namespace {

constexpr auto DefaultTime = 60s;

/** The kinds of --resource; the error is one sentence for people. */
std::expected<QList<Kind>, QString> kindsOf(const QString &names)
{
    if (names.isEmpty())
        return QList<Kind>(mirror::AllKinds.begin(), mirror::AllKinds.end());
    QList<Kind> kinds;
    for (const QString &name : names.split(u',')) {
        const auto kind = kindOf(name.trimmed());
        if (!kind)
            return std::unexpected(
                u"the mirror knows no resource \"%1\", only pods, events, nodes, namespaces"_s.arg(name));
        if (!kinds.contains(*kind))
            kinds << *kind;
    }
    return kinds;
}

/** One run: the cluster's states as they come, and the dump. */
class Run : public QObject {
public:
    Run(Console &console, const QList<Kind> &kinds) : m_console(console), m_kinds(kinds)
    {
        connect(&console.cluster(), &mirror::Cluster::arrived, this, &Run::take);
        connect(&m_signals, &Signals::poked, this, [this] { dump(); });
    }

    /** Mirrors for so long, or until Ctrl+C; the exit code. */
    int keep(std::chrono::milliseconds time)
    {
        mirror::Cluster &cluster = m_console.cluster();
        cluster.setOnDemand(true);
        for (const Kind kind : std::as_const(m_kinds))
            m_needs << cluster.subscribe(kind);
        cluster.watch(m_console.ns());
        QEventLoop loop;
        connect(&m_signals, &Signals::ended, &loop, &QEventLoop::quit);
        QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
        QTimer ticking;
        if (m_isTerminal) {
            connect(&ticking, &QTimer::timeout, this, &Run::showProgress);
            ticking.start(1s);
        }
        loop.exec();
        ticking.stop();
        clearLine();
        return conclude();
    }

private:
    void take(const mirror::Batch &batch)
    {
        for (const Kind kind : std::as_const(m_kinds)) {
            const State &before = stateOf(m_states, kind);
            const State &now = stateOf(batch.states, kind);
            if (before.phase != now.phase)
                tell(kind, now);
        }
        m_states = batch.states;
    }

    /** One line on standard error for each change of a state: when, what, and why. */
    void tell(Kind kind, const State &state)
    {
        clearLine();
        const bool isWell = state.phase == State::Phase::Live || state.error.message.isEmpty();
        m_console.complain(u"%1 %2 %3%4"_s.arg(now().toRfc3339Micro(), nameOf(kind), nameOf(state.phase),
                                               isWell ? QString() : u": "_s + state.error.message));
    }

    void showProgress()
    {
        const mirror::Counters counters = await(m_console.cluster().counters());
        QStringList parts;
        for (const Kind kind : std::as_const(m_kinds))
            parts << nameOf(kind) + u' ' + nameOf(stateOf(m_states, kind).phase);
        parts << u"%1 events"_s.arg(counters.events) << u"%1 relists"_s.arg(counters.relists)
              << u"%1 KiB"_s.arg(counters.bytes / 1024);
        QTextStream(stderr) << u"\r\x1b[K"_s << parts.join(u" · "_s) << Qt::flush;
        m_hasLine = true;
    }

    void clearLine()
    {
        if (std::exchange(m_hasLine, false))
            QTextStream(stderr) << u"\r\x1b[K"_s << Qt::flush;
    }

    /** Says itself what went wrong. */
    bool dump()
    {
        const QString path = m_console.arguments().dump;
        if (path.isEmpty())
            return true;
        mirror::Cluster &cluster = m_console.cluster();
        QJsonObject resources;
        for (const Kind kind : std::as_const(m_kinds))
            resources.insert(nameOf(kind), toJson(stateOf(m_states, kind), await(cluster.dump(kind))));
        const QJsonObject all{{u"context"_s, m_console.connection().context},
                              {u"namespace"_s, m_console.ns()},
                              {u"resources"_s, resources},
                              {u"counters"_s, toJson(await(cluster.counters()))}};
        if (const auto written = writeWhole(path, QJsonDocument(all).toJson()); !written) {
            m_console.fail(written.error());
            return false;
        }
        return true;
    }

    int conclude()
    {
        int code = dump() ? 0 : 1;
        for (const Kind kind : std::as_const(m_kinds)) {
            const State &state = stateOf(m_states, kind);
            if (state.phase == State::Phase::Live)
                continue;
            m_console.complain(u"error: %1 are %2, not Live%3"_s.arg(
                nameOf(kind), nameOf(state.phase),
                state.error.message.isEmpty() ? QString() : u": "_s + state.error.message));
            code = 1;
        }
        return code;
    }

    Console &m_console;
    QList<Kind> m_kinds;
    Signals m_signals;
    QList<std::shared_ptr<const void>> m_needs;
    mirror::States m_states;
    bool m_isTerminal = ::isatty(STDERR_FILENO) == 1;
    bool m_hasLine = false;
};

}  // namespace

int mirror(Console &console)
{
    const QString asked = console.arguments().forWhat;
    const auto time =
        asked.isEmpty() ? std::chrono::nanoseconds(DefaultTime) : kube::parseGoDuration(asked).value_or(0ns);
    const auto kinds = kindsOf(console.arguments().resources);
    if (time <= 0ns || !kinds) {
        console.complain(u"error: "_s +
                         (kinds ? u"invalid duration \"%1\", try 60s or 5m"_s.arg(asked) : kinds.error()));
        return 1;
    }
    Run run(console, *kinds);
    return run.keep(std::chrono::duration_cast<std::chrono::milliseconds>(time));
}

}  // namespace cli
