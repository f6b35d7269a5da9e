// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace manifest {

/** The lines of a text, by their number from 0. */
struct Lines {
    int count = 0;
    std::function<QString(int)> at;
};

/** A line as far as its form tells what it is: `  - name: web`. Columns count from 0. */
struct Shape {
    bool isBlank = false;  ///< nothing, or only a comment
    QList<int> dashes;     ///< columns of the dashes of list items
    int content = 0;       ///< where the key or the value begins
    QString key;           ///< empty: there is no key
    int keyLength = 0;     ///< as written, quotes included
    int value = -1;        ///< where the key's value begins; the line's end where it has none; -1: no key
    QString valueText;     ///< the value, without a comment behind it
};
[[nodiscard]] Shape shapeOf(const QString &line);

/**
 * Where in a document a cursor stands. Told from the lines around alone, by indentation, so that a text can be asked
 * while it is half written. Nothing is told within block scalars, comments and `{}` or `[]`.
 */
struct Spot {
    QString apiVersion, kind;  ///< of the document, as far as written
    QStringList path;          ///< to the mapping or list around the cursor: keys, and `[2]` for items
    bool isValue = false;      ///< behind `key:`; else a key, or an item of a list, is written
    QString key;               ///< of a value, and of a key that is whole
    QString word;              ///< what of it is written before the cursor
    int column = 0;            ///< where the word begins
    int length = 0;            ///< of the whole word, behind the cursor too
    int indent = 0;            ///< the column of the mapping's keys
    QStringList present;       ///< the keys that the mapping has, without the one that the cursor is in
    bool hasValue = false;     ///< the key has one already
    bool needsBlank = false;   ///< of a value: the cursor stands right behind the colon
    bool deepLists = false;    ///< the lists of this text stand deeper than their key
};
[[nodiscard]] std::optional<Spot> spotAt(const Lines &lines, int line, int column);

}  // namespace manifest
