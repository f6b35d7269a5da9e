// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/describe/page.h"

namespace report {

// What everything stands on.

[[nodiscard]] kube::Result<void> describeNode(Page &page);
[[nodiscard]] kube::Result<void> describeNamespace(Page &page);

/** The pods that run on a node, and its lease. */
[[nodiscard]] QList<Beside> readsOfNode(const QJsonObject &object);
/** Quotas and limit ranges. */
[[nodiscard]] QList<Beside> readsOfNamespace(const QJsonObject &object);

/** What the pods of a node ask for, each and together, as parts of what the node has. */
void describeNodeResources(Page &page, const QList<QJsonObject> &pods);

}  // namespace report
