// SPDX-License-Identifier: Apache-2.0
// A container that nothing has happened to yet: what is in its way?
#include "pull/story/scene.h"

#include <algorithm>

namespace pull {

using namespace Qt::StringLiterals;

namespace {

/** A container before this one that the kubelet is at; null where it has not come to any. */
const kube::Container *startedBefore(const Scene &scene)
{
    const kube::Container *before = nullptr;
    for (const kube::Container &container : scene.pod.containers) {
        if (container.name == scene.container.name)
            return before;
        for (const kube::EventPtr &event : scene.evidence.others)
            if (containerOf(event->involved.fieldPath) == container.name)
                before = &container;
    }
    return nullptr;
}

/** The pod is over without a status of its containers: evicted, or refused by its node. */
void tellEnded(Voice &voice, const kube::Pod &pod)
{
    const bool failed = pod.phase == u"Failed";
    const QString reason = pod.reason.isEmpty() ? pod.phase : pod.reason;
    Statement &s = voice.say(Step::Outcome, failed ? Verdict::Failed : Verdict::Good, u"outcome.podended"_s,
                             {reason, pod.message}, reason);
    s.source = Source::Status;
    s.evidence = u"status.phase, status.reason"_s;
    if (failed)
        voice.blame(reason, pod.message);
}

}  // namespace

void tellUnscheduled(Voice &voice)
{
    const Scene &scene = voice.scene();
    kube::EventPtr failed;
    for (const kube::EventPtr &event : scene.evidence.ofPod)
        if (event->reason == u"FailedScheduling")
            failed = event;
    const auto condition = std::ranges::find(scene.pod.conditions, u"PodScheduled"_s, &kube::PodCondition::type);
    const bool stated = condition != scene.pod.conditions.end() && condition->status == u"False";
    if (failed) {
        voice.sayBy(*failed, Step::Outcome, Verdict::Waiting, u"outcome.unschedulable"_s, {failed->message},
                    u"Unschedulable"_s);
        voice.blame(u"Unschedulable"_s, failed->message);
        return;
    }
    Statement &s = voice.say(
        Step::Outcome, Verdict::Waiting, stated ? u"outcome.unschedulable"_s : u"outcome.unscheduled"_s,
        stated ? QList{condition->message.isEmpty() ? condition->reason : condition->message} : QList<QString>(),
        stated ? condition->reason : QString());
    s.source = stated ? Source::Status : Source::Spec;
    s.evidence = stated ? u"status.conditions{PodScheduled}"_s : u"spec.nodeName"_s;
    if (stated)
        voice.blame(condition->reason, condition->message);
}

void tellUntouched(Voice &voice)
{
    const Scene &scene = voice.scene();
    if (const kube::Pod &pod = scene.pod; pod.phase == u"Failed" || pod.phase == u"Succeeded")
        return tellEnded(voice, pod);
    if (const kube::EventPtr blocker = scene.blocker()) {
        voice.sayBy(*blocker, Step::Outcome, Verdict::Waiting, u"outcome.blocked"_s, {blocker->message},
                    blocker->reason);
        voice.blame(blocker->reason, blocker->message);
        return;
    }
    if (const kube::Container *init = scene.initBefore()) {
        const kube::ContainerStatus *status = scene.pod.statusOf(*init);
        const QString reason = status ? status->state.reason : QString();
        const bool stuck = !reason.isEmpty() && reason != u"PodInitializing" && reason != u"ContainerCreating";
        Statement &s = voice.say(Step::Outcome, Verdict::Waiting, stuck ? u"outcome.init.stuck"_s : u"outcome.init"_s,
                                 stuck ? QList{init->name, reason} : QList{init->name}, u"PodInitializing"_s);
        s.source = Source::Status;
        s.evidence = u"status.initContainerStatuses{%1}"_s.arg(init->name);
        return;
    }
    if (const kube::Container *earlier = startedBefore(scene)) {
        Statement &s = voice.say(Step::Outcome, Verdict::Waiting, u"outcome.turn"_s, {earlier->name}, {});
        s.ground = u"ground.turns"_s;
        s.confidence = Confidence::Likely;
        return;
    }
    if (scene.status && !scene.status->state.reason.isEmpty()) {
        const QString &reason = scene.status->state.reason;
        Statement &s = voice.say(Step::Outcome, Verdict::Waiting, u"outcome.taken"_s, {reason}, reason);
        s.source = Source::Status;
        s.evidence = scene.stateField();
        return;
    }
    voice.say(Step::Outcome, Verdict::Waiting, u"outcome.nothing"_s, {}, {}).source = Source::Nothing;
}

}  // namespace pull
