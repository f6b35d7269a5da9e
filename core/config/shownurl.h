// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace config {

/** A URL of a kubeconfig as it may be shown: without user, password, query and fragment; `…` where it cannot be read.
 */
[[nodiscard]] QString shownUrl(const QString &url);

}  // namespace config
