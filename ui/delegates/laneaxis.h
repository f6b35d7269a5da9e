// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "delegates/lanescale.h"

#include <QPainter>
#include <QPalette>
#include <QString>

namespace delegates {

/** A tick of the time axis in local time. */
struct AxisTick {
    double x = 0;
    QString text;
};

/** Ticks for a lane width; neighbours are at least as far apart as their texts need in `font`. */
[[nodiscard]] QList<AxisTick> axisTicks(const LaneScale &scale, double width, const QFont &font);

/** The same for lanes that are counted from their beginning, which stands at the Unix epoch: `0`, `+10s`, `+2m`. */
[[nodiscard]] QList<AxisTick> elapsedTicks(const LaneScale &scale, double width, const QFont &font);

/** Vertical lines of the ticks across `lanes`. */
void paintGrid(QPainter &painter, const QRectF &lanes, const QList<AxisTick> &ticks, const QPalette &palette);
/** The texts of the ticks in `header`, which stands above the lanes; a text that would touch one of `taken` is left
 * out. */
void paintAxis(QPainter &painter, const QRectF &header, const QList<AxisTick> &ticks, const QList<QRectF> &taken,
               const QPalette &palette);
/** Where the chip of a read-out stands in the header; null without a text. */
[[nodiscard]] QRectF readoutChip(const QRectF &header, double x, const QString &text, const QFont &font);
/** A vertical line at `x` with its text in a chip in the header, kept inside of it. */
void paintReadout(QPainter &painter, const QRectF &header, const QRectF &lanes, double x, const QString &text,
                  const QColor &color, const QPalette &palette);

}  // namespace delegates
