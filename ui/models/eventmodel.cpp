// SPDX-License-Identifier: Apache-2.0
#include "models/eventmodel.h"

#include "models/plaintext.h"
#include "models/rowruns.h"
#include "report/plaintext.h"

#include <QDateTime>

#include <ranges>

using namespace Qt::StringLiterals;

namespace models {

namespace {

kube::Timestamp localNow()
{
    return kube::Timestamp::fromUnixNanoseconds(QDateTime::currentMSecsSinceEpoch() * 1'000'000);
}

QString timeText(kube::Timestamp at)
{
    return at.isNull() ? QString()
                       : QDateTime::fromMSecsSinceEpoch(at.unixMilliseconds()).toString(u"yyyy-MM-dd HH:mm:ss.zzz t"_s);
}

}  // namespace

EventModel::EventModel(QObject *parent) : QAbstractTableModel(parent), m_clock(localNow) {}

void EventModel::setClock(Clock clock)
{
    m_clock = std::move(clock);
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}
int EventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void EventModel::apply(const mirror::Batch &batch)
{
    if (batch.reset) {
        beginResetModel();
        m_rows.clear();
        m_index.clear();
        endResetModel();
    }
    if (!batch.events.removals.isEmpty())
        remove(batch.events.removals);
    if (!batch.events.upserts.isEmpty())
        upsert(batch.events.upserts);
}

void EventModel::remove(const QList<kube::Key> &keys)
{
    QList<RowRun> rows;
    for (const kube::Key &key : keys)
        if (const int at = m_index.value(key, -1); at >= 0)
            rows.append({at, at, 0, 0});
    const QList<RowRun> runs = joined(std::move(rows));
    for (const RowRun &run : std::views::reverse(runs)) {
        beginRemoveRows({}, run.first, run.last);
        for (int i = run.first; i <= run.last; ++i)
            m_index.remove(m_rows.at(i)->meta.key);
        m_rows.remove(run.first, run.last - run.first + 1);
        for (int i = run.first; i < m_rows.size(); ++i)
            m_index[m_rows.at(i)->meta.key] = i;
        endRemoveRows();
    }
}

void EventModel::upsert(const QList<kube::EventPtr> &events)
{
    QList<RowRun> changed;
    QList<kube::EventPtr> added;
    for (const kube::EventPtr &event : events) {
        const int at = m_index.value(event->meta.key, -1);
        if (at < 0) {
            added.append(event);
            continue;
        }
        if (*m_rows.at(at) == *event)
            continue;
        m_rows[at] = event;
        changed.append({at, at, Age, Message});
    }
    for (const RowRun &run : joined(std::move(changed)))
        Q_EMIT dataChanged(index(run.first, run.firstColumn), index(run.last, run.lastColumn));
    if (added.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + added.size()) - 1);
    for (const kube::EventPtr &event : added) {
        m_index.insert(event->meta.key, int(m_rows.size()));
        m_rows.append(event);
    }
    endInsertRows();
}

QString EventModel::text(const kube::Event &event, int column) const
{
    switch (column) {
    case Age: return kube::eventInterval(event, m_clock());
    case Type: return event.type;
    case Reason: return event.reason;
    case Object: return event.involved.kind.toLower() + u'/' + event.involved.name;
    case From: return event.from();
    case Message: return event.message.simplified();
    default: return {};
    }
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const kube::Event &event = *m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return report::visibleLine(text(event, index.column()));
    case Qt::ToolTipRole:
        if (index.column() != Age)
            return models::toolTip(index.column() == Message ? event.message : text(event, index.column()));
        return models::toolTip(event.occurrences() > 1
                                   ? tr("%1 to %2").arg(timeText(event.exactFirst()), timeText(event.last()))
                                   : timeText(event.exactFirst()));
    case SortRole:
        return index.column() == Age ? QVariant(qlonglong(event.exactFirst().unixNanoseconds()))
                                     : QVariant(text(event, index.column()));
    default: return {};
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Age: return tr("AGE");
    case Type: return tr("TYPE");
    case Reason: return tr("REASON");
    case Object: return tr("OBJECT");
    case From: return tr("FROM");
    case Message: return tr("MESSAGE");
    default: return {};
    }
}

}  // namespace models
