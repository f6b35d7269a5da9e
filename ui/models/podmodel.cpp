// SPDX-License-Identifier: Apache-2.0
#include "models/podmodel.h"

#include "kube/duration.h"
#include "models/plaintext.h"
#include "models/pullwords.h"
#include "models/rowruns.h"
#include "report/plaintext.h"
#include "report/tables.h"

#include <QDateTime>

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

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"<none>"_s : text;
}

QList<RowRun> runsOf(const std::vector<int> &rows)
{
    QList<RowRun> runs;
    for (const int row : rows)
        runs.append({row, row, 0, 0});
    return joined(std::move(runs));
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
    return parent.isValid() ? 0 : m_rows.size();
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

void PodModel::apply(const mirror::Batch &batch)
{
    m_isBusy = true;
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
    m_isBusy = false;
    Q_EMIT settled();
}

void PodModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_statusCounts.clear();
    m_pullProblems = 0;
    endResetModel();
}

void PodModel::remove(const QList<kube::Key> &keys)
{
    constexpr qsizetype MostRuns = 8;
    std::vector<int> rows;
    for (const kube::Key &key : keys)
        if (const int at = row(key); at >= 0)
            rows.push_back(at);
    QList<RowRun> runs = runsOf(rows);
    if (runs.size() > MostRuns) {  // each run moves all rows behind it: many become one
        moveBack(rows);
        runs = {{m_rows.size() - int(rows.size()), m_rows.size() - 1, 0, 0}};
    }
    for (const RowRun &run : std::views::reverse(runs)) {
        beginRemoveRows({}, run.first, run.last);
        for (int i = run.first; i <= run.last; ++i)
            count(m_rows.at(i), -1);
        m_rows.remove(run.first, run.last);
        endRemoveRows();
    }
}

void PodModel::moveBack(const std::vector<int> &rows)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    m_moved = m_rows.moveBack(rows);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after.append(createIndex(m_moved[size_t(index.row())], index.column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    m_moved = {};
}

/** The columns that differ, beside those of the pull. */
quint32 PodModel::changesOf(const PodRow &before, const PodRow &now) const
{
    const kube::SlimPod &a = *before.pod;
    const kube::SlimPod &b = *now.pod;
    quint32 bits = 0;
    const auto note = [&bits](int column, bool differs) { bits |= differs ? bitOf(column) : 0; };
    note(Ready, before.summary.ready != now.summary.ready || before.summary.total != now.summary.total);
    note(Status, before.summary.status != now.summary.status);
    note(Restarts, before.summary.restarts != now.summary.restarts);
    note(Age, a.meta.creationTimestamp != b.meta.creationTimestamp);
    note(Policy, &a.spec() != &b.spec() && policiesOf(a) != policiesOf(b));
    note(Node, a.nodeName != b.nodeName);
    note(Ip, !(a.podIp == b.podIp));
    note(NominatedNode, a.status().nominatedNodeName != b.status().nominatedNodeName);
    note(ReadinessGates, report::readinessGates(a) != report::readinessGates(b));
    for (qsizetype i = 0; i < m_labels.size() && &a.family() != &b.family(); ++i)
        note(ColumnCount + int(i), a.label(m_labels.at(i)) != b.label(m_labels.at(i)));
    return bits;
}

void PodModel::upsert(const QList<kube::PodRef> &pods)
{
    QList<RowRun> changed;
    QList<kube::PodRef> added;
    for (const kube::PodRef &pod : pods) {
        const int at = row(pod->meta.key);
        if (at < 0) {
            added.append(pod);
            continue;
        }
        const PodRow &held = m_rows.at(at);
        PodRow fresh = makeRow(pod, m_version);
        fresh.changed = changesOf(held, fresh);
        if (pullChanged(held, fresh))
            fresh.changed |= bitOf(Pull) | bitOf(Cause) | bitOf(PullTime);
        RowRun run{at, at, columnCount(), -1};
        for (int column = 0; column < columnCount(); ++column)
            if ((fresh.changed & bitOf(column)) != 0) {
                run.firstColumn = std::min(run.firstColumn, column);
                run.lastColumn = column;
            }
        if (held.pullProblem != fresh.pullProblem) {  // a filter may ask for it
            run.firstColumn = std::min(run.firstColumn, int(Pull));
            run.lastColumn = std::max(run.lastColumn, int(Pull));
        }
        if (run.lastColumn < 0 && held.pod->mayDiffer(*pod))  // a filter may answer otherwise
            run.firstColumn = run.lastColumn = Name;
        count(held, -1);
        count(fresh, 1);
        m_rows.replace(at, std::move(fresh));
        if (run.lastColumn >= 0)
            changed.append(run);
    }
    for (const RowRun &run : joined(std::move(changed)))
        Q_EMIT dataChanged(index(run.first, run.firstColumn), index(run.last, run.lastColumn));
    if (added.isEmpty())
        return;
    beginInsertRows({}, m_rows.size(), m_rows.size() + int(added.size()) - 1);
    m_rows.reserve(int(added.size()));
    for (const kube::PodRef &pod : std::as_const(added)) {
        m_rows.append(makeRow(pod, m_version));
        count(m_rows.at(m_rows.size() - 1), 1);
    }
    endInsertRows();
}

/** Whether someone has seen a pull that is another now. What nobody has looked at costs nothing. */
bool PodModel::pullChanged(const PodRow &before, const PodRow &now) const
{
    if (!before.pull)
        return false;
    const bool same = before.pod->meta.uid == now.pod->meta.uid;
    if (pullOf(now).state == PodPull::State::Unknown && same && before.pull->state != PodPull::State::Failed)
        now.pull = std::make_unique<const PodPull>(*before.pull);  // its events are gone, not the fact
    return *before.pull != *now.pull;
}

void PodModel::listen(const QList<kube::EventPtr> &events)
{
    QList<RowRun> changed;
    for (const kube::EventPtr &event : events) {
        const int at = event->involved.kind == "Pod"_L1 ? row({event->involved.ns, event->involved.name}) : -1;
        if (at < 0 || !m_rows.at(at).pull)
            continue;
        const auto before = std::exchange(m_rows[at].pull, nullptr);
        m_rows[at].changed = bitOf(Pull) | bitOf(Cause) | bitOf(PullTime);
        if (*before != pullOf(m_rows.at(at)))
            changed.append({at, at, Pull, PullTime});
    }
    for (const RowRun &run : joined(std::move(changed)))
        Q_EMIT dataChanged(index(run.first, run.firstColumn), index(run.last, run.lastColumn));
}

const PodPull &PodModel::pullOf(const PodRow &row) const
{
    if (!row.pull)
        row.pull = std::make_unique<const PodPull>(
            models::pullOf(*row.pod, m_events ? m_events(*row.pod) : QList<kube::EventPtr>()));
    return *row.pull;
}

void PodModel::setVersion(kube::Version version)
{
    m_version = version;
    if (m_rows.size() == 0)
        return;
    m_statusCounts.clear();
    m_pullProblems = 0;
    for (int row = 0; row < m_rows.size(); ++row) {
        m_rows[row].summary = kube::summarize(*m_rows.at(row).pod, m_version);
        count(m_rows.at(row), 1);
    }
    Q_EMIT dataChanged(index(0, Ready), index(m_rows.size() - 1, Restarts));
}

void PodModel::count(const PodRow &row, int by)
{
    m_pullProblems += row.pullProblem ? by : 0;
    if ((m_statusCounts[row.summary.status] += by) <= 0)
        m_statusCounts.remove(row.summary.status);
}

QVariant PodModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PodRow &row = m_rows.at(index.row());
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

QString PodModel::text(const PodRow &row, int column) const
{
    switch (column) {
    case Namespace: return row.pod->meta.key.ns;
    case Name: return row.pod->meta.key.name;
    case Ready: return u"%1/%2"_s.arg(row.summary.ready).arg(row.summary.total);
    case Status: return row.summary.status;
    case Restarts: return kube::restartsText(row.summary, m_clock(), m_version);
    case Age: return kube::age(row.pod->meta.creationTimestamp, m_clock());
    case Policy: return policiesOf(*row.pod);
    case Pull: return PullWords::verdict(pullOf(row), m_clock());
    case PullTime: return pullOf(row).time ? PullWords::duration(*pullOf(row).time) : QString();
    case Cause: return PullWords::cause(pullOf(row).category);
    case Node: return orNone(row.pod->nodeName);
    case Ip: return orNone(row.pod->podIp);
    case NominatedNode: return orNone(row.pod->status().nominatedNodeName);
    case ReadinessGates: return report::readinessGates(*row.pod);
    default: return row.pod->label(m_labels.value(column - ColumnCount));
    }
}

QString PodModel::toolTip(const PodRow &row, int column) const
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
