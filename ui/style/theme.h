// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "style/settings.h"

#include <QFont>
#include <QIcon>

class QApplication;

namespace style {

/** Sets widget style, palette and font of the whole application; System follows the desktop's colour scheme. */
void applyTheme(QApplication &app, Theme theme);

/** `font` with figures of equal width, for columns of numbers. */
[[nodiscard]] QFont tabular(QFont font);
/** The desktop's fixed-width font in the size of `font`: YAML, logs, describe, digests. */
[[nodiscard]] QFont monospace(const QFont &font);

/** A picture of resources/icons in the text colour of `palette`; disabled ones are muted. */
[[nodiscard]] QIcon icon(const QString &name, const QPalette &palette);

}  // namespace style
