// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>
#include <QTextBlock>

namespace views {

/**
 * Folding by indentation. A line can be folded when what follows stands deeper, or is the list of a key whose dashes
 * stand right below it. The text itself never changes: lines are only hidden.
 */
[[nodiscard]] bool isFoldable(const QTextBlock &block);
/** The last line that is hidden when this one is folded; blank lines at the end stay out. */
[[nodiscard]] QTextBlock lastFolded(const QTextBlock &block);
[[nodiscard]] bool isFolded(const QTextBlock &block);
/** Hides or shows what belongs to the line. */
void setFolded(QPlainTextEdit &editor, const QTextBlock &block, bool folded);
/** Every line that is not within another one; their inner lines come with them. */
void foldAll(QPlainTextEdit &editor, bool folded);
/** The lines that hide this one are unfolded. */
void reveal(QPlainTextEdit &editor, const QTextBlock &block);
/** The line whose block a line is in: the nearest one before it that stands less deep; invalid at the top level. */
[[nodiscard]] QTextBlock headOf(const QTextBlock &block);
/** The indentation of a line in columns; blank lines have that of the next line that is not blank. */
[[nodiscard]] int depthOf(const QTextBlock &block);

}  // namespace views
