// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"

#include <chrono>
#include <optional>

namespace pull {

/** What a kubelet event says of an image or container start. */
struct Message {
    enum class Kind {
        Pulling,
        Pulled,
        AlreadyPresent,
        NeverPull,
        PullFailed,
        BackOffPulling,
        InspectFailed,
        StartError,  ///< `Error: <reason>`
        Created,
        Started,
        BackOffRestarting,
        Killing,
        Scheduled,
        FailedScheduling,
        Other
    };
    Kind kind = Kind::Other;
    QString image;                                      ///< as the pod writes it
    std::optional<std::chrono::nanoseconds> pullTime;   ///< the transfer, since 1.26 without the queue
    std::optional<std::chrono::nanoseconds> totalTime;  ///< with the queue
    std::optional<qint64> bytes;                        ///< size of the whole image, not of what was transferred
    QString text;                                       ///< error or reason
    bool combined = false;                              ///< an aggregate of similar events: the rest is its latest
};

/** By reason, type and message; texts of kubelets 1.18 to 1.36. Unknown ones are Other. */
[[nodiscard]] Message readMessage(const kube::Event &event);

/** Container name of `spec.containers{x}`, `spec.initContainers{x}`, `spec.ephemeralContainers{x}`; empty otherwise. */
[[nodiscard]] QString containerOf(const QString &fieldPath);

}  // namespace pull
