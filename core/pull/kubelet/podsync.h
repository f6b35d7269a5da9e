// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/container.h"
#include "pull/kubelet/backoff.h"
#include "pull/kubelet/decision.h"

#include <span>

namespace pull {

/** One container of a pod as a sync of the kubelet meets it: what is known before, and how a pull of it would end. */
struct StartStep {
    QString name;
    kube::ContainerKind kind = kube::ContainerKind::Regular;
    Circumstances facts;  ///< `backOff` and `lastError` are filled in from the clock where the clock knows better
    PullResult result;
};

struct StartOutcome {
    QString name;
    bool reached = false;  ///< false: the sync ended before, nothing is looked up or pulled
    Decision decision;
    Visible visible;  ///< all events of the step; not reached: the waiting reason only
};

/**
 * The image steps of one sync at `now`: ephemeral, then init, then regular containers, one after the other; `steps` are
 * those that are still to start. An init container or sidecar ends the sync: what follows waits until it has ended or
 * started. A failed pull enters `clock`, so that the next container with the same text waits at once.
 * Source: kuberuntime_manager.go SyncPod, computePodActions.
 */
[[nodiscard]] QList<StartOutcome> syncOnce(const QString &podUid, std::span<const StartStep> steps, BackOffClock &clock,
                                           kube::Timestamp now);

/** Whether a running pod's image volume is looked up again on every sync, with its event each time: kubernetes#138644.
 */
[[nodiscard]] bool repeatsEverySync(const Circumstances &circumstances);

}  // namespace pull
