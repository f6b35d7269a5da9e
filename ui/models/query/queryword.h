// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace models {

/** How a word of the filter compares. Has: `key:value`, or a bare word. */
enum class Compare { Has, Equal, Less, LessOrEqual, Greater, GreaterOrEqual };

/** One word of the filter box's text, read but not yet understood. */
struct QueryWord {
    qsizetype at = 0;       ///< of its first character, the sign included, from 0
    qsizetype length = 0;   ///< quotes included
    bool excludes = false;  ///< it begins with `-` or `!`
    QString key;            ///< lower case, before the first `:`, `=`, `<` or `>` outside quotes; empty: there is none
    Compare compare = Compare::Has;
    QString value;          ///< without quotes; of a bare word all of it
    bool isQuoted = false;  ///< some of it stood in quotes
    bool isOpen = false;    ///< the last quote is not closed

    /** What was written but the sign, quotes taken away: `nginx:latest` whose key is none. */
    [[nodiscard]] QString whole() const;
};

/**
 * Splits at spaces outside double quotes; in quotes `\"` and `\\` stand for the second character. A sign counts only
 * before something. A key is made of letters alone.
 */
[[nodiscard]] QList<QueryWord> queryWords(QStringView text);

/** The value as it has to be written so that queryWords reads it back: in quotes where it needs them. */
[[nodiscard]] QString quoted(const QString &value);

}  // namespace models
