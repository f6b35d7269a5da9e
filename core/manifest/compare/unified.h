// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace manifest {

/**
 * What differs between two texts as `diff -u -N` prints it: two lines of names, then hunks with three lines around each
 * change. Empty where they are the same; an empty text is a file that is not there. Pure.
 */
[[nodiscard]] QString unified(const QString &leftName, const QString &left, const QString &rightName,
                              const QString &right);

}  // namespace manifest
