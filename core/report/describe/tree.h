// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/describe/lines.h"

namespace report {

/** One line of a describe text with those that belong to it. */
struct DescribeNode {
    QString label;  ///< without its colon; empty where a line has none
    QString value;  ///< columns two spaces apart
    QList<DescribeNode> children;
};

/**
 * The lines as a tree by their levels. A label whose values go on in further lines (Labels, Tolerations) has them all
 * as children. What would move a terminal's cursor is made visible, as in the text.
 */
[[nodiscard]] QList<DescribeNode> treeOf(const Lines &lines);

/** A node and what belongs to it as text, two spaces a level. */
[[nodiscard]] QString toText(const DescribeNode &node, int level = 0);

}  // namespace report
