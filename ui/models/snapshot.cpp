// SPDX-License-Identifier: Apache-2.0
#include "models/snapshot.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

void Snapshot::apply(const mirror::Batch &batch)
{
    if (batch.reset)
        *this = Snapshot();
    m_states = batch.states;
    m_offset = batch.clockOffset;
    if (!batch.serverGitVersion.isEmpty())
        m_serverVersion = batch.serverGitVersion;
    for (const kube::Key &key : batch.pods.removals) {
        m_specs.note(m_pods.value(key).get(), nullptr);
        m_pods.remove(key);
    }
    for (const kube::PodRef &pod : batch.pods.upserts) {
        m_specs.note(m_pods.value(pod->meta.key).get(), pod.get());
        m_pods.put(pod);
        m_newest = std::max(m_newest, pod->meta.creationTimestamp);
    }
    for (const kube::Key &key : batch.nodes.removals)
        m_nodes.remove(key.name);
    for (const kube::NodePtr &node : batch.nodes.upserts)
        m_nodes.insert(node->meta.key.name, node);
    for (const kube::Key &key : batch.namespaces.removals)
        m_namespaces.remove(key.name);
    for (const kube::NamespacePtr &ns : batch.namespaces.upserts)
        m_namespaces.insert(ns->meta.key.name, ns);
    for (const kube::Key &key : batch.events.removals)
        drop(key);
    for (const kube::EventPtr &event : batch.events.upserts)
        take(event);
    for (const timeline::PodLanesPtr &pod : batch.lanes)
        for (const timeline::Lane &lane : pod->lanes)
            if (!lane.spans.isEmpty())
                m_newest = std::max({m_newest, lane.spans.constLast().begin, lane.spans.constLast().end});
}

void Snapshot::take(const kube::EventPtr &event)
{
    m_newest = std::max(m_newest, event->last());
    if (event->involved.kind != u"Pod")
        return;
    drop(event->meta.key);
    const kube::Key pod{event->involved.ns, event->involved.name};
    m_podOfEvent.insert(event->meta.key, pod);
    m_events[pod].append(event);
}

void Snapshot::drop(const kube::Key &event)
{
    const auto about = m_podOfEvent.constFind(event);
    if (about == m_podOfEvent.cend())
        return;
    QList<kube::EventPtr> &list = m_events[*about];
    list.removeIf([&event](const kube::EventPtr &e) { return e->meta.key == event; });
    if (list.isEmpty())
        m_events.remove(*about);
    m_podOfEvent.erase(about);
}

QStringList Snapshot::namespaces() const
{
    QStringList names = m_namespaces.keys();
    std::ranges::sort(names);
    return names;
}

QList<kube::EventPtr> Snapshot::eventsOf(const kube::Key &pod, const QString &uid) const
{
    QList<kube::EventPtr> events = m_events.value(pod);
    events.removeIf(
        [&uid](const kube::EventPtr &event) { return !event->involved.uid.isEmpty() && event->involved.uid != uid; });
    std::ranges::stable_sort(events, {}, [](const kube::EventPtr &event) { return event->exactFirst(); });
    return events;
}

kube::Timestamp Snapshot::now() const
{
    const auto local = kube::Timestamp::fromUnixNanoseconds(QDateTime::currentMSecsSinceEpoch() * 1'000'000);
    return std::max(local + m_offset, m_newest);
}

}  // namespace models
