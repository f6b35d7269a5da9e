// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/podsummary.h"
#include "mirror/batch.h"
#include "models/podpull.h"

#include <QAbstractTableModel>
#include <QHash>

#include <functional>

namespace models {

/**
 * The pods of the mirror as rows, in order of arrival. Takes batches: removals, changes in place of the columns that
 * changed, one append; a reset only where the batch says that everything before is void.
 */
class PodModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /** kubectl's order, with what the pulls came to, then the rest of `-o wide`. The labels' columns follow. */
    enum Column {
        Namespace,
        Name,
        Ready,
        Status,
        Restarts,
        Age,
        Pull,
        Cause,
        PullTime,
        Policy,
        Node,
        Ip,
        NominatedNode,
        ReadinessGates,
        ColumnCount  ///< of those that are always there
    };
    enum Role {
        SortRole = Qt::UserRole + 1,  ///< a number or text that sorts as the column means
        PullRole,                     ///< PodPull::State as a number
        ChangedRole,  ///< the columns that the row's last change touched: bit 0 the first, bit 31 all from there
    };
    using Clock = std::function<kube::Timestamp()>;
    using EventsOf = std::function<QList<kube::EventPtr>(const kube::Pod &)>;

    explicit PodModel(QObject *parent = nullptr);

    void apply(const mirror::Batch &batch);
    /** What counts as now, for ages; the default is this machine's clock. */
    void setClock(Clock clock);
    /** Who knows a pod's events. They are read when a row's pull is looked at, once for each change of it. */
    void setEvents(EventsOf events);

    /** The label keys that have a column each, after the others. */
    void setLabelColumns(const QStringList &keys);
    [[nodiscard]] const QStringList &labelColumns() const { return m_labels; }
    /** A column's name for settings, the same in every language: `restarts`, `label:app`. */
    [[nodiscard]] QString columnId(int column) const;

    [[nodiscard]] kube::PodPtr pod(int row) const { return m_rows.at(row).pod; }
    [[nodiscard]] const kube::PodSummary &summary(int row) const { return m_rows.at(row).summary; }
    /** -1 where there is no such pod. */
    [[nodiscard]] int row(const kube::Key &key) const { return m_index.value(key, -1); }
    /** Whether a container of the row's pod waits because of its image. */
    [[nodiscard]] bool hasPullProblem(int row) const { return m_rows.at(row).pullProblem; }
    [[nodiscard]] kube::Version version() const { return m_version; }  ///< the server's, once it is known
    /** What counts as now. */
    [[nodiscard]] kube::Timestamp now() const { return m_clock(); }
    /** What the pulls of a row's pod came to. */
    [[nodiscard]] const PodPull &pull(int row) const { return pullOf(m_rows.at(row)); }
    /** How many pods wait because of an image. */
    [[nodiscard]] int pullProblems() const { return m_pullProblems; }
    /** How many pods have each STATUS text. */
    [[nodiscard]] const QHash<QString, int> &statusCounts() const { return m_statusCounts; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        kube::PodPtr pod;
        kube::PodSummary summary;
        QString policy;
        bool pullProblem = false;
        quint32 changed = 0;             ///< see ChangedRole
        mutable bool pullKnown = false;  ///< nobody has looked at it yet, or something changed since
        mutable PodPull pull;
    };

    [[nodiscard]] Row makeRow(const kube::PodPtr &pod) const;
    const PodPull &pullOf(const Row &row) const;
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] QVariant sortValue(const Row &row, int column) const;
    [[nodiscard]] QString toolTip(const Row &row, int column) const;
    void clear();
    void remove(const QList<kube::Key> &keys);
    void upsert(const QList<kube::PodPtr> &pods);
    void listen(const QList<kube::EventPtr> &events);
    [[nodiscard]] bool pullChanged(const Row &before, const Row &now) const;
    void setVersion(kube::Version version);
    void count(const Row &row, int by);

    QList<Row> m_rows;
    QHash<kube::Key, int> m_index;
    QHash<QString, int> m_statusCounts;
    kube::Version m_version;
    QStringList m_labels;
    Clock m_clock;
    EventsOf m_events;
    int m_pullProblems = 0;
};

}  // namespace models
