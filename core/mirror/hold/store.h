// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/shelf.h"
#include "kube/slim/podref.h"
#include "mirror/fingerprint.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace mirror {

/** One change of a store, told after it was made. `before` or `now` null: it did not, or does not, exist. */
template <class T>
struct Change {
    kube::Key key;
    kube::Shared<T> before;
    kube::Shared<T> now;
    bool isUnseen =
        false;  ///< an end that a list told: `before` is the last state that we know, not the last there was
};

/**
 * Our copy of one kind, T = kube::SlimPod, kube::Event, kube::Node or kube::Namespace. Tells every difference; another
 * object under the same key (other uid) is told as its end, then its beginning. Never goes back to an older version of
 * an object, nor to one whose end it has seen, except in `replace`, whose list is the truth. One thread.
 */
template <class T>
class Store {
public:
    using Pointer = kube::Shared<T>;
    using Changed = std::function<void(const Change<T> &change)>;

    explicit Store(Changed changed) : m_changed(std::move(changed)) {}

    /** False: it is older than what we know of this object, and was not taken. */
    bool upsert(const Pointer &object);
    /** The object of that key and uid ended at that version; false: older than what we know, or not held. */
    bool remove(const kube::Key &key, const QString &uid, const QString &version);
    /** It may have changed in a way that cannot be read, so what we hold is not true any more. */
    void forget(const kube::Key &key);
    /**
     * What the list of that version does not name is gone; what has the version we hold did not change. `ns`: the list
     * is of that namespace only; empty: of all.
     */
    void replace(const std::vector<Pointer> &objects, const QString &version, const QString &ns = {});
    /** Versions of ends that were seen mean nothing any more. */
    void forgetEnds() { m_tombs.clear(); }

    /** We hold a later version of the object, or have seen its end at this version or a later one. */
    [[nodiscard]] bool knows(const kube::Key &key, const QString &version) const;
    [[nodiscard]] Pointer value(const kube::Key &key) const { return m_objects.value(key); }
    [[nodiscard]] qsizetype size() const { return m_objects.size(); }
    [[nodiscard]] const kube::Shelf<Pointer> &objects() const { return m_objects; }
    /** All that is held, sorted by key. */
    [[nodiscard]] Holdings holdings() const;

private:
    void bury(const kube::Key &key, const QString &version);
    void put(const Pointer &held, const Pointer &object);
    void drop(const Pointer &held, bool isUnseen);

    Changed m_changed;
    kube::Shelf<Pointer> m_objects;
    QHash<kube::Key, QString> m_tombs;  ///< at which version an object's end was seen
};

}  // namespace mirror
