// SPDX-License-Identifier: Apache-2.0
#include "views/densetable.h"

#include "report/plaintext.h"
#include "style/palette.h"
#include "style/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace views {

DenseTable::DenseTable(QWidget *parent) : QTableView(parent)
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
    connect(this, &QTableView::doubleClicked, this, &DenseTable::rowActivated);
}

void DenseTable::setTicking(const QList<int> &columns)
{
    m_ticking = columns;
}

void DenseTable::setOld(bool old)
{
    if (old == std::exchange(m_old, old))
        return;
    tint();
}

void DenseTable::tint()
{
    // What is set here stays set: the application's next palette must shine through where rows are live.
    QPalette colours;
    if (m_old)
        colours.setColor(QPalette::Text, style::color(style::Role::MutedText, palette()));
    setPalette(colours);
}

void DenseTable::copyRow() const
{
    QStringList cells;
    for (int column = 0; column < (model() ? model()->columnCount() : 0); ++column)
        if (!isColumnHidden(column))
            cells.append(report::cell(currentIndex().siblingAtColumn(column).data().toString()));
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

void DenseTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRow();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DenseTable::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_second.timerId()) {
        QTableView::timerEvent(event);
        return;
    }
    for (const int column : std::as_const(m_ticking))
        if (!isColumnHidden(column))
            viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
}

void DenseTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    if (!m_ticking.isEmpty())
        m_second.start(1000, this);
}

void DenseTable::hideEvent(QHideEvent *event)
{
    m_second.stop();
    QTableView::hideEvent(event);
}

void DenseTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    if (m_old && palette().color(QPalette::Text) != style::color(style::Role::MutedText, palette()))
        tint();
    viewport()->update();
}

}  // namespace views
