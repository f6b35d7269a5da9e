// SPDX-License-Identifier: Apache-2.0
#include "views/table/densetree.h"

#include "delegates/rowdelegate.h"
#include "report/plaintext.h"
#include "style/palette.h"
#include "style/theme.h"
#include "views/table/densetable.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace views {

DenseTree::DenseTree(QWidget *parent) : QTreeView(parent)
{
    setItemDelegate(new delegates::RowDelegate(DenseTable::RowHeight, this));
    setUniformRowHeights(true);
    setSelectionBehavior(SelectRows);
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideRight);
    setFrameShape(NoFrame);
    setIndentation(16);
    setAnimated(false);
    setHorizontalScrollMode(ScrollPerPixel);
    header()->setHighlightSections(false);
    header()->setSectionsMovable(true);
    header()->setMinimumSectionSize(40);
    header()->setFixedHeight(DenseTable::RowHeight);
    setFont(style::tabular(font()));
    // who sorts wants to see what is first now
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &DenseTree::scrollToTop);
}

void DenseTree::setTicking(int column)
{
    m_ticking = column;
}

void DenseTree::setOld(bool old)
{
    if (old != std::exchange(m_old, old))
        tint();
}

void DenseTree::tint()
{
    QPalette colours;
    if (m_old)
        colours.setColor(QPalette::Text, style::color(style::Role::MutedText, palette()));
    setPalette(colours);
}

void DenseTree::copyRows() const
{
    QStringList lines;
    for (const QModelIndex &row : selectionModel() ? selectionModel()->selectedRows() : QModelIndexList()) {
        QStringList cells;
        for (int visual = 0; visual < model()->columnCount(); ++visual)
            if (const int column = header()->logicalIndex(visual); !isColumnHidden(column))
                cells << report::cell(row.siblingAtColumn(column).data().toString());
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void DenseTree::reveal(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    expand(row.parent());
    setCurrentIndex(row);
    scrollTo(row);
}

void DenseTree::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRows();
        return;
    }
    if (const QModelIndex fold = currentIndex().siblingAtColumn(0);
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && model()->hasChildren(fold)) {
        setExpanded(fold, !isExpanded(fold));
        return;
    }
    QTreeView::keyPressEvent(event);
}

void DenseTree::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    if (!model)
        return;
    for (const auto signal : {&QAbstractItemModel::rowsAboutToBeInserted, &QAbstractItemModel::rowsAboutToBeRemoved})
        connect(model, signal, this, &DenseTree::hold);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &DenseTree::hold);
}

/** Once for all that a batch does: the first row in sight that outlives it is put where it was. */
void DenseTree::hold()
{
    if (m_isHeld || verticalScrollBar()->value() == 0)
        return;
    m_isHeld = true;
    QList<QPersistentModelIndex> held;
    const int height = viewport()->height();
    for (QModelIndex row = indexAt({0, 0}); row.isValid() && visualRect(row).top() < height; row = indexBelow(row))
        held << row;
    const auto settle = [this, held] {
        m_isHeld = false;
        for (qsizetype i = 0; i < held.size(); ++i)
            if (held.at(i).isValid()) {
                scrollTo(held.at(i), PositionAtTop);
                verticalScrollBar()->setValue(verticalScrollBar()->value() - int(i));
                return;
            }
    };
    QMetaObject::invokeMethod(this, settle, Qt::QueuedConnection);
}

void DenseTree::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_second.timerId())
        QTreeView::timerEvent(event);
    else if (!isColumnHidden(m_ticking))
        viewport()->update(columnViewportPosition(m_ticking), 0, columnWidth(m_ticking), viewport()->height());
}

void DenseTree::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    if (m_ticking >= 0)
        m_second.start(1000, this);
}

void DenseTree::hideEvent(QHideEvent *event)
{
    m_second.stop();
    QTreeView::hideEvent(event);
}

void DenseTree::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    if (m_old && palette().color(QPalette::Text) != style::color(style::Role::MutedText, palette()))
        tint();
    viewport()->update();
}

}  // namespace views
