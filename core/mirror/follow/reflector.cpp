// SPDX-License-Identifier: Apache-2.0
#include "mirror/follow/reflector.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mirror {

using kube::Error;
using Phase = State::Phase;

namespace {

constexpr auto OpeningLimit = 3s;  // a watch that takes longer to open is no live copy
constexpr auto PollPause = 30s;

bool isLiveVersion(const QString &version)
{
    return kube::compareResourceVersions(version, version) == std::partial_ordering::equivalent;
}

bool isLess(const QString &a, const QString &b)
{
    return kube::compareResourceVersions(a, b) == std::partial_ordering::less;
}

}  // namespace

Reflector::Reflector(const Tools &tools, Intake &intake, Habits &habits, const QString &path, int rank, QObject *parent)
    : QObject(parent), m_tools(tools), m_intake(intake), m_habits(habits), m_path(path), m_rank(rank), m_lister(tools),
      m_watcher(tools), m_probe(tools, path, rank), m_audit(tools, intake, path, [this] { return m_version; })
{
    connect(&m_lister, &Lister::clockSeen, this, &Reflector::clockSeen);
    connect(&m_lister, &Lister::finished, this, &Reflector::takeListEnd);
    connect(&m_lister, &Lister::progressed, this, [this](int loaded, std::optional<int> expected) {
        if (m_isSynced)
            return;
        m_state.loaded = loaded;
        m_state.expected = expected;
        enter(Phase::Loading);
    });
    connect(&m_watcher, &Watcher::opened, this, &Reflector::takeOpened);
    connect(&m_watcher, &Watcher::frame, this, &Reflector::takeFrame);
    connect(&m_watcher, &Watcher::ended, this, &Reflector::conclude);
    connect(&m_watcher, &Watcher::silent, this, [this] { ask(Doubt::Silence); });
    connect(&m_probe, &Probe::answered, this, &Reflector::takeNewest);
    connect(&m_audit, &Audit::finished, this, [this](bool differs) {
        if (!differs)
            return;
        ++m_tools.counters.mismatches;
        relist();
    });
}

void Reflector::start()
{
    enter(Phase::Connecting);
    list({});
}

void Reflector::takeOver(const QString &version, const State &state)
{
    m_version = version;
    m_isSynced = !state.asOf.isNull();
    m_isPaused = false;
    m_tally = {};
    m_state = state;
    m_state.missing.clear();
    enter(m_isSynced ? Phase::Stale : Phase::Connecting);
    list({});
}

void Reflector::relist()
{
    m_isPaused = false;
    m_backoff = {};
    m_tally = {};
    enter(m_isSynced ? Phase::Stale : Phase::Connecting);
    Step step;
    step.newest = true;
    list(step);
}

void Reflector::pause()
{
    m_isPaused = true;
    drop();
    m_audit.stop();
    m_state.nextTry = {};
    if (m_state.phase == Phase::Live)
        enter(Phase::Stale);
}

void Reflector::goOn()
{
    if (!std::exchange(m_isPaused, false))
        return;
    if (canWatch())
        openWatch();
    else
        list({});
}

bool Reflector::canWatch() const
{
    return m_isSynced && !m_hasGap && isLiveVersion(m_version);
}

void Reflector::reconnect(std::chrono::milliseconds delay)
{
    if (m_isPaused)
        return;
    drop();
    if (m_state.phase == Phase::Live)
        enter(Phase::Stale);
    m_isPaused = true;
    later(delay, [this] { goOn(); });
}

void Reflector::rollBack(kube::Timestamp when)
{
    if (m_state.rolledBack == when)
        return;
    m_state.rolledBack = when;
    m_version.clear();
    if (m_isPaused)
        return;
    relist();
}

void Reflector::enter(Phase phase)
{
    const kube::Timestamp now = m_tools.timing.now();
    if (phase != m_state.phase)
        m_state.since = now;
    if (phase == Phase::Live) {
        m_state.asOf = now;
        m_state.attempt = 0;
        m_state.error = {};
        m_state.verb.clear();
        m_state.expected = {};
    } else if (m_state.phase == Phase::Live) {
        m_state.asOf = now;
    }
    m_state.phase = phase;
    Q_EMIT stateChanged();
}

void Reflector::drop()
{
    ++m_epoch;
    m_lister.stop();
    m_watcher.close();
    m_probe.stop();
    m_intake.dropAside();
    m_doubt = Doubt::None;
    m_isInitial = false;
    // What begins now waits for the gate, should it be closed after a 429 to anybody.
    const std::chrono::milliseconds closed = m_tools.gate.closedFor();
    m_state.nextTry = closed > 0ms ? kube::Timestamp(m_tools.timing.now().point() + closed) : kube::Timestamp();
}

void Reflector::later(std::chrono::milliseconds delay, std::function<void()> call)
{
    m_tools.timing.after(delay, this, [this, epoch = m_epoch, call = std::move(call)] {
        if (epoch == m_epoch)
            call();
    });
}

void Reflector::list(const Step &step)
{
    drop();
    m_audit.stop();
    if (!m_isSynced) {
        m_state.loaded = 0;
        m_state.expected = {};
    }
    const QString notOlderThan = step.newest ? QString() : m_version;
    m_isInitial = m_habits.canStream && !step.paged && !step.whole;
    if (m_isInitial) {
        m_watcher.open({m_path, notOlderThan, true, m_rank});
        return;
    }
    Lister::Order order;
    order.path = m_path;
    order.notOlderThan = notOlderThan;
    order.isPaged = !step.whole;
    order.rank = m_rank;
    order.isProtobuf = m_habits.isProtobuf && m_intake.readsProtobuf();
    m_listed = step;
    m_lister.start(order, [this](QByteArrayView body, int &loaded) {
        kube::Result<decode::ListMeta> meta = m_intake.page(body, loaded);
        m_loaded = loaded;
        return meta;
    });
}

void Reflector::takeListEnd(const Lister::End &end)
{
    if (end.failure && end.failure->why == Ending::Why::Garbled && end.isProtobuf) {
        // Whoever stands between us and the server may not know what this is: it is asked for JSON from now on.
        m_habits.isProtobuf = false;
        list(m_listed);
    } else if (end.failure) {
        conclude(*end.failure);
    } else {
        accept(end.version);
    }
}

void Reflector::accept(const QString &version)
{
    if (isLess(version, m_version)) {
        // From a lagging server, or from the past: what we hold is newer, unless the cluster itself went back.
        ask(Doubt::OldList);
        return;
    }
    if (!m_version.isEmpty() && m_intake.goesBack()) {
        // Its version is not before ours, so it is no lagging server's: the past was restored, and has gone on since.
        declareRollBack();
        return;
    }
    m_intake.commit(version, m_version.isEmpty());
    ++m_tools.counters.lists;
    if (m_isSynced)
        ++m_tools.counters.relists;
    m_isSynced = true;
    m_hasGap = false;
    m_tally.expiredPages = m_tally.tooLarge = m_tally.cutStreams = m_tally.unauthorized = 0;
    m_state.loaded = m_loaded;
    m_state.undecodable = m_intake.undecodable();
    m_hasNameless = m_hasNameless && m_state.undecodable > 0;
    m_state.asOf = m_tools.timing.now();
    m_version = isLiveVersion(version) ? version : QString();
    m_watcher.hear();
    if (m_version.isEmpty()) {
        poll();
    } else if (m_isInitial) {
        m_isInitial = false;
        m_watcher.endInitial();
        enter(Phase::Live);
        planAudit();
        Q_EMIT connected();
    } else {
        openWatch();
    }
}

void Reflector::poll()
{
    drop();
    m_state.error =
        kube::failure(Error::Kind::Protocol, u"the list has no resourceVersion to watch from"_s, m_path).error();
    m_state.nextTry = kube::Timestamp(m_tools.timing.now().point() + PollPause);
    enter(Phase::Stale);
    later(PollPause, [this] { list({}); });
}

void Reflector::openWatch()
{
    if (!canWatch()) {
        list({});
        return;
    }
    const bool isLive = m_state.phase == Phase::Live;
    const Doubt doubt = m_doubt;
    drop();
    m_watcher.open({m_path, m_version, false, m_rank});
    if (doubt == Doubt::OldEvent)
        ask(doubt);
    if (isLive)
        later(OpeningLimit, [this] {
            if (!m_watcher.isOpen() && m_state.phase == Phase::Live)
                enter(Phase::Stale);
        });
}

void Reflector::takeOpened(const net::Reply &head)
{
    if (!head.date.isNull())
        Q_EMIT clockSeen(head.date);
    m_tally.unauthorized = 0;
    if (m_habits.hasBookmarks)
        m_watcher.expectBookmarks();
    if (m_isInitial)
        return;
    enter(Phase::Live);
    planAudit();
    Q_EMIT connected();
}

void Reflector::planAudit()
{
    if (std::exchange(m_isAuditPlanned, true))
        return;
    const std::chrono::milliseconds delay =
        30min + std::chrono::milliseconds(qRound64(m_tools.timing.random() * 1.8e6));
    m_tools.timing.after(delay, this, [this] {
        m_isAuditPlanned = false;
        if (m_state.phase != Phase::Live)
            return;  // planned again when it is live
        m_audit.start();
        planAudit();
    });
}

void Reflector::ask(Doubt doubt)
{
    if (m_doubt != Doubt::None && (doubt != Doubt::OldNews || m_doubt != Doubt::OldEvent))
        return;
    if (doubt == Doubt::OldList) {
        drop();
        if (m_state.phase == Phase::Live)
            enter(Phase::Stale);
    }
    m_doubt = doubt;
    m_probe.ask();
}

}  // namespace mirror
