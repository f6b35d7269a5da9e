// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/batch.h"
#include "mirror/hold/store.h"

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
    using Pointer = kube::Shared<T>;

    /** One change, in order. */
    void note(const Change<T> &change)
    {
        auto at = m_index.constFind(change.key);
        if (at == m_index.constEnd()) {
            at = m_index.insert(change.key, m_lines.size());
            m_lines.push_back({change.key, change.before, nullptr, false});
        }
        Line &line = m_lines[*at];
        line.now = change.now;
        line.isUnseen = !change.now && change.isUnseen;
    }

    [[nodiscard]] ChangeSet<Pointer> take()
    {
        ChangeSet<Pointer> set;
        for (const Line &line : m_lines) {
            if (line.held == line.now)
                continue;
            if (line.held && (!line.now || line.held->meta.uid != line.now->meta.uid))
                set.removals << line.key;
            if (line.held && line.isUnseen)
                set.vanished << line.key;
            if (line.now)
                set.upserts << line.now;
        }
        clear();
        return set;
    }

    /** Keeps no room: that of a list's changes would lie about for the few that follow. */
    void clear() { *this = {}; }
    [[nodiscard]] bool isEmpty() const { return m_lines.empty(); }

private:
    struct Line {
        kube::Key key;
        Pointer held;
        Pointer now;
        bool isUnseen = false;
    };
    std::vector<Line> m_lines;
    QHash<kube::Key, size_t> m_index;
};

}  // namespace mirror
