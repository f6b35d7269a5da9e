// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/poddetail.h"
#include "kube/version.h"
#include "report/describe/lines.h"

namespace report {

/** Where containers and volumes are told of: a template's stand one level deeper. */
enum class Within { Pod, Template };

/** One of describe's three container blocks. */
void describeContainers(Lines &out, const QString &title, const QList<kube::ContainerDetail> &containers,
                        const QList<kube::ContainerStatus> &statuses, const kube::Pod &pod, kube::Version kubectl,
                        Within within = Within::Pod);

/** Limits and Requests with their quantities as Kubernetes prints them, at that level. */
void describeResources(Lines &out, int level, const kube::Resources &resources);

/**
 * BestEffort, Burstable or Guaranteed from cpu and memory: of the pod's own resources (since 1.32), else of its main
 * and (since 1.23) init containers. Source: kubectl pkg/util/qos.
 */
[[nodiscard]] QString computedQosClass(const kube::PodDetail &detail, kube::Version kubectl);

}  // namespace report
