// SPDX-License-Identifier: Apache-2.0
#include "pull/story/scene.h"

#include <QSet>

#include <algorithm>

namespace pull {

using namespace Qt::StringLiterals;
using Phase = kube::ContainerState::Phase;
using Kind = kube::ContainerKind;

namespace {

kube::Version versionOf(const kube::Node *node)
{
    return node ? kube::Version::parse(node->kubeletVersion).value_or(kube::Version()) : kube::Version();
}

QString listOf(Kind kind, bool status)
{
    switch (kind) {
    case Kind::Init:
    case Kind::Sidecar: return status ? u"initContainerStatuses"_s : u"initContainers"_s;
    case Kind::Ephemeral: return status ? u"ephemeralContainerStatuses"_s : u"ephemeralContainers"_s;
    case Kind::Volume: return u"volumes"_s;
    case Kind::Regular: break;
    }
    return status ? u"containerStatuses"_s : u"containers"_s;
}

/** A sidecar has done its part once it has started, an init container once it has ended well. */
bool isDone(const kube::Pod &pod, const kube::Container &init)
{
    const kube::ContainerStatus *status = pod.statusOf(init);
    if (!status)
        return false;
    if (init.kind == Kind::Sidecar)
        return status->state.phase == Phase::Running && status->started.value_or(true);
    return status->state.phase == Phase::Terminated && status->state.exitCode == 0;
}

}  // namespace

Scene::Scene(const kube::Pod &ofPod, const kube::Container &ofContainer, std::span<const kube::EventPtr> events,
             const kube::Node *onNode, kube::Timestamp at)
    : pod(ofPod), container(ofContainer), status(ofPod.statusOf(ofContainer)), node(onNode), now(at),
      evidence(gather(ofPod, ofContainer, events)), kubelet(versionOf(onNode)),
      image(parseImageReference(ofContainer.image, kubelet)), presence(presenceOnNode(image, onNode))
{
}

bool Scene::isInit() const
{
    return container.kind == Kind::Init || container.kind == Kind::Sidecar;
}

QString Scene::specField(const QString &name) const
{
    if (isVolume())
        return u"spec.volumes{%1}.image.%2"_s.arg(container.name, name == u"image"             ? u"reference"_s
                                                                  : name == u"imagePullPolicy" ? u"pullPolicy"_s
                                                                                               : name);
    return u"spec.%1{%2}.%3"_s.arg(listOf(container.kind, false), container.name, name);
}

QString Scene::statusField(const QString &name) const
{
    return u"status.%1{%2}.%3"_s.arg(listOf(container.kind, true), container.name, name);
}

QString Scene::stateField() const
{
    switch (status ? status->state.phase : Phase::None) {
    case Phase::Waiting: return statusField(u"state.waiting"_s);
    case Phase::Running: return statusField(u"state.running"_s);
    case Phase::Terminated: return statusField(u"state.terminated"_s);
    case Phase::None: break;
    }
    return statusField(u"state"_s);
}

const kube::Container *Scene::initBefore() const
{
    if (container.kind == Kind::Ephemeral || isVolume())
        return nullptr;
    for (const kube::Container &init : pod.initContainers) {
        if (init.name == container.name)
            return nullptr;
        if (!isDone(pod, init))
            return &init;
    }
    return nullptr;
}

kube::EventPtr Scene::blocker() const
{
    static const QSet<QString> reasons = {u"FailedMount"_s,
                                          u"FailedAttachVolume"_s,
                                          u"FailedMapVolume"_s,
                                          u"FailedCreatePodSandBox"_s,
                                          u"FailedPodSandBoxStatus"_s,
                                          u"NetworkNotReady"_s,
                                          u"FailedSync"_s,
                                          u"FailedPrepareDynamicResources"_s};
    kube::EventPtr found;
    for (const kube::EventPtr &event : evidence.ofPod)
        if (event->type == u"Warning" && reasons.contains(event->reason))
            found = event;
    // What came after it shows that it is over: containers are touched only when volumes and sandbox are there.
    const auto later = [&](const kube::EventPtr &event) { return event->last() > found->last(); };
    if (found && std::ranges::any_of(evidence.others, later))
        return nullptr;
    return found;
}

Statement &Voice::say(Step step, Verdict verdict, const QString &id, const QList<QString> &args, const QString &title)
{
    Statement statement;
    statement.step = step;
    statement.verdict = verdict;
    statement.id = id;
    statement.args = args;
    statement.title = title;
    if (step == Step::Outcome)
        m_story.verdict = verdict;
    m_story.statements.append(statement);
    return m_story.statements.last();
}

Statement &Voice::sayBy(const kube::Event &event, Step step, Verdict verdict, const QString &id,
                        const QList<QString> &args, const QString &title)
{
    Statement &statement = say(step, verdict, id, args, title);
    statement.source = Source::Event;
    statement.evidence = u"event %1: %2"_s.arg(event.reason, event.message);
    statement.eventUid = event.meta.uid;
    statement.at = event.last();
    return statement;
}

void Voice::gap(Step step, const QString &id, const QList<QString> &args)
{
    const Verdict verdict = m_story.verdict;
    Statement &statement = say(step, Verdict::Unknown, id, args, {});
    statement.source = Source::Nothing;
    statement.ground = u"ground.silent"_s;
    statement.confidence = Confidence::Guess;
    statement.gap = true;
    m_story.verdict = verdict;
}

void Voice::blame(const QString &category, const QString &raw)
{
    m_story.failureCategory = category;
    m_story.rawFailure = raw;
}

}  // namespace pull
