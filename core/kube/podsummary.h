// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/slim/slimpod.h"
#include "kube/version.h"

namespace kube {

/** NAME READY STATUS RESTARTS of `kubectl get pods`. */
struct PodSummary {
    int ready = 0;
    int total = 0;
    QString status;
    int restarts = 0;
    Timestamp lastRestart;  ///< null: no "(5m ago)"
    bool operator==(const PodSummary &) const = default;
};

/** The API server's own printer rule (printPod) of `server`. Source: kubernetes pkg/printers/internalversion. */
[[nodiscard]] PodSummary summarize(const Pod &pod, Version server = {});
[[nodiscard]] PodSummary summarize(const SlimPod &pod, Version server = {});

/** RESTARTS text: `3`, `3 (5m ago)`, by the rule of `server`. */
[[nodiscard]] QString restartsText(const PodSummary &summary, Timestamp now, Version server = {});

}  // namespace kube
