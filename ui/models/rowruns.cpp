// SPDX-License-Identifier: Apache-2.0
#include "models/rowruns.h"

#include <algorithm>

namespace models {

QList<RowRun> joined(QList<RowRun> rows)
{
    std::ranges::sort(rows, {}, &RowRun::first);
    QList<RowRun> runs;
    for (const RowRun &row : rows) {
        if (runs.isEmpty() || row.first > runs.last().last + 1) {
            runs.append(row);
            continue;
        }
        RowRun &run = runs.last();
        run.last = std::max(run.last, row.last);
        run.firstColumn = std::min(run.firstColumn, row.firstColumn);
        run.lastColumn = std::max(run.lastColumn, row.lastColumn);
    }
    return runs;
}

}  // namespace models
