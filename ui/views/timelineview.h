// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "delegates/lanegeometry.h"
#include "style/timewindow.h"
#include "views/lanelist.h"
#include "views/timeviewport.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QPointer>

#include <functional>

namespace views {

struct TimelinePicture;

/**
 * The life of pods and containers as lanes over time. Ctrl+wheel zooms at the pointer, drag pans, F fits, N goes to
 * now; arrows move between lanes and in time, Ctrl+arrows step through a lane's events. Only visible lanes are painted;
 * one timer runs, and only while something that is visible is still going on.
 */
class TimelineView : public QAbstractScrollArea {
    Q_OBJECT

public:
    using Clock = std::function<kube::Timestamp()>;

    explicit TimelineView(QWidget *parent = nullptr);
    ~TimelineView() override;

    /** Who knows the workload of a pod; asked once for each pod. Set it before lanes come. */
    void setOwners(LaneList::OwnerOf owners) { m_rows.setOwners(std::move(owners)); }
    /** Replaces everything and shows all of it. */
    void setLanes(const QList<timeline::PodLanesPtr> &pods);
    /** Takes in what changed; selection, zoom and scroll position stay. */
    void apply(const QList<timeline::PodLanesPtr> &pods);
    void setNamespaces(const QStringList &names);  ///< only their pods are shown; empty: all
    void keep(const QSet<kube::Key> &pods);        ///< drops the others; selection, zoom and scroll position stay
    /** Marks a pod and brings it into view; an empty key marks none. Emits nothing. */
    void setSelected(const kube::Key &pod);
    [[nodiscard]] kube::Key selected() const { return m_selected; }

    /** The time that counts as now: the server's. The default is this machine's clock. */
    void setClock(Clock clock);
    /** Shares range and cursor with other views; null ends it. Not owned. */
    void setTimeWindow(style::TimeWindow *window);

    [[nodiscard]] const TimeViewport &port() const { return m_port; }
    [[nodiscard]] const LaneList &rows() const { return m_rows; }
    /** What can be seen now, as a picture; valid until the next change. */
    [[nodiscard]] TimelinePicture frame() const;
    /** The lanes' part of the viewport, without labels and axis. */
    [[nodiscard]] QRect lanesRect() const;
    /** What lies under a viewport position. */
    [[nodiscard]] delegates::Hit hit(QPoint at) const;
    /** The tool tip of a viewport position as plain text; empty where there is nothing. */
    [[nodiscard]] QString tipAt(QPoint at) const;

public Q_SLOTS:
    /** All pods, the selected one, or those of its workload. */
    void setScope(views::LaneList::Scope scope);
    /** Every pod's creation at the same place, so that their starts can be compared. */
    void setAligned(bool on);
    /** Shows the selected pod's story, or everything where none is selected. */
    void fit();
    void fitAll();
    /** Brings now to the right edge and follows it. */
    void jumpToNow();
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    /** The user chose a pod. */
    void podSelected(const kube::Key &pod);
    /** Enter or double click on a pod. */
    void podActivated(const kube::Key &pod);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    bool moveByKey(const QKeyEvent &event);
    void listenToGestures();
    void fitPod(std::optional<qsizetype> pod);
    void chooseRow(qsizetype row);
    void scrollToRow(qsizetype row);
    void reveal();
    void keepPlace(const std::function<void()> &change);
    void zoomBy(double factor);
    void stepMark(int direction);
    void pointAt(QPoint at);
    void setCursorTime(kube::Timestamp at, qsizetype pod);
    [[nodiscard]] std::chrono::nanoseconds cursorShift() const;
    void rangeMoved();
    void updateScrollBar();
    void updateTimer();

    LaneList m_rows;
    TimeViewport m_port;
    Clock m_clock;
    QPointer<style::TimeWindow> m_window;
    kube::Key m_selected;
    QString m_uid;  ///< of the selected pod, as last brought into view
    LaneList::Scope m_scope = LaneList::Scope::All;
    kube::Timestamp m_cursor;
    qsizetype m_cursorPod = -1;  ///< whose time the cursor is; -1: the selected pod's
    QBasicTimer m_growth;
    qsizetype m_row = 0;    ///< keyboard row
    qsizetype m_mark = -1;  ///< keyboard mark in it
};

}  // namespace views
