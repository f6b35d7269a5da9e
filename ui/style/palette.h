// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPalette>

namespace style {

/** What a colour means. Colours of states are for shapes and for text alike: 4.5:1 or more on Base and Window. */
enum class Role {
    Running,
    Pulling,
    Waiting,
    Failed,
    Unknown,
    ScheduledWait,
    Queue,
    Create,
    BackOff,
    Gap,
    Accent,
    MutedText,       ///< secondary text
    Grid,            ///< hairlines; not for text
    Warning,         ///< Warning events
    SelectionFrame,  ///< keyboard focus and selected lanes
    Surface,         ///< cards that lie on Window; text on it is WindowText
    FailedSurface,   ///< behind an error's text
    WarningSurface,  ///< behind a warning's text
    CurrentLine,     ///< the editor's line
    Changed,         ///< behind a cell that has just changed
    OnColor,         ///< text and shapes upon a fill of a state colour
};

/** The colour of a role in a light or dark palette. Safe for colour-blind eyes (after Okabe and Ito). */
[[nodiscard]] QColor color(Role role, const QPalette &palette);

/** Whether a palette is a dark one. */
[[nodiscard]] bool isDark(const QPalette &palette);

/** Contrast of two opaque colours, 1 to 21. Source: WCAG 2.2, contrast ratio. */
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/** Gantry's own light and dark palettes for all widgets. */
[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();

}  // namespace style
