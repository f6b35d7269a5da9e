// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/timestamp.h"

#include <QList>

#include <optional>
#include <utility>

namespace mirror {

/** How true our copy of one kind is right now; always visible to the user. */
struct State {
    enum class Phase {
        Idle,        ///< nothing asked for yet
        Connecting,  ///< no answer yet
        Loading,     ///< the first list is under way: `loaded` of about `expected`
        Live,        ///< list complete and watch open
        Stale,       ///< was live; the copy is as of `asOf`; `attempt` and `nextTry` say how reconnecting goes. Without
                     ///< attempt and error: it begins anew at this moment, or was closed since nobody looks
        LoginNeeded,  ///< 401, also with fresh credentials: the user has to log in again
        Denied,       ///< 403: `verb` is missing; what we hold stays, as of `asOf`
        Failed,       ///< cannot go on without the user: `error` says why (wrong CA, 404, unreadable answers, ...)
    };

    Phase phase = Phase::Idle;
    kube::Timestamp since;  ///< when this phase began
    kube::Timestamp asOf;   ///< when the copy was last known to be true (Live: since then); null: never was it whole
    int loaded = 0;
    std::optional<int> expected;
    int attempt = 0;             ///< reconnect attempts since the last success
    kube::Timestamp nextTry;     ///< null while a try is under way
    kube::Error error;           ///< of the last failed try
    QString verb;                ///< Denied: `list` or `watch`
    QList<QString> missing;      ///< namespaces that may not be read, where the kind is read one namespace at a time
    int undecodable = 0;         ///< objects that the server holds but that cannot be read; they are not shown
    kube::Timestamp rolledBack;  ///< when the cluster's state last went back in time (etcd restored); null: it did not
    bool operator==(const State &) const = default;
};

/** One State a kind. */
struct States {
    State pods;
    State events;
    State nodes;
    State namespaces;
    bool operator==(const States &) const = default;
};

/**
 * The state of a kind that is read one namespace at a time, from those of its parts, by namespace: the phase is that
 * of the part that is worst off, except that parts that are Denied only count where all are; they are `missing`.
 */
[[nodiscard]] State merged(const QList<std::pair<QString, State>> &parts);

}  // namespace mirror
