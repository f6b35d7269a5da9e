// SPDX-License-Identifier: Apache-2.0
#include "pull/kubelet/backoff.h"

#include <algorithm>

namespace pull {

using std::chrono::seconds;

seconds backOffAfter(int failures)
{
    seconds wait{0};
    for (int i = 0; i < failures && wait < LongestBackOff; ++i)
        wait = std::min(wait == seconds(0) ? FirstBackOff : wait * 2, LongestBackOff);
    return wait;
}

seconds earliestFailure(int n)
{
    seconds total{0};
    for (int i = 1; i < n; ++i)
        total += backOffAfter(i);
    return total;
}

RetryWindow retryWindow(kube::Timestamp last, std::optional<int> failures)
{
    if (last.isNull())
        return {};
    const seconds resolution{1};
    if (failures && *failures > 0) {
        const kube::Timestamp from = last + backOffAfter(*failures);
        return {from, from + SyncDelay + resolution, true};
    }
    return {last + FirstBackOff, last + LongestBackOff + SyncDelay + resolution, false};
}

void BackOffClock::fail(const QString &key, kube::Timestamp now)
{
    Entry &entry = m_entries[key];
    const bool fresh = entry.last.isNull() || now - entry.last > BackOffMemory;
    entry.wait = fresh ? FirstBackOff : std::min(entry.wait * 2, LongestBackOff);
    entry.last = now;
}

bool BackOffClock::isActive(const QString &key, kube::Timestamp now) const
{
    const auto it = m_entries.constFind(key);
    return it != m_entries.cend() && now - it->last < it->wait;
}

seconds BackOffClock::wait(const QString &key) const
{
    return m_entries.value(key).wait;
}

}  // namespace pull
