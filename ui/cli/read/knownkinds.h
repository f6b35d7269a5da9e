// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/object.h"

#include <optional>

namespace cli {

/** The kind of Kubernetes' own that a word names (`deploy`, `deployments`, `deployment`), where no server can be asked.
 */
[[nodiscard]] std::optional<kube::Resource> knownKind(const QString &word);

}  // namespace cli
