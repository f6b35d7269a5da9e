// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <chrono>
#include <optional>

namespace mirror {

/** How a list, a streamed list or a watch came to its end, and what had come before: all that `after` looks at. */
struct Ending {
    enum class Of { List, Stream, Watch };  ///< Stream: a watch that was still sending the initial state
    enum class Why {
        Closed,   ///< the server ended it in order
        Cut,      ///< it broke off after it had begun
        Refused,  ///< the server said no: an HTTP status, or an ERROR frame within a watch
        Failed,   ///< there was no answer at all
        Garbled,  ///< what came cannot be read
        Mute,     ///< Stream: nothing came any more, though the initial state was not whole
    };
    Of of = Of::Watch;
    Why why = Why::Closed;
    kube::Error error;  ///< of Refused, Failed, Garbled
    int frames = 0;     ///< Watch: how many came
    std::chrono::milliseconds lived{0};
    bool isNewest = false;     ///< List, Stream: the newest version was asked for, not one at least as new as ours
    bool isLaterPage = false;  ///< List: it had begun
};

/** How often in a row such endings came before; the reflector counts, and forgets when something went well. */
struct Tally {
    int expired = 0;       ///< 410 of a watch without any event since
    int expiredPages = 0;  ///< 410 within a list
    int tooLarge = 0;      ///< our version is newer than the server's
    int cutStreams = 0;    ///< streamed lists that broke off
    int shortWatches = 0;  ///< watches that ended within a second
    int unauthorized = 0;
};

/** What a reflector does next. */
struct Step {
    enum class Next { Watch, List };
    Next next = Next::List;
    bool atOnce = false;                              ///< false: after the back-off
    std::optional<std::chrono::milliseconds> wait{};  ///< in place of the back-off
    std::chrono::milliseconds least{0};               ///< the back-off is at least this long
    bool newest = false;                              ///< List: ask for the newest version
    bool paged = false;                               ///< List: this time in pages, not streamed
    bool whole = false;                               ///< List: this time in one piece
    bool noStreams = false;                           ///< the server cannot stream lists of this kind: remember that
    bool asksNewest = false;                          ///< first find out whether the cluster went back in time
    bool throttled = false;                           ///< the server is overloaded: everything to this cluster waits
    bool operator==(const Step &) const = default;
};

/** The rules by which a watch goes on. Sources: client-go tools/cache reflector.go, rest/request.go; KEP-3157. */
[[nodiscard]] Step after(const Ending &ending, const Tally &tally);

/** 410: the version is too old. */
[[nodiscard]] bool isExpired(const kube::Error &error);
/** 504 with cause ResourceVersionTooLarge: this server has not seen our version yet, or never will. */
[[nodiscard]] bool isTooLarge(const kube::Error &error);
/** An error that time alone does not heal: we look again, but the user has to know. */
[[nodiscard]] bool needsUser(kube::Error::Kind kind);

}  // namespace mirror
