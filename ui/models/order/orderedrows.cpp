// SPDX-License-Identifier: Apache-2.0
#include "models/order/orderedrows.h"

#include "models/order/keyedrow.h"

#include <algorithm>
#include <numeric>
#include <ranges>

namespace models {

namespace {

/** Puts sorted `fresh` into sorted `list`: few comparisons where there are few of them. */
template <class Before>
void merge(std::vector<int> &list, const std::vector<int> &fresh, const Before &before)
{
    std::vector<int> merged;
    merged.reserve(list.size() + fresh.size());
    auto from = list.cbegin();
    for (const int row : fresh) {
        const auto to = std::upper_bound(from, list.cend(), row, before);
        merged.insert(merged.end(), from, to);
        merged.push_back(row);
        from = to;
    }
    merged.insert(merged.end(), from, list.cend());
    list = std::move(merged);
}

void shift(std::vector<int> &list, int from, int by)
{
    for (int &row : list)
        row += row >= from ? by : 0;
}

}  // namespace

OrderedRows::OrderedRows(QAbstractItemModel &rows, const RowSource &source, QObject *parent)
    : QAbstractProxyModel(parent), m_source(source)
{
    setSourceModel(&rows);
    listen(rows);
}

void OrderedRows::listen(const QAbstractItemModel &rows)
{
    using Model = QAbstractItemModel;
    connect(&rows, &Model::rowsInserted, this,
            [this](const auto &, int first, int last) { takeInserted(first, last); });
    connect(&rows, &Model::rowsAboutToBeRemoved, this,
            [this](const auto &, int first, int last) { takeDying(first, last); });
    connect(&rows, &Model::rowsRemoved, this, [this](const auto &, int first, int last) { takeRemoved(first, last); });
    connect(&rows, &Model::dataChanged, this, &OrderedRows::takeChanged);
    connect(&rows, &Model::layoutChanged, this, &OrderedRows::takeMoved);
    connect(&rows, &Model::modelAboutToBeReset, this, &OrderedRows::beginResetModel);
    connect(&rows, &Model::modelReset, this, [this] {
        rebuild();
        m_order = wanted();
        renumber();
        endResetModel();
    });
    connect(&rows, &Model::columnsAboutToBeInserted, this,
            [this](const auto &, int first, int last) { beginInsertColumns({}, first, last); });
    connect(&rows, &Model::columnsInserted, this, &OrderedRows::endInsertColumns);
    connect(&rows, &Model::columnsAboutToBeRemoved, this,
            [this](const auto &, int first, int last) { beginRemoveColumns({}, first, last); });
    connect(&rows, &Model::columnsRemoved, this, &OrderedRows::endRemoveColumns);
}

QModelIndex OrderedRows::mapToSource(const QModelIndex &index) const
{
    if (!index.isValid() || size_t(index.row()) >= m_order.size())
        return {};
    return sourceModel()->index(m_order[size_t(index.row())], index.column());
}

QModelIndex OrderedRows::mapFromSource(const QModelIndex &index) const
{
    if (!index.isValid() || size_t(index.row()) >= m_place.size() || m_place[size_t(index.row())] < 0)
        return {};
    return createIndex(m_place[size_t(index.row())], index.column());
}

QModelIndex OrderedRows::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

int OrderedRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int OrderedRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : sourceModel()->columnCount();
}

bool OrderedRows::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 && columnCount(parent) > 0;
}

QVariant OrderedRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal)
        return sourceModel()->headerData(section, orientation, role);
    return QAbstractItemModel::headerData(section, orientation, role);
}

/** How rows show: ties by name, all of it turned around where the order is. */
bool OrderedRows::isBefore(int a, int b) const
{
    const bool isTurned = m_direction == Qt::DescendingOrder;
    if (m_column < 0)
        return isTurned ? b < a : a < b;
    const std::weak_ordering by = m_source.compare(a, b, m_column);
    if (by != 0)
        return isTurned ? by > 0 : by < 0;
    return isTurned ? m_source.compareNames(b, a) < 0 : m_source.compareNames(a, b) < 0;
}

OrderedRows::Rows OrderedRows::sorted() const
{
    Rows rows = m_names;
    if (m_column < 0) {
        std::ranges::sort(rows);
    } else {
        const std::vector<SortKey> keys = m_source.sortKeys(m_column);
        std::vector<KeyedRow> entries;
        entries.reserve(rows.size());
        for (const int row : rows)
            entries.push_back({keys[size_t(row)], row});
        sortByKey(entries);  // by name they are already
        std::ranges::transform(entries, rows.begin(), &KeyedRow::row);
    }
    if (m_direction == Qt::DescendingOrder)
        std::ranges::reverse(rows);
    return rows;
}

void OrderedRows::sort(int column, Qt::SortOrder order)
{
    m_column = column < columnCount() ? column : -1;
    m_direction = order;
    m_sorted = sorted();
    become(wanted());
}

void OrderedRows::refilter()
{
    if (m_accepted.size() != size_t(sourceModel()->rowCount()))
        rebuild();
    else
        for (size_t row = 0; row < m_accepted.size(); ++row)
            m_accepted[row] = accepts(int(row));
    become(wanted());
}

/** Everything anew, without a word. */
void OrderedRows::rebuild()
{
    const auto count = size_t(sourceModel()->rowCount());
    m_accepted.assign(count, false);
    for (size_t row = 0; row < count; ++row)
        m_accepted[row] = accepts(int(row));
    m_names.resize(count);
    std::iota(m_names.begin(), m_names.end(), 0);
    std::ranges::sort(m_names, [this](int a, int b) { return m_source.compareNames(a, b) < 0; });
    m_sorted = sorted();
    m_place.resize(count, -1);
    m_pending.clear();
    m_mayMove = false;
}

/** The rows that are to show, as they are to show. */
OrderedRows::Rows OrderedRows::wanted() const
{
    Rows rows;
    rows.reserve(m_sorted.size());
    for (const int row : m_sorted)
        if (m_accepted[size_t(row)])
            rows.push_back(row);
    return rows;
}

/** Puts rows that are not among them into the sorted ones. */
void OrderedRows::arrange(const Rows &fresh)
{
    Rows rows = fresh;
    const auto before = [this](int a, int b) { return isBefore(a, b); };
    if (rows.size() > m_sorted.size() / 4 + 100) {
        m_sorted = sorted();
        return;
    }
    std::ranges::sort(rows, before);
    merge(m_sorted, rows, before);
}

void OrderedRows::takeInserted(int first, int last)
{
    const int count = last - first + 1;
    if (size_t(first) < m_place.size())
        for (Rows *rows : {&m_names, &m_sorted, &m_order, &m_pending})
            shift(*rows, first, count);
    m_place.insert(m_place.begin() + first, size_t(count), -1);
    m_accepted.insert(m_accepted.begin() + first, size_t(count), false);
    settle();  // into rows that are in order
    Rows fresh(static_cast<size_t>(count));
    std::iota(fresh.begin(), fresh.end(), first);
    for (const int row : fresh)
        m_accepted[size_t(row)] = accepts(row);
    Rows byName = fresh;
    const auto before = [this](int a, int b) { return m_source.compareNames(a, b) < 0; };
    std::ranges::sort(byName, before);
    merge(m_names, byName, before);
    arrange(fresh);
    become(wanted());
}

void OrderedRows::takeDying(int first, int last)
{
    const auto dies = [=](int row) { return row >= first && row <= last; };
    for (Rows *rows : {&m_names, &m_sorted, &m_pending})
        std::erase_if(*rows, dies);
    become(wanted());
}

void OrderedRows::takeRemoved(int first, int last)
{
    const int count = last - first + 1;
    for (Rows *rows : {&m_names, &m_sorted, &m_order, &m_pending})
        shift(*rows, last + 1, -count);
    m_place.erase(m_place.begin() + first, m_place.begin() + last + 1);
    m_accepted.erase(m_accepted.begin() + first, m_accepted.begin() + last + 1);
}

void OrderedRows::takeChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    m_mayMove = m_mayMove || (m_column >= first.column() && m_column <= last.column());
    Rows places;
    for (int row = first.row(); row <= last.row(); ++row) {
        m_pending.push_back(row);
        if (const int place = m_place[size_t(row)]; place >= 0)
            places.push_back(place);
    }
    std::ranges::sort(places);
    for (size_t i = 0; i < places.size();) {
        size_t end = i + 1;
        while (end < places.size() && places[end] == places[end - 1] + 1)
            ++end;
        Q_EMIT dataChanged(index(places[i], first.column()), index(places[end - 1], last.column()), roles);
        i = end;
    }
    if (!m_source.isBusy())
        settle();
}

void OrderedRows::settle()
{
    if (m_pending.empty())
        return;
    const Rows pending = std::exchange(m_pending, {});
    bool isOther = std::exchange(m_mayMove, false);
    if (isOther) {
        std::vector<bool> moves(m_accepted.size());
        Rows fresh;
        for (const int row : pending) {
            if (!moves[size_t(row)])
                fresh.push_back(row);
            moves[size_t(row)] = true;
        }
        std::erase_if(m_sorted, [&moves](int row) { return moves[size_t(row)]; });
        arrange(fresh);
    }
    for (const int row : pending) {
        const bool accepted = accepts(row);
        isOther = isOther || accepted != m_accepted[size_t(row)];
        m_accepted[size_t(row)] = accepted;
    }
    if (isOther)
        become(wanted());
}

/** The source gave its rows other numbers. */
void OrderedRows::takeMoved()
{
    const std::span<const int> to = m_source.moved();
    for (Rows *rows : {&m_names, &m_sorted, &m_order, &m_pending})
        for (int &row : *rows)
            row = to[size_t(row)];
    std::vector<bool> accepted(m_accepted.size());
    for (size_t row = 0; row < to.size(); ++row)
        accepted[size_t(to[row])] = m_accepted[row];
    m_accepted = std::move(accepted);
    renumber();
    if (m_column < 0) {
        m_sorted = sorted();
        become(wanted());
    }
}

/** Goes from what shows to what is to show: rows leave, others come, all take their places. */
void OrderedRows::become(Rows next)
{
    drop(next);
    Rows fresh;
    for (const int row : next)
        if (m_place[size_t(row)] < 0)
            fresh.push_back(row);
    if (!fresh.empty()) {
        // where they follow one another they come in their place at once
        const auto first = std::ranges::find(next, fresh.front()) - next.begin();
        const bool isRun = std::ranges::equal(fresh, std::span(next).subspan(size_t(first), fresh.size()));
        const int at = isRun ? int(first) : int(m_order.size());
        beginInsertRows({}, at, at + int(fresh.size()) - 1);
        m_order.insert(m_order.begin() + at, fresh.begin(), fresh.end());
        renumber();
        endInsertRows();
    }
    if (next != m_order)
        relay(std::move(next));
}

/** Takes away the rows that are not in `next`. */
void OrderedRows::drop(const Rows &next)
{
    std::vector<bool> stays(m_place.size());
    for (const int row : next)
        stays[size_t(row)] = true;
    const auto leaves = [&stays](int row) { return !stays[size_t(row)]; };
    const auto first = std::ranges::find_if(m_order, leaves);
    if (first == m_order.end())
        return;
    const auto count = std::ranges::count_if(m_order, leaves);
    if (std::find_if_not(first, m_order.end(), leaves) - first < count) {  // they do not follow one another
        Rows order = m_order;
        std::ranges::stable_partition(order, [&stays](int row) { return bool(stays[size_t(row)]); });
        relay(std::move(order));
    }
    const auto begin = std::ranges::find_if(m_order, leaves) - m_order.begin();
    beginRemoveRows({}, int(begin), int(begin + count) - 1);
    for (auto i = begin; i < begin + count; ++i)
        m_place[size_t(m_order[size_t(i)])] = -1;
    m_order.erase(m_order.begin() + begin, m_order.begin() + begin + count);
    renumber();
    endRemoveRows();
}

/** The same rows in another order. */
void OrderedRows::relay(Rows next)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    Rows rows;
    for (const QModelIndex &index : before)
        rows.push_back(m_order[size_t(index.row())]);
    m_order = std::move(next);
    renumber();
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(createIndex(m_place[size_t(rows[size_t(i)])], before.at(i).column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void OrderedRows::renumber()
{
    std::ranges::fill(m_place, -1);
    for (size_t i = 0; i < m_order.size(); ++i)
        m_place[size_t(m_order[i])] = int(i);
}

}  // namespace models
