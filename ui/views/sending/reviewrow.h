// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "manifest/compare/serverfields.h"
#include "style/wording.h"

#include <QCoreApplication>

namespace views {

/** What the user may do about a document that cannot be sent as it is, or should not. */
enum class Remedy { None, Conflicts, Merge };

/** One document of a review: what would become of it, in words and as two texts. */
struct ReviewRow {
    Q_DECLARE_TR_FUNCTIONS(views::ReviewRow)

public:
    enum class State { New, Changes, Unchanged, Unread, Untried, Conflict, Moved, Refused };

    /** `moved`: the object changed in the cluster since the user opened it. */
    ReviewRow(const command::Document &document, const command::Outcome &told, bool moved, command::Verb verb);

    [[nodiscard]] bool isSendable() const
    {
        return state != State::Conflict && state != State::Refused && state != State::Moved;
    }
    [[nodiscard]] style::Tone tone() const;
    /** `new`, `changes`, `2 conflicts`. */
    [[nodiscard]] QString words() const;

    command::Outcome outcome;
    QString object;  ///< `pod/web`, spelled
    QString source;  ///< `web.yaml:12`: the file, and of several the line
    State state = State::Refused;
    bool isMoved = false;
    Remedy remedy = Remedy::None;
    manifest::Sides sides;
};

}  // namespace views
