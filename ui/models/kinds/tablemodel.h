// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/table.h"

#include <QAbstractTableModel>

#include <functional>

namespace models {

/**
 * Objects of any one kind as a server's Table tells of them; an object is a row for as long as it is there. Column 0 is
 * the namespace, the others are the server's. A column `Age` is counted from the object's creation and goes on by
 * itself; every other text is as of the moment when the server wrote it.
 */
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { SortRole = Qt::UserRole + 1 };  ///< a number, a time or a text

    explicit TableModel(QObject *parent = nullptr);

    /** The time that counts as now for ages: the server's. */
    void setClock(std::function<kube::Timestamp()> clock);
    /** Rows go, change in place and come at the end; other columns begin anew. */
    void setTable(const kube::Table &table);
    void clear();

    [[nodiscard]] const kube::TableRow &row(int row) const { return m_table.rows.at(row); }
    [[nodiscard]] int rowOf(const kube::Key &key) const;
    /** The server would print it with `-o wide` only. */
    [[nodiscard]] bool isWide(int column) const;
    /** The column that counts from the creation; -1: none. */
    [[nodiscard]] int ageColumn() const { return m_age; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QVariant sortValue(int row, int column) const;
    void begin(const kube::Table &table);

    kube::Table m_table;
    std::function<kube::Timestamp()> m_clock;
    int m_age = -1;
};

}  // namespace models
