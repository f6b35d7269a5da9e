// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/wording.h"

#include <QIcon>
#include <QPainter>

namespace delegates {

/**
 * A tone as a shape that is known without its colour: Running a tick, Pulling a triangle, Waiting two bars, Failed a
 * cross, Unknown a question mark, Done a small ring. Fills the square `box`.
 */
void paintTone(QPainter &painter, const QRectF &box, style::Tone tone, const QPalette &palette);

/** The shape as an icon of `side` pixels, drawn `shape` wide in its middle. */
[[nodiscard]] QIcon toneIcon(style::Tone tone, int side, int shape, const QPalette &palette);

/** A rounded field in the tone's colour, with its shape and one line of text: a state that is always in sight. */
void paintChip(QPainter &painter, const QRect &rect, style::Tone tone, const QString &text, const QPalette &palette);
/** The size that paintChip needs. */
[[nodiscard]] QSize chipSize(const QString &text, const QFontMetrics &metrics);

}  // namespace delegates
