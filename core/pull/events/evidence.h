// SPDX-License-Identifier: Apache-2.0
// What events say of one container: private to core/pull.
#pragma once

#include "kube/pod.h"
#include "pull/events/message.h"

#include <QList>

#include <initializer_list>
#include <span>

namespace pull {

/** Whether `reason` is one that the image step of the kubelet ends in: ErrImagePull, ImagePullBackOff, ... */
[[nodiscard]] bool isImageReason(const QString &reason);

struct Evidence {
    /** One known occurrence of an event: its first, and where it is counted the last of each version that is given. */
    struct Said {
        kube::EventPtr event;
        Message message;
        kube::Timestamp at;
        bool exact = false;  ///< else a whole second: it happened within the second after `at`
        int nth = 1;         ///< by the event's count
    };
    QList<Said> said;              ///< of the container, in the order in which it happened
    QList<kube::EventPtr> own;     ///< its events, each in its newest version
    QList<kube::EventPtr> ofPod;   ///< of the pod as a whole, by time
    QList<kube::EventPtr> others;  ///< of its other containers
    int combined = 0;              ///< aggregates that were passed over: their fieldPath proves nothing

    /** The last that was said of a kind, or of any of several; null if there is none. */
    [[nodiscard]] const Said *newest(Message::Kind kind) const { return newest({kind}); }
    [[nodiscard]] const Said *newest(std::initializer_list<Message::Kind> kinds) const;
    /** The last word on the image: Pulling, Pulled, AlreadyPresent, a failure, or a refusal. */
    [[nodiscard]] const Said *newestOnImage() const;
    /** The last word on the container's start that is surely later than `at`; null if there is none. */
    [[nodiscard]] const Said *newestAfter(kube::Timestamp at) const;
};

/**
 * The events of `container` by fieldPath (of an image volume: by the image that they name), for the pod's own uid or a
 * static pod's hash. Several versions of one event may be given: each tells when it was said again. Times of counted
 * events are whole seconds: within a second the order is the one in which kubelets write.
 */
[[nodiscard]] Evidence gather(const kube::Pod &pod, const kube::Container &container,
                              std::span<const kube::EventPtr> events);

}  // namespace pull
