// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/read/textlines.h"
#include "manifest/read/tree.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace manifest {

/**
 * Neighbours in a list or map without brackets that an earlier reading knows. Where they stand, the text that is read
 * has one item or key instead, and blank lines.
 */
struct Run {
    /** One of them: an item, which has no key, or an entry. */
    struct Member {
        QByteArray key;
        Entry entry;  ///< its places are of the new text
    };
    std::vector<Member> members;  ///< in the order of the text
    int line = 0;                 ///< of the one that stands for them, from 0 in the text
    int oldLine = 0, oldEnd = 0;  ///< where they stood: from that line to before that one, from 0
    int column = 0;               ///< of the collection, from 0
    bool isMap = false;

    /** What stands for them. */
    [[nodiscard]] std::string stand() const { return std::string(size_t(column), ' ') + (isMap ? "p: ''" : "- ''"); }
};
using Runs = std::vector<Run>;

/**
 * readTree() of a text without CR, of which `text` is what is read: the same, or with runs taken for parts of it, line
 * for line. None: with these runs it cannot be read.
 */
[[nodiscard]] std::optional<Reading> readLines(const TextLines &lines, const std::string &text, const Runs &runs,
                                               const MayStop &mayStop);

/** What stands for a run did not come where it should: with these runs the text cannot be read. */
struct Swallowed {};

}  // namespace manifest
