// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/poddetail.h"
#include "kube/version.h"
#include "report/lines.h"

namespace report {

/** One of describe's three container blocks. */
void describeContainers(Lines &out, const QString &title, const QList<kube::ContainerDetail> &containers,
                        const QList<kube::ContainerStatus> &statuses, const kube::Pod &pod, kube::Version kubectl);

/** BestEffort, Burstable or Guaranteed from cpu and memory of init and main containers. Source: kubectl pkg/util/qos.
 */
[[nodiscard]] QString computedQosClass(const kube::PodDetail &detail);

}  // namespace report
