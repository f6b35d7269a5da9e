// SPDX-License-Identifier: Apache-2.0
#include "practice/podstatus.h"

#include "practice/json.h"

using namespace Qt::StringLiterals;

namespace practice {

namespace {

QJsonObject terminated(const Run &run)
{
    if (run.lost)
        return {{u"exitCode"_s, 137},
                {u"reason"_s, u"ContainerStatusUnknown"_s},
                {u"message"_s, u"The container could not be located when the pod was terminated"_s},
                {u"startedAt"_s, QJsonValue::Null},
                {u"finishedAt"_s, QJsonValue::Null}};
    return {{u"exitCode"_s, run.exitCode},
            {u"reason"_s, run.exitCode == 0 ? u"Completed"_s : u"Error"_s},
            {u"startedAt"_s, run.startedAt},
            {u"finishedAt"_s, run.finishedAt},
            {u"containerID"_s, run.containerId}};
}

QJsonObject stateOf(const Run &run, bool initializing)
{
    if (run.state == Run::State::Running)
        return {{u"running"_s, QJsonObject{{u"startedAt"_s, run.startedAt}}}};
    if (run.state == Run::State::Exited)
        return {{u"terminated"_s, terminated(run)}};
    QJsonObject waiting{{u"reason"_s, !run.reason.isEmpty() ? run.reason
                                      : initializing        ? u"PodInitializing"_s
                                                            : u"ContainerCreating"_s}};
    if (!run.message.isEmpty())
        waiting.insert(u"message"_s, run.message);
    return {{u"waiting"_s, waiting}};
}

QJsonObject containerStatus(const Run &run, bool hasInit)
{
    const bool running = run.state == Run::State::Running;
    QJsonObject status{{u"name"_s, run.name()},
                       {u"state"_s, stateOf(run, hasInit)},
                       {u"lastState"_s, run.lastState},
                       {u"ready"_s, running || (run.init && run.state == Run::State::Exited && run.exitCode == 0)},
                       {u"restartCount"_s, run.restarts},
                       {u"image"_s, run.image.isEmpty() ? text(run.spec, u"image") : run.image},
                       {u"imageID"_s, run.imageId},
                       {u"started"_s, running}};
    if (!run.containerId.isEmpty()) {
        status.insert(u"containerID"_s, run.containerId);
        status.insert(u"resources"_s, run.spec.value("resources"_L1).toObject());
    }
    QJsonArray mounts = run.spec.value("volumeMounts"_L1).toArray();
    for (qsizetype i = 0; i < mounts.size(); ++i) {
        QJsonObject mount = mounts.at(i).toObject();
        if (mount.value("readOnly"_L1).toBool())
            mount.insert(u"recursiveReadOnly"_s, u"Disabled"_s);
        mounts.replace(i, mount);
    }
    if (!mounts.isEmpty())
        status.insert(u"volumeMounts"_s, mounts);
    return status;
}

struct Readiness {
    bool status = false;
    QString reason;
    QString message;
};

QJsonObject condition(const QJsonArray &old, const QString &type, const Readiness &readiness, int generation,
                      const QString &now)
{
    QJsonObject result{{u"type"_s, type},
                       {u"status"_s, readiness.status ? u"True"_s : u"False"_s},
                       {u"observedGeneration"_s, generation},
                       {u"lastProbeTime"_s, QJsonValue::Null}};
    const qsizetype index = indexOf(old, u"type"_s, type);
    const QJsonObject before = index < 0 ? QJsonObject{} : old.at(index).toObject();
    const bool same = before.value("status"_L1) == result.value("status"_L1);
    result.insert(u"lastTransitionTime"_s, same ? before.value("lastTransitionTime"_L1) : QJsonValue(now));
    if (!readiness.reason.isEmpty())
        result.insert(u"reason"_s, readiness.reason);
    if (!readiness.message.isEmpty())
        result.insert(u"message"_s, readiness.message);
    return result;
}

Readiness containersReadiness(const QList<Run> &runs, const QString &phase)
{
    if (phase == u"Succeeded")
        return {false, u"PodCompleted"_s, {}};
    if (phase == u"Failed" && std::ranges::none_of(runs, &Run::lost))
        return {false, u"PodFailed"_s, {}};
    QStringList unready;
    for (const Run &run : runs)
        if (!run.init && run.state != Run::State::Running)
            unready.append(run.name());
    if (unready.isEmpty())
        return {true, {}, {}};
    return {false, u"ContainersNotReady"_s, u"containers with unready status: [%1]"_s.arg(unready.join(u' '))};
}

Readiness initReadiness(const QList<Run> &runs, const QString &phase)
{
    QStringList incomplete;
    for (const Run &run : runs)
        if (run.init && !run.final && !(run.sidecar && run.state == Run::State::Running))
            incomplete.append(run.name());
    if (phase == u"Succeeded")
        return {true, u"PodCompleted"_s, {}};
    if (incomplete.isEmpty())
        return {true, {}, {}};
    return {false, u"ContainersNotInitialized"_s,
            u"containers with incomplete status: [%1]"_s.arg(incomplete.join(u' '))};
}

}  // namespace

QString phaseOf(const QList<Run> &runs)
{
    bool started = false;
    bool allOver = true;
    bool failed = false;
    for (const Run &run : runs) {
        if (run.init) {
            if (run.final && run.exitCode != 0)
                return u"Failed"_s;
            continue;
        }
        started = started || run.state != Run::State::Waiting || run.restarts > 0 || !run.lastState.isEmpty();
        allOver = allOver && run.final;
        failed = failed || run.exitCode != 0 || run.lost;
    }
    if (allOver)
        return failed ? u"Failed"_s : u"Succeeded"_s;
    return started ? u"Running"_s : u"Pending"_s;
}

QJsonObject statusOf(const QJsonObject &pod, const Sandbox &sandbox, const QList<Run> &runs, const QString &now)
{
    QJsonObject status = pod.value("status"_L1).toObject();
    const QString phase = phaseOf(runs);
    const int generation = at(pod, u"metadata.generation").toInt(1);
    const QJsonArray old = status.value("conditions"_L1).toArray();
    const Readiness ready = containersReadiness(runs, phase);
    status.insert(u"phase"_s, phase);
    status.insert(u"observedGeneration"_s, generation);
    status.insert(u"conditions"_s,
                  QJsonArray{condition(old, u"PodReadyToStartContainers"_s, {sandbox.ready, {}, {}}, generation, now),
                             condition(old, u"Initialized"_s, initReadiness(runs, phase), generation, now),
                             condition(old, u"Ready"_s, ready, generation, now),
                             condition(old, u"ContainersReady"_s, ready, generation, now),
                             condition(old, u"PodScheduled"_s, {true, {}, {}}, generation, now)});
    status.insert(u"hostIP"_s, sandbox.hostAddress);
    status.insert(u"hostIPs"_s, QJsonArray{QJsonObject{{u"ip"_s, sandbox.hostAddress}}});
    if (!sandbox.podAddress.isEmpty()) {
        status.insert(u"podIP"_s, sandbox.podAddress);
        status.insert(u"podIPs"_s, QJsonArray{QJsonObject{{u"ip"_s, sandbox.podAddress}}});
    }
    status.insert(u"startTime"_s, sandbox.startTime);
    status.insert(u"resources"_s, QJsonObject{});
    QJsonArray containers;
    QJsonArray init;
    const bool hasInit = std::ranges::any_of(runs, &Run::init);
    for (const Run &run : runs)
        (run.init ? init : containers).append(containerStatus(run, hasInit));
    status.insert(u"containerStatuses"_s, containers);
    if (!init.isEmpty())
        status.insert(u"initContainerStatuses"_s, init);
    return status;
}

}  // namespace practice
