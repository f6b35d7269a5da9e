// SPDX-License-Identifier: Apache-2.0
// printPod of the API server, as kubernetes pkg/printers/internalversion/printers.go has it from 1.20 to 1.36.
#include "kube/podsummary.h"

#include "kube/duration.h"

#include <algorithm>
#include <span>

namespace kube {

using namespace Qt::StringLiterals;

namespace {

QString terminatedReason(const ContainerState &state)
{
    if (!state.reason.isEmpty())
        return state.reason;
    return state.signal != 0 ? u"Signal:%1"_s.arg(state.signal) : u"ExitCode:%1"_s.arg(state.exitCode);
}

/** What the rule looks at, of a pod in either form. */
struct Subject {
    const QList<Container> &initContainers, &containers;
    const QString &phase, &reason;
    const QList<PodCondition> &conditions;
    const QList<ContainerStatus> &initStatuses, &statuses;
    bool isDeleted;
    std::span<const SlimPod::Figures> figures;  ///< of the init, then the other statuses
};

const PodCondition *condition(const Subject &pod, QStringView type)
{
    for (const PodCondition &c : pod.conditions)
        if (c.type == type)
            return &c;
    return nullptr;
}

class Summary {
public:
    Summary(const Subject &pod, Version server) : m_pod(pod), m_server(server) {}

    PodSummary of()
    {
        m_sum.total = int(m_pod.containers.size());
        if (m_server.minor >= 28)
            m_sum.total += int(std::ranges::count(m_pod.initContainers, ContainerKind::Sidecar, &Container::kind));
        m_sum.status = m_pod.reason.isEmpty() ? m_pod.phase : m_pod.reason;
        if (m_server.minor >= 26)
            for (const PodCondition &c : m_pod.conditions)
                if (c.type == u"PodScheduled" && c.reason == u"SchedulingGated")
                    m_sum.status = c.reason;
        const bool initializing = initContainers();
        const auto *initialized = condition(m_pod, u"Initialized");
        if (!initializing || (m_server.minor >= 28 && initialized && initialized->status == u"True"))
            mainContainers();
        deletion();
        return m_sum;
    }

private:
    bool isSidecar(const QString &name) const
    {
        return m_server.minor >= 28 && std::ranges::any_of(m_pod.initContainers, [&](const Container &c) {
                   return c.name == name && c.kind == ContainerKind::Sidecar;
               });
    }

    void restarted(const ContainerStatus &status, const SlimPod::Figures &figures, Timestamp &last) const
    {
        if (m_server.minor >= 22 && status.lastState.phase == ContainerState::Phase::Terminated)
            last = std::max(last, figures.lastFinishedAt);
    }

    /** True where an init container holds the pod back. */
    bool initContainers()
    {
        for (qsizetype i = 0; i < m_pod.initStatuses.size(); ++i) {
            const ContainerStatus &c = m_pod.initStatuses.at(i);
            const SlimPod::Figures &figures = m_pod.figures[size_t(i)];
            m_sum.restarts += figures.restartCount;
            restarted(c, figures, m_sum.lastRestart);
            const bool sidecar = isSidecar(c.name);
            if (sidecar) {
                m_sideRestarts += figures.restartCount;
                restarted(c, figures, m_sideLast);
            }
            const bool terminated = c.state.phase == ContainerState::Phase::Terminated;
            if (terminated && c.state.exitCode == 0)
                continue;
            if (sidecar && c.started.value_or(false)) {
                m_sum.ready += c.ready ? 1 : 0;
                continue;
            }
            m_sum.status = u"Init:"_s + initReason(c.state, i);
            return true;
        }
        return false;
    }

    QString initReason(const ContainerState &state, qsizetype index) const
    {
        if (state.phase == ContainerState::Phase::Terminated)
            return terminatedReason(state);
        if (state.phase == ContainerState::Phase::Waiting && !state.reason.isEmpty() &&
            state.reason != u"PodInitializing")
            return state.reason;
        return u"%1/%2"_s.arg(index).arg(m_pod.initContainers.size());
    }

    void mainContainers()
    {
        m_sum.restarts = m_sideRestarts;
        if (m_server.minor >= 28)
            m_sum.lastRestart = m_sideLast;
        bool hasRunning = false;
        QString errorReason;
        for (qsizetype i = m_pod.statuses.size() - 1; i >= 0; --i) {
            const ContainerStatus &c = m_pod.statuses.at(i);
            const SlimPod::Figures &figures = m_pod.figures[size_t(m_pod.initStatuses.size() + i)];
            m_sum.restarts += figures.restartCount;
            restarted(c, figures, m_sum.lastRestart);
            if (c.state.phase == ContainerState::Phase::Waiting && !c.state.reason.isEmpty()) {
                m_sum.status = c.state.reason;
            } else if (c.state.phase == ContainerState::Phase::Terminated) {
                m_sum.status = terminatedReason(c.state);
                if (m_server.minor >= 35 && c.state.exitCode != 0)
                    errorReason = m_sum.status;
            } else if (c.ready && c.state.phase == ContainerState::Phase::Running) {
                hasRunning = true;
                ++m_sum.ready;
            }
        }
        if (m_sum.status == u"Completed")
            completed(hasRunning, errorReason);
    }

    void completed(bool hasRunning, const QString &errorReason)
    {
        const bool ready = std::ranges::any_of(
            m_pod.conditions, [](const PodCondition &c) { return c.type == u"Ready" && c.status == u"True"; });
        if (hasRunning && ready)
            m_sum.status = u"Running"_s;
        else if (!errorReason.isEmpty())
            m_sum.status = errorReason;
        else if (hasRunning)
            m_sum.status = u"NotReady"_s;
    }

    void deletion()
    {
        if (!m_pod.isDeleted)
            return;
        const bool terminal = m_pod.phase == u"Succeeded" || m_pod.phase == u"Failed";
        if (m_pod.reason == u"NodeLost")
            m_sum.status = u"Unknown"_s;
        else if (m_server.minor < 31 || !terminal)
            m_sum.status = u"Terminating"_s;
    }

    const Subject &m_pod;
    Version m_server;
    PodSummary m_sum;
    int m_sideRestarts = 0;
    Timestamp m_sideLast;
};

}  // namespace

PodSummary summarize(const Pod &pod, Version server)
{
    QVarLengthArray<SlimPod::Figures, 6> figures;
    for (const auto *list : {&pod.initStatuses, &pod.statuses})
        for (const ContainerStatus &status : *list)
            figures.append({status.restartCount, status.state.startedAt, status.state.finishedAt,
                            status.lastState.startedAt, status.lastState.finishedAt});
    return Summary({pod.initContainers, pod.containers, pod.phase, pod.reason, pod.conditions, pod.initStatuses,
                    pod.statuses, !pod.meta.deletionTimestamp.isNull(), figures},
                   server)
        .of();
}

PodSummary summarize(const SlimPod &pod, Version server)
{
    const SlimPod::Moments moments = pod.moments();
    const StatusShape &status = pod.status();
    return Summary({pod.spec().initContainers, pod.spec().containers, status.phase, status.reason, status.conditions,
                    status.initStatuses, status.statuses, !pod.meta.deletionTimestamp.isNull(), moments.containers},
                   server)
        .of();
}

QString restartsText(const PodSummary &summary, Timestamp now, Version server)
{
    const QString number = QString::number(summary.restarts);
    if (server.minor < 22 || summary.lastRestart.isNull() || (server.minor >= 28 && summary.restarts == 0))
        return number;
    return u"%1 (%2 ago)"_s.arg(number, age(summary.lastRestart, now));
}

}  // namespace kube
