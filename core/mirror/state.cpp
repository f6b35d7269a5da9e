// SPDX-License-Identifier: Apache-2.0
#include "mirror/state.h"

#include <algorithm>
#include <array>

namespace mirror {

namespace {

/** Of several states at once the user has to know the one that stands first here. */
int weight(State::Phase phase)
{
    using Phase = State::Phase;
    constexpr std::array Order{Phase::LoginNeeded, Phase::Failed, Phase::Stale, Phase::Connecting,
                               Phase::Loading,     Phase::Idle,   Phase::Live,  Phase::Denied};
    return static_cast<int>(std::ranges::find(Order, phase) - Order.begin());
}

kube::Timestamp earlier(kube::Timestamp a, kube::Timestamp b)
{
    if (a.isNull() || b.isNull())
        return a.isNull() ? b : a;
    return std::min(a, b);
}

}  // namespace

State merged(const QList<std::pair<QString, State>> &parts)
{
    State whole;
    bool isFirst = true;
    for (const auto &[ns, part] : parts) {
        if (isFirst || weight(part.phase) < weight(whole.phase)) {
            State leading = part;
            leading.asOf = whole.asOf;
            leading.loaded = whole.loaded;
            leading.undecodable = whole.undecodable;
            leading.missing = whole.missing;
            leading.nextTry = whole.nextTry;
            leading.rolledBack = whole.rolledBack;
            whole = leading;
        }
        isFirst = false;
        whole.loaded += part.loaded;
        whole.undecodable += part.undecodable;
        whole.nextTry = earlier(whole.nextTry, part.nextTry);
        whole.rolledBack = std::max(whole.rolledBack, part.rolledBack);
        if (part.phase == State::Phase::Denied)
            whole.missing << ns;
        else
            whole.asOf = earlier(whole.asOf, part.asOf);
    }
    return whole;
}

}  // namespace mirror
