// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/node.h"
#include "kube/pod.h"
#include "pull/forecast/pastpulls.h"
#include "pull/story/story.h"

#include <QStringList>

namespace pull {

/** What may be known of a pull secret; its content is never looked at. */
struct KnownSecret {
    enum class State { Unreadable, Missing, NotForRegistries, Readable };
    QString name;
    State state = State::Unreadable;
    QStringList keys;  ///< Readable: for which registries it has an entry, as it writes them
};

/** What the cluster stores now of a container that the manifest changes. */
struct StoredContainer {
    QString name;
    kube::PullPolicy policy = kube::PullPolicy::Unset;
};

/** A pod, or the pods of a template, that somebody is about to create. */
struct Plan {
    kube::Pod pod;  ///< as the manifest writes it: a policy that is not written is Unset
    kube::StringPairs nodeSelector;
    bool ofTemplate = false;
    QList<StoredContainer> stored;  ///< of the live object of that name; empty: it would be new
    QList<KnownSecret> secrets;     ///< those that the pod would have, its service account's included
};

enum class Expectation { WouldPull, WouldUseLocal, WouldFail, CannotKnow };

/** What one node would do, and how long it would take. */
struct NodeForecast {
    QString node;
    Expectation expectation = Expectation::CannotKnow;
    Statement why;  ///< step Decision
    Estimate time;  ///< of the pull, where there may be one
};

struct ContainerForecast {
    QString container;
    kube::ContainerKind kind = kube::ContainerKind::Regular;
    QString image;
    kube::PullPolicy policy = kube::PullPolicy::Unset;  ///< in force after defaulting
    Statement policyFrom;                               ///< step Policy
    QList<NodeForecast> nodes;                          ///< by name
    QList<Statement> traps;                             ///< what is likely not as it is meant
};

/** A node that does not take the pod, and why: a statement of step Node. */
struct LeftOut {
    QString node;
    Statement why;
};

struct Forecast {
    QList<ContainerForecast> containers;  ///< image volumes first, then in start order
    QList<LeftOut> leftOut;
};

/**
 * What would happen if the plan were created now. Candidates are the nodes that are ready, not cordoned and that fit
 * `nodeSelector` (or the node that the pod names); taints, affinity and room are not looked at. Pure.
 */
[[nodiscard]] Forecast forecast(const Plan &plan, std::span<const kube::NodePtr> nodes,
                                std::span<const PastPull> pastPulls);

}  // namespace pull
