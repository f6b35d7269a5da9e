// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "delegates/laneaxis.h"
#include "delegates/lanegeometry.h"
#include "views/lanelist.h"
#include "views/timeviewport.h"

#include <QCoreApplication>
#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QRect>

namespace views {

/** What one frame of the timeline shows, and how it is laid out and painted. Lives as long as one paint event. */
struct TimelinePicture {
    Q_DECLARE_TR_FUNCTIONS(views::TimelinePicture)

public:
    static constexpr int RowHeight = 26;
    static constexpr int HeaderHeight = 28;

    const LaneList &rows;
    const TimeViewport &port;
    QRect area;   ///< everything
    QRect lanes;  ///< without labels and header
    int scroll = 0;
    kube::Timestamp now;
    kube::Timestamp cursor;  ///< null: no read-out; as it stands on the screen
    kube::Key selected;
    qsizetype focusRow = -1;   ///< row with the keyboard frame; -1: none
    qsizetype focusMark = -1;  ///< mark of it the keyboard stands on; -1: none
    QPalette palette;
    QFont font;

    /** The same with room for every row: `most` at most, from the first. Without cursor and focus. */
    [[nodiscard]] TimelinePicture whole(qsizetype most) const;
    /** Paints the header and the rows that show. */
    void paint(QPainter &painter) const;
    /** The row at a height, or -1. */
    [[nodiscard]] qsizetype rowAt(int y) const;
    [[nodiscard]] delegates::Hit hit(QPoint at) const;
    /** What to tell about a place, as plain text; empty where there is nothing. */
    [[nodiscard]] QString tip(QPoint at) const;

private:
    [[nodiscard]] delegates::TimeToX xOf(qsizetype pod) const;
    [[nodiscard]] QString labelTip(qsizetype row) const;
    void paintRow(QPainter &painter, qsizetype row, const QRect &rect) const;
    void paintHeader(QPainter &painter) const;
    void paintAxis(QPainter &painter, const QList<delegates::AxisTick> &ticks) const;
    void paintEmpty(QPainter &painter) const;
    void paintFocus(QPainter &painter, qsizetype row, const QRect &rect) const;
};

}  // namespace views
