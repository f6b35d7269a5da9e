// SPDX-License-Identifier: Apache-2.0
#include "report/describe/container.h"

#include "kube/quantity.h"
#include "report/describe.h"
#include "report/describe/fields.h"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace report {

using namespace Qt::StringLiterals;

namespace {

void ports(Lines &out, const kube::ContainerDetail &c, kube::Version kubectl)
{
    QStringList inside;
    QStringList host;
    for (const kube::ContainerPort &port : c.ports) {
        const QString name = kubectl.minor >= 34 && !port.name.isEmpty() ? u" (%1)"_s.arg(port.name) : QString();
        inside << u"%1/%2%3"_s.arg(port.containerPort).arg(port.protocol, name);
        host << u"%1/%2%3"_s.arg(port.hostPort).arg(port.protocol, name);
    }
    const auto line = [&](const QString &label, const QStringList &list) {
        out.add(2,
                label + (list.size() > 1 ? u"s:\t"_s : u":\t"_s) + (list.isEmpty() ? u"<none>"_s : list.join(u", ")));
    };
    line(u"Port"_s, inside);
    line(u"Host Port"_s, host);
}

void words(Lines &out, const QString &label, const QList<QString> &list)
{
    if (list.isEmpty())
        return;
    out.add(2, label + u':');
    for (const QString &word : list)
        for (const QString &line : word.split(u'\n'))
            out.add(3, line);
}

void terminated(Lines &out, const kube::ContainerState &state)
{
    out.addIf(3, u"Reason:\t"_s, state.reason);
    out.addIf(3, u"Message:\t"_s, state.message);
    out.add(3, u"Exit Code:\t"_s + QString::number(state.exitCode));
    if (state.signal > 0)
        out.add(3, u"Signal:\t"_s + QString::number(state.signal));
    out.add(3, u"Started:\t"_s + rfc1123(state.startedAt));
    out.add(3, u"Finished:\t"_s + rfc1123(state.finishedAt));
}

void state(Lines &out, const QString &label, const kube::ContainerState &state)
{
    using Phase = kube::ContainerState::Phase;
    if (state.phase == Phase::Running) {
        out.add(2, label + u":\tRunning"_s);
        out.add(3, u"Started:\t"_s + rfc1123(state.startedAt));
    } else if (state.phase == Phase::Terminated) {
        out.add(2, label + u":\tTerminated"_s);
        terminated(out, state);
    } else {
        out.add(2, label + u":\tWaiting"_s);
        out.addIf(3, u"Reason:\t"_s, state.reason);
    }
}

void resourceList(Lines &out, int level, const QString &label, const kube::StringPairs &values)
{
    if (values.isEmpty())
        return;
    out.add(level, label + u':');
    for (const auto &[name, value] : values)
        out.add(level + 1, u"%1:\t%2"_s.arg(name, kube::canonicalQuantity(value)));
}

void probe(Lines &out, const QString &label, const std::optional<kube::Probe> &p, kube::Version kubectl)
{
    if (!p)
        return;
    const bool known = kubectl.minor >= 23 || !p->action.startsWith(u"grpc ");
    out.add(2, u"%1:\t%2 delay=%3s timeout=%4s period=%5s #success=%6 #failure=%7"_s.arg(
                   label, known ? p->action : u"unknown"_s, QString::number(p->delay), QString::number(p->timeout),
                   QString::number(p->period), QString::number(p->success), QString::number(p->failure)));
}

QString quantityOf(const kube::StringPairs &values, const QString &resource)
{
    const auto it = std::ranges::find(values, resource, [](const auto &pair) { return pair.first; });
    return it == values.end() ? QString() : it->second;
}

/** cpu counts in thousandths, everything else in whole units; a divisor of 0 is 1. */
QString resourceValue(const kube::EnvSource &from, const kube::ContainerDetail &c)
{
    const QString which = from.name.section(u'.', 0, 0);
    const QString resource = from.name.section(u'.', 1);
    const bool isKnown = resource == u"cpu" || resource == u"memory" || resource == u"ephemeral-storage" ||
                         resource.startsWith(u"hugepages-");
    if (!isKnown || (which != u"limits" && which != u"requests"))
        return {};
    const auto amount = resource == u"cpu" ? kube::quantityMilliValue : kube::quantityValue;
    const QString quantity = quantityOf(which == u"limits" ? c.resources.limits : c.resources.requests, resource);
    const qint64 divisor = amount(from.key);
    const auto value = double(amount(quantity)) / double(divisor == 0 ? amount(u"1") : divisor);
    if (value == 0 && (from.name == u"limits.cpu" || from.name == u"limits.memory"))
        return u"node allocatable"_s;
    return QString::number(qint64(std::ceil(value)));
}

void env(Lines &out, const kube::EnvVar &e, const kube::ContainerDetail &c, const kube::Pod &pod)
{
    using Kind = kube::EnvSource::Kind;
    const QString optional = e.from.optional ? u"true"_s : u"false"_s;
    switch (e.from.kind) {
    case Kind::Value: {
        const QStringList lines = e.value.split(u'\n');
        out.add(3, u"%1:\t%2"_s.arg(e.name, lines.constFirst()));
        for (const QString &line : lines.sliced(1))
            out.add(3, u"\t"_s + line);
        break;
    }
    case Kind::Field: {
        const QString value = e.from.name == u"metadata.name"        ? pod.meta.key.name
                              : e.from.name == u"metadata.namespace" ? pod.meta.key.ns
                                                                     : QString();
        out.add(3, u"%1:\t%2 (%3:%4)"_s.arg(e.name, value, e.from.key, e.from.name));
        break;
    }
    case Kind::ResourceField: out.add(3, u"%1:\t%2 (%3)"_s.arg(e.name, resourceValue(e.from, c), e.from.name)); break;
    case Kind::Secret:
        out.add(3, u"%1:\t<set to the key '%2' in secret '%3'>\tOptional: %4"_s.arg(e.name, e.from.key, e.from.name,
                                                                                    optional));
        break;
    case Kind::ConfigMap:
        out.add(3, u"%1:\t<set to the key '%2' of config map '%3'>\tOptional: %4"_s.arg(e.name, e.from.key, e.from.name,
                                                                                        optional));
        break;
    case Kind::Other: break;
    }
}

void environment(Lines &out, const kube::ContainerDetail &c, const kube::Pod &pod)
{
    if (!c.envFrom.isEmpty()) {
        out.add(2, u"Environment Variables from:"_s);
        for (const kube::EnvFrom &from : c.envFrom)
            out.add(3, u"%1\t%2%3\tOptional: %4"_s.arg(from.name, from.secret ? u"Secret"_s : u"ConfigMap"_s,
                                                       from.prefix.isEmpty() ? QString()
                                                                             : u" with prefix '%1'"_s.arg(from.prefix),
                                                       from.optional ? u"true"_s : u"false"_s));
    }
    if (c.env.isEmpty()) {
        out.add(2, u"Environment:\t<none>"_s);
        return;
    }
    out.add(2, u"Environment:"_s);
    for (const kube::EnvVar &e : c.env)
        env(out, e, c, pod);
}

void mounts(Lines &out, const kube::ContainerDetail &c)
{
    QList<kube::VolumeMount> list = c.mounts;
    std::ranges::stable_sort(list, {}, &kube::VolumeMount::mountPath);
    out.add(2, list.isEmpty() ? u"Mounts:\t<none>"_s : u"Mounts:"_s);
    for (const kube::VolumeMount &m : list)
        out.add(3, u"%1 from %2 (%3%4)"_s.arg(m.mountPath, m.name, m.readOnly ? u"ro"_s : u"rw"_s,
                                              m.subPath.isEmpty() ? QString() : u",path="_s + quoted(m.subPath)));
    if (c.devices.isEmpty())
        return;
    auto devices = c.devices;
    std::ranges::stable_sort(devices, {}, [](const auto &pair) { return pair.first; });
    out.add(2, list.isEmpty() ? u"Devices:\t<none>"_s : u"Devices:"_s);
    for (const auto &[path, volume] : devices)
        out.add(3, u"%1 from %2"_s.arg(path, volume));
}

/** Requests and limits are added up over containers before they are compared, as kubectl does. */
QString qosOf(const QList<kube::Resources> &all)
{
    bool any = false;
    bool guaranteed = true;
    for (const auto &resource : {u"cpu"_s, u"memory"_s}) {
        qint64 requests = 0;
        qint64 limits = 0;
        for (const kube::Resources &r : all) {
            requests += std::max<qint64>(0, kube::quantityMilliValue(quantityOf(r.requests, resource)));
            const qint64 limit = std::max<qint64>(0, kube::quantityMilliValue(quantityOf(r.limits, resource)));
            limits += limit;
            guaranteed &= limit > 0;
        }
        any |= requests > 0 || limits > 0;
        guaranteed &= requests == limits;
    }
    if (!any)
        return u"BestEffort"_s;
    return guaranteed ? u"Guaranteed"_s : u"Burstable"_s;
}

void container(Lines &out, const kube::ContainerDetail &c, const kube::ContainerStatus *status, const kube::Pod &pod,
               kube::Version kubectl)
{
    if (status)
        out.add(2, u"Container ID:\t"_s + status->containerId);
    out.add(2, u"Image:\t"_s + c.container.image);
    if (status)
        out.add(2, u"Image ID:\t"_s + status->imageId);
    ports(out, c, kubectl);
    if (kubectl.minor >= 27) {
        out.addIf(2, u"SeccompProfile:\t"_s, c.seccompType);
        if (c.seccompType == u"Localhost")
            out.add(3, u"LocalhostProfile:\t"_s + c.seccompProfile);
    }
    words(out, u"Command"_s, c.command);
    words(out, u"Args"_s, c.args);
    if (status) {
        state(out, u"State"_s, status->state);
        if (status->lastState.phase == kube::ContainerState::Phase::Terminated)
            state(out, u"Last State"_s, status->lastState);
        out.add(2, status->ready ? u"Ready:\tTrue"_s : u"Ready:\tFalse"_s);
        out.add(2, u"Restart Count:\t"_s + QString::number(status->restartCount));
    }
    describeResources(out, 2, c.resources);
    probe(out, u"Liveness"_s, c.liveness, kubectl);
    probe(out, u"Readiness"_s, c.readiness, kubectl);
    probe(out, u"Startup"_s, c.startup, kubectl);
    environment(out, c, pod);
    mounts(out, c);
}

}  // namespace

void describeContainers(Lines &out, const QString &title, const QList<kube::ContainerDetail> &containers,
                        const QList<kube::ContainerStatus> &statuses, const kube::Pod &pod, kube::Version kubectl,
                        Within within)
{
    const int deeper = within == Within::Template ? 1 : 0;
    out.add(deeper, title + (containers.isEmpty() ? u": <none>"_s : u":"_s));
    out.nest(deeper);
    for (const kube::ContainerDetail &c : containers) {
        const auto backwards = statuses | std::views::reverse;  // of two of a name kubectl's map keeps the later
        const auto it = std::ranges::find(backwards, c.container.name, &kube::ContainerStatus::name);
        out.add(1, QString(deeper, u' ') + c.container.name + u':');
        container(out, c, it == backwards.end() ? nullptr : &*it, pod, kubectl);
    }
    out.nest(-deeper);
}

void describeResources(Lines &out, int level, const kube::Resources &resources)
{
    resourceList(out, level, u"Limits"_s, resources.limits);
    resourceList(out, level, u"Requests"_s, resources.requests);
}

QString computedQosClass(const kube::PodDetail &detail, kube::Version kubectl)
{
    QList<kube::Resources> all;
    if (kubectl.minor >= 32 && detail.resources) {
        all << *detail.resources;
    } else {
        for (const kube::ContainerDetail &c : detail.containers)
            all << c.resources;
        if (kubectl.minor >= 23)
            for (const kube::ContainerDetail &c : detail.initContainers)
                all << c.resources;
    }
    return qosOf(all);
}

}  // namespace report
