// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/slim/slimpod.h"

#include <QHash>

namespace models {

/** How many pods of each namespace have each spec: what is the same for thousands need not be read of each. */
class SpecTally {
public:
    struct Line {
        const kube::SpecShape *spec = nullptr;  ///< lives as long as a pod that has it
        QString ns;
        bool operator==(const Line &) const = default;
        friend size_t qHash(const Line &line, size_t seed) noexcept { return qHashMulti(seed, line.spec, line.ns); }
    };

    /** A pod became another state of it; null: it was not, or is no more. Both are there until this returns. */
    void note(const kube::SlimPod *before, const kube::SlimPod *now)
    {
        if (before && now && &before->spec() == &now->spec())
            return;
        if (now)
            ++m_counts[{&now->spec(), now->meta.key.ns}];
        if (!before)
            return;
        const auto at = m_counts.find({&before->spec(), before->meta.key.ns});
        if (at != m_counts.end() && --*at == 0)
            m_counts.erase(at);
    }
    /** Never 0. */
    [[nodiscard]] const QHash<Line, int> &counts() const { return m_counts; }

private:
    QHash<Line, int> m_counts;
};

}  // namespace models
