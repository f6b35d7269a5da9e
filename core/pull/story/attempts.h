// SPDX-License-Identifier: Apache-2.0
// Occurrences become tries: private to core/pull.
#pragma once

#include "pull/events/evidence.h"
#include "pull/story/story.h"

namespace pull {

/**
 * The tries that the evidence tells of, oldest first. A counted event gives the times of its first and its last
 * occurrence; the tries between stand as one entry with their number. `status` tells when runs ended; may be null.
 */
[[nodiscard]] QList<Attempt> attemptsOf(const Evidence &evidence, const kube::ContainerStatus *status);

}  // namespace pull
