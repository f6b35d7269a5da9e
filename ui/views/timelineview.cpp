// SPDX-License-Identifier: Apache-2.0
#include "views/timelineview.h"

#include "models/plaintext.h"
#include "views/lanewords.h"
#include "views/timelinegestures.h"
#include "views/timelinepicture.h"

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
    m_uid.clear();
    updateScrollBar();
    fit();
    reveal();
}

void TimelineView::apply(const QList<timeline::PodLanesPtr> &pods)
{
    if (pods.isEmpty())
        return;
    keepPlace([&] {
        m_rows.apply(pods);
        m_rows.forget(m_clock());
    });
    if (m_port.mode() == TimeViewport::Mode::Fit)
        fit();
    reveal();
    updateTimer();
    viewport()->update();
}

void TimelineView::setNamespaces(const QStringList &names)
{
    keepPlace([&] { m_rows.setNamespaces(names); });
    if (m_port.mode() == TimeViewport::Mode::Fit)
        fit();
    updateTimer();
    viewport()->update();
}

void TimelineView::keep(const QSet<kube::Key> &pods)
{
    keepPlace([&] { m_rows.keep(pods); });
    updateTimer();
    viewport()->update();
}

void TimelineView::keepPlace(const std::function<void()> &change)
{
    const int scroll = verticalScrollBar()->value();
    const LaneList::Row top = m_rows.row(scroll / RowHeight);
    const LaneList::Row current = m_rows.row(m_row);
    const auto identity = [this](qsizetype pod) {
        return pod < 0 ? std::pair<kube::Key, QString>() : std::pair(m_rows.pod(pod).pod, m_rows.pod(pod).uid);
    };
    const auto topPod = identity(top.pod);
    const auto currentPod = identity(current.pod);
    change();
    updateScrollBar();
    const auto rowOf = [this](const std::pair<kube::Key, QString> &pod, qsizetype lane) -> qsizetype {
        const auto at = m_rows.find(pod.first, pod.second);
        return at ? m_rows.firstRow(*at) + std::min<qsizetype>(lane, m_rows.pod(*at).lanes.size() - 1) : -1;
    };
    if (const qsizetype row = rowOf(topPod, top.lane); row >= 0)
        verticalScrollBar()->setValue(static_cast<int>(row) * RowHeight + scroll % RowHeight);
    const qsizetype row = rowOf(currentPod, current.lane);
    m_row = row >= 0 ? row : std::clamp<qsizetype>(m_row, 0, std::max<qsizetype>(m_rows.rowCount() - 1, 0));
    m_cursorPod = -1;
}

void TimelineView::setSelected(const kube::Key &pod)
{
    if (pod == m_selected)
        return;
    m_selected = pod;
    m_mark = -1;
    m_uid.clear();
    keepPlace([this] { m_rows.choose(m_scope, m_selected); });
    reveal();
    viewport()->update();
}

/** Brings the selected pod's lanes into view, once for each pod: also when another one takes its name. */
void TimelineView::reveal()
{
    const std::optional<qsizetype> index = m_rows.find(m_selected);
    if (!index || m_rows.pod(*index).lanes.isEmpty() || m_rows.pod(*index).uid == m_uid)
        return;
    m_uid = m_rows.pod(*index).uid;
    const qsizetype first = m_rows.firstRow(*index);
    if (m_rows.row(m_row).pod != *index)
        m_row = first;
    scrollToRow(first + m_rows.pod(*index).lanes.size() - 1);
    scrollToRow(first);
    const LaneList::Extent extent = m_rows.extent(index);
    const bool hidden =
        !extent.begin.isNull() && (extent.begin > m_port.end() || (!extent.open && extent.end < m_port.begin()));
    if (m_port.mode() == TimeViewport::Mode::Fit || hidden)
        fit();
}

void TimelineView::setScope(LaneList::Scope scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    m_uid.clear();
    keepPlace([this] { m_rows.choose(m_scope, m_selected); });
    scope == LaneList::Scope::Workload ? fitAll() : fit();
    reveal();
}

void TimelineView::setAligned(bool on)
{
    if (on == m_rows.isAligned())
        return;
    m_rows.setAligned(on);
    on ? fitAll() : fit();
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
    LaneList::Extent extent = m_rows.extent(pod);
    if (m_rows.isAligned() && extent.open) {
        // each pod has a now of its own: what is known is shown, with room for it to go on
        extent.open = false;
        extent.end = extent.end + (extent.end - extent.begin) / 4;
    }
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
    m_port.follow(m_clock() + m_rows.shift(m_rows.find(m_selected)));
    rangeMoved();
}

void TimelineView::zoomBy(double factor)
{
    const double x = m_cursor.isNull() ? m_port.width() / 2 : m_port.scale().x(m_cursor + cursorShift());
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
    else if (!m_rows.isAligned() && m_port.advance(now))
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
    connect(window, &style::TimeWindow::cursorChanged, this, [this](kube::Timestamp at) { setCursorTime(at, -1); });
    connect(window, &style::TimeWindow::rangeChanged, this, [this](kube::Timestamp begin, kube::Timestamp end) {
        const std::chrono::nanoseconds shift = m_rows.shift(m_rows.find(m_selected));
        if (begin + shift == m_port.begin() && end + shift == m_port.end())
            return;
        m_port.show(begin + shift, end + shift);
        rangeMoved();
    });
    rangeMoved();
}

void TimelineView::pointAt(QPoint at)
{
    const int x = at.x() - lanesRect().left();
    if (x < 0 || m_rows.isEmpty()) {
        setCursorTime({}, -1);
        return;
    }
    const LaneList::Row row = m_rows.row(frame().rowAt(at.y()));
    const std::optional<qsizetype> pod = row.pod >= 0 ? std::optional(row.pod) : m_rows.find(m_selected);
    setCursorTime(m_port.scale().time(x) + -m_rows.shift(pod), pod.value_or(-1));
}

void TimelineView::setCursorTime(kube::Timestamp at, qsizetype pod)
{
    if (at == m_cursor)
        return;
    m_cursor = at;
    m_cursorPod = pod;
    if (m_window)
        m_window->setCursor(at);
    viewport()->update();
}

std::chrono::nanoseconds TimelineView::cursorShift() const
{
    const bool known = m_cursorPod >= 0 && m_cursorPod < m_rows.podCount();
    return m_rows.shift(known ? std::optional(m_cursorPod) : m_rows.find(m_selected));
}

void TimelineView::rangeMoved()
{
    const std::chrono::nanoseconds shift = m_rows.shift(m_rows.find(m_selected));
    if (m_window && !m_rows.isEmpty())
        m_window->setRange(m_port.begin() + -shift, m_port.end() + -shift);
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
            .cursor = m_cursor.isNull() ? m_cursor : m_cursor + cursorShift(),
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
    connect(gestures, &TimelineGestures::hovered, this, &TimelineView::pointAt);
    connect(gestures, &TimelineGestures::left, this, [this] { setCursorTime({}, -1); });
    connect(gestures, &TimelineGestures::clicked, this, [this](QPoint at) {
        if (const qsizetype row = frame().rowAt(at.y()); row >= 0)
            chooseRow(row);
    });
    connect(gestures, &TimelineGestures::doubleClicked, this, [this](QPoint at) {
        if (const LaneList::Row row = m_rows.row(frame().rowAt(at.y())); row.pod >= 0)
            Q_EMIT podActivated(m_rows.pod(row.pod).pod);
    });
    connect(gestures, &TimelineGestures::tipWanted, this,
            [this](QPoint at, QPoint global) { QToolTip::showText(global, models::toolTip(tipAt(at)), viewport()); });
}

}  // namespace views
