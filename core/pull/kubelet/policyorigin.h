// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/pod.h"

namespace pull {

/** Where the policy in force came from. */
struct PolicyOrigin {
    enum class Kind {
        Explicit,   ///< the manifest says it
        Defaulted,  ///< the API server filled it in
        Rewritten,  ///< the manifest says another: admission changed it
        CannotTell,
    };
    Kind kind = Kind::CannotTell;
    kube::PullPolicy written = kube::PullPolicy::Unset;  ///< Rewritten: what the manifest says
    QString evidence;                                    ///< which field tells; empty: none
    QString ground = {};                                 ///< of a rule that tells: as of a Statement
    QList<QString> groundArgs = {};
    bool operator==(const PolicyOrigin &) const = default;
};

/**
 * From the last-applied annotation (the manifest's own text) or the owners of the field. managedFields name every
 * field that a create or update set, defaults included: ownership by an Update proves nothing, by an Apply it does.
 */
[[nodiscard]] PolicyOrigin policyOrigin(const kube::Pod &pod, const kube::Container &container);

}  // namespace pull
