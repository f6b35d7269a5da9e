// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/shelf.h"
#include "mirror/batch.h"
#include "models/spectally.h"

#include <QHash>
#include <QStringList>

namespace models {

/** What the window knows of the cluster beside the tables: looked up by key, and the server's time. */
class Snapshot {
public:
    void apply(const mirror::Batch &batch);

    /** How true the pods are. */
    [[nodiscard]] const mirror::State &state() const { return m_states.pods; }
    [[nodiscard]] const mirror::States &states() const { return m_states; }
    [[nodiscard]] const QString &serverVersion() const { return m_serverVersion; }
    /** Null where there is none. */
    [[nodiscard]] kube::PodRef pod(const kube::Key &key) const { return m_pods.value(key); }
    [[nodiscard]] kube::NodePtr node(const QString &name) const { return m_nodes.value(name); }
    [[nodiscard]] const kube::Shelf<kube::PodRef> &pods() const { return m_pods; }
    [[nodiscard]] const SpecTally &specs() const { return m_specs; }
    [[nodiscard]] const QHash<QString, kube::NodePtr> &nodes() const { return m_nodes; }
    /** Sorted names. */
    [[nodiscard]] QStringList namespaces() const;
    /** The events about a pod in time order; of this very pod, not of an earlier one of the same name. */
    [[nodiscard]] QList<kube::EventPtr> eventsOf(const kube::SlimPod &pod) const
    {
        return m_events.contains(pod.meta.key) ? eventsOf(pod.meta.key, pod.meta.uid) : QList<kube::EventPtr>();
    }
    [[nodiscard]] QList<kube::EventPtr> eventsOf(const kube::Key &pod, const QString &uid) const;
    /** The server's time: our clock and its offset, never before the newest thing the server has told. */
    [[nodiscard]] kube::Timestamp now() const;

private:
    void take(const kube::EventPtr &event);
    void drop(const kube::Key &event);

    mirror::States m_states;
    QString m_serverVersion;
    std::chrono::nanoseconds m_offset{0};
    kube::Timestamp m_newest;
    kube::Shelf<kube::PodRef> m_pods;
    SpecTally m_specs;
    QHash<QString, kube::NodePtr> m_nodes;
    QHash<QString, kube::NamespacePtr> m_namespaces;
    QHash<kube::Key, QList<kube::EventPtr>> m_events;  ///< by the pod they are about
    QHash<kube::Key, kube::Key> m_podOfEvent;
};

}  // namespace models
