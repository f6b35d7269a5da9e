// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/object.h"

#include <QHashFunctions>

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>
#include <vector>

namespace kube {

/**
 * Objects by the key that stands in them as `meta.key`: it is not kept a second time, and the table looks at no object
 * where it grows. `Pointer` is anything with an arrow.
 */
template <class Pointer>
class Shelf {
public:
    class Iterator {
    public:
        Iterator(const Shelf &shelf, size_t at) : m_shelf(&shelf), m_at(at) {}
        const Pointer &operator*() const { return m_shelf->m_objects[m_at]; }
        Iterator &operator++() { return *this = {*m_shelf, m_shelf->taken(m_at + 1)}; }
        bool operator==(const Iterator &) const = default;

    private:
        const Shelf *m_shelf;
        size_t m_at;
    };
    [[nodiscard]] Iterator begin() const { return {*this, taken(0)}; }  ///< in no order
    [[nodiscard]] Iterator end() const { return {*this, m_marks.size()}; }
    [[nodiscard]] Iterator cbegin() const { return begin(); }
    [[nodiscard]] Iterator cend() const { return end(); }
    [[nodiscard]] qsizetype size() const { return m_size; }
    /** Null where there is none; valid until the next change. */
    [[nodiscard]] const Pointer *find(const Key &key) const
    {
        const size_t at = place(key, markOf(key));
        return at < m_marks.size() && m_marks[at] != Free ? &m_objects[at] : nullptr;
    }
    [[nodiscard]] Pointer value(const Key &key) const
    {
        const Pointer *const found = find(key);
        return found ? *found : Pointer();
    }
    /** Instead of the one of that key, which is still there until then. */
    void put(const Pointer &object)
    {
        reserve(m_size + 1);
        const quint32 mark = markOf(object->meta.key);
        const size_t at = place(object->meta.key, mark);
        m_size += m_marks[at] == Free ? 1 : 0;
        m_marks[at] = mark;
        m_objects[at] = object;
    }
    void remove(const Key &key)
    {
        size_t gap = place(key, markOf(key));
        if (gap >= m_marks.size() || m_marks[gap] == Free)
            return;
        // those that had to go on behind it come back
        for (size_t at = next(gap); m_marks[at] != Free; at = next(at))
            if (((at - m_marks[at]) & mask()) >= ((at - gap) & mask())) {
                m_marks[gap] = m_marks[at];
                m_objects[gap] = std::move(m_objects[at]);
                gap = at;
            }
        m_marks[gap] = Free;
        m_objects[gap] = Pointer();
        --m_size;
    }
    void reserve(qsizetype size)
    {
        const size_t places = std::bit_ceil(std::max<size_t>(size_t(size) * 8 / 7 + 1, 16));
        if (places <= m_marks.size())
            return;
        auto marks = std::exchange(m_marks, std::vector<quint32>(places));
        auto objects = std::exchange(m_objects, std::vector<Pointer>(places));
        for (size_t from = 0; from < marks.size(); ++from)
            if (marks[from] != Free) {
                size_t to = marks[from] & mask();
                while (m_marks[to] != Free)
                    to = next(to);
                m_marks[to] = marks[from];
                m_objects[to] = std::move(objects[from]);
            }
    }

private:
    static constexpr quint32 Free = 0;
    [[nodiscard]] static quint32 markOf(const Key &key)
    {
        return quint32(qHash(key, QHashSeed::globalSeed()) | 1U << 31);
    }
    /** The first that is, there or behind. */
    [[nodiscard]] size_t taken(size_t at) const
    {
        return size_t(std::find_if(m_marks.begin() + qptrdiff(at), m_marks.end(), std::identity()) - m_marks.begin());
    }
    [[nodiscard]] size_t mask() const { return m_marks.size() - 1; }
    [[nodiscard]] size_t next(size_t at) const { return (at + 1) & mask(); }
    /** Where the object of that key is, or would be. */
    [[nodiscard]] size_t place(const Key &key, quint32 mark) const
    {
        size_t at = m_marks.empty() ? 0 : mark & mask();
        while (at < m_marks.size() && m_marks[at] != Free && (m_marks[at] != mark || m_objects[at]->meta.key != key))
            at = next(at);
        return at;
    }

    std::vector<quint32> m_marks;    ///< a power of 2; of each object its key's hash
    std::vector<Pointer> m_objects;  ///< at the same places
    qsizetype m_size = 0;
};

}  // namespace kube
