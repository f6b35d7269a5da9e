// SPDX-License-Identifier: Apache-2.0
#include "report/kinds.h"

#include "decode/poddetail.h"
#include "decode/reader.h"
#include "report/describe/access/access.h"
#include "report/describe/cluster/cluster.h"
#include "report/describe/config/config.h"
#include "report/describe/events.h"
#include "report/describe/generic.h"
#include "report/describe/network/network.h"
#include "report/describe/storage/storage.h"
#include "report/describe/workloads/workloads.h"

#include <QJsonDocument>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** A kind that kubectl knows. */
struct Kind {
    QString group, kind;
    QStringList versions;  ///< in which it is read, the best first
    Describer lines;
    Reads reads = nullptr;
    bool events = true;
};

const QList<Kind> &kinds()
{
    static const QString Core;
    static const QString Apps = u"apps"_s;
    static const QString Net = u"networking.k8s.io"_s;
    static const QString Rbac = u"rbac.authorization.k8s.io"_s;
    static const QStringList V1{u"v1"_s};
    static const QStringList V1OrBeta{u"v1"_s, u"v1beta1"_s};
    static const QList<Kind> table{
        {Core, u"ReplicationController"_s, V1, describeReplicationController, readsOfController},
        {Core, u"Secret"_s, V1, describeSecret, nullptr, false},
        {Core, u"Service"_s, V1, describeService, readsOfService},
        {Core, u"ServiceAccount"_s, V1, describeServiceAccount, readsOfServiceAccount},
        {Core, u"Node"_s, V1, describeNode, readsOfNode},
        {Core, u"LimitRange"_s, V1, describeLimitRange, nullptr, false},
        {Core, u"ResourceQuota"_s, V1, describeResourceQuota, nullptr, false},
        {Core, u"PersistentVolume"_s, V1, describePersistentVolume},
        {Core, u"PersistentVolumeClaim"_s, V1, describeClaim, readsOfClaim},
        {Core, u"Namespace"_s, V1, describeNamespace, readsOfNamespace, false},
        {Core, u"Endpoints"_s, V1, describeEndpoints},
        {Core, u"ConfigMap"_s, V1, describeConfigMap},
        {u"discovery.k8s.io"_s, u"EndpointSlice"_s, V1OrBeta, describeEndpointSlice},
        {u"autoscaling"_s, u"HorizontalPodAutoscaler"_s, {u"v2"_s, u"v1"_s}, describeAutoscaler},
        {u"extensions"_s, u"Ingress"_s, V1OrBeta, describeIngress, readsOfIngress},
        {Net, u"Ingress"_s, V1OrBeta, describeIngress, readsOfIngress},
        {Net, u"IngressClass"_s, V1OrBeta, describeIngressClass},
        {Net, u"ServiceCIDR"_s, V1OrBeta, describeServiceCidr},
        {Net, u"IPAddress"_s, V1OrBeta, describeIpAddress},
        {Net, u"NetworkPolicy"_s, V1, describeNetworkPolicy, nullptr, false},
        {u"batch"_s, u"Job"_s, V1, describeJob},
        {u"batch"_s, u"CronJob"_s, V1, describeCronJob},
        {Apps, u"StatefulSet"_s, V1, describeStatefulSet, readsOfController},
        {Apps, u"Deployment"_s, V1, describeDeployment, readsOfDeployment},
        {Apps, u"DaemonSet"_s, V1, describeDaemonSet, readsOfController},
        {Apps, u"ReplicaSet"_s, V1, describeReplicaSet, readsOfController},
        {u"storage.k8s.io"_s, u"StorageClass"_s, V1, describeStorageClass},
        {u"storage.k8s.io"_s, u"CSINode"_s, V1, describeCsiNode},
        {u"storage.k8s.io"_s, u"VolumeAttributesClass"_s, {u"v1beta1"_s}, describeAttributesClass},
        {u"policy"_s, u"PodDisruptionBudget"_s, V1OrBeta, describeDisruptionBudget},
        {Rbac, u"Role"_s, V1, describeRole, nullptr, false},
        {Rbac, u"ClusterRole"_s, V1, describeRole, nullptr, false},
        {Rbac, u"RoleBinding"_s, V1, describeRoleBinding, nullptr, false},
        {Rbac, u"ClusterRoleBinding"_s, V1, describeRoleBinding, nullptr, false},
        {u"certificates.k8s.io"_s, u"CertificateSigningRequest"_s, V1OrBeta, describeSigningRequest},
        {u"scheduling.k8s.io"_s, u"PriorityClass"_s, V1, describePriorityClass},
    };
    return table;
}

const Kind &kindOf(const QString &group, const QString &kind)
{
    static const Kind Generic{{}, {}, {}, describeGeneric};
    const auto it = std::ranges::find_if(kinds(), [&](const Kind &k) { return k.group == group && k.kind == kind; });
    return it == kinds().end() ? Generic : *it;
}

QString groupOf(const QJsonObject &object)
{
    const QString version = object["apiVersion"_L1].toString();
    return version.contains(u'/') ? version.section(u'/', 0, 0) : QString();
}

const Kind &kindOf(const QJsonObject &object)
{
    return kindOf(groupOf(object), object["kind"_L1].toString());
}

bool isPod(const QJsonObject &object)
{
    return object["kind"_L1].toString() == u"Pod" && groupOf(object).isEmpty();
}

Beside eventsOf(const QJsonObject &object, const QString &uid)
{
    const QJsonValue meta = object["metadata"_L1];
    const QString kind = isPod(object) ? QString() : u"involvedObject.kind=%1,"_s.arg(object["kind"_L1].toString());
    return {.resource = {{}, u"v1"_s, u"events"_s, u"Event"_s, true},
            .ns = meta["namespace"_L1].toString(),
            .fields = kind + u"involvedObject.name=%1,involvedObject.namespace=%2,involvedObject.uid=%3"_s.arg(
                                 meta["name"_L1].toString(), meta["namespace"_L1].toString(), uid),
            .isOfEvents = true};
}

/** Mirror pods of the kubelet's own files have their events under the uid of an annotation, nodes also by name. */
QList<Beside> eventReads(const QJsonObject &object)
{
    const QJsonValue meta = object["metadata"_L1];
    const QString uid = meta["uid"_L1].toString();
    if (isPod(object))
        return {eventsOf(object, textOr(meta["annotations"_L1]["kubernetes.io/config.mirror"_L1], uid))};
    QList<Beside> reads{eventsOf(object, uid)};
    if (object["kind"_L1].toString() == u"Node" && groupOf(object).isEmpty())
        reads << eventsOf(object, meta["name"_L1].toString());
    return reads;
}

struct Description {
    Lines lines;
    QList<kube::EventPtr> events;
    bool showsEvents = true;
};

QList<kube::EventPtr> eventsIn(const QList<Answer> &answers)
{
    decode::Reader reader;
    QList<kube::EventPtr> events;
    for (const Answer &answer : answers)
        for (const QJsonObject &object : answer.value_or(QList<QJsonObject>()))
            if (const auto event = reader.object<kube::Event>(QJsonDocument(object).toJson(QJsonDocument::Compact)))
                events << *event;
    return events;
}

kube::Result<Description> description(const QJsonObject &object, const QList<Answer> &answers, kube::Timestamp now,
                                      const DescribeOptions &options)
{
    const Kind &kind = kindOf(object);
    const qsizetype own = isPod(object) || !kind.reads ? 0 : kind.reads(object).size();
    Page page{.object = object, .answers = answers, .now = now, .kubectl = options.kubectl};
    if (const auto done = kind.lines(page); !done)
        return std::unexpected(done.error());
    return Description{page.out, eventsIn(answers.sliced(std::min(own, answers.size()))),
                       options.showEvents && kind.events};
}

kube::Result<kube::PodDetail> podOf(const QJsonObject &object)
{
    return decode::podDetail(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

}  // namespace

QStringList describedVersions(const QString &group, const QString &kind)
{
    // Old Ingresses are read from their new group.
    const QString home = group == u"extensions" && kind == u"Ingress" ? u"networking.k8s.io"_s : group;
    QStringList versions;
    for (const QString &version : kindOf(group, kind).versions)
        versions << (home.isEmpty() ? version : home + u'/' + version);
    return versions;
}

QList<Beside> besides(const QJsonObject &object, const DescribeOptions &options)
{
    const Kind &kind = kindOf(object);
    QList<Beside> reads = isPod(object) || !kind.reads ? QList<Beside>() : kind.reads(object);
    if (options.showEvents && kind.events)
        reads << eventReads(object);
    return reads;
}

kube::Result<QString> describe(const QJsonObject &object, const QList<Answer> &answers, kube::Timestamp now,
                               const DescribeOptions &options)
{
    if (isPod(object))
        return podOf(object).transform(
            [&](const kube::PodDetail &detail) { return describePod(detail, eventsIn(answers), now, options); });
    return description(object, answers, now, options).transform([&](const Description &said) {
        return written(said.lines, said.showsEvents ? &said.events : nullptr, now, options.kubectl);
    });
}

kube::Result<QList<DescribeNode>> describeTree(const QJsonObject &object, const QList<Answer> &answers,
                                               kube::Timestamp now, const DescribeOptions &options)
{
    if (isPod(object))
        return podOf(object).transform(
            [&](const kube::PodDetail &detail) { return describePodTree(detail, eventsIn(answers), now, options); });
    return description(object, answers, now, options).transform([&](const Description &said) {
        return sections(said.lines, said.showsEvents ? &said.events : nullptr, now, options.kubectl);
    });
}

}  // namespace report
