// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/read/run.h"

namespace manifest {

/** Which parts of a text's tree a later text has, too, line for line. */
class Sameness {
public:
    /**
     * What is before the first line that differs; with `takesRest` also what is behind the last one. A part before it
     * means the same whatever follows; one behind it only if it stands where a part may begin, which its reading tells.
     */
    Sameness(const TextLines &old, const TextLines &lines, bool takesRest);

    /** In the order of the text; `root` is of the old one, and has no anchors, aliases and merging. */
    [[nodiscard]] Runs runsOf(const NodePtr &root);

private:
    struct Child {
        QByteArray key;
        Entry entry;
        int line = 0;         ///< from 0 in the old text
        bool begins = false;  ///< nothing is before it in its line
    };
    [[nodiscard]] std::vector<Child> childrenOf(const Node &node, int lines) const;
    [[nodiscard]] bool beginsLine(int line, int column, bool isItem) const;
    void search(const Node &node, int lines);
    void add(const Node &node, std::vector<Child> &children, size_t from, size_t end, int shift);

    const TextLines &m_old;
    int m_oldFirstLine;
    bool m_takesRest;
    int m_same = 0;       ///< lines that are the same from the beginning
    int m_rest = 0;       ///< the old text's first line of those that are the same at the end
    int m_shift = 0;      ///< how much further down the rest is
    int m_lineShift = 0;  ///< how much the number of the first line is another
    Runs m_runs;
};

}  // namespace manifest
