// SPDX-License-Identifier: Apache-2.0
#include "cli/read/knownkinds.h"

#include <QStringList>

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

struct Known {
    QString version;  ///< `apps/v1`
    QString resource;
    QString kind;
    bool namespaced;
    QStringList shortNames;
};

const QList<Known> &known()
{
    static const QList<Known> table{
        {u"v1"_s, u"pods"_s, u"Pod"_s, true, {u"po"_s}},
        {u"v1"_s, u"events"_s, u"Event"_s, true, {u"ev"_s}},
        {u"v1"_s, u"nodes"_s, u"Node"_s, false, {u"no"_s}},
        {u"v1"_s, u"namespaces"_s, u"Namespace"_s, false, {u"ns"_s}},
        {u"v1"_s, u"services"_s, u"Service"_s, true, {u"svc"_s}},
        {u"v1"_s, u"configmaps"_s, u"ConfigMap"_s, true, {u"cm"_s}},
        {u"v1"_s, u"secrets"_s, u"Secret"_s, true, {}},
        {u"v1"_s, u"endpoints"_s, u"Endpoints"_s, true, {u"ep"_s}},
        {u"v1"_s, u"serviceaccounts"_s, u"ServiceAccount"_s, true, {u"sa"_s}},
        {u"v1"_s, u"replicationcontrollers"_s, u"ReplicationController"_s, true, {u"rc"_s}},
        {u"v1"_s, u"persistentvolumes"_s, u"PersistentVolume"_s, false, {u"pv"_s}},
        {u"v1"_s, u"persistentvolumeclaims"_s, u"PersistentVolumeClaim"_s, true, {u"pvc"_s}},
        {u"v1"_s, u"resourcequotas"_s, u"ResourceQuota"_s, true, {u"quota"_s}},
        {u"v1"_s, u"limitranges"_s, u"LimitRange"_s, true, {u"limits"_s}},
        {u"apps/v1"_s, u"deployments"_s, u"Deployment"_s, true, {u"deploy"_s}},
        {u"apps/v1"_s, u"replicasets"_s, u"ReplicaSet"_s, true, {u"rs"_s}},
        {u"apps/v1"_s, u"statefulsets"_s, u"StatefulSet"_s, true, {u"sts"_s}},
        {u"apps/v1"_s, u"daemonsets"_s, u"DaemonSet"_s, true, {u"ds"_s}},
        {u"batch/v1"_s, u"jobs"_s, u"Job"_s, true, {}},
        {u"batch/v1"_s, u"cronjobs"_s, u"CronJob"_s, true, {u"cj"_s}},
        {u"autoscaling/v2"_s, u"horizontalpodautoscalers"_s, u"HorizontalPodAutoscaler"_s, true, {u"hpa"_s}},
        {u"policy/v1"_s, u"poddisruptionbudgets"_s, u"PodDisruptionBudget"_s, true, {u"pdb"_s}},
        {u"networking.k8s.io/v1"_s, u"ingresses"_s, u"Ingress"_s, true, {u"ing"_s}},
        {u"networking.k8s.io/v1"_s, u"ingressclasses"_s, u"IngressClass"_s, false, {}},
        {u"networking.k8s.io/v1"_s, u"networkpolicies"_s, u"NetworkPolicy"_s, true, {u"netpol"_s}},
        {u"discovery.k8s.io/v1"_s, u"endpointslices"_s, u"EndpointSlice"_s, true, {}},
        {u"storage.k8s.io/v1"_s, u"storageclasses"_s, u"StorageClass"_s, false, {u"sc"_s}},
        {u"storage.k8s.io/v1"_s, u"csinodes"_s, u"CSINode"_s, false, {}},
        {u"scheduling.k8s.io/v1"_s, u"priorityclasses"_s, u"PriorityClass"_s, false, {u"pc"_s}},
        {u"rbac.authorization.k8s.io/v1"_s, u"roles"_s, u"Role"_s, true, {}},
        {u"rbac.authorization.k8s.io/v1"_s, u"rolebindings"_s, u"RoleBinding"_s, true, {}},
        {u"rbac.authorization.k8s.io/v1"_s, u"clusterroles"_s, u"ClusterRole"_s, false, {}},
        {u"rbac.authorization.k8s.io/v1"_s, u"clusterrolebindings"_s, u"ClusterRoleBinding"_s, false, {}},
    };
    return table;
}

}  // namespace

std::optional<kube::Resource> knownKind(const QString &word)
{
    const QString name = word.section(u'.', 0, 0).toLower();
    const auto it = std::ranges::find_if(known(), [&](const Known &k) {
        return name == k.resource || name == k.kind.toLower() || k.shortNames.contains(name);
    });
    if (it == known().end())
        return std::nullopt;
    const QString group = it->version.contains(u'/') ? it->version.section(u'/', 0, 0) : QString();
    return kube::Resource{group, it->version.section(u'/', -1), it->resource, it->kind, it->namespaced};
}

}  // namespace cli
