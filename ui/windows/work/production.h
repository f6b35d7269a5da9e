// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace windows {

/** Whether a context's name says that people depend on it: `prod`, `production`, `prd` or `live` as a word of its own.
 */
[[nodiscard]] bool soundsLikeProduction(const QString &context);

}  // namespace windows
