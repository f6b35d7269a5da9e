// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace models {

class PodModel;

/** One way to go on writing a word of the filter. */
struct QueryChoice {
    QString text;  ///< the whole word, ready to stand in the filter
    QString hint;  ///< what it means, or how many pods have it; in the user's language
    bool operator==(const QueryChoice &) const = default;
};

/** What may stand where the cursor is: `length` characters from `from` are replaced by a choice. */
struct QueryChoices {
    qsizetype from = 0;
    qsizetype length = 0;
    QList<QueryChoice> list;  ///< the best first; empty: nothing is known
};

/** So many choices at most: nobody reads more. */
inline constexpr qsizetype MostChoices = 200;

/**
 * How the word at `cursor` may go on: keys, or the values that the pods of the table have now. Values that begin with
 * what is written come first, then those that have it somewhere. Cost: one pass over the pods where values are asked.
 */
[[nodiscard]] QueryChoices queryChoices(const QString &text, qsizetype cursor, const PodModel &pods);

}  // namespace models
