// SPDX-License-Identifier: Apache-2.0
#include "mirror/hold/kindintake.h"

#include <algorithm>

namespace mirror {

namespace {

bool isLater(const QString &a, const QString &b)
{
    return kube::compareResourceVersions(a, b) == std::partial_ordering::greater;
}

template <class Event>
bool isChange(const Event &event)
{
    using Type = Event::Type;
    return event.type == Type::Added || event.type == Type::Modified || event.type == Type::Deleted;
}

template <class Event>
decode::Tag tagOf(const Event &event)
{
    if (event.object)
        return {event.object->meta.key, event.object->meta.uid, event.object->meta.resourceVersion};
    return event.unreadable.value_or(decode::Tag{});
}

template <class Event>
FrameNote noteOf(const Event &event)
{
    using Type = Event::Type;
    FrameNote note;
    note.version = event.resourceVersion;
    note.error = event.error;
    note.endsInitial = event.initialEventsEnd;
    if (isChange(event))
        note.type = FrameNote::Type::Changed;
    else if (event.type == Type::Bookmark)
        note.type = FrameNote::Type::Bookmark;
    else if (event.type == Type::Error)
        note.type = FrameNote::Type::Error;
    return note;
}

}  // namespace

template <class T>
KindIntake<T>::KindIntake(decode::Reader &reader, Store<T> &store, Counters &counters, const QString &ns)
    : m_reader(reader), m_store(store), m_counters(counters), m_ns(ns)
{
}

template <class T>
kube::Result<decode::ListMeta> KindIntake<T>::page(QByteArrayView body, int &loaded)
{
    const kube::Result<decode::List<T>> list = m_reader.list<T>(body);
    if (!list)
        return std::unexpected(list.error());
    for (const auto &object : list->items)
        m_aside.put(object);
    for (const decode::Tag &tag : list->unreadable)
        putBroken(tag);
    loaded = m_aside.count();
    return list->meta;
}

template <class T>
kube::Result<FrameNote> KindIntake<T>::initialFrame(QByteArrayView json, int &loaded)
{
    const kube::Result<Event> event = m_reader.watchEvent<T>(json);
    if (!event)
        return std::unexpected(event.error());
    if (isChange(*event)) {
        ++m_counters.events;
        const decode::Tag tag = tagOf(*event);
        if (event->type == Type::Deleted)
            m_aside.remove(tag.key);
        else if (event->object)
            m_aside.put(event->object);
        else
            putBroken(tag);
    }
    loaded = m_aside.count();
    return noteOf(*event);
}

template <class T>
void KindIntake<T>::dropAside()
{
    m_aside.clear();
}

template <class T>
bool KindIntake<T>::goesBack() const
{
    const auto isBack = [this](const kube::Key &key, const QString &version) {
        const auto held = m_store.value(key);
        const bool isSame = held && held->meta.resourceVersion == version;
        return (!isSame && m_store.knows(key, version)) || isLater(m_broken.value(key), version);
    };
    const auto objects = m_aside.objects();
    const auto &broken = m_aside.broken();
    return std::ranges::any_of(objects, [&](const auto &o) { return isBack(o->meta.key, o->meta.resourceVersion); }) ||
           std::any_of(broken.keyValueBegin(), broken.keyValueEnd(),
                       [&](const auto &entry) { return isBack(entry.first, entry.second); });
}

template <class T>
void KindIntake<T>::commit(const QString &version, bool isNewTime)
{
    m_broken = m_aside.broken();
    m_nameless = m_aside.nameless();
    if (isNewTime)
        m_store.forgetEnds();
    m_store.replace(m_aside.objects(), version, m_ns);
    m_aside.clear();
}

template <class T>
kube::Result<FrameNote> KindIntake<T>::frame(QByteArrayView json, const QString &since)
{
    const kube::Result<Event> event = m_reader.watchEvent<T>(json);
    if (!event)
        return std::unexpected(event.error());
    FrameNote note = noteOf(*event);
    if (note.type != FrameNote::Type::Changed)
        return note;
    ++m_counters.events;
    const decode::Tag tag = tagOf(*event);
    note.isNameless = tag.key.name.isEmpty();
    note.isOld = kube::compareResourceVersions(note.version, since) == std::partial_ordering::less;
    if (note.isOld) {
        ++m_counters.outdated;
        note.isNews = !isKnown(tag, event->type == Type::Deleted);
    } else {
        apply(*event, tag);
    }
    return note;
}

template <class T>
kube::Result<decode::ListMeta> KindIntake<T>::tags(QByteArrayView json, QList<decode::Tag> &into)
{
    const kube::Result<decode::TagList> list = m_reader.tags(json);
    if (!list)
        return std::unexpected(list.error());
    into += list->items;
    return list->meta;
}

template <class T>
QSet<kube::Key> KindIntake<T>::doubts(const QList<decode::Tag> &tags, const QString &listed, const QString &seen) const
{
    QSet<kube::Key> found;
    QSet<kube::Key> named;
    for (const decode::Tag &tag : tags) {
        named.insert(tag.key);
        if (isLater(tag.resourceVersion, seen))
            continue;
        if (const auto broken = m_broken.constFind(tag.key); broken != m_broken.constEnd()) {
            if (!broken->isEmpty() && *broken != tag.resourceVersion && !isLater(*broken, listed))
                found.insert(tag.key);
            continue;
        }
        const auto held = m_store.value(tag.key);
        const bool isSame = held && held->meta.uid == tag.uid && held->meta.resourceVersion == tag.resourceVersion;
        if (!isSame && !m_store.knows(tag.key, listed))
            found.insert(tag.key);
    }
    for (auto it = m_broken.constBegin(); it != m_broken.constEnd(); ++it) {
        if (!named.contains(it.key()) && !isLater(*it, listed))
            found.insert(it.key());
    }
    for (const auto &object : m_store.objects()) {
        const auto &meta = object->meta;
        const bool isOurs = m_ns.isEmpty() || meta.key.ns == m_ns;
        if (isOurs && !named.contains(meta.key) && !isLater(meta.resourceVersion, listed))
            found.insert(meta.key);
    }
    return found;
}

template <class T>
QList<QString> KindIntake<T>::namespaces() const
{
    QSet<QString> found;
    for (const auto &object : m_store.objects())
        found.insert(object->meta.key.ns);
    QList<QString> names = found.values();
    std::ranges::sort(names);
    return names;
}

template <class T>
void KindIntake<T>::putBroken(const decode::Tag &tag)
{
    ++m_counters.undecodable;
    m_aside.putBroken(tag);
}

template <class T>
bool KindIntake<T>::isKnown(const decode::Tag &tag, bool isEnd) const
{
    const auto held = m_store.value(tag.key);
    if (isEnd && !held)
        return !m_broken.contains(tag.key);
    if (!isEnd && held && held->meta.uid == tag.uid && held->meta.resourceVersion == tag.resourceVersion)
        return true;
    return m_store.knows(tag.key, tag.resourceVersion);
}

template <class T>
void KindIntake<T>::apply(const Event &event, const decode::Tag &tag)
{
    const bool isEnd = event.type == Type::Deleted;
    if (tag.key.name.isEmpty() || (!isEnd && !event.object)) {
        applyBroken(tag);
        return;
    }
    const bool isTaken = isEnd ? m_store.remove(tag.key, tag.uid, tag.resourceVersion) : m_store.upsert(event.object);
    if (isTaken || isEnd)
        m_broken.remove(tag.key);
    if (!isTaken)
        ++m_counters.outdated;
}

template <class T>
void KindIntake<T>::applyBroken(const decode::Tag &tag)
{
    ++m_counters.undecodable;
    if (tag.key.name.isEmpty()) {
        ++m_nameless;
        return;
    }
    m_broken.insert(tag.key, tag.resourceVersion);
    m_store.forget(tag.key);
}

template class KindIntake<kube::SlimPod>;
template class KindIntake<kube::Event>;
template class KindIntake<kube::Node>;
template class KindIntake<kube::Namespace>;

}  // namespace mirror
