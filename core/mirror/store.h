// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/fingerprint.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>
#include <functional>
#include <memory>

namespace mirror {

/**
 * Our copy of one kind. Tells `changed` of every difference, after it was made; another object under the same key
 * (other uid) is told as its end, then its beginning. Never goes back to an older version of an object, except in
 * `replace`, whose list is the truth.
 */
template <class T>
class Store {
public:
    using Pointer = std::shared_ptr<const T>;
    using Changed = std::function<void(const kube::Key &key, const Pointer &before, const Pointer &now)>;

    explicit Store(Changed changed) : m_changed(std::move(changed)) {}

    void upsert(const Pointer &object)
    {
        const Pointer held = m_objects.value(object->meta.key);
        if (held && isOlder(object->meta, held->meta))
            return;
        put(held, object);
    }

    /** `last` is the object's last state, as a DELETED event carries it. */
    void remove(const Pointer &last)
    {
        const Pointer held = m_objects.value(last->meta.key);
        if (!held || (held->meta.uid != last->meta.uid && isOlder(last->meta, held->meta)))
            return;
        drop(held);
    }

    /** What the list does not name is gone; what has the version we hold did not change. */
    void replace(const QList<Pointer> &objects)
    {
        QSet<kube::Key> listed;
        listed.reserve(objects.size());
        for (const Pointer &object : objects)
            listed.insert(object->meta.key);
        const QList<Pointer> held = m_objects.values();
        for (const Pointer &one : held) {
            if (!listed.contains(one->meta.key))
                drop(one);
        }
        for (const Pointer &object : objects)
            put(m_objects.value(object->meta.key), object);
    }

    void clear() { m_objects.clear(); }
    [[nodiscard]] Pointer value(const kube::Key &key) const { return m_objects.value(key); }
    /** All that is held, sorted by key. */
    [[nodiscard]] Holdings holdings() const
    {
        Holdings found;
        found.reserve(m_objects.size());
        for (const Pointer &one : m_objects)
            found.append({one->meta.key, one->meta.uid, one->meta.resourceVersion, fingerprint(*one)});
        std::ranges::sort(found, {}, &Holding::key);
        return found;
    }
    [[nodiscard]] qsizetype size() const { return m_objects.size(); }

private:
    static bool isOlder(const kube::ObjectMeta &a, const kube::ObjectMeta &b)
    {
        return kube::compareResourceVersions(a.resourceVersion, b.resourceVersion) == std::partial_ordering::less;
    }
    void put(const Pointer &held, const Pointer &object)
    {
        if (held && held->meta.uid == object->meta.uid && held->meta.resourceVersion == object->meta.resourceVersion)
            return;
        if (held && held->meta.uid != object->meta.uid) {
            drop(held);
            put(nullptr, object);
            return;
        }
        m_objects.insert(object->meta.key, object);
        m_changed(object->meta.key, held, object);
    }
    void drop(const Pointer &held)
    {
        const kube::Key key = held->meta.key;
        m_objects.remove(key);
        m_changed(key, held, nullptr);
    }

    Changed m_changed;
    QHash<kube::Key, Pointer> m_objects;
};

}  // namespace mirror
