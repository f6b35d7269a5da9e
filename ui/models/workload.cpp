// SPDX-License-Identifier: Apache-2.0
#include "models/workload.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

QString workloadOf(const kube::Pod &pod)
{
    const auto owner = std::ranges::find_if(pod.meta.owners, &kube::OwnerReference::controller);
    if (owner == pod.meta.owners.cend())
        return {};
    if (owner->kind == "ReplicaSet"_L1)
        for (const auto &[key, value] : pod.meta.labels)
            if (key == "pod-template-hash"_L1 && owner->name.endsWith(u'-' + value))
                return u"Deployment/"_s + owner->name.chopped(value.size() + 1);
    return owner->kind + u'/' + owner->name;
}

QList<kube::OwnerReference> ownersOf(const kube::Pod &pod)
{
    QList<kube::OwnerReference> owners = pod.meta.owners;
    const QString workload = workloadOf(pod);
    if (workload.startsWith("Deployment/"_L1))
        owners.append({u"Deployment"_s, workload.section(u'/', 1), {}, false});
    return owners;
}

}  // namespace models
