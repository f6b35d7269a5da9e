// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/spot.h"

#include <QTextDocument>

namespace views {

/**
 * The text of a document with all its characters: QTextDocument::toPlainText makes blanks of no-break spaces, which are
 * something else in YAML. Lines end with \n. A block's position is one in this text, too.
 */
[[nodiscard]] QString wholeText(const QTextDocument &document);

/** Where a line's block is written in a text, as positions where lines begin. */
struct Around {
    qsizetype head = 0;  ///< of the nearest line before it that stands less deep
    qsizetype last = 0;  ///< of the last line of what belongs to that one
    int depth = 0;       ///< the column of the head
};
/**
 * What headOf() and lastFolded() tell of the line that begins at `line`. A text is gone through many times faster than
 * the blocks of a document: this may be asked with each key and each painting. None: the line is at the top level.
 */
[[nodiscard]] std::optional<Around> aroundOf(QStringView text, qsizetype line);

/** The lines of a text, of which `line` (from 0) begins at `start`; fast where one is asked for beside the one before.
 */
[[nodiscard]] manifest::Lines linesOf(const QString &text, int count, int line, qsizetype start);

}  // namespace views
