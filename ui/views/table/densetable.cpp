// SPDX-License-Identifier: Apache-2.0
#include "views/table/densetable.h"

#include "report/plaintext.h"
#include "style/palette.h"
#include "style/theme.h"
#include "views/table/rowage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

constexpr qint64 FadeTime = 600;  ///< milliseconds
constexpr int FadeStep = 40;

}  // namespace

DenseTable::DenseTable(QWidget *parent) : QTableView(parent), m_age(new RowAge(*this, *horizontalHeader()))
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideMiddle);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(RowHeight);
    verticalHeader()->setDefaultSectionSize(RowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setFixedHeight(RowHeight);
    setFont(style::tabular(font()));
    m_clock.start();
    // who sorts wants to see what is first now
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this] {
        m_held.clear();
        scrollToTop();
    });
    connect(this, &QTableView::doubleClicked, this, &DenseTable::rowActivated);
}

void DenseTable::copyRows() const
{
    QSet<int> chosen;
    for (const QItemSelectionRange &range : selectionModel() ? selectionModel()->selection() : QItemSelection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            chosen.insert(row);
    QList<int> rows(chosen.cbegin(), chosen.cend());
    std::ranges::sort(rows);
    QStringList lines;
    for (const int row : std::as_const(rows)) {
        QStringList cells;
        for (int visual = 0; visual < model()->columnCount(); ++visual)
            if (const int column = horizontalHeader()->logicalIndex(visual); !isColumnHidden(column))
                cells.append(report::cell(model()->index(row, column).data().toString()));
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void DenseTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DenseTable::setTicking(const QList<int> &columns)
{
    m_age->setTicking(columns);
}

void DenseTable::setOld(bool old)
{
    m_age->setOld(old);
}

void DenseTable::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_fade.timerId())
        fade();
    else
        QTableView::timerEvent(event);
}

void DenseTable::setChangedRole(int role)
{
    m_changedRole = role;
}

void DenseTable::setFlashing(bool flashing)
{
    m_flashing = flashing;
}

void DenseTable::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    QTableView::dataChanged(first, last, roles);
    const bool isStill = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0;
    if (!m_flashing || isStill || m_changedRole < 0 || !isVisible() || !first.isValid())
        return;
    // only what is in sight costs anything
    const int top = std::max(first.row(), rowAt(0));
    const int end = rowAt(viewport()->height() - 1);
    const int bottom = std::min(last.row(), end < 0 ? model()->rowCount() - 1 : end);
    for (int row = top; row <= bottom; ++row) {
        const quint32 changed = model()->index(row, 0).data(m_changedRole).toUInt();
        for (int column = first.column(); column <= last.column(); ++column)
            if ((changed & (1U << std::min(column, 31))) != 0 && !isColumnHidden(column)) {
                const QPersistentModelIndex cell(model()->index(row, column));
                m_flashes.removeIf([&cell](const Flash &flash) { return flash.cell == cell; });
                m_flashes.append({cell, m_clock.elapsed()});
            }
    }
    if (!m_flashes.isEmpty() && !m_fade.isActive())
        m_fade.start(FadeStep, this);
}

void DenseTable::fade()
{
    for (const Flash &flash : std::as_const(m_flashes))
        viewport()->update(visualRect(flash.cell));
    const qint64 now = m_clock.elapsed();
    m_flashes.removeIf([now](const Flash &flash) { return !flash.cell.isValid() || now - flash.since >= FadeTime; });
    if (m_flashes.isEmpty())
        m_fade.stop();
}

void DenseTable::paintEvent(QPaintEvent *event)
{
    if (!m_flashes.isEmpty()) {
        QPainter painter(viewport());
        QColor colour = style::color(style::Role::Changed, palette());
        const qint64 now = m_clock.elapsed();
        for (const Flash &flash : std::as_const(m_flashes)) {
            colour.setAlphaF(1.0F - float(std::min(now - flash.since, FadeTime)) / float(FadeTime));
            painter.fillRect(visualRect(flash.cell), colour);
        }
    }
    QTableView::paintEvent(event);
}

void DenseTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    m_held.clear();
    m_flashes.clear();
    if (!model)
        return;
    for (const auto signal : {&QAbstractItemModel::rowsAboutToBeInserted, &QAbstractItemModel::rowsAboutToBeRemoved})
        connect(model, signal, this, &DenseTable::hold);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &DenseTable::hold);
}

/** Once for all that a batch does: what was first in sight before it is first after it. */
void DenseTable::hold()
{
    if (m_isHeld || verticalScrollBar()->value() == 0)
        return;
    m_isHeld = true;
    m_held.clear();
    const int top = rowAt(0);
    const int end = rowAt(viewport()->height() - 1);
    for (int row = top; row >= 0 && row <= (end < 0 ? model()->rowCount() - 1 : end); ++row)
        m_held.append({QPersistentModelIndex(model()->index(row, 0)), row - top});
    QMetaObject::invokeMethod(this, &DenseTable::settle, Qt::QueuedConnection);
}

void DenseTable::settle()
{
    m_isHeld = false;
    const auto first = std::ranges::find_if(m_held, [](const auto &held) { return held.first.isValid(); });
    if (first != m_held.end())
        verticalScrollBar()->setValue(first->first.row() - first->second);
    m_held.clear();
}

}  // namespace views
