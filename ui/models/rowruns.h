// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

namespace models {

/** Rows first..last that follow one another, with the first and last of their columns that changed. */
struct RowRun {
    int first = 0;
    int last = 0;
    int firstColumn = 0;
    int lastColumn = 0;
    bool operator==(const RowRun &) const = default;
};

/** Joins one-row runs in any order into as few runs as there are gaps; columns are united. */
[[nodiscard]] QList<RowRun> joined(QList<RowRun> rows);

}  // namespace models
