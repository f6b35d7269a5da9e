// SPDX-License-Identifier: Apache-2.0
#include "decode/fields.h"

namespace decode {

using namespace Qt::StringLiterals;

namespace {

using kube::ContainerKind;
using kube::ContainerState;

kube::Container container(json::value value, ContainerKind kind, Interner &intern)
{
    kube::Container c;
    c.kind = kind;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "name")
            c.name = intern(view(v));
        else if (key == "image")
            c.image = intern(view(v));
        else if (key == "imagePullPolicy")
            c.policy = pullPolicy(v);
        else if (key == "restartPolicy" && kind == ContainerKind::Init && view(v) == "Always")
            c.kind = ContainerKind::Sidecar;
    });
    return c;
}

QList<kube::Container> containers(json::value value, ContainerKind kind, Interner &intern)
{
    QList<kube::Container> list;
    items(value, [&](json::value item) { list.append(container(item, kind, intern)); });
    return list;
}

/** Of all volumes only those that are images: they are pulled as containers are. */
QList<kube::Container> imageVolumes(json::value value, Interner &intern)
{
    QList<kube::Container> list;
    items(value, [&](json::value item) {
        kube::Container volume;
        std::string_view name;  // most volumes are no images, and have names of their pod's own
        bool found = false;
        volume.kind = ContainerKind::Volume;
        each(item, [&](std::string_view key, json::value v) {
            if (key == "name")
                name = view(v);
            if (key != "image" || isNull(v))
                return;
            found = true;
            each(v, [&](std::string_view field, json::value f) {
                if (field == "reference")
                    volume.image = intern(view(f));
                else if (field == "pullPolicy")
                    volume.policy = pullPolicy(f);
            });
        });
        if (!found)
            return;
        volume.name = intern(name);
        list.append(volume);
    });
    return list;
}

/** What `read` makes of one member of each element. */
template <class Read>
QList<QString> members(json::value value, std::string_view member, Read read)
{
    QList<QString> list;
    items(value, [&](json::value item) {
        each(item, [&](std::string_view key, json::value v) {
            if (key == member)
                list.append(read(v));
        });
    });
    return list;
}

void spec(kube::Pod &pod, json::value value, Interner &intern)
{
    const auto shared = [&](json::value v) { return intern(view(v)); };
    each(value, [&](std::string_view key, json::value v) {
        if (key == "nodeName")
            pod.nodeName = intern(view(v));
        else if (key == "serviceAccountName")
            pod.serviceAccount = intern(view(v));
        else if (key == "initContainers")
            pod.initContainers = containers(v, ContainerKind::Init, intern);
        else if (key == "containers")
            pod.containers = containers(v, ContainerKind::Regular, intern);
        else if (key == "ephemeralContainers")
            pod.ephemeralContainers = containers(v, ContainerKind::Ephemeral, intern);
        else if (key == "volumes")
            pod.imageVolumes = imageVolumes(v, intern);
        else if (key == "restartPolicy")
            pod.restartPolicy = intern(view(v));
        else if (key == "imagePullSecrets")
            pod.imagePullSecrets = members(v, "name", shared);
        else if (key == "readinessGates")
            pod.readinessGates = members(v, "conditionType", shared);
    });
}

ContainerState::Phase phaseOf(std::string_view key)
{
    if (key == "waiting")
        return ContainerState::Phase::Waiting;
    if (key == "running")
        return ContainerState::Phase::Running;
    return key == "terminated" ? ContainerState::Phase::Terminated : ContainerState::Phase::None;
}

ContainerState state(json::value value, Interner &intern)
{
    ContainerState s;
    each(value, [&](std::string_view which, json::value details) {
        const auto phase = phaseOf(which);
        if (phase == ContainerState::Phase::None || isNull(details))
            return;
        s.phase = phase;
        each(details, [&](std::string_view key, json::value v) {
            if (key == "reason")
                s.reason = intern(view(v));
            else if (key == "message")
                s.message = text(v);
            else if (key == "exitCode")
                s.exitCode = int(number(v));
            else if (key == "signal")
                s.signal = int(number(v));
            else if (key == "startedAt")
                s.startedAt = time(v);
            else if (key == "finishedAt")
                s.finishedAt = time(v);
        });
    });
    return s;
}

QList<kube::ContainerStatus> statuses(json::value value, Interner &intern)
{
    QList<kube::ContainerStatus> list;
    items(value, [&](json::value item) {
        kube::ContainerStatus status;
        each(item, [&](std::string_view key, json::value v) {
            if (key == "name")
                status.name = intern(view(v));
            else if (key == "image")
                status.image = intern(view(v));
            else if (key == "imageID")
                status.imageId = intern(view(v));
            else if (key == "containerID")
                status.containerId = text(v);
            else if (key == "state")
                status.state = state(v, intern);
            else if (key == "lastState")
                status.lastState = state(v, intern);
            else if (key == "restartCount")
                status.restartCount = int(number(v));
            else if (key == "ready")
                status.ready = flag(v);
            else if (key == "started" && !isNull(v))
                status.started = flag(v);
        });
        list.append(status);
    });
    return list;
}

kube::PodCondition condition(json::value value, Interner &intern)
{
    kube::PodCondition c;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "type")
            c.type = intern(view(v));
        else if (key == "status")
            c.status = intern(view(v));
        else if (key == "reason")
            c.reason = intern(view(v));
        else if (key == "message")
            c.message = text(v);
        else if (key == "lastTransitionTime")
            c.lastTransitionTime = time(v);
    });
    return c;
}

QList<kube::PodCondition> conditions(json::value value, Interner &intern)
{
    QList<kube::PodCondition> list;
    items(value, [&](json::value c) { list.append(condition(c, intern)); });
    return list;
}

void status(kube::Pod &pod, json::value value, Interner &intern)
{
    QList<QString> ips;
    QString ip;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "phase")
            pod.phase = intern(view(v));
        else if (key == "reason")
            pod.reason = intern(view(v));
        else if (key == "message")
            pod.message = text(v);
        else if (key == "podIP")
            ip = text(v);
        else if (key == "podIPs")
            ips = members(v, "ip", text);  // each pod has its own
        else if (key == "hostIP")
            pod.hostIp = intern(view(v));
        else if (key == "nominatedNodeName")
            pod.nominatedNodeName = intern(view(v));
        else if (key == "startTime")
            pod.startTime = time(v);
        else if (key == "conditions")
            pod.conditions = conditions(v, intern);
        else if (key == "initContainerStatuses")
            pod.initStatuses = statuses(v, intern);
        else if (key == "containerStatuses")
            pod.statuses = statuses(v, intern);
        else if (key == "ephemeralContainerStatuses")
            pod.ephemeralStatuses = statuses(v, intern);
    });
    pod.podIp = ips.isEmpty() ? ip : ips.constFirst();
    pod.podIps = ips;
}

}  // namespace

void fill(kube::Pod &pod, json::value value, Interner &intern)
{
    each(value, [&](std::string_view key, json::value v) {
        if (key == "metadata")
            pod.meta = objectMeta(v, intern, &pod, std::move(pod.meta));
        else if (key == "kind")
            expectKind(v, "Pod");
        else if (key == "spec")
            spec(pod, v, intern);
        else if (key == "status")
            status(pod, v, intern);
    });
}

}  // namespace decode
