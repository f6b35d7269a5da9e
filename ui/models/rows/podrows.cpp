// SPDX-License-Identifier: Apache-2.0
#include "models/rows/podrows.h"

#include <algorithm>

namespace models {

int PodRows::find(const kube::Key &key) const
{
    const Seat *const seat = m_seats.find(key);
    if (!seat)
        return -1;
    return int(std::ranges::lower_bound(m_rows, seat->serial, {}, &PodRow::serial) - m_rows.begin());
}

void PodRows::clear()
{
    m_seats = {};
    m_rows = std::vector<PodRow>();
    m_next = 0;
}

void PodRows::reserve(int more)
{
    // by an eighth at least, so that many small batches do not copy all rows each
    if (m_rows.capacity() < m_rows.size() + size_t(more))
        m_rows.reserve(m_rows.size() + std::max(size_t(more), m_rows.size() / 8));
}

void PodRows::append(PodRow row)
{
    row.serial = m_next++;
    seat(row);
    m_rows.push_back(std::move(row));
}

void PodRows::replace(int row, PodRow by)
{
    by.serial = at(row).serial;
    seat(by);
    m_rows[size_t(row)] = std::move(by);
}

void PodRows::remove(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_seats.remove(at(row).pod->meta.key);
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
}

std::vector<int> PodRows::moveBack(const std::vector<int> &rows)
{
    std::vector<bool> moves(m_rows.size());
    for (const int row : rows)
        moves[size_t(row)] = true;
    std::vector<int> to(m_rows.size());
    std::vector<PodRow> ordered;
    ordered.reserve(m_rows.capacity());
    for (const bool back : {false, true})
        for (size_t i = 0; i < m_rows.size(); ++i)
            if (moves[i] == back) {
                to[i] = int(ordered.size());
                ordered.push_back(std::move(m_rows[i]));
                if (back) {
                    ordered.back().serial = m_next++;
                    seat(ordered.back());
                }
            }
    m_rows = std::move(ordered);
    return to;
}

}  // namespace models
