// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/documents.h"
#include "manifest/scalar/scalar.h"

#include <functional>
#include <map>
#include <memory>

namespace manifest {

struct Node;
using NodePtr = std::shared_ptr<const Node>;

/** One key of a map. */
struct Entry {
    Place place;  ///< of the key
    NodePtr value;
    bool merged = false;  ///< came by `<<`
    int lines = 0;        ///< how much further down than `value` tells it stands, with all that is in it
};

/** One item of a list. */
struct Item {
    NodePtr node;
    int lines = 0;  ///< how much further down than `node` tells it stands
    [[nodiscard]] Place place() const;
};

/** A YAML document as a tree; an alias shares the node of its anchor. */
struct Node {
    enum class Kind { Scalar, List, Map };
    Kind kind = Kind::Scalar;
    Place place;
    Scalar scalar;
    QList<Item> items;
    std::map<QByteArray, Entry> entries;  ///< sorted as Go sorts: by bytes
    qint64 size = 1;                      ///< nodes, keys included, with every alias written out
    int column = -1;                      ///< from 0, of a list or a map without brackets; -1: any other
};

inline Place Item::place() const
{
    return {node->place.line + lines, node->place.column};
}

/** A key that stands more than once in a map. */
struct Duplicate {
    Place place;             ///< of the later one; of the `<<` where merging overwrites
    int line = 0;            ///< of the key itself, as the server's strict reader counts
    QByteArray shown;        ///< the key as the server's strict reader names it: `"a"`, `true`
    bool explained = false;  ///< a written key over a merged one, which is what merging is for
};

/** The first document of a text as a tree, or what is wrong with it. */
struct Reading {
    NodePtr root;  ///< none: nothing but comments
    QList<Duplicate> duplicates;
    QList<Note> notes;
    std::optional<Problem> trouble;
    bool isPlain = false;  ///< no tag, anchor, alias or merging in it: what a part means, it means alone
};

/** Whether what is under way is of no use any more. */
using MayStop = std::function<bool()>;
/** Thrown where that was so; never out of this room. */
struct Stopped {};

/**
 * Reads the first YAML document of a text whose first line has the number `firstLine`. A lone CR ends a line, too.
 * `mayStop` is asked again and again; true throws Stopped.
 */
[[nodiscard]] Reading readTree(const QByteArray &utf8, int firstLine, const MayStop &mayStop = {});

/** Reads one JSON value; what JSON says otherwise than YAML is understood. The text must be JSON. */
[[nodiscard]] Reading readJson(const QByteArray &utf8, int firstLine);

/** A tree as JSON. */
struct Rendering {
    QByteArray json;
    std::optional<Problem> trouble;
};

/** Writes a tree. Bounded: aliases that multiply beyond reason are an error. */
[[nodiscard]] Rendering render(const Item &root);

/** `path` in the one notation of Document::places: numbers in brackets, everything else after a dot. */
[[nodiscard]] QStringList stepsOf(const QString &path);
[[nodiscard]] QString pathOf(const QStringList &steps);

}  // namespace manifest
