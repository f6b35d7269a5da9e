// SPDX-License-Identifier: Apache-2.0
#include "models/eventmodel.h"

#include "kube/duration.h"
#include "models/plaintext.h"
#include "models/rowruns.h"
#include "report/plaintext.h"

#include <QDateTime>

#include <algorithm>
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

QString clockText(kube::Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.unixMilliseconds()).toString(u"HH:mm:ss.zzz"_s);
}

}  // namespace

EventModel::EventModel(QObject *parent) : QAbstractItemModel(parent), m_clock(localNow) {}

void EventModel::setClock(Clock clock)
{
    m_clock = std::move(clock);
}

QModelIndex EventModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_rows.at(size_t(parent.row())).get() : nullptr);
}

QModelIndex EventModel::parent(const QModelIndex &index) const
{
    const auto *above = index.isValid() ? static_cast<const Row *>(index.constInternalPointer()) : nullptr;
    return above ? createIndex(above->at, 0) : QModelIndex();
}

int EventModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_rows.size());
    const bool isFold = !parent.constInternalPointer() && parent.column() == 0;
    return isFold ? int(m_rows.at(size_t(parent.row()))->moments.size()) : 0;
}

int EventModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

const EventMoment *EventModel::moment(const QModelIndex &index) const
{
    const auto *above = static_cast<const Row *>(index.constInternalPointer());
    return above ? &above->moments.at(index.row()) : nullptr;
}

kube::EventPtr EventModel::event(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const EventMoment *const under = moment(index);
    return under ? under->event : event(index.row());
}

kube::Timestamp EventModel::timeOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const EventMoment *const under = moment(index);
    return under ? under->at() : event(index.row())->exactFirst();
}

QModelIndex EventModel::find(const QString &uid) const
{
    for (const auto &row : m_rows) {
        const bool isHere = std::ranges::any_of(row->fold.events(), [&](const auto &e) { return e->meta.uid == uid; });
        if (!isHere)
            continue;
        const QModelIndex fold = index(row->at, 0);
        const auto under = std::ranges::find(row->moments, uid, [](const EventMoment &m) { return m.event->meta.uid; });
        return row->fold.events().size() == 1 ? fold : index(int(under - row->moments.begin()), 0, fold);
    }
    return {};
}

kube::Timestamp EventModel::completeSince() const
{
    kube::Timestamp oldest;
    for (const auto &row : m_rows)
        for (const kube::EventPtr &event : row->fold.events())
            if (const kube::Timestamp last = event->last(); oldest.isNull() || last < oldest)
                oldest = last;
    return oldest;
}

void EventModel::apply(const mirror::Batch &batch)
{
    if (batch.reset) {
        beginResetModel();
        m_rows.clear();
        m_alike.clear();
        m_index.clear();
        endResetModel();
    }
    Touched touched = drop(batch.events.removals);
    std::vector<std::unique_ptr<Row>> added;
    for (const kube::EventPtr &event : batch.events.upserts) {
        const QString likeness = EventFold::likeness(*event);
        Row *const before = m_index.value(event->meta.key);
        if (before && before->likeness != likeness) {
            before->fold.drop(event->meta.key);
            if (before->at >= 0)
                touched.insert(before);
        }
        Row *&row = m_alike[likeness];
        if (!row) {
            added.push_back(std::make_unique<Row>());
            row = added.back().get();
            row->likeness = likeness;
        }
        if (before == row && std::ranges::any_of(row->fold.events(), [&](const auto &e) { return *e == *event; }))
            continue;
        row->fold.put(event);
        m_index.insert(event->meta.key, row);
        if (row->at >= 0)
            touched.insert(row);
    }
    remove(touched);
    for (Row *const row : std::as_const(touched))
        refresh(row);
    if (added.empty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + added.size()) - 1);
    for (auto &row : added) {
        row->at = int(m_rows.size());
        row->moments = row->fold.moments();
        m_rows.push_back(std::move(row));
    }
    endInsertRows();
}

EventModel::Touched EventModel::drop(const QList<kube::Key> &keys)
{
    Touched touched;
    for (const kube::Key &key : keys)
        if (Row *const row = m_index.take(key)) {
            row->fold.drop(key);
            touched.insert(row);
        }
    return touched;
}

/** Takes the rows away of which nothing is left. */
void EventModel::remove(Touched &touched)
{
    QList<RowRun> rows;
    for (const Row *const row : std::as_const(touched))
        if (row->fold.events().isEmpty())
            rows.append({row->at, row->at, 0, 0});
    const QList<RowRun> runs = joined(std::move(rows));
    for (const RowRun &run : std::views::reverse(runs)) {
        beginRemoveRows({}, run.first, run.last);
        for (int i = run.first; i <= run.last; ++i) {
            touched.remove(m_rows.at(size_t(i)).get());
            m_alike.remove(m_rows.at(size_t(i))->likeness);
        }
        m_rows.erase(m_rows.begin() + run.first, m_rows.begin() + run.last + 1);
        for (size_t i = size_t(run.first); i < m_rows.size(); ++i)
            m_rows.at(i)->at = int(i);
        endRemoveRows();
    }
}

/** What is under a fold keeps its rows, as far as it is the same. */
void EventModel::refresh(Row *row)
{
    const QModelIndex fold = index(row->at, 0);
    const QList<EventMoment> now = row->fold.moments();
    QList<EventMoment> &shown = row->moments;
    qsizetype head = 0;
    while (head < std::min(now.size(), shown.size()) && now.at(head).isSame(shown.at(head)))
        ++head;
    qsizetype tail = 0;
    while (tail < std::min(now.size(), shown.size()) - head &&
           now.at(now.size() - 1 - tail).isSame(shown.at(shown.size() - 1 - tail)))
        ++tail;
    if (const qsizetype gone = shown.size() - head - tail; gone > 0) {
        beginRemoveRows(fold, int(head), int(head + gone) - 1);
        shown.remove(head, gone);
        endRemoveRows();
    }
    if (const qsizetype come = now.size() - head - tail; come > 0) {
        beginInsertRows(fold, int(head), int(head + come) - 1);
        for (qsizetype i = head; i < head + come; ++i)
            shown.insert(i, now.at(i));
        endInsertRows();
    }
    shown = now;
    Q_EMIT dataChanged(fold, index(row->at, Message));
    if (head > 0)
        Q_EMIT dataChanged(index(0, 0, fold), index(int(head) - 1, Message, fold));
    if (tail > 0)
        Q_EMIT dataChanged(index(int(shown.size() - tail), 0, fold), index(int(shown.size()) - 1, Message, fold));
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

QString EventModel::text(const EventMoment &moment, int column) const
{
    const bool isKnown = !moment.at().isNull();
    if (column == Age)
        return isKnown ? kube::age(moment.at(), m_clock()) : QString();
    if (column == Message)
        return isKnown ? clockText(moment.at()) : tr("in between; the server keeps only how many");
    if (column != Reason)
        return {};
    switch (moment.what) {
    case EventMoment::What::Once: return tr("Seen once");
    case EventMoment::What::First: return tr("First seen");
    case EventMoment::What::Last: return tr("Last seen");
    case EventMoment::What::Between: break;
    }
    return tr("%n more", "events of the same kind", moment.event->occurrences() - 2);
}

QVariant EventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const EventMoment *const under = moment(index)) {
        if (role == SortRole)
            return qlonglong(index.row());
        if (role == Qt::ToolTipRole)
            return models::toolTip(under->at().isNull() ? text(*under, Message) : timeText(under->at()));
        return role == Qt::DisplayRole ? QVariant(text(*under, index.column())) : QVariant();
    }
    const kube::Event &event = *m_rows.at(size_t(index.row()))->fold.whole();
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
