// SPDX-License-Identifier: Apache-2.0
#include "views/timelinegestures.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <QWidget>

#include <cmath>

namespace views {

namespace {

constexpr double ZoomStep = 1.25;     ///< a wheel notch
constexpr double PanPerDegree = 0.5;  ///< pixels an eighth of a degree

}  // namespace

TimelineGestures::TimelineGestures(QWidget *surface) : QObject(surface), m_surface(surface)
{
    surface->setMouseTracking(true);
    surface->installEventFilter(this);
}

bool TimelineGestures::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Wheel: return turn(*static_cast<QWheelEvent *>(event));
    case QEvent::MouseButtonPress: press(*static_cast<QMouseEvent *>(event)); return true;
    case QEvent::MouseMove: move(*static_cast<QMouseEvent *>(event)); return true;
    case QEvent::MouseButtonRelease: release(*static_cast<QMouseEvent *>(event)); return true;
    case QEvent::MouseButtonDblClick:
        if (static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
            Q_EMIT doubleClicked(static_cast<QMouseEvent *>(event)->position().toPoint());
        return true;
    case QEvent::Leave:
        if (!m_down)
            Q_EMIT left();
        return false;
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        Q_EMIT tipWanted(help->pos(), help->globalPos());
        return true;
    }
    default: return QObject::eventFilter(watched, event);
    }
}

bool TimelineGestures::turn(const QWheelEvent &event)
{
    const QPoint angle = event.angleDelta();
    if (event.modifiers() & Qt::ControlModifier) {
        Q_EMIT zoomed(std::pow(ZoomStep, angle.y() / 120.0), event.position().x());
        return true;
    }
    const bool sideways = std::abs(angle.x()) > std::abs(angle.y());
    if (!sideways && !(event.modifiers() & Qt::ShiftModifier))
        return false;
    Q_EMIT panned(qRound((sideways ? angle.x() : angle.y()) * PanPerDegree), 0);
    return true;
}

void TimelineGestures::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    m_press = m_last = event.position().toPoint();
    m_down = true;
    m_dragged = false;
}

void TimelineGestures::move(const QMouseEvent &event)
{
    const QPoint at = event.position().toPoint();
    if (m_down && (m_dragged || (at - m_press).manhattanLength() >= QApplication::startDragDistance())) {
        m_dragged = true;
        m_surface->setCursor(Qt::ClosedHandCursor);
        Q_EMIT panned(at.x() - m_last.x(), at.y() - m_last.y());
        m_last = at;
    }
    Q_EMIT hovered(at);
}

void TimelineGestures::release(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || !m_down)
        return;
    const bool click = !m_dragged;
    m_down = m_dragged = false;
    m_surface->unsetCursor();
    if (click)
        Q_EMIT clicked(event.position().toPoint());
}

}  // namespace views
