// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/slim/slimpod.h"

#include <QString>

namespace models {

/**
 * The workload that a pod belongs to, as kind and name: `Deployment/web`, `Job/import`; empty for a pod of its own.
 * A ReplicaSet that carries the pod's pod-template-hash in its name is its Deployment's, so that a rollout stays one.
 */
[[nodiscard]] QString workloadOf(const kube::SlimPod &pod);

/** What owns the pod, and the Deployment above it where its ReplicaSet tells of one. */
[[nodiscard]] QList<kube::OwnerReference> ownersOf(const kube::SlimPod &pod);

}  // namespace models
