// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace report {

/**
 * Aligns rows as `kubectl get` does: a column is as wide as its longest cell plus 3, at least 6, counted in code
 * points; the last cell of a row is not padded. Source: liggitt/tabwriter with kubectl's settings.
 */
[[nodiscard]] QString alignTable(const QList<QList<QString>> &rows);

/**
 * Go's text/tabwriter with minwidth 0 and padding 2, as `kubectl describe` uses it: a cell ends at a tab, and a
 * column is a run of consecutive lines that have a tab-terminated cell in it.
 */
[[nodiscard]] QString alignTabs(const QString &text);

/** What kubectl does to text from the cluster before it prints it: ESC and CR become visible. */
[[nodiscard]] QString escapeTerminal(QString text);

}  // namespace report
