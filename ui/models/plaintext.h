// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace models {

/** What a widget is given where Qt would read more than text in a string. All of them make the text visible first
 * (report::visible): whatever comes from a cluster, a file or a plugin passes through one of these or through that. */

/** A tool tip that is never read as markup and keeps its line breaks; empty stays empty. */
[[nodiscard]] QString toolTip(const QString &text);
/** The text of an action, a button or a tab: `&` is a letter, not a mnemonic. One line. */
[[nodiscard]] QString actionText(const QString &text);

}  // namespace models
