// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/batch.h"
#include "models/rows/podrows.h"

#include <QAbstractTableModel>
#include <QHash>

#include <functional>

namespace models {

/**
 * The pods of the mirror as rows, in order of arrival. Takes batches: removals, changes in place of the columns that
 * changed, one append; a reset only where the batch says that everything before is void.
 */
class PodModel : public QAbstractTableModel, public RowSource {
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
    using EventsOf = std::function<QList<kube::EventPtr>(const kube::SlimPod &)>;

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

    [[nodiscard]] const kube::PodRef &pod(int row) const { return m_rows.at(row).pod; }
    [[nodiscard]] const kube::PodSummary &summary(int row) const { return m_rows.at(row).summary; }
    /** -1 where there is no such pod. */
    [[nodiscard]] int row(const kube::Key &key) const { return m_rows.find(key); }
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

    void expect(int row) const { m_rows.expect(row); }  ///< rows are read in their order, and this one is next
    [[nodiscard]] std::vector<SortKey> sortKeys(int column) const override;
    [[nodiscard]] std::weak_ordering compare(int a, int b, int column) const override;
    [[nodiscard]] std::strong_ordering compareNames(int a, int b) const override;
    [[nodiscard]] bool isBusy() const override { return m_isBusy; }
    [[nodiscard]] std::span<const int> moved() const override { return m_moved; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void settled();  ///< a batch has changed all that it changes

private:
    const PodPull &pullOf(const PodRow &row) const;
    [[nodiscard]] QString text(const PodRow &row, int column) const;
    [[nodiscard]] QVariant sortValue(const PodRow &row, int column) const;
    [[nodiscard]] SortKey sortNumber(const PodRow &row, int column) const;
    [[nodiscard]] QString toolTip(const PodRow &row, int column) const;
    void clear();
    void remove(const QList<kube::Key> &keys);
    void moveBack(const std::vector<int> &rows);
    [[nodiscard]] quint32 changesOf(const PodRow &before, const PodRow &now) const;
    void upsert(const QList<kube::PodRef> &pods);
    void listen(const QList<kube::EventPtr> &events);
    [[nodiscard]] bool pullChanged(const PodRow &before, const PodRow &now) const;
    void setVersion(kube::Version version);
    void count(const PodRow &row, int by);

    PodRows m_rows;
    QHash<QString, int> m_statusCounts;
    kube::Version m_version;
    QStringList m_labels;
    Clock m_clock;
    EventsOf m_events;
    int m_pullProblems = 0;
    std::vector<int> m_moved;
    bool m_isBusy = false;
};

}  // namespace models
