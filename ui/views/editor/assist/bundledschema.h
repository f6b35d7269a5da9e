// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/schema.h"

#include <QFuture>

namespace views {

/** The release whose schemas come with Gantry. */
inline constexpr auto BundledRelease = "v1.32";

/** The schemas that come with Gantry, read in another thread; null where they cannot be read. */
[[nodiscard]] QFuture<std::shared_ptr<const kube::SchemaSet>> bundledSchema();

}  // namespace views
