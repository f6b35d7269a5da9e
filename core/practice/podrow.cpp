// SPDX-License-Identifier: Apache-2.0
#include "practice/podrow.h"

#include "kube/duration.h"
#include "kube/pod.h"
#include "kube/podsummary.h"
#include "practice/json.h"

using namespace Qt::StringLiterals;

namespace practice {

namespace {

kube::ContainerState stateOf(const QJsonObject &state)
{
    kube::ContainerState result;
    using Phase = kube::ContainerState::Phase;
    for (const auto &[field, phase] : {std::pair(u"waiting"_s, Phase::Waiting), std::pair(u"running"_s, Phase::Running),
                                       std::pair(u"terminated"_s, Phase::Terminated)}) {
        if (!state.contains(field))
            continue;
        const QJsonObject inner = state.value(field).toObject();
        result.phase = phase;
        result.reason = text(inner, u"reason");
        result.exitCode = inner.value("exitCode"_L1).toInt();
        result.signal = inner.value("signal"_L1).toInt();
        result.startedAt = kube::Timestamp::parse(text(inner, u"startedAt"));
        result.finishedAt = kube::Timestamp::parse(text(inner, u"finishedAt"));
    }
    return result;
}

QList<kube::ContainerStatus> statusesOf(const QJsonValue &list)
{
    QList<kube::ContainerStatus> result;
    const QJsonArray array = list.toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject status = value.toObject();
        kube::ContainerStatus entry;
        entry.name = text(status, u"name");
        entry.state = stateOf(status.value("state"_L1).toObject());
        entry.lastState = stateOf(status.value("lastState"_L1).toObject());
        entry.restartCount = status.value("restartCount"_L1).toInt();
        entry.ready = status.value("ready"_L1).toBool();
        entry.started = status.value("started"_L1).toBool();
        result.append(entry);
    }
    return result;
}

/** What kube::summarize() reads of a pod. */
kube::Pod podOf(const QJsonObject &object)
{
    kube::Pod pod;
    pod.meta.deletionTimestamp = kube::Timestamp::parse(text(object, u"metadata.deletionTimestamp"));
    pod.phase = text(object, u"status.phase");
    pod.reason = text(object, u"status.reason");
    for (const QString &list : {u"containers"_s, u"initContainers"_s}) {
        const QJsonArray containers = at(object, u"spec."_s + list).toArray();
        for (const QJsonValue &value : containers) {
            kube::Container container;
            container.name = text(value.toObject(), u"name");
            if (list == u"initContainers")
                container.kind = text(value.toObject(), u"restartPolicy") == u"Always" ? kube::ContainerKind::Sidecar
                                                                                       : kube::ContainerKind::Init;
            (list == u"containers" ? pod.containers : pod.initContainers).append(container);
        }
    }
    const QJsonArray conditions = at(object, u"status.conditions").toArray();
    for (const QJsonValue &value : conditions)
        pod.conditions.append({text(value.toObject(), u"type"),
                               text(value.toObject(), u"status"),
                               text(value.toObject(), u"reason"),
                               {},
                               {}});
    pod.initStatuses = statusesOf(at(object, u"status.initContainerStatuses"));
    pod.statuses = statusesOf(at(object, u"status.containerStatuses"));
    return pod;
}

QString orNone(const QString &value)
{
    return value.isEmpty() ? u"<none>"_s : value;
}

QString readinessGates(const QJsonObject &pod)
{
    const QJsonArray gates = at(pod, u"spec.readinessGates").toArray();
    const QJsonArray conditions = at(pod, u"status.conditions").toArray();
    qsizetype fulfilled = 0;
    for (const QJsonValue &gate : gates) {
        const qsizetype index = indexOf(conditions, u"type"_s, gate.toObject().value("conditionType"_L1));
        if (index >= 0 && text(conditions.at(index).toObject(), u"status") == u"True")
            ++fulfilled;
    }
    return gates.isEmpty() ? u"<none>"_s : u"%1/%2"_s.arg(fulfilled).arg(gates.size());
}

}  // namespace

QString ageText(const QString &since, qint64 now)
{
    return kube::age(kube::Timestamp::parse(since), kube::Timestamp::fromUnixNanoseconds(now));
}

QJsonArray podCells(const QJsonObject &pod, qint64 now)
{
    const kube::PodSummary summary = kube::summarize(podOf(pod));
    return {text(pod, u"metadata.name"),
            u"%1/%2"_s.arg(summary.ready).arg(summary.total),
            summary.status,
            kube::restartsText(summary, kube::Timestamp::fromUnixNanoseconds(now)),
            ageText(text(pod, u"metadata.creationTimestamp"), now),
            orNone(text(pod, u"status.podIP")),
            orNone(text(pod, u"spec.nodeName")),
            orNone(text(pod, u"status.nominatedNodeName")),
            readinessGates(pod)};
}

}  // namespace practice
