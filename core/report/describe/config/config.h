// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/describe/page.h"

namespace report {

// What pods are given, and how much of it.

[[nodiscard]] kube::Result<void> describeConfigMap(Page &page);
/** Sizes only. */
[[nodiscard]] kube::Result<void> describeSecret(Page &page);
[[nodiscard]] kube::Result<void> describeResourceQuota(Page &page);
[[nodiscard]] kube::Result<void> describeLimitRange(Page &page);
[[nodiscard]] kube::Result<void> describePriorityClass(Page &page);

/** The quotas of a namespace, sorted by name, and its limit ranges. */
void describeQuotas(Lines &out, QList<QJsonObject> quotas);
void describeLimits(Lines &out, const QList<QJsonObject> &ranges);

}  // namespace report
