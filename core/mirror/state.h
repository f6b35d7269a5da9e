// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/timestamp.h"

#include <optional>

namespace mirror {

/** How true a view is right now; always visible to the user. */
struct State {
    enum class Phase {
        Idle,        ///< nothing asked for yet
        Connecting,  ///< no answer yet
        Loading,     ///< the first list is under way: `loaded` of about `expected`
        Live,        ///< list complete and watch open
        Stale,       ///< was live; the copy is as of `since`, reconnecting
        Failed,      ///< cannot go on without the user: `error` says why (401, 403, wrong CA, ...)
    };

    Phase phase = Phase::Idle;
    kube::Timestamp since;  ///< when this phase began; for Stale, when the copy was last known true
    int loaded = 0;
    std::optional<int> expected;
    int attempt = 0;          ///< reconnect attempts since the last success
    kube::Timestamp nextTry;  ///< null while a try is under way
    kube::Error error;        ///< of the last failed try
    bool operator==(const State &) const = default;
};

}  // namespace mirror
