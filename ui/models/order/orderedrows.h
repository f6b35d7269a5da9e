// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/order/rowsource.h"

#include <QAbstractProxyModel>

namespace models {

/**
 * Some rows of a table, in the order of a column: what QSortFilterProxyModel does, for 100,000 rows that change many
 * times a second. All rows stay sorted, hidden ones too, so that another filter only chooses among them. What one batch
 * changes is told as a few signals: many scattered rows come or go in one run at the end, and one change of the layout
 * puts them where they belong. Selection, scroll position and persistent indexes follow their rows.
 */
class OrderedRows : public QAbstractProxyModel {
    Q_OBJECT

public:
    /** `source` is what `rows` is, too; both outlive this. The columns are those of `rows`. */
    OrderedRows(QAbstractItemModel &rows, const RowSource &source, QObject *parent);

    /** By the meaning of a column, then by name; a column of -1: as they came. */
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sourceRow(int row) const { return m_order[size_t(row)]; }

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &) const override { return {}; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    /** Whether a row of the source shows. */
    [[nodiscard]] virtual bool accepts(int row) const = 0;
    /** Another filter holds: asks `accepts` of every row. The first time at the end of the constructor. */
    void refilter();
    /** Puts rows that changed where they belong; see RowSource::isBusy. */
    void settle();

private:
    using Rows = std::vector<int>;

    void listen(const QAbstractItemModel &rows);
    void takeInserted(int first, int last);
    void takeDying(int first, int last);
    void takeRemoved(int first, int last);
    void takeChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void takeMoved();
    [[nodiscard]] bool isBefore(int a, int b) const;
    [[nodiscard]] Rows sorted() const;
    void arrange(const Rows &fresh);
    void rebuild();
    [[nodiscard]] Rows wanted() const;
    void become(Rows next);
    void drop(const Rows &next);
    void relay(Rows next);
    void renumber();

    const RowSource &m_source;
    Rows m_names;                  ///< all rows of the source, by name
    Rows m_sorted;                 ///< all of them, as they would show
    Rows m_order;                  ///< those that show
    Rows m_place;                  ///< by row of the source: where it shows, or -1
    std::vector<bool> m_accepted;  ///< by row of the source
    Rows m_pending;                ///< changed since they were put where they belong
    bool m_mayMove = false;        ///< their order may be another
    int m_column = -1;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
};

}  // namespace models
