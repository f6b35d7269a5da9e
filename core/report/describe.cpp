// SPDX-License-Identifier: Apache-2.0
#include "report/describe.h"

#include "kube/duration.h"
#include "report/describe/container.h"
#include "report/describe/events.h"
#include "report/describe/lines.h"
#include "report/describe/pairs.h"
#include "report/describe/scheduling.h"
#include "report/describe/volume.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

void status(Lines &out, const kube::Pod &pod, kube::Timestamp now, kube::Version kubectl)
{
    const bool terminal = pod.phase == u"Failed" || pod.phase == u"Succeeded";
    if (!pod.meta.deletionTimestamp.isNull() && (kubectl.minor < 31 || !terminal)) {
        out.add(0, u"Status:\tTerminating (lasts %1)"_s.arg(kube::age(pod.meta.deletionTimestamp, now)));
        out.add(0, u"Termination Grace Period:\t%1s"_s.arg(pod.meta.deletionGracePeriodSeconds.value_or(0)));
    } else {
        out.add(0, u"Status:\t"_s + pod.phase);
    }
    out.addIf(0, u"Reason:\t"_s, pod.reason);
    out.addIf(0, u"Message:\t"_s, pod.message);
}

void head(Lines &out, const kube::PodDetail &detail, kube::Timestamp now, kube::Version kubectl)
{
    const kube::Pod &pod = detail.pod;
    out.add(0, u"Name:\t"_s + pod.meta.key.name);
    out.add(0, u"Namespace:\t"_s + pod.meta.key.ns);
    if (detail.priority)
        out.add(0, u"Priority:\t"_s + QString::number(*detail.priority));
    out.addIf(0, u"Priority Class Name:\t"_s, detail.priorityClassName);
    if (kubectl.minor >= 25) {
        out.addIf(0, u"Runtime Class Name:\t"_s, detail.runtimeClassName);
        out.addIf(0, u"Service Account:\t"_s, pod.serviceAccount);
    }
    out.add(0, u"Node:\t"_s + (pod.nodeName.isEmpty() ? u"<none>"_s : pod.nodeName + u'/' + pod.hostIp));
    if (!pod.startTime.isNull())
        out.add(0, u"Start Time:\t"_s + rfc1123(pod.startTime));
    addLabels(out, 0, u"Labels"_s, pod.meta.labels);
    addAnnotations(out, 0, pod.meta.annotations);
    status(out, pod, now, kubectl);
    if (kubectl.minor >= 27) {
        out.addIf(0, u"SeccompProfile:\t"_s, detail.seccompType);
        if (detail.seccompType == u"Localhost")
            out.add(0, u"LocalhostProfile:\t"_s + detail.seccompProfile);
    }
    out.add(0, u"IP:\t"_s + pod.podIp);
    if (pod.podIps.isEmpty()) {
        out.add(0, u"IPs:\t<none>"_s);
    } else {
        out.add(0, u"IPs:"_s);
        for (const QString &ip : pod.podIps)
            out.add(1, u"IP:\t"_s + ip);
    }
    const auto owner = std::ranges::find(pod.meta.owners, true, &kube::OwnerReference::controller);
    if (owner != pod.meta.owners.end())
        out.add(0, u"Controlled By:\t%1/%2"_s.arg(owner->kind, owner->name));
    out.addIf(0, u"NominatedNodeName:\t"_s, pod.nominatedNodeName);
}

QString conditionStatus(const kube::Pod &pod, const QString &type)
{
    const auto it = std::ranges::find(pod.conditions, type, &kube::PodCondition::type);
    return it == pod.conditions.end() ? u"<none>"_s : it->status;
}

void conditions(Lines &out, const kube::Pod &pod)
{
    if (!pod.readinessGates.isEmpty()) {
        out.add(0, u"Readiness Gates:"_s);
        out.add(1, u"Type\tStatus"_s);
        for (const QString &gate : pod.readinessGates)
            out.add(1, u"%1 \t%2 "_s.arg(gate, conditionStatus(pod, gate)));
    }
    if (pod.conditions.isEmpty())
        return;
    out.add(0, u"Conditions:"_s);
    out.add(1, u"Type\tStatus"_s);
    for (const kube::PodCondition &condition : pod.conditions)
        out.add(1, u"%1 \t%2 "_s.arg(condition.type, condition.status));
}

void schedulingGroup(Lines &out, const kube::SchedulingGroup &group, kube::Version kubectl)
{
    if (kubectl.minor >= 36 && group.podGroup) {
        out.add(0, u"SchedulingGroup:"_s);
        out.add(1, u"PodGroupName:\t"_s + *group.podGroup);
    }
    if (kubectl.minor != 35 || !group.hasWorkload)
        return;
    out.add(0, u"WorkloadRef:"_s);
    out.add(1, u"Name:\t"_s + group.workload);
    out.add(1, u"PodGroup:\t"_s + group.workloadGroup);
    out.addIf(1, u"PodGroupReplicaKey:\t"_s, group.workloadReplica);
}

}  // namespace

QString rfc1123(kube::Timestamp time)
{
    if (time.isNull())
        return u"Mon, 01 Jan 0001 00:00:00 +0000"_s;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.unixMilliseconds()).toLocalTime();
    const int offset = local.offsetFromUtc() / 60;
    return QLocale::c().toString(local, u"ddd, dd MMM yyyy HH:mm:ss "_s) +
           QString::asprintf("%c%02d%02d", offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60);
}

namespace {

/** Everything but the events. */
Lines parts(const kube::PodDetail &detail, kube::Timestamp now, const DescribeOptions &options)
{
    Lines out;
    head(out, detail, now, options.kubectl);
    const kube::Pod &pod = detail.pod;
    if (options.kubectl.minor >= 32 && detail.resources) {
        out.add(0, u"Resources:"_s);
        describeResources(out, 1, *detail.resources);
    }
    if (!detail.initContainers.isEmpty())
        describeContainers(out, u"Init Containers"_s, detail.initContainers, pod.initStatuses, pod, options.kubectl);
    describeContainers(out, u"Containers"_s, detail.containers, pod.statuses, pod, options.kubectl);
    if (!detail.ephemeralContainers.isEmpty())
        describeContainers(out, u"Ephemeral Containers"_s, detail.ephemeralContainers, pod.ephemeralStatuses, pod,
                           options.kubectl);
    conditions(out, pod);
    describeVolumes(out, detail.volumes, options.kubectl);
    out.add(0, u"QoS Class:\t"_s +
                   (detail.qosClass.isEmpty() ? computedQosClass(detail, options.kubectl) : detail.qosClass));
    addLabels(out, 0, u"Node-Selectors"_s, detail.nodeSelector);
    describeTolerations(out, u"Tolerations"_s, detail.tolerations);
    if (options.kubectl.minor >= 25)
        describeSpread(out, {}, detail.spread);
    schedulingGroup(out, detail.group, options.kubectl);
    return out;
}

}  // namespace

QString describePod(const kube::PodDetail &detail, const QList<kube::EventPtr> &list, kube::Timestamp now,
                    const DescribeOptions &options)
{
    return written(parts(detail, now, options), options.showEvents ? &list : nullptr, now, options.kubectl);
}

QList<DescribeNode> describePodTree(const kube::PodDetail &detail, const QList<kube::EventPtr> &list,
                                    kube::Timestamp now, const DescribeOptions &options)
{
    return sections(parts(detail, now, options), options.showEvents ? &list : nullptr, now, options.kubectl);
}

}  // namespace report
