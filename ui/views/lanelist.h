// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/lane.h"

#include <QHash>
#include <QList>

#include <optional>

namespace views {

/**
 * The rows of the timeline: every lane of every pod, in the order in which the pods came. No widget, no pixels.
 * A pod that was replaced by another of the same name keeps its lanes, marked deleted, above the new one's.
 */
class LaneList {
public:
    struct Row {
        qsizetype pod = -1;
        qsizetype lane = -1;
        bool operator==(const Row &) const = default;
    };

    /** Deleted pods that are kept; the oldest leave first. */
    static constexpr qsizetype KeptDeleted = 200;

    /** Replaces everything. */
    void set(const QList<timeline::PodLanesPtr> &pods);
    /** Replaces the pods that are named by key and uid in place, and appends the new ones. */
    void apply(const QList<timeline::PodLanesPtr> &pods);

    [[nodiscard]] bool isEmpty() const { return m_rowCount == 0; }
    [[nodiscard]] qsizetype podCount() const { return m_pods.size(); }
    [[nodiscard]] qsizetype rowCount() const { return m_rowCount; }
    [[nodiscard]] const timeline::PodLanes &pod(qsizetype index) const { return *m_pods.at(index); }

    /** The pod and lane of a row; both -1 where there is no such row. O(log pods). */
    [[nodiscard]] Row row(qsizetype index) const;
    /** The lane of a row, or null. */
    [[nodiscard]] const timeline::Lane *lane(qsizetype index) const;
    /** First row of a pod. */
    [[nodiscard]] qsizetype firstRow(qsizetype pod) const { return m_firstRows.at(pod); }
    /** The newest pod of that key, or nothing. */
    [[nodiscard]] std::optional<qsizetype> find(const kube::Key &key) const;

    /** Earliest and latest time of any span or mark; `open` if something is still going on. */
    struct Extent {
        kube::Timestamp begin;
        kube::Timestamp end;
        bool open = false;
    };
    /** Of everything, or of one pod. */
    [[nodiscard]] Extent extent(std::optional<qsizetype> pod = {}) const;
    /** Whether a lane in these rows has a span that is still going on. */
    [[nodiscard]] bool hasOpen(qsizetype firstRow, qsizetype lastRow) const;

private:
    void reindex();
    void dropOldDeleted();

    QList<timeline::PodLanesPtr> m_pods;
    QList<qsizetype> m_firstRows;
    QHash<kube::Key, qsizetype> m_newest;
    QHash<std::pair<kube::Key, QString>, qsizetype> m_byUid;
    qsizetype m_rowCount = 0;
};

}  // namespace views
