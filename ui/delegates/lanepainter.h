// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "delegates/lanegeometry.h"

#include <QPainter>
#include <QPalette>

namespace delegates {

/** What a lane is painted with; the rectangle is the lane without its label. */
struct LaneCanvas {
    QRectF rect;
    TimeToX x;  ///< pixels from rect.left()
    kube::Timestamp now;
    QPalette palette;
    QFont font;
};

/** Paints the spans and then the marks of one lane; nothing outside of `canvas.rect`. */
void paintLane(QPainter &painter, const timeline::Lane &lane, const LaneCanvas &canvas);

/** One span's look in `box`, also for a legend; `open` ends in an arrow edge, not a wall. */
void paintSpan(QPainter &painter, timeline::SpanKind kind, const QRectF &box, bool open, const QPalette &palette);
/** One mark's shape around `center`, also for a legend. */
void paintMark(QPainter &painter, timeline::MarkKind kind, QPointF center, const QPalette &palette);

/** `text` in the middle-elided form that fits `width`. */
[[nodiscard]] QString elidedMiddle(const QString &text, const QFont &font, qreal width);

}  // namespace delegates
