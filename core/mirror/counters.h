// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>

namespace mirror {

/** What keeping one cluster's copy true has cost since its Cluster was made; all kinds together. */
struct Counters {
    quint64 lists = 0;        ///< whole lists that became the copy, streamed or paged
    quint64 relists = 0;      ///< of `lists`: those after the first of their kind and scope
    quint64 pages = 0;        ///< list requests that were answered
    quint64 watches = 0;      ///< watches that the server accepted
    quint64 events = 0;       ///< ADDED, MODIFIED and DELETED frames, those of streamed lists included
    quint64 bookmarks = 0;    ///< BOOKMARK frames
    quint64 bytes = 0;        ///< of list bodies and watch frames, decompressed
    quint64 retries = 0;      ///< waits with back-off after a failure
    quint64 throttled = 0;    ///< answers 429
    quint64 stalls = 0;       ///< watches that were silent for too long and were opened anew
    quint64 probes = 0;       ///< questions for the cluster's newest version after silence or a doubt
    quint64 rollbacks = 0;    ///< how often the cluster's state went back in time
    quint64 outdated = 0;     ///< frames that told older news than we had, and were dropped
    quint64 checks = 0;       ///< comparisons of what we hold with a list of the server's metadata
    quint64 mismatches = 0;   ///< of `checks`: those that found a difference and listed again
    quint64 undecodable = 0;  ///< objects that could not be read, each time one came
    bool operator==(const Counters &) const = default;
};

}  // namespace mirror
