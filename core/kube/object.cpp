// SPDX-License-Identifier: Apache-2.0
#include "kube/object.h"

#include <algorithm>

namespace kube {

namespace {

bool isLive(QStringView version)
{
    return !version.isEmpty() && version.front() != u'0' &&
           std::ranges::all_of(version, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

}  // namespace

std::partial_ordering compareResourceVersions(QStringView a, QStringView b)
{
    if (!isLive(a) || !isLive(b))
        return std::partial_ordering::unordered;
    if (a.size() != b.size())
        return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

}  // namespace kube
