// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

namespace manifest {

/** A stretch of two texts: lines that are the same in both, or what of the one stands in the place of what of the
 * other. */
struct Stretch {
    bool same = true;
    qsizetype left = 0;  ///< first line in the left text, from 0
    qsizetype leftCount = 0;
    qsizetype right = 0;
    qsizetype rightCount = 0;  ///< of `same`: equal to leftCount
    bool operator==(const Stretch &) const = default;
};

/**
 * What differs between two lists of lines, in their order; same and other stretches take turns, and together they are
 * the whole of both. The shortest script of Myers (1986); where texts have almost nothing in common, beyond `effort`
 * differences, all that is left is one stretch. Pure; any thread.
 */
[[nodiscard]] QList<Stretch> difference(const QStringList &left, const QStringList &right, qsizetype effort = 4000);

}  // namespace manifest
