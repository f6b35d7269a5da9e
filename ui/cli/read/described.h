// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/read/reading.h"

namespace cli {

/** `kubectl describe` of an object that was found: it and what belongs to it are read as kubectl reads them. */
[[nodiscard]] kube::Result<QString> described(Source &source, const kube::Resource &resource, const QJsonObject &object,
                                              const Reading &reading, bool showEvents);

}  // namespace cli
