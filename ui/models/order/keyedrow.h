// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/order/rowsource.h"

namespace models {

struct KeyedRow {
    SortKey key;
    int row = 0;
};

/** Sorts by key; rows of equal ones stay as they stand. Cost: one pass for each byte of the keys that is not the same
 * in all. */
void sortByKey(std::vector<KeyedRow> &rows);

}  // namespace models
