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
    /** Rows are read one after the other and this one is next: a hint to the processor to fetch what lies far away. */
    void expect(int row) const
    {
        constexpr size_t Line = 64;
        if (const size_t later = size_t(row) + 16; later < m_rows.size())
            for (size_t at = 0; at < sizeof(kube::SlimPod); at += Line)
                __builtin_prefetch(reinterpret_cast<const char *>(m_rows[later].pod.get()) + at);
        if (const size_t soon = size_t(row) + 8; soon < m_rows.size())  // the pod itself is near by now
            __builtin_prefetch(m_rows[soon].pod->meta.key.name.constData());
    }
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
