// SPDX-License-Identifier: Apache-2.0
#include "pull/kubelet/policyorigin.h"

#include "pull/image/imagereference.h"

#include <algorithm>

namespace pull {

using namespace Qt::StringLiterals;
using Kind = PolicyOrigin::Kind;

namespace {

PolicyOrigin fromManifest(kube::PullPolicy written, const kube::Container &container)
{
    const QString evidence = u"metadata.annotations[kubectl.kubernetes.io/last-applied-configuration]"_s;
    if (written == container.policy)
        return {Kind::Explicit, {}, evidence};
    if (written != kube::PullPolicy::Unset || container.policy != defaultPolicy(container.image))
        return {Kind::Rewritten, written, evidence};
    return {Kind::Defaulted, {}, evidence};
}

}  // namespace

PolicyOrigin policyOrigin(const kube::Pod &pod, const kube::Container &container)
{
    if (pod.hasLastApplied) {
        const auto it =
            std::ranges::find(pod.lastAppliedPolicies, container.name, [](const auto &p) { return p.first; });
        if (it != pod.lastAppliedPolicies.end())
            return fromManifest(it->second, container);
    }
    const auto owns = [&](const kube::FieldOwner &owner) { return owner.policyContainers.contains(container.name); };
    for (const kube::FieldOwner &owner : pod.fieldOwners)
        if (owner.operation == u"Apply" && owns(owner))
            return {Kind::Explicit, {}, u"metadata.managedFields (%1)"_s.arg(owner.manager)};
    if (container.policy != defaultPolicy(container.image))  // the default rule cannot have made it
        return {Kind::Explicit, {}, {}, u"ground.default"_s, {kube::toString(defaultPolicy(container.image))}};
    return {Kind::CannotTell, {}, {}, u"ground.same"_s};
}

}  // namespace pull
