// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace pull {

/** What an event says of an image, a container start or what comes before both. */
struct Message {
    enum class Kind {
        Pulling,
        Pulled,
        AlreadyPresent,
        NeverPull,
        PullFailed,
        BackOffPulling,
        InspectFailed,  ///< the name or the lookup: `waiting` tells which
        SecretMissing,
        StartError,  ///< `Error: <reason>`, or a hook of the start
        Created,
        Started,
        BackOffRestarting,
        Killing,
        Scheduled,
        FailedScheduling,
        SandboxFailed,  ///< also a pull of the pause image by the runtime: no other event tells of it
        SandboxChanged,
        MountFailed,
        NetworkNotReady,
        DirectoriesFailed,
        Other
    };
    Kind kind = Kind::Other;
    QString image;                                      ///< as the pod writes it
    QString container;                                  ///< where the text names it
    std::optional<std::chrono::nanoseconds> pullTime;   ///< the transfer, since 1.26 without the queue
    std::optional<std::chrono::nanoseconds> totalTime;  ///< with the queue
    std::optional<qint64> bytes;                        ///< size of the whole image, not of what was transferred
    QString text;                                       ///< error or reason
    QString waiting;        ///< the waiting reason it stands for: `InvalidImageName`; empty if it is none of the image
    QStringList secrets;    ///< pull secrets that are missing
    bool verified = false;  ///< already present, and the pod's credentials were checked
    bool combined = false;  ///< an aggregate of similar events: the rest is its latest

    /** The first duration the text has: the transfer, or all of it where the kubelet prints only that (1.19 to 1.25).
     */
    [[nodiscard]] std::optional<std::chrono::nanoseconds> printedTime() const
    {
        return pullTime ? pullTime : totalTime;
    }
};

/**
 * By reason, type and message; texts of kubelets 1.18 to 1.36. Unknown ones are Other, as is a text whose reason is
 * another's. Where reason and type are empty the message alone decides. Source: pkg/kubelet/events, images,
 * kuberuntime.
 */
[[nodiscard]] Message readMessage(const kube::Event &event);

/** A stable word for what the message says: `pulled`, `present`, `pull-failed`, `error`; `other` outside pulls. */
[[nodiscard]] QString messageWord(const Message &message);

/** A stable word for what the event is about: `image-present`, `crash-loop-backoff`; `other`. */
[[nodiscard]] QString eventWord(const Message &message);

/** The waiting reasons that the image step ends in: ErrImagePull, ImagePullBackOff, InvalidImageName, ... */
[[nodiscard]] bool isImageReason(QStringView waitingReason);

/** What an event's fieldPath points at. Source: pkg/kubelet/container/ref.go. */
struct FieldPath {
    enum class Part { Pod, Container, InitContainer, EphemeralContainer, Implicit, Other };
    Part part = Part::Pod;  ///< Pod: the pod itself, or one of its image volumes
    QString name;           ///< empty where the path has an index only
    int index = -1;         ///< of a container without a name
};
[[nodiscard]] FieldPath readFieldPath(const QString &fieldPath);

/** Container name of `spec.containers{x}`, `spec.initContainers{x}`, `spec.ephemeralContainers{x}`; empty otherwise. */
[[nodiscard]] QString containerOf(const QString &fieldPath);

}  // namespace pull
