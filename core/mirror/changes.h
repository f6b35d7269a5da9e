// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/batch.h"

#include <QHash>

#include <memory>
#include <vector>

namespace mirror {

/**
 * What changed since the consumer last took: per key, what it holds and what is true now. However many events a key
 * saw, one line comes out: nothing, a removal, an upsert, or both where the object is another one (other uid).
 */
template <class T>
class Changes {
public:
    using Pointer = std::shared_ptr<const T>;

    /** `before` and `now` of one change, in order; null: it did not, or does not, exist. */
    void note(const kube::Key &key, const Pointer &before, const Pointer &now)
    {
        const auto found = m_index.constFind(key);
        if (found != m_index.constEnd()) {
            m_lines[*found].now = now;
            return;
        }
        m_index.insert(key, m_lines.size());
        m_lines.push_back({key, before, now});
    }

    [[nodiscard]] ChangeSet<Pointer> take()
    {
        ChangeSet<Pointer> set;
        for (const Line &line : m_lines) {
            if (line.held == line.now)
                continue;
            if (line.held && (!line.now || line.held->meta.uid != line.now->meta.uid))
                set.removals << line.key;
            if (line.now)
                set.upserts << line.now;
        }
        clear();
        return set;
    }

    void clear()
    {
        m_lines.clear();
        m_index.clear();
    }
    [[nodiscard]] bool isEmpty() const { return m_lines.empty(); }

private:
    struct Line {
        kube::Key key;
        Pointer held;
        Pointer now;
    };
    std::vector<Line> m_lines;
    QHash<kube::Key, size_t> m_index;
};

}  // namespace mirror
