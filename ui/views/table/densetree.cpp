// SPDX-License-Identifier: Apache-2.0
#include "views/table/densetree.h"

#include "delegates/rowdelegate.h"
#include "report/plaintext.h"
#include "style/theme.h"
#include "views/table/densetable.h"
#include "views/table/rowage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

namespace views {

DenseTree::DenseTree(QWidget *parent) : QTreeView(parent), m_age(new RowAge(*this, *header()))
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
    m_age->setTicking({column});
}

void DenseTree::setOld(bool old)
{
    m_age->setOld(old);
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

}  // namespace views
