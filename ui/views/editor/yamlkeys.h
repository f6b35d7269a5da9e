// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextCursor>

namespace views {

/** Steps of two columns. */
constexpr int YamlIndent = 2;

/** Return: a new line as deep as this one; deeper after `key:`, under the key after `- key`. One undo step. */
void breakLine(QTextCursor cursor);
/** Tab: the selected lines one step in; without a selection spaces up to the next step. */
void indentLines(QTextCursor cursor);
/** Shift+Tab: the touched lines one step out. */
void outdentLines(QTextCursor cursor);
/** `# ` before every touched line, or away from all of them if all have it. Blank lines stay. */
void toggleComments(QTextCursor cursor);
/** Backspace inside the indentation goes back to the step before; false if there is nothing to do. */
bool eraseIndent(QTextCursor cursor);

}  // namespace views
