// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPoint>

class QHelpEvent;
class QMouseEvent;
class QWheelEvent;
class QWidget;

namespace views {

/** Turns what a mouse or touchpad does on a surface into what the user means. Positions are the surface's pixels. */
class TimelineGestures : public QObject {
    Q_OBJECT

public:
    /** Watches `surface`, which becomes the parent. */
    explicit TimelineGestures(QWidget *surface);

    [[nodiscard]] bool dragging() const { return m_dragged; }

Q_SIGNALS:
    /** Ctrl+wheel: `factor` > 1 is nearer. */
    void zoomed(double factor, double x);
    /** Dragged, or Shift+wheel: the content moves by this much. */
    void panned(int dx, int dy);
    void hovered(QPoint at);
    void left();
    void clicked(QPoint at);
    void doubleClicked(QPoint at);
    void tipWanted(QPoint at, QPoint global);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool turn(const QWheelEvent &event);
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);

    QWidget *m_surface;
    QPoint m_press;
    QPoint m_last;
    bool m_down = false;
    bool m_dragged = false;
};

}  // namespace views
