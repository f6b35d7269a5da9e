// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace report {

/**
 * Text from a cluster, a plugin or a file, made safe to show: nothing in it moves the terminal's cursor, turns the
 * reading direction or hides. Controls become their pictures (`␛`), everything else without a shape of its own its code
 * point (`‹U+202E›`): bidirectional overrides, zero-width and tag characters, lone surrogates. Line feed and tab stay.
 * A text that has none of them comes back as it is, without a copy. It is for showing: never send it to a server.
 */
[[nodiscard]] QString visible(const QString &text);

/** The same for one line: line feeds and tabs become a space each. */
[[nodiscard]] QString visibleLine(const QString &text);

/** For a question whose answer must hit the right thing: as visibleLine, and after each letter that is not ASCII stands
 * its code point, `а‹U+0430›`, so that a name that only looks like another one is told apart. */
[[nodiscard]] QString spelled(const QString &text);

/**
 * One cell of what goes to a spreadsheet, by clipboard or file: visibleLine, and a text that a spreadsheet would take
 * for a formula (it begins with `=`, `+`, `-` or `@`, also after spaces) gets an apostrophe before it. Numbers stay.
 */
[[nodiscard]] QString cell(const QString &text);

/**
 * A name from a cluster as the name of one file in a folder that the user chose: without separators, reserved
 * characters and device names of Windows, leading or trailing dots and spaces; at most 200 bytes of UTF-8. Never empty,
 * never `.` or `..`.
 */
[[nodiscard]] QString fileName(const QString &text);

}  // namespace report
