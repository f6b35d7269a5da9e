// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"
#include "kube/slim/slimpod.h"

#include <chrono>
#include <optional>
#include <span>

namespace models {

/** What the image pulls of a pod came to, as its status and events tell: one line for all of its containers. */
struct PodPull {
    /** In rising order of what a person must know first. */
    enum class State {
        Unknown,  ///< the image is there, but no event tells how it came
        OnNode,   ///< it was there already
        Pulled,
        Waiting,  ///< no container has asked for its image yet
        Pulling,
        Failed,
    };

    State state = State::Unknown;
    kube::Timestamp since;                         ///< Pulling: when it began
    std::optional<std::chrono::nanoseconds> time;  ///< of all known pulls together, the newest of each container
    QString category;                              ///< of a failure, or the kubelet's waiting reason; else empty
    QString words;                                 ///< the kubelet's own text of that failure
    bool operator==(const PodPull &) const = default;
};

/** Whether a container waits because of its image. Reads the status only, no event. Cost: its containers. */
[[nodiscard]] bool hasPullProblem(const kube::SlimPod &pod);

/** `events` of this very pod, in any order. Cost: one look at each. */
[[nodiscard]] PodPull pullOf(const kube::SlimPod &pod, std::span<const kube::EventPtr> events);

}  // namespace models
