// SPDX-License-Identifier: Apache-2.0
#include "mirror/backoff.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace mirror {

std::chrono::milliseconds Backoff::next(Timing &timing)
{
    constexpr std::chrono::milliseconds First = 800ms;
    constexpr std::chrono::milliseconds Cap = 30s;
    const kube::Timestamp now = timing.now();
    const bool isFresh = m_last.isNull() || now.point() - m_last.point() > 2min + m_step;
    m_step = isFresh ? First : std::min(m_step * 2, Cap);
    m_last = now;
    return std::chrono::milliseconds(qRound64(static_cast<double>(m_step.count()) * (1.0 + timing.random())));
}

}  // namespace mirror
