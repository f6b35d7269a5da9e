// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/container.h"
#include "kube/version.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace pull {

/** What the runtime says of the image on the node. */
enum class Lookup { Unknown, Present, Absent, Failed };
/** Whether this pod may use an image that is on the node (KEP-2535). Off: nobody asks. */
enum class Verification { Unknown, Off, Satisfied, Unsatisfied };
enum class BackOff { Unknown, Idle, Active };

/** What the kubelet has before it as it starts a container. Unknown is allowed: the answer then says so. */
struct Circumstances {
    kube::Version kubelet;  ///< of the pod's node, not of the API server
    QString image;          ///< as the pod writes it
    kube::PullPolicy policy = kube::PullPolicy::Unset;
    Lookup lookup = Lookup::Unknown;
    QString lookupError{};  ///< Failed: the runtime's text
    Verification verification = Verification::Off;
    BackOff backOff = BackOff::Idle;
    QString lastError{};       ///< in back-off: raw text of the pull that failed; empty if not known
    bool imageVolume = false;  ///< not a container: its events are the pod's and have no fieldPath
};

enum class Action {
    UseLocal,
    Pull,
    BackOff,        ///< wait, ImagePullBackOff
    RefuseNever,    ///< ErrImageNeverPull
    RefuseName,     ///< InvalidImageName
    RefuseInspect,  ///< ImageInspectError
    Unknown,        ///< one of `Decision::possible`
};

/** A fact that the decision turns on and that is not known. */
enum class Missing { Lookup, Verification, BackOff };

/** An event as the kubelet words it. */
struct EventText {
    QString type;
    QString reason;
    QString message;
    bool operator==(const EventText &) const = default;
};

/** What becomes visible of a step: events, and the waiting state they end in (empty: none). */
struct Visible {
    QList<EventText> events;
    QString waitingReason;
    QString waitingMessage;
    QList<QString> calls;  ///< to the runtime, in order: `ImageStatus`, `PullImage`, `ImageStatus(size)`
};

struct Decision {
    Action action = Action::Unknown;
    QList<Action> possible;  ///< every action that the known facts allow; one where the action is known
    QList<Missing> missing;  ///< what would settle it; empty where the action is known
    Visible visible;         ///< up to the start of a pull; empty where the action is not known
    bool asksNode = false;   ///< the local store is looked at: whether the image is there matters
};

/**
 * The kubelet's decision for one start of a container, by version. A fact that is Unknown counts only where it matters;
 * that the runtime might fail to answer is not counted. An unset policy is an empty one: say the default first.
 * Source: pkg/kubelet/images/image_manager.go EnsureImageExists, 1.18 to 1.36.
 */
[[nodiscard]] Decision decide(const Circumstances &circumstances);

/** How a pull ended. */
struct PullResult {
    QString error{};  ///< the runtime's text; empty: it worked
    std::chrono::nanoseconds pullTime{0};
    std::chrono::nanoseconds totalTime{0};  ///< with the wait in the queue
    qint64 bytes = 0;
};

/** All of a start whose decision is Pull: the events from Pulling to the end, and where it leaves the container. */
[[nodiscard]] Visible afterPull(const Circumstances &circumstances, const PullResult &result);

/** The waiting reason and message that the kubelet of a version makes of a pull error. Source: evalCRIPullErr. */
struct PullErrorText {
    QString reason;  ///< ErrImagePull, RegistryUnavailable or SignatureValidationFailed
    QString message;
};
[[nodiscard]] PullErrorText pullError(const QString &error, const QString &image, kube::Version kubelet);

/**
 * What to assume where neither configuration nor records are visible: Off up to 1.34, where the gate is off unless
 * someone turns it on; Unknown from 1.35. Source: kube_features.go KubeletEnsureSecretPulledImages.
 */
[[nodiscard]] Verification assumedVerification(kube::Version kubelet);

}  // namespace pull
