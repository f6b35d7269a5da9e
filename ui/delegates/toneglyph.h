// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/wording.h"

#include <QPainter>

namespace delegates {

/**
 * A tone as a shape that is known without its colour: Running a tick, Pulling a triangle, Waiting two bars, Failed a
 * cross, Unknown a question mark, Done a small ring. Fills the square `box`.
 */
void paintTone(QPainter &painter, const QRectF &box, style::Tone tone, const QPalette &palette);

}  // namespace delegates
