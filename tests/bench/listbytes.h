// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace bench {

/** A PodList of `count` pods as an API server sends it: a recorded pod under other names, nodes and versions. */
[[nodiscard]] QByteArray podList(int count);

}  // namespace bench
