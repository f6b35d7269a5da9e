// SPDX-License-Identifier: Apache-2.0
#include "models/kinds/tablemodel.h"

#include "kube/duration.h"
#include "models/plaintext.h"
#include "report/plaintext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

bool sameColumns(const QList<kube::TableColumn> &a, const QList<kube::TableColumn> &b)
{
    return std::ranges::equal(a, b, [](const kube::TableColumn &x, const kube::TableColumn &y) {
        return x.name == y.name && x.priority == y.priority;
    });
}

/** An object that was made anew under the same name is another row. */
std::pair<kube::Key, QString> identity(const kube::TableRow &row)
{
    return {row.key, row.uid};
}

}  // namespace

TableModel::TableModel(QObject *parent) : QAbstractTableModel(parent) {}

void TableModel::setClock(std::function<kube::Timestamp()> clock)
{
    m_clock = std::move(clock);
}

void TableModel::begin(const kube::Table &table)
{
    beginResetModel();
    m_table = table;
    m_age = -1;
    for (qsizetype i = 0; i < table.columns.size(); ++i)
        if (table.columns.at(i).name.compare("age"_L1, Qt::CaseInsensitive) == 0)
            m_age = int(i) + 1;
    endResetModel();
}

void TableModel::clear()
{
    begin({});
}

void TableModel::setTable(const kube::Table &table)
{
    if (!sameColumns(table.columns, m_table.columns)) {
        begin(table);
        return;
    }
    QHash<std::pair<kube::Key, QString>, qsizetype> given;
    for (qsizetype i = 0; i < table.rows.size(); ++i)
        given.insert(identity(table.rows.at(i)), i);
    for (qsizetype end = m_table.rows.size(); end > 0;) {
        if (given.contains(identity(m_table.rows.at(end - 1)))) {
            --end;
            continue;
        }
        qsizetype begin = end - 1;
        while (begin > 0 && !given.contains(identity(m_table.rows.at(begin - 1))))
            --begin;
        beginRemoveRows({}, int(begin), int(end) - 1);
        m_table.rows.remove(begin, end - begin);
        endRemoveRows();
        end = begin;
    }
    for (qsizetype i = 0; i < m_table.rows.size(); ++i) {
        const kube::TableRow &now = table.rows.at(given.take(identity(m_table.rows.at(i))));
        if (now == m_table.rows.at(i))
            continue;
        m_table.rows[i] = now;
        Q_EMIT dataChanged(index(int(i), 0), index(int(i), columnCount() - 1));
    }
    if (given.isEmpty())
        return;
    QList<qsizetype> fresh = given.values();
    std::ranges::sort(fresh);
    beginInsertRows({}, rowCount(), rowCount() + int(fresh.size()) - 1);
    for (const qsizetype i : std::as_const(fresh))
        m_table.rows << table.rows.at(i);
    endInsertRows();
}

int TableModel::rowOf(const kube::Key &key) const
{
    const auto it = std::ranges::find(m_table.rows, key, &kube::TableRow::key);
    return it == m_table.rows.end() ? -1 : int(it - m_table.rows.begin());
}

bool TableModel::isWide(int column) const
{
    return column > 0 && m_table.columns.value(column - 1).priority > 0;
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_table.columns.isEmpty() ? 0 : int(m_table.columns.size()) + 1;
}

QString TableModel::text(int row, int column) const
{
    const kube::TableRow &object = m_table.rows.at(row);
    if (column == 0)
        return object.key.ns;
    if (column == m_age && m_clock && !object.created.isNull())
        return kube::age(object.created, m_clock());
    return object.cells.value(column - 1);
}

QVariant TableModel::sortValue(int row, int column) const
{
    const kube::TableRow &object = m_table.rows.at(row);
    if (column == m_age && !object.created.isNull())
        return -object.created.unixMilliseconds();  // the youngest first, as ages grow
    const QString cell = text(row, column);
    bool isNumber = false;
    const double number = cell.toDouble(&isNumber);
    return isNumber ? QVariant(number) : QVariant(cell);
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole: return report::visibleLine(text(index.row(), index.column()));
    case Qt::ToolTipRole: return toolTip(text(index.row(), index.column()));
    case SortRole: return sortValue(index.row(), index.column());
    default: return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    // As kubectl heads its tables; the server's word, in no language but its own.
    return section == 0 ? u"NAMESPACE"_s : report::visibleLine(m_table.columns.value(section - 1).name).toUpper();
}

}  // namespace models
