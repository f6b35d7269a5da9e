// SPDX-License-Identifier: Apache-2.0
// What a story is told from, and how it is said: private to core/pull.
#pragma once

#include "pull/events/evidence.h"
#include "pull/image/imagereference.h"
#include "pull/image/presence.h"
#include "pull/story/story.h"

namespace pull {

/** Everything that is known of one container at one moment. */
struct Scene {
    Scene(const kube::Pod &pod, const kube::Container &container, std::span<const kube::EventPtr> events,
          const kube::Node *node, kube::Timestamp now);

    const kube::Pod &pod;
    const kube::Container &container;
    const kube::ContainerStatus *status;  ///< null: none, or an image volume
    const kube::Node *node;               ///< null: not known
    kube::Timestamp now;
    Evidence evidence;
    kube::Version kubelet;
    ImageReference image;
    PresenceOnNode presence;

    [[nodiscard]] bool isVolume() const { return container.kind == kube::ContainerKind::Volume; }
    [[nodiscard]] bool isInit() const;
    /** `spec.initContainers{x}.image` */
    [[nodiscard]] QString specField(const QString &name) const;
    /** `status.containerStatuses{x}.ready` */
    [[nodiscard]] QString statusField(const QString &name) const;
    /** `status.containerStatuses{x}.state.waiting` */
    [[nodiscard]] QString stateField() const;
    /** The init container that must be done before this one starts; null where nothing is in the way. */
    [[nodiscard]] const kube::Container *initBefore() const;
    /** The newest event that keeps the whole pod from starting (volumes, sandbox, network); null if there is none. */
    [[nodiscard]] kube::EventPtr blocker() const;
};

/** Speaks: every statement of a story is said through it. */
class Voice {
public:
    explicit Voice(const Scene &scene) : m_scene(scene) {}

    /** A statement of a fact; one of step Outcome that is no gap makes the verdict of the story. */
    Statement &say(Step step, Verdict verdict, const QString &id, const QList<QString> &args, const QString &title);
    /** The same with the event that it rests on. */
    Statement &sayBy(const kube::Event &event, Step step, Verdict verdict, const QString &id,
                     const QList<QString> &args, const QString &title);
    /** What is not known, and why. */
    void gap(Step step, const QString &id, const QList<QString> &args);
    /** Names the cause of a story that does not go well. */
    void blame(const QString &category, const QString &raw);

    [[nodiscard]] Story &story() { return m_story; }
    [[nodiscard]] const Scene &scene() const { return m_scene; }

private:
    const Scene &m_scene;
    Story m_story;
};

/** Image, policy, node and decision. */
void tellPremises(Voice &voice);
/** What happened to the image; false where no event tells of it. */
bool tellImage(Voice &voice);
/** That getting the image failed: by an event, or by the status alone where `said` is null. */
void tellImageFailure(Voice &voice, const QString &text, const Evidence::Said *said);
/** That no node has been chosen, and why. */
void tellUnscheduled(Voice &voice);
/** What a container waits for of which there is no event yet. */
void tellUntouched(Voice &voice);
/** What happened to the image and to the container, and how it stands now. */
void tellOutcome(Voice &voice);
/** What happens next, and when. */
void tellNext(Voice &voice);

}  // namespace pull
