// SPDX-License-Identifier: Apache-2.0
#include "models/query/podchoice.h"

#include "models/podmodel.h"

namespace models {

bool PodChoice::accepts(const PodModel &pods, int row, kube::Timestamp now) const
{
    const kube::SlimPod &pod = *pods.pod(row);
    return (namespaces.isEmpty() || namespaces.contains(pod.meta.key.ns)) &&
           (query.isEmpty() || query.matches({pod, pods.summary(row), pods.hasPullProblem(row)}, now));
}

}  // namespace models
