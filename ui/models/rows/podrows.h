// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/shelf.h"
#include "models/rows/podrow.h"

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
    /** Where a pod is: its row has that serial. */
    struct Seat {
        const kube::SlimPod *pod = nullptr;
        quint32 serial = 0;
        const kube::SlimPod *operator->() const { return pod; }
    };
    void seat(const PodRow &row) { m_seats.put({row.pod.get(), row.serial}); }

    std::vector<PodRow> m_rows;
    kube::Shelf<Seat> m_seats;
    quint32 m_next = 0;
};

}  // namespace models
