// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"
#include "mirror/kind.h"
#include "style/wording.h"

namespace style {

/** What a list shows: of which kind, and where. */
struct Scope {
    mirror::Kind kind = mirror::Kind::Pods;
    QString ns;          ///< empty: all namespaces; nothing for nodes and namespaces
    int namespaces = 0;  ///< how many the cluster is known to have; 0: not known
    QString login;       ///< what to do to log in again, a whole sentence; empty: not known
    QString program;     ///< the command line that logs in; empty: none has to be run
    bool operator==(const Scope &) const = default;
};

/** How true a list is at this moment. */
struct Truth {
    mirror::State state;
    Scope scope;
    kube::Timestamp now;   ///< this machine's clock, as the times of a State are
    kube::Timestamp seen;  ///< a rollback of then or before was read and dismissed
    bool operator==(const Truth &) const = default;
};

/** What a person can do about a state; the word on the button is StateWords::act. */
enum class Act { None, Retry, Connect, Cancel, ChooseNamespace, Dismiss, Review };

/** One line above rows that are still shown. */
struct Notice {
    Tone tone = Tone::Waiting;
    QString text;
    Act act = Act::None;
    bool operator==(const Notice &) const = default;
};

/**
 * How true a list is, in sentences. Nothing here says Live of rows that are not, and what is shown always says as of
 * when.
 */
class StateWords {
    Q_DECLARE_TR_FUNCTIONS(style::StateWords)

public:
    /** `pods in namespace dev`, `nodes`. */
    [[nodiscard]] static QString subject(const Scope &scope);
    /** `Attempt 3, next try in 12 s`; empty where nothing is tried. */
    [[nodiscard]] static QString retrying(const mirror::State &state, kube::Timestamp now);
    /** `10:02:05`, with the date where that is another day. */
    [[nodiscard]] static QString when(kube::Timestamp at, kube::Timestamp now);
    /** `data as of 10:02:05, 3m20s old`; of a live list without the age; empty where there never was a whole one. */
    [[nodiscard]] static QString asOf(const mirror::State &state, kube::Timestamp now);

    /** The page that stands for a list without rows; nothing for one that is live: it is empty. */
    [[nodiscard]] static std::optional<Trouble> page(const Truth &truth);
    /** What can be done about it, the most useful first. */
    [[nodiscard]] static QList<Act> acts(const Truth &truth);
    /** The lines above a list with rows. */
    [[nodiscard]] static QList<Notice> notices(const Truth &truth);
    [[nodiscard]] static QString act(Act act);
    /** What to do to log in again as this user: the command to run, the file to renew. Tells no secret. */
    [[nodiscard]] static QString login(const config::Connection &connection);

private:
    [[nodiscard]] static Trouble trouble(const Truth &truth);
    [[nodiscard]] static Notice notice(const Truth &truth);
    [[nodiscard]] static QString asOfSentence(const Truth &truth);
};

}  // namespace style
