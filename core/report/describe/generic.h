// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/describe/page.h"

namespace report {

/** An object of a kind that kubectl does not know: its fields as they come, sorted, labels made of their names. */
[[nodiscard]] kube::Result<void> describeGeneric(Page &page);

/** `podIP` is `Pod IP`, `apiVersion` `API Version`; a name with digits or signs stays. */
[[nodiscard]] QString fieldLabel(const QString &field);

}  // namespace report
