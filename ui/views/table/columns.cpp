// SPDX-License-Identifier: Apache-2.0
#include "views/table/columns.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr int Narrowest = 40;
constexpr int Widest = 2000;

}  // namespace

Columns::Columns(QTableView &grid, Ids ids, QList<Column> first, QString sort, QObject *parent)
    : QObject(parent), m_grid(grid), m_ids(std::move(ids)), m_first(std::move(first)), m_sort(std::move(sort))
{
    QHeaderView *header = m_grid.horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, [this, header](int place, int, int width) {
        int last = header->count() - 1;
        while (last > 0 && header->isSectionHidden(header->logicalIndex(last)))
            --last;
        if (width > 0 && header->visualIndex(place) != last)
            m_widths.insert(m_ids(place), width);
    });
    arrange(m_first);
    sortAsAtFirst();
}

int Columns::count() const
{
    return m_grid.model()->columnCount();
}

int Columns::placeOf(const QString &id) const
{
    for (int place = 0; place < count(); ++place)
        if (m_ids(place) == id)
            return place;
    return -1;
}

QList<Column> Columns::list() const
{
    QList<Column> columns;
    const QHeaderView *header = m_grid.horizontalHeader();
    for (int visual = 0; visual < count(); ++visual) {
        const int place = header->logicalIndex(visual);
        const QString id = m_ids(place);
        const QString title = m_grid.model()->headerData(place, Qt::Horizontal).toString();
        columns.append({id, title, m_widths.value(id, Column().width), !m_unwanted.contains(id)});
    }
    return columns;
}

void Columns::arrange(const QList<Column> &columns)
{
    QHeaderView *header = m_grid.horizontalHeader();
    int visual = 0;
    for (const Column &column : columns) {
        const int place = placeOf(column.id);
        if (place < 0)
            continue;
        header->moveSection(header->visualIndex(place), visual++);
        const int width = std::clamp(column.width, Narrowest, Widest);
        m_widths.insert(column.id, width);
        if (column.shown)
            m_unwanted.remove(column.id);
        else
            m_unwanted.insert(column.id);
        show(place);
        m_grid.setColumnWidth(place, width);
        m_widths.insert(column.id, width);
    }
}

void Columns::show(int place)
{
    const QString id = m_ids(place);
    m_grid.setColumnHidden(place, m_unwanted.contains(id) || m_idle.contains(id));
}

void Columns::sortAsAtFirst()
{
    m_grid.sortByColumn(std::max(0, placeOf(m_sort)), Qt::AscendingOrder);
}

void Columns::setIdle(const QString &id, bool idle)
{
    if (idle)
        m_idle.insert(id);
    else
        m_idle.remove(id);
    if (const int place = placeOf(id); place >= 0)
        show(place);
}

QByteArray Columns::save() const
{
    QJsonArray columns;
    for (const Column &column : list())
        columns.append(QJsonObject{{u"id"_s, column.id}, {u"width"_s, column.width}, {u"shown"_s, column.shown}});
    const QHeaderView *header = m_grid.horizontalHeader();
    const QJsonObject all{{u"columns"_s, columns},
                          {u"sort"_s, m_ids(header->sortIndicatorSection())},
                          {u"descending"_s, header->sortIndicatorOrder() == Qt::DescendingOrder}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

QList<Column> Columns::parse(const QByteArray &saved)
{
    QList<Column> columns;
    const QJsonArray all = QJsonDocument::fromJson(saved).object().value("columns"_L1).toArray();
    for (const QJsonValue &value : all) {
        const QJsonObject column = value.toObject();
        if (const QString id = column.value("id"_L1).toString(); !id.isEmpty())
            columns.append(
                {id, {}, column.value("width"_L1).toInt(Column().width), column.value("shown"_L1).toBool(true)});
    }
    // somebody else's text may hide everything: a table without columns cannot be brought back by its header
    const bool isAllHidden = std::ranges::none_of(columns, &Column::shown);
    return isAllHidden ? QList<Column>() : columns;
}

void Columns::restore(const QByteArray &saved)
{
    const QList<Column> columns = parse(saved);
    if (columns.isEmpty())
        return;
    arrange(columns);
    const QJsonObject all = QJsonDocument::fromJson(saved).object();
    if (const int sort = placeOf(all.value("sort"_L1).toString()); sort >= 0)
        m_grid.sortByColumn(sort, all.value("descending"_L1).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

}  // namespace views
