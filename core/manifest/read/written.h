// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace manifest {

/** How a node is written where it stands. Offsets are bytes of the text. */
struct Written {
    enum class Style { Empty, Plain, Alias, SingleQuoted, DoubleQuoted, Literal, Folded, Flow };
    Style style = Style::Empty;
    qsizetype offset = 0;      ///< of the whole, with tag and anchor
    qsizetype start = 0;       ///< of the value, past tag and anchor
    QByteArrayView tag;        ///< as written, up to the next white space: `!!int`; empty: none
    bool isBlock = false;      ///< it stands in no brackets
    qsizetype tagOffset = -1;  ///< of the tag
};

/** What stands at `offset`, the beginning of a node, its tag or its anchor. */
[[nodiscard]] Written writtenAt(QByteArrayView text, qsizetype offset);

/** The end of the quoted scalar that begins at `start`, past its closing quote; -1 if it does not close. */
[[nodiscard]] qsizetype endOfQuoted(QByteArrayView text, qsizetype start);

/** The end of the plain scalar at `start` that means `value`: lines are folded in it, all other bytes are the same. */
[[nodiscard]] qsizetype endOfPlain(QByteArrayView text, qsizetype start, QByteArrayView value);

/** What the lines of a block scalar without an explicit indentation look like; of any other nothing is known. */
struct BlockShape {
    bool keeps = false;            ///< `+`
    qsizetype tab = -1;            ///< the first tab that stands where only spaces may indent; -1: none
    qsizetype trailingBreaks = 0;  ///< line ends after the last line that has content, its own included
};

/**
 * Reads the shape of the block scalar whose `|` or `>` is at `start` in a collection at `column` (from 0; -1: in none).
 * Source: go-yaml v2, scannerc.go.
 */
[[nodiscard]] BlockShape blockShape(QByteArrayView text, qsizetype start, int column);

}  // namespace manifest
