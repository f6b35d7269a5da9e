// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/podsummary.h"

namespace models {

/** What a row tells a query, all of it ready. */
struct PodFacts {
    const kube::SlimPod &pod;
    const kube::PodSummary &summary;
    bool pullProblem = false;
};

/** What the filter's `is:` may ask of a pod. Each is read from the pod itself, so that it holds in any session. */
enum class Trait {
    Ready = 1,         ///< its Ready condition is True
    NotReady = 2,      ///< it is not, and the pod has not succeeded
    PullProblem = 4,   ///< a container waits because of its image
    Restarting = 8,    ///< a container waits in CrashLoopBackOff, or took the place of one that ended in the last hour
    Changed = 16,      ///< one of its times lies in the last five minutes: born, deleted, conditions, containers
    Terminating = 32,  ///< its deletion was asked for
};

/** The traits and their words after `is:`, in the order of the menu. */
[[nodiscard]] const QList<std::pair<QString, Trait>> &traitWords();
/** The whole word that chooses a trait: `is:pull-problem`. */
[[nodiscard]] QString wordOf(Trait trait);
/** Whether the pod has it at `now`, a time of the cluster's clock. Allocates nothing. */
[[nodiscard]] bool hasTrait(const PodFacts &facts, Trait trait, kube::Timestamp now);

}  // namespace models
