// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/reader.h"

#include <QHash>

#include <memory>
#include <vector>

namespace mirror {

/** A list on its way, in the order in which it came: nobody sees it before it is whole. */
template <class T>
class Aside {
public:
    using Pointer = kube::Shared<T>;

    /** Of two of one key the later version stays: pages and initial events may overlap with changes. */
    void put(const Pointer &object)
    {
        const kube::Key &key = object->meta.key;
        m_broken.remove(key);
        const auto at = m_index.constFind(key);
        if (at == m_index.constEnd()) {
            m_index.insert(key, m_objects.size());
            m_objects.push_back(object);
        } else if (!m_objects[*at] || !isOlder(object->meta, m_objects[*at]->meta)) {
            m_objects[*at] = object;
        }
    }
    void remove(const kube::Key &key)
    {
        m_broken.remove(key);
        if (const auto at = m_index.constFind(key); at != m_index.constEnd())
            m_objects[*at] = nullptr;
    }
    /** An object of the list that cannot be read; an empty name: not even which. */
    void putBroken(const decode::Tag &tag)
    {
        if (tag.key.name.isEmpty()) {
            ++m_nameless;
            return;
        }
        remove(tag.key);
        m_broken.insert(tag.key, tag.resourceVersion);
    }
    void clear() { *this = {}; }

    /** How many objects came so far. */
    [[nodiscard]] int count() const { return static_cast<int>(m_index.size() + m_broken.size()) + m_nameless; }
    /** Objects that cannot be read, and their versions where those can. */
    [[nodiscard]] const QHash<kube::Key, QString> &broken() const { return m_broken; }
    [[nodiscard]] int nameless() const { return m_nameless; }
    /** What is there at the end. */
    [[nodiscard]] std::vector<Pointer> objects() const
    {
        std::vector<Pointer> found;
        found.reserve(m_objects.size());
        for (const Pointer &one : m_objects) {
            if (one)
                found.push_back(one);
        }
        return found;
    }

private:
    template <class Meta>
    static bool isOlder(const Meta &a, const Meta &b)
    {
        const QString one = a.resourceVersion;
        const QString other = b.resourceVersion;
        return kube::compareResourceVersions(one, other) == std::partial_ordering::less;
    }

    std::vector<Pointer> m_objects;
    QHash<kube::Key, size_t> m_index;
    QHash<kube::Key, QString> m_broken;
    int m_nameless = 0;
};

}  // namespace mirror
