// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pull/story/story.h"
#include "style/palette.h"

#include <QPainter>

namespace delegates {

/** The colour role of a verdict. */
[[nodiscard]] style::Role roleOf(pull::Verdict verdict);

/**
 * A verdict as a shape, so that nobody needs its colour: Good a tick in a disc, Working a triangle in a disc, Waiting
 * two bars in a ring, Failed a cross in a disc, Unknown a dashed ring with a question mark. Fills the square `box`.
 */
void paintVerdict(QPainter &painter, const QRectF &box, pull::Verdict verdict, const QPalette &palette);

}  // namespace delegates
