// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/editor/sheets/sheet.h"

namespace views {

/** What a draft that was left brings back: its text, the files that were open beside it, and their drafts. */
struct Restored {
    Draft draft;
    QList<Sheet *> sheets;  ///< the draft's own first; whoever takes this owns them

    /** Nothing where there is no such draft any more. */
    [[nodiscard]] static std::optional<Restored> of(const QString &folder, const QString &id);
    /** The drafts are those of the sheets now, which are open; where another program was faster, both have them. */
    void adopt() const;

private:
    QStringList m_ids;  ///< of the sheets' drafts; empty: it has none
};

}  // namespace views
