// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/rows/podrow.h"

#include <QHash>

#include <vector>

namespace models {

/** Rows in order of arrival, found by their pod's key. */
class PodRows {
public:
    [[nodiscard]] int size() const { return int(m_rows.size()); }
    [[nodiscard]] const PodRow &at(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] PodRow &operator[](int row) { return m_rows[size_t(row)]; }
    /** -1 where there is no such pod. O(log rows). */
    [[nodiscard]] int find(const kube::Key &key) const;

    void clear();
    void reserve(int more);
    void append(PodRow row);
    /** Puts another state of the same pod into its row. */
    void replace(int row, PodRow by);
    /** Removes rows that follow one another. O(rows). */
    void remove(int first, int last);
    /** Moves these rows behind all others, which keep their order; tells where each row went. */
    [[nodiscard]] std::vector<int> moveBack(const std::vector<int> &rows);

private:
    std::vector<PodRow> m_rows;
    QHash<kube::Key, quint32> m_serials;
    quint32 m_next = 0;
};

}  // namespace models
