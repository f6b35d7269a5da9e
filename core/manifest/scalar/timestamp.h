// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace manifest {

/** Whether YAML 1.1 reads the text as a point in time; Kubernetes keeps such a text as it is. Source: go-yaml v2,
 * resolve.go. */
[[nodiscard]] bool isTimestamp(const QByteArray &text);

}  // namespace manifest
