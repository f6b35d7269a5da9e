// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/batch.h"
#include "models/imagenames.h"
#include "models/pullfigures.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <functional>

namespace models {

/**
 * What this session saw of pulls, from the kubelets' events: each occurrence of an event once, however often the event
 * is sent. Pulls that asked no registry (the image was there, policy Never) are not in it. Reading an event costs tens
 * of microseconds: it waits until `digest`, so that 100,000 of them at once hold nobody up.
 */
class PullLedger {
public:
    using NodeOf = std::function<QString(const kube::Key &pod)>;
    using Figures = QHash<QString, PullFigures>;

    struct LastPull {
        kube::Timestamp at;
        qint64 bytes = 0;
    };

    void take(const mirror::Batch &batch);
    /** Reads at most so many events. `nodeOf` is asked where an event does not say where it happened. */
    void digest(qsizetype most, const NodeOf &nodeOf);
    [[nodiscard]] bool isBehind() const { return !m_waiting.isEmpty(); }

    /** By registry host, `docker.io`, for pods of these namespaces; empty: of all. */
    [[nodiscard]] Figures byRegistry(const QStringList &namespaces = {}) const;
    [[nodiscard]] Figures byNode(const QStringList &namespaces = {}) const;
    /** The newest pull of an image by its normalized name; a null time where none was seen. */
    [[nodiscard]] LastPull lastPull(const QString &image) const { return m_last.value(image); }

private:
    struct Counted {
        QString uid;
        int occurrences = 0;
    };
    void read(const kube::Event &event, const NodeOf &nodeOf);
    [[nodiscard]] static Figures sum(const QHash<QString, Figures> &byNamespace, const QStringList &namespaces);

    QList<kube::EventPtr> m_waiting;
    QHash<kube::Key, Counted> m_counted;             ///< by event
    QHash<QString, Figures> m_byRegistry, m_byNode;  ///< by namespace
    QHash<QString, LastPull> m_last;
    ImageNames m_names;
};

}  // namespace models
