// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/batch.h"

namespace mirror {

/**
 * Cuts a batch that changes thousands of objects into parts that a window takes in a few milliseconds each. Removals
 * come before upserts, as in the whole; only the last part says how true things are now, and has the lanes.
 */
class Slices {
public:
    /** Of pods, and of events, in one part. */
    static constexpr qsizetype Most = 1000;

    /** Nothing may be left of the last one. */
    void take(const Batch &batch);
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    [[nodiscard]] Batch next();

private:
    Batch m_left;
    States m_states;  ///< what the last whole batch said
    bool m_isEmpty = true;
};

}  // namespace mirror
