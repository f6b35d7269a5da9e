// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"
#include "kube/node.h"
#include "kube/slim/podref.h"
#include "kube/version.h"
#include "mirror/state.h"
#include "timeline/lane.h"

#include <QList>

namespace mirror {

/**
 * What changed in one kind since the last batch, coalesced: a key stands at most once in all.
 * A pod deleted and created anew under the same key stands in both lists (other uid): removals go first.
 */
template <class Pointer>
struct ChangeSet {
    QList<kube::Key> removals;
    QList<Pointer> upserts;
    QList<kube::Key> vanished;  ///< of the removals those that nobody saw end: a list named them no more
    [[nodiscard]] bool isEmpty() const { return removals.isEmpty() && upserts.isEmpty(); }
};

/** One delivery from the cluster's thread to the GUI: immutable values only. */
struct Batch {
    bool reset = false;         ///< everything before is void (other cluster or namespace): clear first
    bool otherCluster = false;  ///< with `reset`: another cluster answers at this address (kube-system has another uid)
    States states;
    ChangeSet<kube::PodRef> pods;
    ChangeSet<kube::EventPtr> events;
    ChangeSet<kube::NodePtr> nodes;
    ChangeSet<kube::NamespacePtr> namespaces;
    QList<timeline::PodLanesPtr> lanes;  ///< new state of each pod's lanes that changed
    bool areLanesAsked = false;          ///< there are too many pods: only those have lanes that are asked for
    kube::Version serverVersion;
    QString serverGitVersion;                 ///< `v1.36.2`; empty before the first answer
    std::chrono::nanoseconds clockOffset{0};  ///< server clock minus ours, from the Date header
};

}  // namespace mirror
