// SPDX-License-Identifier: Apache-2.0
#include "models/order/keyedrow.h"

#include <array>
#include <numeric>

namespace models {

namespace {

/** Stable, by one byte of one half. */
void sortByByte(std::vector<KeyedRow> &rows, std::vector<KeyedRow> &room, quint64 SortKey::*half, int shift)
{
    const auto byteOf = [half, shift](const KeyedRow &row) { return (row.key.*half >> shift) & 255; };
    std::array<size_t, 257> place{};
    for (const KeyedRow &row : rows)
        ++place[byteOf(row) + 1];
    std::partial_sum(place.begin(), place.end(), place.begin());
    for (const KeyedRow &row : rows)
        room[place[byteOf(row)]++] = row;
    rows.swap(room);
}

}  // namespace

void sortByKey(std::vector<KeyedRow> &rows)
{
    SortKey differs;
    for (const KeyedRow &row : rows) {
        differs.high |= row.key.high ^ rows.front().key.high;
        differs.low |= row.key.low ^ rows.front().key.low;
    }
    std::vector<KeyedRow> room(rows.size());
    for (const auto half : {&SortKey::low, &SortKey::high})  // the last byte first
        for (int shift = 0; shift < 64; shift += 8)
            if (((differs.*half >> shift) & 255) != 0)
                sortByByte(rows, room, half, shift);
}

}  // namespace models
