// SPDX-License-Identifier: Apache-2.0
#pragma once

class QKeyEvent;
class QListWidget;

namespace views {

/** Puts the texts of the selected rows on the clipboard where the key means Copy; false: it means something else. */
[[nodiscard]] bool copiesRows(const QListWidget &list, const QKeyEvent &event);

}  // namespace views
