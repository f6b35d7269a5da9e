// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>

#include <compare>
#include <span>
#include <vector>

namespace models {

/** A number of 128 bits that sorts as a cell's meaning does. */
struct SortKey {
    quint64 high = 0, low = 0;
    auto operator<=>(const SortKey &) const = default;
};

/** What OrderedRows asks of the model whose rows it orders, beside what a model tells anyway. */
class RowSource {
public:
    virtual ~RowSource() = default;

    /** For each row a key by the meaning of `column`; they stand as `compare` puts the rows. */
    [[nodiscard]] virtual std::vector<SortKey> sortKeys(int column) const = 0;
    [[nodiscard]] virtual std::weak_ordering compare(int a, int b, int column) const = 0;
    /** How rows stand that `compare` calls equal; never equal for two rows. */
    [[nodiscard]] virtual std::strong_ordering compareNames(int a, int b) const = 0;
    /** More changes follow at once, and then a call to put the changed rows where they belong. */
    [[nodiscard]] virtual bool isBusy() const { return false; }
    /** While `layoutChanged` is told: where each row went. */
    [[nodiscard]] virtual std::span<const int> moved() const { return {}; }
};

}  // namespace models
