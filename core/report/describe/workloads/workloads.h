// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/describe/page.h"

namespace report {

// Who makes pods, and who watches over their number.

[[nodiscard]] kube::Result<void> describeDeployment(Page &page);
[[nodiscard]] kube::Result<void> describeReplicaSet(Page &page);
[[nodiscard]] kube::Result<void> describeReplicationController(Page &page);
[[nodiscard]] kube::Result<void> describeDaemonSet(Page &page);
[[nodiscard]] kube::Result<void> describeStatefulSet(Page &page);
[[nodiscard]] kube::Result<void> describeJob(Page &page);
[[nodiscard]] kube::Result<void> describeCronJob(Page &page);
[[nodiscard]] kube::Result<void> describeAutoscaler(Page &page);
[[nodiscard]] kube::Result<void> describeDisruptionBudget(Page &page);

/** The ReplicaSets that a Deployment's selector finds. */
[[nodiscard]] QList<Beside> readsOfDeployment(const QJsonObject &object);
/** The pods that a controller's selector finds. */
[[nodiscard]] QList<Beside> readsOfController(const QJsonObject &object);

}  // namespace report
