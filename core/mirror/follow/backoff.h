// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/timing.h"

#include <optional>

namespace mirror {

/**
 * How long to wait after a failure: 0.8 s, doubling to 30 s, times 1..2; from the start again when two minutes passed
 * since the last failure. Source: client-go tools/cache reflector.
 */
class Backoff {
public:
    [[nodiscard]] std::chrono::milliseconds next(Timing &timing);

private:
    std::optional<std::chrono::milliseconds> m_last;
    std::chrono::milliseconds m_step{0};
};

}  // namespace mirror
