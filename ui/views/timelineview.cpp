// SPDX-License-Identifier: Apache-2.0
#include "views/timelineview.h"

#include "views/lanewords.h"
#include "views/timelinegestures.h"
#include "views/timelinepicture.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <chrono>

namespace views {

namespace {

constexpr int RowHeight = TimelinePicture::RowHeight;
constexpr int HeaderHeight = TimelinePicture::HeaderHeight;
constexpr double ZoomStep = 1.25;
constexpr double KeyPan = 0.1;  ///< of the width

kube::Timestamp machineTime()
{
    return kube::Timestamp(std::chrono::system_clock::now());
}

}  // namespace

TimelineView::TimelineView(QWidget *parent) : QAbstractScrollArea(parent), m_clock(machineTime)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    listenToGestures();
    viewport()->setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("Lanes of pods and containers over time. Up and Down choose a lane, Left and Right "
                                "move in time, plus and minus zoom, Ctrl with Left or Right steps through events, F "
                                "fits, N goes to now."));
}

TimelineView::~TimelineView() = default;

void TimelineView::setLanes(const QList<timeline::PodLanesPtr> &pods)
{
    m_rows.set(pods);
    m_row = 0;
    m_mark = -1;
    updateScrollBar();
    fit();
}

void TimelineView::apply(const QList<timeline::PodLanesPtr> &pods)
{
    if (pods.isEmpty())
        return;
    m_rows.apply(pods);
    updateScrollBar();
    if (m_port.mode() == TimeViewport::Mode::Fit)
        fit();
    updateTimer();
    viewport()->update();
}

void TimelineView::setSelected(const kube::Key &pod)
{
    if (pod == m_selected)
        return;
    m_selected = pod;
    m_mark = -1;
    const std::optional<qsizetype> index = m_rows.find(pod);
    if (index) {
        const qsizetype first = m_rows.firstRow(*index);
        if (m_rows.row(m_row).pod != *index)
            m_row = first;
        scrollToRow(m_row);
        const LaneList::Extent extent = m_rows.extent(index);
        const bool hidden =
            !extent.begin.isNull() && (extent.begin > m_port.end() || (!extent.open && extent.end < m_port.begin()));
        if (m_port.mode() == TimeViewport::Mode::Fit || hidden)
            fit();
    }
    viewport()->update();
}

void TimelineView::setClock(Clock clock)
{
    m_clock = clock ? std::move(clock) : Clock(machineTime);
    viewport()->update();
}

QRect TimelineView::lanesRect() const
{
    const int labels = std::clamp(viewport()->width() * 22 / 100, 110, 280);
    return viewport()->rect().adjusted(labels, HeaderHeight, 0, 0);
}

delegates::Hit TimelineView::hit(QPoint at) const
{
    return frame().hit(at);
}

QString TimelineView::tipAt(QPoint at) const
{
    return frame().tip(at);
}

void TimelineView::fitPod(std::optional<qsizetype> pod)
{
    const LaneList::Extent extent = m_rows.extent(pod);
    m_port.fit(extent, m_clock(), pod ? extent.end : kube::Timestamp());
    rangeMoved();
}

void TimelineView::fit()
{
    fitPod(m_rows.find(m_selected));
}

void TimelineView::fitAll()
{
    fitPod({});
}

void TimelineView::jumpToNow()
{
    m_port.follow(m_clock());
    rangeMoved();
}

void TimelineView::zoomBy(double factor)
{
    const double x = m_cursor.isNull() ? m_port.width() / 2 : m_port.scale().x(m_cursor);
    m_port.zoom(factor, std::clamp(x, 0.0, m_port.width()), m_clock());
    rangeMoved();
}

void TimelineView::zoomIn()
{
    zoomBy(ZoomStep);
}

void TimelineView::zoomOut()
{
    zoomBy(1 / ZoomStep);
}

void TimelineView::updateScrollBar()
{
    const int room = std::max(0, viewport()->height() - HeaderHeight);
    const int content = static_cast<int>(std::min<qsizetype>(m_rows.rowCount() * RowHeight, 1 << 30));
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(RowHeight);
    verticalScrollBar()->setRange(0, std::max(0, content - room));
}

void TimelineView::updateTimer()
{
    const qsizetype first = verticalScrollBar()->value() / RowHeight;
    const bool grows = isVisible() && m_rows.hasOpen(first, first + viewport()->height() / RowHeight + 1);
    if (!grows) {
        m_growth.stop();
        return;
    }
    // No more often than the picture changes by a pixel, and never faster than an eye needs.
    const int interval = static_cast<int>(std::clamp(m_port.scale().nsPerPixel() / 1e6, 50.0, 1000.0));
    m_growth.start(interval, this);
}

void TimelineView::scrollContentsBy(int, int)
{
    updateTimer();
    viewport()->update();
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    m_port.setWidth(std::max(1, lanesRect().width()));
    updateScrollBar();
    if (m_port.mode() == TimeViewport::Mode::Fit)
        fit();
    else
        rangeMoved();
}

void TimelineView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    updateTimer();
}

void TimelineView::hideEvent(QHideEvent *event)
{
    QAbstractScrollArea::hideEvent(event);
    m_growth.stop();
}

void TimelineView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_growth.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const kube::Timestamp now = m_clock();
    if (m_port.outgrown(now))
        fit();
    else if (m_port.advance(now))
        rangeMoved();
    else
        viewport()->update();
}

void TimelineView::setTimeWindow(style::TimeWindow *window)
{
    if (m_window)
        m_window->disconnect(this);
    m_window = window;
    if (!window)
        return;
    connect(window, &style::TimeWindow::cursorChanged, this, &TimelineView::setCursorTime);
    connect(window, &style::TimeWindow::rangeChanged, this, [this](kube::Timestamp begin, kube::Timestamp end) {
        if (begin == m_port.begin() && end == m_port.end())
            return;
        m_port.show(begin, end);
        rangeMoved();
    });
    rangeMoved();
}

void TimelineView::setCursorTime(kube::Timestamp at)
{
    if (at == m_cursor)
        return;
    m_cursor = at;
    if (m_window)
        m_window->setCursor(at);
    viewport()->update();
}

void TimelineView::rangeMoved()
{
    if (m_window && !m_rows.isEmpty())
        m_window->setRange(m_port.begin(), m_port.end());
    updateTimer();
    viewport()->update();
}

TimelinePicture TimelineView::frame() const
{
    const bool focused = hasFocus() && !m_rows.isEmpty();
    return {.rows = m_rows,
            .port = m_port,
            .area = viewport()->rect(),
            .lanes = lanesRect(),
            .scroll = verticalScrollBar()->value(),
            .now = m_clock(),
            .cursor = m_cursor,
            .selected = m_selected,
            .focusRow = focused ? m_row : -1,
            .focusMark = focused ? m_mark : -1,
            .palette = palette(),
            .font = font()};
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    frame().paint(painter);
}

void TimelineView::listenToGestures()
{
    auto *gestures = new TimelineGestures(viewport());
    connect(gestures, &TimelineGestures::zoomed, this, [this](double factor, double x) {
        m_port.zoom(factor, std::clamp(x - lanesRect().left(), 0.0, m_port.width()), m_clock());
        rangeMoved();
    });
    connect(gestures, &TimelineGestures::panned, this, [this](int dx, int dy) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() - dy);
        if (dx == 0)
            return;
        m_port.pan(dx);
        rangeMoved();
    });
    connect(gestures, &TimelineGestures::hovered, this, [this](QPoint at) {
        const int x = at.x() - lanesRect().left();
        setCursorTime(x >= 0 && !m_rows.isEmpty() ? m_port.scale().time(x) : kube::Timestamp());
    });
    connect(gestures, &TimelineGestures::left, this, [this] { setCursorTime({}); });
    connect(gestures, &TimelineGestures::clicked, this, [this](QPoint at) {
        if (const qsizetype row = frame().rowAt(at.y()); row >= 0)
            chooseRow(row);
    });
    connect(gestures, &TimelineGestures::doubleClicked, this, [this](QPoint at) {
        if (const LaneList::Row row = m_rows.row(frame().rowAt(at.y())); row.pod >= 0)
            Q_EMIT podActivated(m_rows.pod(row.pod).pod);
    });
    connect(gestures, &TimelineGestures::tipWanted, this, [this](QPoint at, QPoint global) {
        QToolTip::showText(global, LaneWords::unmarked(tipAt(at)), viewport());
    });
}

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
    double x = m_port.scale().x(mark.at);
    if (x < 0 || x > m_port.width()) {
        m_port.pan(m_port.width() / 2 - x);
        x = m_port.width() / 2;
    }
    setCursorTime(mark.at);
    rangeMoved();
    const int y = HeaderHeight + static_cast<int>(m_row + 1) * RowHeight - verticalScrollBar()->value();
    const QString tip = LaneWords::tip(mark);
    setAccessibleDescription(tip);
    QToolTip::showText(viewport()->mapToGlobal(QPoint(lanesRect().left() + static_cast<int>(x), y)),
                       LaneWords::unmarked(tip), viewport());
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
