// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pull/failure/failure.h"

#include <chrono>
#include <optional>

namespace pull {

/** What a container's waiting reason and message say. It is the result of the last start that ended, not of one that
 * runs. */
struct WaitingText {
    bool imageRelated = false;
    QString image;                   ///< where the text names it
    QString cause;                   ///< in back-off: what the last pull ended in, ErrImagePull or such
    QString error;                   ///< the runtime's or kubelet's text inside; empty: not said
    std::optional<Failure> failure;  ///< of `error`; nothing where the text gives no cause
    QString container;               ///< of a crash loop
    std::optional<std::chrono::nanoseconds> backOff;  ///< of a crash loop: the wait in force
};

/** Reads both as kubelets 1.18 to 1.36 write them. `image` is the pod's own text, if known. Source: kubelet images,
 * kuberuntime. */
[[nodiscard]] WaitingText readWaiting(const QString &reason, const QString &message, const QString &image = {});

/** What the log API answers while a container waits. Source: kubelet_pods.go validateContainerLogStatus. */
[[nodiscard]] QString logRefusal(const QString &waitingReason, const QString &container, const QString &pod);

}  // namespace pull
