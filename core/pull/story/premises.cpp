// SPDX-License-Identifier: Apache-2.0
// What the story starts from: the reference, the policy, what the node has, and the kubelet's rule for the three.
#include "pull/kubelet/decision.h"
#include "pull/kubelet/policyorigin.h"
#include "pull/story/scene.h"

namespace pull {

using namespace Qt::StringLiterals;
using Kind = Message::Kind;

namespace {

constexpr kube::Version Verifies{33};  ///< the first kubelet that can ask for a pull of an image that it has

void sayImage(Voice &voice)
{
    const Scene &scene = voice.scene();
    const QString &raw = scene.container.image;
    Statement &s = scene.image.isValid()
                       ? voice.say(Step::Image, Verdict::Good,
                                   raw == scene.image.normalized() ? u"image.full"_s
                                   : scene.image.tagDefaulted      ? u"image.latest"_s
                                                                   : u"image.valid"_s,
                                   {raw, scene.image.normalized()}, raw)
                       : voice.say(Step::Image, Verdict::Failed, u"image.invalid"_s, {raw, scene.image.error}, raw);
    s.evidence = scene.specField(u"image"_s);
    s.source = Source::Spec;
}

void sayPolicy(Voice &voice)
{
    const Scene &scene = voice.scene();
    const QString policy = kube::toString(scene.container.policy);
    PolicyOrigin origin;
    const auto say = [&](Verdict verdict, const QString &id, const QList<QString> &args,
                         Confidence confidence = Confidence::Sure) {
        Statement &s = voice.say(Step::Policy, verdict, id, args, policy);
        s.evidence = scene.specField(u"imagePullPolicy"_s);
        if (!origin.evidence.isEmpty())
            s.evidence += u"; "_s + origin.evidence;
        s.ground = origin.ground;
        s.groundArgs = origin.groundArgs;
        s.source = Source::Spec;
        s.confidence = confidence;
    };
    if (scene.container.policy == kube::PullPolicy::Unset)
        return say(Verdict::Unknown, u"policy.unset"_s, {}, Confidence::Guess);
    kube::Container asked = scene.container;
    if (scene.isVolume())
        asked.name.clear();  // a container may bear the volume's name
    origin = policyOrigin(scene.pod, asked);
    const QString tag = scene.image.isValid() && scene.image.tag == u"latest" ? u".latest"_s : u".other"_s;
    switch (origin.kind) {
    case PolicyOrigin::Kind::Explicit: return say(Verdict::Good, u"policy.explicit"_s, {policy});
    case PolicyOrigin::Kind::Defaulted: return say(Verdict::Good, u"policy.defaulted"_s + tag, {policy});
    case PolicyOrigin::Kind::Rewritten: {
        const QString written =
            origin.written == kube::PullPolicy::Unset ? u"nothing"_s : kube::toString(origin.written);
        return say(Verdict::Good, u"policy.rewritten"_s, {policy, written});
    }
    case PolicyOrigin::Kind::CannotTell:
        return say(Verdict::Good, u"policy.cannottell"_s + tag, {policy}, Confidence::Likely);
    }
}

/** The last event that shows what the node's image store held when the container started. */
const Evidence::Said *storeEvidence(const Scene &scene)
{
    return scene.evidence.newest(
        {Kind::AlreadyPresent, Kind::NeverPull, Kind::Pulling, Kind::Pulled, Kind::PullFailed});
}

/** Kubelets from 1.33 may pull, or refuse under Never, although the image is there: to check that the pod may use it.
 */
bool mayVerify(const Scene &scene)
{
    return scene.presence.presence == Presence::Present && !(scene.kubelet < Verifies);
}

void sayNode(Voice &voice)
{
    const Scene &scene = voice.scene();
    const QString &name = scene.pod.nodeName;
    const auto by = [&](Verdict verdict, const QString &id, const QList<QString> &args, Source source,
                        const QString &evidence, Confidence confidence) {
        Statement &s = voice.say(Step::Node, verdict, id, args, name);
        s.source = source;
        s.evidence = evidence;
        s.confidence = confidence;
    };
    if (name.isEmpty())
        return by(Verdict::Waiting, u"node.none"_s, {}, Source::Spec, u"spec.nodeName"_s, Confidence::Sure);
    const auto *said = storeEvidence(scene);
    const Kind kind = said ? said->message.kind : Kind::Other;
    const bool present = scene.presence.presence == Presence::Present;
    if (kind == Kind::AlreadyPresent) {
        voice.sayBy(*said->event, Step::Node, Verdict::Good, u"node.found"_s, {name}, name);
    } else if (kind == Kind::NeverPull && !mayVerify(scene)) {
        voice.sayBy(*said->event, Step::Node, Verdict::Failed, u"node.lacked"_s, {name}, name);
    } else if (said && scene.container.policy == kube::PullPolicy::IfNotPresent &&
               !(mayVerify(scene) && kind != Kind::Pulled)) {
        by(Verdict::Good, u"node.lacked"_s, {name}, Source::Rule, {},
           scene.kubelet < Verifies ? Confidence::Sure : Confidence::Likely);
        voice.story().statements.last().ground = u"ground.absent"_s;
    } else if (present) {
        const bool after = kind == Kind::Pulled || kind == Kind::Pulling;
        by(Verdict::Good, after ? u"node.pulled"_s : u"node.present"_s, {name}, Source::Node, scene.presence.evidence,
           Confidence::Likely);
    } else if (scene.presence.presence == Presence::AbsentLikely && kind != Kind::Pulled) {
        by(Verdict::Waiting, u"node.absent"_s, {name}, Source::Node, scene.presence.evidence, Confidence::Likely);
    } else if (scene.presence.presence == Presence::AbsentLikely) {
        by(Verdict::Good, u"node.lag"_s, {name}, Source::Node, scene.presence.evidence, Confidence::Sure);
    } else {
        by(Verdict::Unknown, u"node.unknown."_s + scene.presence.doubt, {name},
           scene.node ? Source::Node : Source::Nothing, scene.presence.evidence, Confidence::Guess);
    }
    if (scene.node && !scene.node->ready)
        voice.gap(Step::Node, u"node.silent"_s, {name});
    if (scene.node && !scene.node->pressures.isEmpty())
        by(Verdict::Waiting, u"node.pressure"_s, {name, scene.node->pressures.join(u", "_s)}, Source::Node,
           u"node %1, status.conditions"_s.arg(name), Confidence::Sure);
}

/** What the kubelet had before it, as far as events and the node's list tell. */
Circumstances circumstances(const Scene &scene, Confidence &confidence)
{
    Circumstances c;
    c.kubelet = scene.kubelet;
    c.image = scene.container.image;
    c.policy = scene.container.policy == kube::PullPolicy::Unset ? defaultPolicy(scene.container.image, scene.kubelet)
                                                                 : scene.container.policy;
    c.imageVolume = scene.isVolume();
    c.verification = Verification::Off;
    confidence = Confidence::Sure;
    const auto *said = storeEvidence(scene);
    const auto *inspect = scene.evidence.newest(Kind::InspectFailed);
    if (inspect && !said) {
        c.lookup = Lookup::Failed;
        c.lookupError = inspect->message.text;
    } else if (said && said->message.kind == Kind::AlreadyPresent) {
        c.lookup = Lookup::Present;
    } else if (said) {
        c.lookup = Lookup::Absent;
        if (mayVerify(scene) && said->message.kind != Kind::Pulled && said->message.kind != Kind::Pulling) {
            c.lookup = Lookup::Present;
            c.verification = Verification::Unsatisfied;
            confidence = Confidence::Likely;
        }
    } else {
        confidence = Confidence::Likely;
        c.verification = assumedVerification(scene.kubelet);
        c.lookup = scene.presence.presence == Presence::Present        ? Lookup::Present
                   : scene.presence.presence == Presence::AbsentLikely ? Lookup::Absent
                                                                       : Lookup::Unknown;
    }
    return c;
}

void sayDecision(Voice &voice)
{
    const Scene &scene = voice.scene();
    Confidence confidence = Confidence::Sure;
    const auto say = [&](Verdict verdict, const QString &id, const QString &title) {
        Statement &s = voice.say(Step::Decision, verdict, id, {}, title);
        s.ground = u"ground.ensure"_s;
        s.confidence = confidence;
    };
    if (!scene.image.isValid())
        return say(Verdict::Failed, u"decision.badname"_s, u"InvalidImageName"_s);
    if (scene.pod.nodeName.isEmpty())
        return say(Verdict::Waiting, u"decision.wait"_s, {});
    const Circumstances c = circumstances(scene, confidence);
    const bool unproven = c.verification == Verification::Unsatisfied;
    switch (decide(c).action) {
    case Action::Pull:
        if (c.policy == kube::PullPolicy::Always)
            return say(Verdict::Good, u"decision.always"_s, u"ask the registry"_s);
        return say(Verdict::Good, unproven ? u"decision.verify"_s : u"decision.pull"_s, u"pull"_s);
    case Action::UseLocal: return say(Verdict::Good, u"decision.uselocal"_s, u"use the local image"_s);
    case Action::RefuseNever:
        return say(Verdict::Failed, unproven ? u"decision.refuse.verify"_s : u"decision.refuse"_s, u"refuse"_s);
    case Action::RefuseName: return say(Verdict::Failed, u"decision.badname"_s, u"InvalidImageName"_s);
    case Action::RefuseInspect: return say(Verdict::Failed, u"decision.inspect"_s, u"ImageInspectError"_s);
    case Action::BackOff:
    case Action::Unknown: break;
    }
    confidence = Confidence::Guess;
    if (c.lookup == Lookup::Present && c.policy == kube::PullPolicy::IfNotPresent)
        say(Verdict::Unknown, u"decision.mayverify"_s, u"use the local image or pull"_s);
    else if (c.policy == kube::PullPolicy::Never)
        say(Verdict::Unknown, u"decision.never"_s, u"use the local image or refuse"_s);
    else
        say(Verdict::Unknown, u"decision.depends"_s, u"use the local image or pull"_s);
}

}  // namespace

void tellPremises(Voice &voice)
{
    sayImage(voice);
    sayPolicy(voice);
    sayNode(voice);
    sayDecision(voice);
}

}  // namespace pull
