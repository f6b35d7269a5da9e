// SPDX-License-Identifier: Apache-2.0
#include "mirror/follow/backoff.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace mirror {

std::chrono::milliseconds Backoff::next(Timing &timing)
{
    constexpr std::chrono::milliseconds First = 800ms;
    constexpr std::chrono::milliseconds Cap = 30s;
    const std::chrono::milliseconds now = timing.elapsed();
    const bool isFresh = !m_last || now - *m_last > 2min + m_step;
    m_step = isFresh ? First : std::min(m_step * 2, Cap);
    m_last = now;
    return std::chrono::milliseconds(qRound64(static_cast<double>(m_step.count()) * (1.0 + timing.random())));
}

}  // namespace mirror
