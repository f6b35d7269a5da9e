// SPDX-License-Identifier: Apache-2.0
#include "mirror/hold/store.h"

#include <algorithm>

namespace mirror {

namespace {

constexpr qsizetype TombLimit = 10'000;

bool isLess(const QString &a, const QString &b)
{
    return kube::compareResourceVersions(a, b) == std::partial_ordering::less;
}

}  // namespace

template <class T>
bool Store<T>::upsert(const Pointer &object)
{
    if (knows(object->meta.key, object->meta.resourceVersion))
        return false;
    m_tombs.remove(object->meta.key);
    put(m_objects.value(object->meta.key), object);
    return true;
}

template <class T>
bool Store<T>::remove(const kube::Key &key, const QString &uid, const QString &version)
{
    const Pointer held = m_objects.value(key);
    if (held && isLess(version, held->meta.resourceVersion))
        return false;
    bury(key, version);
    if (!held)
        return false;
    drop(held, held->meta.uid != uid);
    return true;
}

template <class T>
void Store<T>::forget(const kube::Key &key)
{
    if (const Pointer held = m_objects.value(key))
        drop(held, true);
}

template <class T>
void Store<T>::replace(const std::vector<Pointer> &objects, const QString &version, const QString &ns)
{
    QSet<kube::Key> listed;
    listed.reserve(static_cast<qsizetype>(objects.size()));
    for (const Pointer &object : objects)
        listed.insert(object->meta.key);
    QList<Pointer> gone;
    for (const Pointer &one : std::as_const(m_objects)) {
        if ((ns.isEmpty() || one->meta.key.ns == ns) && !listed.contains(one->meta.key))
            gone << one;
    }
    std::ranges::sort(gone, {}, [](const Pointer &one) { return one->meta.key; });
    for (const Pointer &one : std::as_const(gone)) {
        bury(one->meta.key, version);
        drop(one, true);
    }
    m_objects.reserve(static_cast<qsizetype>(objects.size()));
    for (const Pointer &object : objects) {
        m_tombs.remove(object->meta.key);
        put(m_objects.value(object->meta.key), object);
    }
}

template <class T>
bool Store<T>::knows(const kube::Key &key, const QString &version) const
{
    const Pointer *const held = m_objects.find(key);
    if (held && isLess(version, (*held)->meta.resourceVersion))
        return true;
    const auto tomb = m_tombs.constFind(key);
    return tomb != m_tombs.constEnd() && kube::compareResourceVersions(version, *tomb) <= 0;  // unordered: not known
}

template <class T>
Holdings Store<T>::holdings() const
{
    Holdings found;
    found.reserve(m_objects.size());
    for (const Pointer &one : m_objects)
        found.append({one->meta.key, one->meta.uid, one->meta.resourceVersion, fingerprint(*one)});
    std::ranges::sort(found, {}, &Holding::key);
    return found;
}

template <class T>
void Store<T>::bury(const kube::Key &key, const QString &version)
{
    if (isLess(version, m_tombs.value(key)))
        return;
    if (m_tombs.size() >= TombLimit)
        m_tombs.clear();  // they guard against late news only, which the versions of a watch do as well
    m_tombs.insert(key, version);
}

template <class T>
void Store<T>::put(const Pointer &held, const Pointer &object)
{
    if (held && held->meta.uid == object->meta.uid && held->meta.resourceVersion == object->meta.resourceVersion)
        return;
    if (held && held->meta.uid != object->meta.uid) {
        drop(held, true);
        put(nullptr, object);
        return;
    }
    m_objects.put(object);
    m_changed({object->meta.key, held, object});
}

template <class T>
void Store<T>::drop(const Pointer &held, bool isUnseen)
{
    const kube::Key key = held->meta.key;
    m_objects.remove(key);
    m_changed({key, held, nullptr, isUnseen});
}

template class Store<kube::SlimPod>;
template class Store<kube::Event>;
template class Store<kube::Node>;
template class Store<kube::Namespace>;

}  // namespace mirror
