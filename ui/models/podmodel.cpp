// SPDX-License-Identifier: Apache-2.0
#include "models/podmodel.h"

#include "kube/duration.h"
#include "models/rowruns.h"

#include <QDateTime>

#include <ranges>

using namespace Qt::StringLiterals;

namespace models {

namespace {

kube::Timestamp localNow()
{
    return kube::Timestamp::fromUnixNanoseconds(QDateTime::currentMSecsSinceEpoch() * 1'000'000);
}

/** The policies of the pod's containers, each once, in container order. */
QString policiesOf(const kube::Pod &pod)
{
    QStringList names;
    for (const auto *list : {&pod.containers, &pod.initContainers, &pod.ephemeralContainers})
        for (const kube::Container &container : *list)
            if (const QString name = kube::toString(container.policy); !name.isEmpty() && !names.contains(name))
                names.append(name);
    return names.join(u", "_s);
}

}  // namespace

PodModel::PodModel(QObject *parent) : QAbstractTableModel(parent), m_clock(localNow) {}

void PodModel::setClock(Clock clock)
{
    m_clock = std::move(clock);
}

int PodModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}
int PodModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

PodModel::Row PodModel::makeRow(const kube::PodPtr &pod) const
{
    return {pod, kube::summarize(*pod, m_version), policiesOf(*pod)};
}

void PodModel::apply(const mirror::Batch &batch)
{
    if (batch.reset)
        clear();
    if (!batch.serverGitVersion.isEmpty() && batch.serverVersion != m_version)
        setVersion(batch.serverVersion);
    if (!batch.pods.removals.isEmpty())
        remove(batch.pods.removals);
    if (!batch.pods.upserts.isEmpty())
        upsert(batch.pods.upserts);
}

void PodModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_index.clear();
    m_statusCounts.clear();
    endResetModel();
}

void PodModel::remove(const QList<kube::Key> &keys)
{
    QList<RowRun> rows;
    for (const kube::Key &key : keys)
        if (const int at = row(key); at >= 0)
            rows.append({at, at, 0, 0});
    const QList<RowRun> runs = joined(std::move(rows));
    if (runs.isEmpty())
        return;
    for (const RowRun &run : std::views::reverse(runs)) {
        beginRemoveRows({}, run.first, run.last);
        for (int i = run.first; i <= run.last; ++i) {
            count(m_rows.at(i).summary.status, -1);
            m_index.remove(m_rows.at(i).pod->meta.key);
        }
        m_rows.remove(run.first, run.last - run.first + 1);
        for (int i = run.first; i < m_rows.size(); ++i)
            m_index[m_rows.at(i).pod->meta.key] = i;
        endRemoveRows();
    }
}

void PodModel::upsert(const QList<kube::PodPtr> &pods)
{
    QList<RowRun> changed;
    QList<Row> added;
    for (const kube::PodPtr &pod : pods) {
        const int at = row(pod->meta.key);
        Row fresh = makeRow(pod);
        if (at < 0) {
            added.append(std::move(fresh));
            continue;
        }
        RowRun run{at, at, ColumnCount, -1};
        for (int column = 0; column < ColumnCount; ++column)
            if (sortValue(m_rows.at(at), column) != sortValue(fresh, column)) {
                run.firstColumn = std::min(run.firstColumn, column);
                run.lastColumn = column;
            }
        count(m_rows.at(at).summary.status, -1);
        count(fresh.summary.status, 1);
        m_rows[at] = std::move(fresh);
        if (run.lastColumn >= 0)
            changed.append(run);
    }
    for (const RowRun &run : joined(std::move(changed)))
        Q_EMIT dataChanged(index(run.first, run.firstColumn), index(run.last, run.lastColumn));
    if (added.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + added.size()) - 1);
    for (Row &fresh : added) {
        m_index.insert(fresh.pod->meta.key, int(m_rows.size()));
        count(fresh.summary.status, 1);
        m_rows.append(std::move(fresh));
    }
    endInsertRows();
}

void PodModel::setVersion(kube::Version version)
{
    m_version = version;
    if (m_rows.isEmpty())
        return;
    m_statusCounts.clear();
    for (Row &row : m_rows) {
        row.summary = kube::summarize(*row.pod, m_version);
        count(row.summary.status, 1);
    }
    Q_EMIT dataChanged(index(0, Ready), index(int(m_rows.size()) - 1, Restarts));
}

void PodModel::count(const QString &status, int by)
{
    if ((m_statusCounts[status] += by) <= 0)
        m_statusCounts.remove(status);
}

QVariant PodModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == Restarts || index.column() == Age || index.column() == Ready
                                       ? Qt::AlignRight | Qt::AlignVCenter
                                       : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(row, index.column()));
    case SortRole: return sortValue(row, index.column());
    default: return {};
    }
}

QString PodModel::text(const Row &row, int column) const
{
    switch (column) {
    case Namespace: return row.pod->meta.key.ns;
    case Name: return row.pod->meta.key.name;
    case Ready: return u"%1/%2"_s.arg(row.summary.ready).arg(row.summary.total);
    case Status: return row.summary.status;
    case Restarts: return kube::restartsText(row.summary, m_clock(), m_version);
    case Age: return kube::age(row.pod->meta.creationTimestamp, m_clock());
    case Policy: return row.policy;
    case Node: return row.pod->nodeName.isEmpty() ? u"<none>"_s : row.pod->nodeName;
    default: return {};
    }
}

QVariant PodModel::sortValue(const Row &row, int column) const
{
    switch (column) {
    case Ready: return row.summary.ready * 10'000 + row.summary.total;
    case Restarts: return row.summary.restarts;
    case Age:
        // the younger the smaller, as a duration sorts
        return row.pod->meta.creationTimestamp.isNull() ? qlonglong(0)
                                                        : -row.pod->meta.creationTimestamp.unixNanoseconds();
    default: return text(row, column);
    }
}

QString PodModel::toolTip(const Row &row, int column) const
{
    if (column == Age && !row.pod->meta.creationTimestamp.isNull())
        return QDateTime::fromMSecsSinceEpoch(row.pod->meta.creationTimestamp.unixMilliseconds())
            .toString(u"yyyy-MM-dd HH:mm:ss t"_s);
    return text(row, column).toHtmlEscaped();
}

QVariant PodModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section == Restarts || section == Age || section == Ready
                                       ? Qt::AlignRight | Qt::AlignVCenter
                                       : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Namespace: return tr("NAMESPACE");
    case Name: return tr("NAME");
    case Ready: return tr("READY");
    case Status: return tr("STATUS");
    case Restarts: return tr("RESTARTS");
    case Age: return tr("AGE");
    case Policy: return tr("POLICY");
    case Node: return tr("NODE");
    default: return {};
    }
}

}  // namespace models
