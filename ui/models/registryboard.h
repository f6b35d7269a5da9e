// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/pullledger.h"

#include <QAbstractTableModel>

namespace models {

/** The ledger's figures as rows, by registry or by node. */
class RegistryBoard : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Pulls, Failures, Median, Slow, Throughput, Causes, ColumnCount };
    enum Role { SortRole = Qt::UserRole + 1 };
    enum class Group { Registry, Node };

    using QAbstractTableModel::QAbstractTableModel;

    /** Takes over the ledger's figures as they are now, for these namespaces (empty: all): rows change in place. */
    void show(const PullLedger &ledger, const QStringList &namespaces = {});
    void setGroup(Group group);
    [[nodiscard]] Group group() const { return m_group; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString name;
        PullFigures figures;
        std::optional<std::chrono::nanoseconds> median, slow;
    };
    [[nodiscard]] static Row makeRow(const QString &name, const PullFigures &figures);
    [[nodiscard]] static QString text(const Row &row, int column);
    [[nodiscard]] static QVariant sortValue(const Row &row, int column);
    [[nodiscard]] static QString causes(const PullFigures &figures, const QString &between);

    QHash<QString, PullFigures> m_byRegistry;
    QHash<QString, PullFigures> m_byNode;
    QList<Row> m_rows;
    Group m_group = Group::Registry;
};

}  // namespace models
