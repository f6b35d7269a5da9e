// SPDX-License-Identifier: Apache-2.0
#include "models/podmodel.h"

#include "kube/duration.h"
#include "models/plaintext.h"
#include "models/pullwords.h"
#include "models/rowruns.h"
#include "report/plaintext.h"
#include "report/tables.h"

#include <QDateTime>
#include <QHostAddress>

#include <ranges>

using namespace Qt::StringLiterals;

namespace models {

namespace {

kube::Timestamp localNow()
{
    return kube::Timestamp::fromUnixNanoseconds(QDateTime::currentMSecsSinceEpoch() * 1'000'000);
}

bool isFigure(int column)
{
    return column == PodModel::Restarts || column == PodModel::Age || column == PodModel::Ready ||
           column == PodModel::PullTime;
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

quint32 bitOf(int column)
{
    return 1U << std::min(column, 31);
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"<none>"_s : text;
}

QString labelOf(const kube::Pod &pod, const QString &key)
{
    for (const auto &[name, value] : pod.meta.labels)
        if (name == key)
            return value;
    return {};
}

/** Sorts as an address does, number by number; IPv4 before IPv6, none first. */
QString addressKey(const QString &text)
{
    const QHostAddress address(text);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    const QByteArrayView raw(reinterpret_cast<const char *>(&bytes), sizeof bytes);
    return address.isNull() ? QString() : QString::fromLatin1(raw.toByteArray().toHex());
}

/** Whether a filter may answer otherwise now, though no column says another thing. */
bool mayMatchOtherwise(const kube::Pod &before, const kube::Pod &now)
{
    return before.meta.labels != now.meta.labels || before.meta.owners != now.meta.owners ||
           before.podIps != now.podIps || before.conditions != now.conditions ||
           before.meta.deletionTimestamp != now.meta.deletionTimestamp || before.statuses != now.statuses;
}

}  // namespace

PodModel::PodModel(QObject *parent) : QAbstractTableModel(parent), m_clock(localNow) {}

void PodModel::setClock(Clock clock)
{
    m_clock = std::move(clock);
}

void PodModel::setEvents(EventsOf events)
{
    m_events = std::move(events);
}

int PodModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}
int PodModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + int(m_labels.size());
}

void PodModel::setLabelColumns(const QStringList &keys)
{
    if (keys == m_labels)
        return;
    if (!m_labels.isEmpty()) {
        beginRemoveColumns({}, ColumnCount, columnCount() - 1);
        m_labels.clear();
        endRemoveColumns();
    }
    if (!keys.isEmpty()) {
        beginInsertColumns({}, ColumnCount, ColumnCount + int(keys.size()) - 1);
        m_labels = keys;
        endInsertColumns();
    }
}

QString PodModel::columnId(int column) const
{
    static const QStringList ids = {u"namespace"_s, u"name"_s, u"ready"_s,          u"status"_s,         u"restarts"_s,
                                    u"age"_s,       u"pull"_s, u"cause"_s,          u"pull-time"_s,      u"policy"_s,
                                    u"node"_s,      u"ip"_s,   u"nominated-node"_s, u"readiness-gates"_s};
    return column < ColumnCount ? ids.value(column) : u"label:"_s + m_labels.value(column - ColumnCount);
}

PodModel::Row PodModel::makeRow(const kube::PodPtr &pod) const
{
    Row row;
    row.pod = pod;
    row.summary = kube::summarize(*pod, m_version);
    row.policy = policiesOf(*pod);
    row.pullProblem = models::hasPullProblem(*pod);
    return row;
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
    if (!batch.events.upserts.isEmpty())
        listen(batch.events.upserts);
}

void PodModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_index.clear();
    m_statusCounts.clear();
    m_pullProblems = 0;
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
            count(m_rows.at(i), -1);
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
        RowRun run{at, at, columnCount(), -1};
        for (int column = 0; column < columnCount(); ++column)
            if (column < Pull || column > PullTime ? sortValue(m_rows.at(at), column) != sortValue(fresh, column)
                                                   : pullChanged(m_rows.at(at), fresh)) {
                run.firstColumn = std::min(run.firstColumn, column);
                run.lastColumn = column;
                fresh.changed |= bitOf(column);
            }
        if (m_rows.at(at).pullProblem != fresh.pullProblem) {  // a filter may ask for it
            run.firstColumn = std::min(run.firstColumn, int(Pull));
            run.lastColumn = std::max(run.lastColumn, int(Pull));
        }
        if (run.lastColumn < 0 && mayMatchOtherwise(*m_rows.at(at).pod, *pod))
            run.firstColumn = run.lastColumn = Name;
        count(m_rows.at(at), -1);
        count(fresh, 1);
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
        count(fresh, 1);
        m_rows.append(std::move(fresh));
    }
    endInsertRows();
}

/** Whether someone has seen a pull that is another now. What nobody has looked at costs nothing. */
bool PodModel::pullChanged(const Row &before, const Row &now) const
{
    if (!before.pullKnown)
        return false;
    const bool same = before.pod->meta.uid == now.pod->meta.uid;
    if (pullOf(now).state == PodPull::State::Unknown && same)
        now.pull =
            before.pull.state == PodPull::State::Failed ? now.pull : before.pull;  // its events are gone, not the fact
    return before.pull != now.pull;
}

void PodModel::listen(const QList<kube::EventPtr> &events)
{
    QList<RowRun> changed;
    for (const kube::EventPtr &event : events) {
        const int at = event->involved.kind == "Pod"_L1 ? row({event->involved.ns, event->involved.name}) : -1;
        if (at < 0 || !m_rows.at(at).pullKnown)
            continue;
        const PodPull before = std::exchange(m_rows[at].pull, {});
        m_rows[at].pullKnown = false;
        m_rows[at].changed = bitOf(Pull) | bitOf(Cause) | bitOf(PullTime);
        if (before != pullOf(m_rows.at(at)))
            changed.append({at, at, Pull, PullTime});
    }
    for (const RowRun &run : joined(std::move(changed)))
        Q_EMIT dataChanged(index(run.first, run.firstColumn), index(run.last, run.lastColumn));
}

const PodPull &PodModel::pullOf(const Row &row) const
{
    if (!row.pullKnown) {
        row.pull = models::pullOf(*row.pod, m_events ? m_events(*row.pod) : QList<kube::EventPtr>());
        row.pullKnown = true;
    }
    return row.pull;
}

void PodModel::setVersion(kube::Version version)
{
    m_version = version;
    if (m_rows.isEmpty())
        return;
    m_statusCounts.clear();
    m_pullProblems = 0;
    for (Row &row : m_rows) {
        row.summary = kube::summarize(*row.pod, m_version);
        count(row, 1);
    }
    Q_EMIT dataChanged(index(0, Ready), index(int(m_rows.size()) - 1, Restarts));
}

void PodModel::count(const Row &row, int by)
{
    m_pullProblems += row.pullProblem ? by : 0;
    if ((m_statusCounts[row.summary.status] += by) <= 0)
        m_statusCounts.remove(row.summary.status);
}

QVariant PodModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return report::visibleLine(text(row, index.column()));
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(isFigure(index.column()) ? Qt::AlignRight | Qt::AlignVCenter
                                                            : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                report::visibleLine(text(row, index.column())));
    case SortRole: return sortValue(row, index.column());
    case ChangedRole: return row.changed;
    case PullRole: return int(pullOf(row).state);
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
    case Pull: return PullWords::verdict(pullOf(row), m_clock());
    case PullTime: return pullOf(row).time ? PullWords::duration(*pullOf(row).time) : QString();
    case Cause: return PullWords::cause(pullOf(row).category);
    case Node: return orNone(row.pod->nodeName);
    case Ip: return orNone(row.pod->podIp);
    case NominatedNode: return orNone(row.pod->nominatedNodeName);
    case ReadinessGates: return report::readinessGates(*row.pod);
    default: return labelOf(*row.pod, m_labels.value(column - ColumnCount));
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
    case Pull: return int(pullOf(row).state);
    case Ip: return addressKey(row.pod->podIp);
    case PullTime: return qlonglong(pullOf(row).time.value_or(std::chrono::nanoseconds(-1)).count());
    default: return text(row, column);
    }
}

QString PodModel::toolTip(const Row &row, int column) const
{
    if (column == Age && !row.pod->meta.creationTimestamp.isNull())
        return QDateTime::fromMSecsSinceEpoch(row.pod->meta.creationTimestamp.unixMilliseconds())
            .toString(u"yyyy-MM-dd HH:mm:ss t"_s);
    if (column == Pull || column == PullTime || column == Cause) {
        const PodPull &pull = pullOf(row);
        QStringList lines{PullWords::explanation(pull.state), PullWords::meaning(pull.category), pull.words.left(600)};
        lines.removeAll(QString());
        return models::toolTip(lines.join(u'\n'));
    }
    return models::toolTip(text(row, column));
}

QVariant PodModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(isFigure(section) ? Qt::AlignRight | Qt::AlignVCenter
                                                     : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section >= ColumnCount)
        return models::toolTip(m_labels.value(section - ColumnCount));
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
    case Pull: return tr("PULL");
    case PullTime: return tr("PULL TIME");
    case Cause: return tr("CAUSE");
    case Node: return tr("NODE");
    case Ip: return tr("IP");
    case NominatedNode: return tr("NOMINATED NODE");
    case ReadinessGates: return tr("READINESS GATES");
    default: return report::visibleLine(m_labels.value(section - ColumnCount).section(u'/', -1).toUpper());
    }
}

}  // namespace models
