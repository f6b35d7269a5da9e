// SPDX-License-Identifier: Apache-2.0
#include "pull/forecast/forecast.h"

#include "pull/forecast/traps.h"
#include "pull/image/presence.h"
#include "pull/kubelet/decision.h"
#include "pull/kubelet/policy.h"

#include <algorithm>

namespace pull {

using namespace Qt::StringLiterals;
using kube::PullPolicy;

namespace {

kube::Version versionOf(const kube::Node &node)
{
    return kube::Version::parse(node.kubeletVersion).value_or(kube::Version());
}

PolicyHolder holderOf(const Plan &plan, kube::ContainerKind kind)
{
    if (kind == kube::ContainerKind::Volume)
        return PolicyHolder::ImageVolume;
    if (plan.ofTemplate)
        return PolicyHolder::Template;
    switch (kind) {
    case kube::ContainerKind::Init:
    case kube::ContainerKind::Sidecar: return PolicyHolder::InitContainer;
    case kube::ContainerKind::Ephemeral: return PolicyHolder::EphemeralContainer;
    default: return PolicyHolder::Container;
    }
}

/** Why the node does not take the pod; nothing where it may. */
std::optional<Statement> refusal(const Plan &plan, const kube::Node &node)
{
    const QString &name = node.meta.key.name;
    const auto because = [&](const QString &id, const QList<QString> &args, const QString &field) {
        return ruled(Step::Node, Verdict::Failed, id, args, u"node %1, %2"_s.arg(name, field));
    };
    if (!plan.pod.nodeName.isEmpty())  // whoever names a node goes past the scheduler
        return plan.pod.nodeName == name
                   ? std::nullopt
                   : std::optional(because(u"leftout.named"_s, {plan.pod.nodeName}, u"metadata.name"_s));
    for (const auto &[key, value] : plan.nodeSelector)
        if (!std::ranges::contains(node.meta.labels, std::pair(key, value)))
            return because(u"leftout.selector"_s, {key + u'=' + value}, u"metadata.labels"_s);
    if (node.unschedulable)
        return because(u"leftout.cordoned"_s, {}, u"spec.unschedulable"_s);
    if (!node.ready)
        return because(u"leftout.notready"_s, {}, u"status.conditions{Ready}"_s);
    return std::nullopt;
}

void tellPolicy(ContainerForecast &told, const Plan &plan, const kube::Container &written)
{
    const auto stored = std::ranges::find(plan.stored, written.name, &StoredContainer::name);
    const bool kept = stored != plan.stored.end() && stored->policy != PullPolicy::Unset;
    told.policy = kept ? policyAfterEdit(Edit::Patch, stored->policy, written.policy, written.image)
                       : policyInForce(holderOf(plan, written.kind), written.image, written.policy);
    const bool latest = defaultPolicy(written.image) == PullPolicy::Always;
    const QString id = written.policy != PullPolicy::Unset ? u"policy.explicit"_s
                       : kept                              ? u"policy.stored"_s
                       : latest                            ? u"policy.defaulted.latest"_s
                                                           : u"policy.defaulted.other"_s;
    told.policyFrom = ruled(Step::Policy, Verdict::Good, id, {kube::toString(told.policy)}, {});
    told.policyFrom.ground = kept && written.policy == PullPolicy::Unset ? u"ground.stored"_s : u"ground.manifest"_s;
}

Circumstances circumstancesOn(const Plan &plan, const ContainerForecast &told, const PresenceOnNode &presence,
                              kube::Version kubelet)
{
    Circumstances c;
    c.kubelet = kubelet;
    c.image = told.image;
    c.policy = told.policy;
    c.imageVolume = told.kind == kube::ContainerKind::Volume;
    c.lookup = presence.presence == Presence::Present        ? Lookup::Present
               : presence.presence == Presence::AbsentLikely ? Lookup::Absent
                                                             : Lookup::Unknown;
    // A pod without credentials of its own is as good as any other that the image was pulled for without them.
    c.verification = plan.secrets.isEmpty() ? Verification::Off : assumedVerification(kubelet);
    return c;
}

NodeForecast onNode(const Plan &plan, const ContainerForecast &told, const kube::Node &node,
                    std::span<const PastPull> pastPulls)
{
    const kube::Version kubelet = versionOf(node);
    const ImageReference image = parseImageReference(told.image, kubelet);
    const PresenceOnNode presence = presenceOnNode(image, &node);
    const bool present = presence.presence == Presence::Present;
    NodeForecast result;
    result.node = node.meta.key.name;
    const auto because = [&](Expectation expectation, Verdict verdict, const QString &id, const QList<QString> &args,
                             Confidence confidence = Confidence::Likely) {
        result.expectation = expectation;
        result.why = ruled(Step::Decision, verdict, id, args, presence.evidence, confidence);
        result.why.source = Source::Node;
        if (expectation != Expectation::WouldUseLocal && expectation != Expectation::WouldFail)
            result.time = estimate(image, present, pastPulls);
        return result;
    };
    if (!image.isValid())
        return because(Expectation::WouldFail, Verdict::Failed, u"forecast.badname"_s, {image.error}, Confidence::Sure);
    const Decision decision = decide(circumstancesOn(plan, told, presence, kubelet));
    switch (decision.action) {
    case Action::Pull:
        if (told.policy != PullPolicy::Always)
            return because(Expectation::WouldPull, Verdict::Good, u"forecast.pull"_s, {});
        return because(Expectation::WouldPull, Verdict::Good,
                       present ? u"forecast.always.present"_s : u"forecast.always"_s, {}, Confidence::Sure);
    case Action::UseLocal: return because(Expectation::WouldUseLocal, Verdict::Good, u"forecast.local"_s, {});
    case Action::RefuseNever: return because(Expectation::WouldFail, Verdict::Failed, u"forecast.never"_s, {});
    case Action::RefuseName:
    case Action::RefuseInspect:
    case Action::BackOff:
    case Action::Unknown: break;
    }
    if (std::ranges::contains(decision.missing, Missing::Verification) && present)
        return because(Expectation::CannotKnow, Verdict::Unknown, u"forecast.unknown.verify"_s, {}, Confidence::Guess);
    return because(Expectation::CannotKnow, Verdict::Unknown, u"forecast.unknown"_s, {presence.evidence},
                   Confidence::Guess);
}

}  // namespace

Forecast forecast(const Plan &plan, std::span<const kube::NodePtr> nodes, std::span<const PastPull> pastPulls)
{
    Forecast result;
    QList<kube::NodePtr> candidates;
    for (const kube::NodePtr &node : nodes) {
        if (const auto why = refusal(plan, *node))
            result.leftOut.append({node->meta.key.name, *why});
        else
            candidates.append(node);
    }
    std::ranges::sort(candidates, {}, [](const kube::NodePtr &node) { return node->meta.key.name; });
    std::ranges::sort(result.leftOut, {}, &LeftOut::node);
    for (const kube::Container &written : plan.pod.imageVolumes + plan.pod.allContainers()) {
        ContainerForecast told;
        told.container = written.name;
        told.kind = written.kind;
        told.image = written.image;
        tellPolicy(told, plan, written);
        for (const kube::NodePtr &node : std::as_const(candidates))
            told.nodes.append(onNode(plan, told, *node, pastPulls));
        told.traps = trapsOf(plan, written, parseImageReference(written.image), told, candidates);
        result.containers.append(told);
    }
    return result;
}

}  // namespace pull
