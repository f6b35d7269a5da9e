// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/lane.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace views {

/**
 * The rows of the timeline: every lane of every pod that is chosen. Living pods first, in the order in which they came,
 * then deleted ones, the newest first. A pod replaced by another of the same name is a deleted one. Pods are counted as
 * they are shown. No widget, no pixels.
 */
class LaneList {
public:
    struct Row {
        qsizetype pod = -1;
        qsizetype lane = -1;
        bool operator==(const Row &) const = default;
    };
    /** Which pods show. Without a chosen pod it is all of them. */
    enum class Scope { All, Pod, Workload };
    /** The name of the workload that a pod belongs to; empty if it has none. */
    using OwnerOf = std::function<QString(const kube::Key &)>;

    /** Deleted pods that are kept, and for how long after their end; the oldest leave first. */
    static constexpr qsizetype KeptDeleted = 50;
    static constexpr std::chrono::minutes DeletedStay{10};

    /** Asked once for each pod, when it comes. */
    void setOwners(OwnerOf owners) { m_owners = std::move(owners); }
    /** Replaces everything. */
    void set(const QList<timeline::PodLanesPtr> &pods);
    /** Replaces the pods that are named by key and uid in place, and adds the new ones. */
    void apply(const QList<timeline::PodLanesPtr> &pods);
    /** Drops deleted pods whose end is longer ago than DeletedStay. */
    void forget(kube::Timestamp now);
    /** Drops all pods but these. */
    void keep(const QSet<kube::Key> &pods);
    void choose(Scope scope, const kube::Key &pod);
    /** Only pods of these namespaces; empty: of all. */
    void setNamespaces(const QStringList &names);
    /** Aligned: every pod's beginning stands at time zero. */
    void setAligned(bool on);
    [[nodiscard]] bool isAligned() const { return m_aligned; }

    [[nodiscard]] bool isEmpty() const { return m_rowCount == 0; }
    [[nodiscard]] qsizetype podCount() const { return m_shown.size(); }
    [[nodiscard]] qsizetype rowCount() const { return m_rowCount; }
    [[nodiscard]] const timeline::PodLanes &pod(qsizetype index) const { return *m_all.at(m_shown.at(index)).lanes; }

    /** The pod and lane of a row; both -1 where there is no such row. O(log pods). */
    [[nodiscard]] Row row(qsizetype index) const;
    /** The lane of a row, or null. */
    [[nodiscard]] const timeline::Lane *lane(qsizetype index) const;
    /** First row of a pod. */
    [[nodiscard]] qsizetype firstRow(qsizetype pod) const { return m_firstRows.at(pod); }
    /** The living pod of that key, or the newest deleted one, or nothing. */
    [[nodiscard]] std::optional<qsizetype> find(const kube::Key &key) const;
    /** This very pod, or nothing. */
    [[nodiscard]] std::optional<qsizetype> find(const kube::Key &key, const QString &uid) const;
    /** What to add to a pod's times to get where they stand on the screen; zero unless aligned. */
    [[nodiscard]] std::chrono::nanoseconds shift(std::optional<qsizetype> pod) const;

    /** Earliest and latest time of any span or mark; `open` if something is still going on. */
    struct Extent {
        kube::Timestamp begin;
        kube::Timestamp end;
        bool open = false;
    };
    /** Of everything that shows, or of one pod; shifted. */
    [[nodiscard]] Extent extent(std::optional<qsizetype> pod = {}) const;
    /** Whether a lane in these rows has a span that is still going on. */
    [[nodiscard]] bool hasOpen(qsizetype firstRow, qsizetype lastRow) const;

private:
    struct Entry {
        timeline::PodLanesPtr lanes;
        QString owner;
    };

    void add(const timeline::PodLanesPtr &pod);
    void replaceLiving(const timeline::PodLanes &by);
    [[nodiscard]] bool isChosen(const Entry &entry, const QString &owner) const;
    void dropOldDeleted();
    void reindex();

    QList<Entry> m_all;  ///< in order of arrival
    QHash<std::pair<kube::Key, QString>, qsizetype> m_byUid;
    QHash<kube::Key, qsizetype> m_latest;
    QList<qsizetype> m_shown;  ///< of m_all
    QList<qsizetype> m_firstRows;
    QHash<kube::Key, qsizetype> m_best;                         ///< of m_shown
    QHash<std::pair<kube::Key, QString>, qsizetype> m_shownAt;  ///< of m_shown
    qsizetype m_rowCount = 0;
    OwnerOf m_owners;
    Scope m_scope = Scope::All;
    QSet<QString> m_namespaces;
    kube::Key m_chosen;
    bool m_aligned = false;
};

}  // namespace views
