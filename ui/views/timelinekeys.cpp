// SPDX-License-Identifier: Apache-2.0
// The timeline's keyboard: from lane to lane, from event to event, in time.
#include "models/plaintext.h"
#include "views/lanewords.h"
#include "views/timelinepicture.h"
#include "views/timelineview.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace views {

namespace {

constexpr int RowHeight = TimelinePicture::RowHeight;
constexpr int HeaderHeight = TimelinePicture::HeaderHeight;
constexpr double KeyPan = 0.1;  ///< of the width

}  // namespace

void TimelineView::scrollToRow(qsizetype row)
{
    const int top = static_cast<int>(row) * RowHeight;
    const int room = std::max(RowHeight, viewport()->height() - HeaderHeight);
    const int value = verticalScrollBar()->value();
    if (top < value)
        verticalScrollBar()->setValue(top);
    else if (top + RowHeight > value + room)
        verticalScrollBar()->setValue(top + RowHeight - room);
}

void TimelineView::chooseRow(qsizetype row)
{
    if (m_rows.isEmpty())
        return;
    m_row = std::clamp<qsizetype>(row, 0, m_rows.rowCount() - 1);
    m_mark = -1;
    scrollToRow(m_row);
    viewport()->update();
    const kube::Key pod = m_rows.pod(m_rows.row(m_row).pod).pod;
    if (pod == m_selected)
        return;
    m_selected = pod;
    m_uid = m_rows.pod(m_rows.row(m_row).pod).uid;
    if (m_scope == LaneList::Scope::All)
        m_rows.choose(m_scope, pod);
    Q_EMIT podSelected(pod);
}

void TimelineView::stepMark(int direction)
{
    const timeline::Lane *lane = m_rows.lane(m_row);
    if (!lane || lane->marks.isEmpty())
        return;
    const qsizetype from = m_mark < 0 && direction < 0 ? lane->marks.size() : m_mark;
    m_mark = std::clamp<qsizetype>(from + direction, 0, lane->marks.size() - 1);
    const timeline::Mark &mark = lane->marks.at(m_mark);
    const qsizetype pod = m_rows.row(m_row).pod;
    double x = m_port.scale().x(mark.at + m_rows.shift(pod));
    if (x < 0 || x > m_port.width()) {
        m_port.pan(m_port.width() / 2 - x);
        x = m_port.width() / 2;
    }
    setCursorTime(mark.at, pod);
    rangeMoved();
    const int y = HeaderHeight + static_cast<int>(m_row + 1) * RowHeight - verticalScrollBar()->value();
    const QString tip = LaneWords::tip(mark);
    setAccessibleDescription(tip);
    QToolTip::showText(viewport()->mapToGlobal(QPoint(lanesRect().left() + static_cast<int>(x), y)),
                       models::toolTip(tip), viewport());
}

bool TimelineView::moveByKey(const QKeyEvent &event)
{
    const bool control = event.modifiers() & Qt::ControlModifier;
    const int page = std::max(1, (viewport()->height() - HeaderHeight) / RowHeight - 1);
    switch (event.key()) {
    case Qt::Key_Up: chooseRow(m_row - 1); return true;
    case Qt::Key_Down: chooseRow(m_row + 1); return true;
    case Qt::Key_PageUp: chooseRow(m_row - page); return true;
    case Qt::Key_PageDown: chooseRow(m_row + page); return true;
    case Qt::Key_Home: chooseRow(0); return true;
    case Qt::Key_End: chooseRow(m_rows.rowCount() - 1); return true;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event.key() == Qt::Key_Right ? 1 : -1;
        if (control) {
            stepMark(direction);
        } else {
            m_port.pan(-direction * KeyPan * m_port.width());
            rangeMoved();
        }
        return true;
    }
    default: return false;
    }
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (!m_rows.isEmpty() && moveByKey(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomIn(); return;
    case Qt::Key_Minus: zoomOut(); return;
    case Qt::Key_F: event->modifiers() & Qt::ShiftModifier ? fitAll() : fit(); return;
    case Qt::Key_N: jumpToNow(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_rows.isEmpty())
            Q_EMIT podActivated(m_rows.pod(m_rows.row(m_row).pod).pod);
        return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

}  // namespace views
