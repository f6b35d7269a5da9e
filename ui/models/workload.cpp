// SPDX-License-Identifier: Apache-2.0
#include "models/workload.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

QString workloadOf(const kube::SlimPod &pod)
{
    const QList<kube::OwnerReference> &owners = pod.family().owners;
    const auto owner = std::ranges::find_if(owners, &kube::OwnerReference::controller);
    if (owner == owners.cend())
        return {};
    if (owner->kind == "ReplicaSet"_L1)
        if (const QString hash = pod.label(u"pod-template-hash"); !hash.isNull() && owner->name.endsWith(u'-' + hash))
            return u"Deployment/"_s + owner->name.chopped(hash.size() + 1);
    return owner->kind + u'/' + owner->name;
}

QList<kube::OwnerReference> ownersOf(const kube::SlimPod &pod)
{
    QList<kube::OwnerReference> owners = pod.family().owners;
    const QString workload = workloadOf(pod);
    if (workload.startsWith("Deployment/"_L1))
        owners.append({u"Deployment"_s, workload.section(u'/', 1), {}, false});
    return owners;
}

}  // namespace models
