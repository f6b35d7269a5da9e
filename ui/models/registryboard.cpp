// SPDX-License-Identifier: Apache-2.0
#include "models/registryboard.h"

#include "models/plaintext.h"
#include "models/pullwords.h"
#include "report/plaintext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

bool isFigure(int column)
{
    return column != RegistryBoard::Name && column != RegistryBoard::Causes;
}

qlonglong rank(std::optional<std::chrono::nanoseconds> time)
{
    return time.value_or(std::chrono::nanoseconds(-1)).count();
}

}  // namespace

RegistryBoard::Row RegistryBoard::makeRow(const QString &name, const PullFigures &figures)
{
    return {name, figures, figures.percentile(50), figures.percentile(95)};
}

void RegistryBoard::show(const PullLedger &ledger, const QStringList &namespaces)
{
    m_byRegistry = ledger.byRegistry(namespaces);
    m_byNode = ledger.byNode(namespaces);
    const QHash<QString, PullFigures> &now = m_group == Group::Registry ? m_byRegistry : m_byNode;
    for (int row = int(m_rows.size()) - 1; row >= 0; --row)
        if (!now.contains(m_rows.at(row).name)) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    QStringList names = now.keys();
    std::ranges::sort(names);
    for (int row = 0; row < m_rows.size(); ++row) {
        const QString name = m_rows.at(row).name;
        names.removeOne(name);
        if (m_rows.at(row).figures == now.value(name))
            continue;
        m_rows[row] = makeRow(name, now.value(name));
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    if (names.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + names.size()) - 1);
    for (const QString &name : std::as_const(names))
        m_rows.append(makeRow(name, now.value(name)));
    endInsertRows();
}

void RegistryBoard::setGroup(Group group)
{
    if (group == m_group)
        return;
    beginResetModel();
    m_group = group;
    m_rows.clear();
    const QHash<QString, PullFigures> &now = group == Group::Registry ? m_byRegistry : m_byNode;
    QStringList names = now.keys();
    std::ranges::sort(names);
    for (const QString &name : std::as_const(names))
        m_rows.append(makeRow(name, now.value(name)));
    endResetModel();
}

int RegistryBoard::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}
int RegistryBoard::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RegistryBoard::causes(const PullFigures &figures, const QString &between)
{
    QStringList parts;
    const QList<std::pair<QString, int>> list = figures.causes();
    for (const auto &[category, count] : list)
        parts.append(u"%1 ×%2"_s.arg(PullWords::cause(category), QString::number(count)));
    return parts.join(between);
}

QString RegistryBoard::text(const Row &row, int column)
{
    const auto time = [](std::optional<std::chrono::nanoseconds> t) { return t ? PullWords::duration(*t) : QString(); };
    switch (column) {
    case Name: return row.name.isEmpty() ? tr("not known") : row.name;
    case Pulls: return QLocale().toString(row.figures.pulls());
    case Failures: return QLocale().toString(row.figures.failures());
    case Median: return time(row.median);
    case Slow: return time(row.slow);
    case Throughput:
        return row.figures.throughput() ? tr("%1/s").arg(PullWords::size(qRound64(*row.figures.throughput())))
                                        : QString();
    case Causes: return causes(row.figures, u", "_s);
    default: return {};
    }
}

QVariant RegistryBoard::sortValue(const Row &row, int column)
{
    switch (column) {
    case Pulls: return row.figures.pulls();
    case Failures: return row.figures.failures();
    case Median: return rank(row.median);
    case Slow: return rank(row.slow);
    case Throughput: return row.figures.throughput().value_or(-1);
    default: return text(row, column);
    }
}

QVariant RegistryBoard::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return report::visibleLine(text(row, index.column()));
    case SortRole: return sortValue(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                report::visibleLine(text(row, index.column())));
    case Qt::ToolTipRole:
        return models::toolTip(index.column() == Causes ? causes(row.figures, u"\n"_s) : text(row, index.column()));
    default: return {};
    }
}

QVariant RegistryBoard::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isFigure(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && (section == Median || section == Slow))
        return tr("Of the pulls whose time is known, without the node's pull queue where the kubelet tells it apart");
    if (role == Qt::ToolTipRole && section == Throughput)
        return tr("Image size / time; cached layers make it look faster");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return m_group == Group::Registry ? tr("REGISTRY") : tr("NODE");
    case Pulls: return tr("PULLS");
    case Failures: return tr("FAILURES");
    case Median: return tr("P50");
    case Slow: return tr("P95");
    case Throughput: return tr("THROUGHPUT");
    case Causes: return tr("CAUSES");
    default: return {};
    }
}

}  // namespace models
