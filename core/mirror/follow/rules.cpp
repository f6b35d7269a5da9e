// SPDX-License-Identifier: Apache-2.0
#include "mirror/follow/rules.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace mirror {

using kube::Error;
using Next = Step::Next;
using Why = Ending::Why;

namespace {

constexpr auto ShortWatch = 1s;
constexpr auto LoginPause = 30s;
constexpr auto LagPause = 1s;
constexpr int ShortWatchesAtOnce = 3;
constexpr int StreamTries = 3;

Step later(Next next)
{
    Step step;
    step.next = next;
    return step;
}

Step atOnce(Next next)
{
    Step step = later(next);
    step.atOnce = true;
    return step;
}

/** List again as it was asked for. */
Step listLater(const Ending &ending)
{
    Step step = later(Next::List);
    step.newest = ending.isNewest;
    return step;
}

Step listNewest()
{
    Step step = atOnce(Next::List);
    step.newest = true;
    return step;
}

Step tooLarge(const Tally &tally)
{
    Step step = later(Next::List);
    if (tally.tooLarge == 0) {
        step.wait = LagPause;
        return step;
    }
    step.atOnce = true;
    step.newest = true;
    step.asksNewest = true;
    return step;
}

Step unauthorized(const Ending &ending, const Tally &tally)
{
    // A list was already asked for twice by the session; a watch that is refused has renewed the credentials.
    if (ending.of != Ending::Of::List && tally.unauthorized == 0)
        return ending.of == Ending::Of::Watch ? atOnce(Next::Watch) : atOnce(Next::List);
    Step step = listLater(ending);
    step.least = LoginPause;
    return step;
}

Step afterWatch(const Ending &ending, const Tally &tally)
{
    switch (ending.why) {
    case Why::Closed:
    case Why::Cut:
        if (ending.lived >= ShortWatch)
            return atOnce(Next::Watch);
        if (ending.frames == 0)
            return later(Next::List);
        return tally.shortWatches < ShortWatchesAtOnce ? atOnce(Next::Watch) : later(Next::Watch);
    case Why::Failed: return later(ending.error.kind == Error::Kind::Unreachable ? Next::Watch : Next::List);
    case Why::Refused:
        if (isExpired(ending.error))
            return tally.expired == 0 ? atOnce(Next::List) : later(Next::List);
        return later(Next::List);
    case Why::Garbled:
    case Why::Mute: break;
    }
    return later(Next::List);
}

Step afterList(const Ending &ending, const Tally &tally)
{
    if (ending.why != Why::Refused)
        return listLater(ending);
    if (isExpired(ending.error) && ending.isLaterPage) {
        Step step = listLater(ending);
        step.whole = tally.expiredPages > 0;
        return step;
    }
    if (isTooLarge(ending.error))
        return tooLarge(tally);
    const int code = ending.error.httpStatus;
    if (!ending.isNewest && (isExpired(ending.error) || code == 400 || code == 422))
        return listNewest();
    return listLater(ending);
}

Step afterStream(const Ending &ending, const Tally &tally)
{
    Step paged = atOnce(Next::List);
    paged.newest = ending.isNewest;
    paged.paged = true;
    Step never = paged;
    never.noStreams = true;
    switch (ending.why) {
    case Why::Mute: return never;
    case Why::Closed:
    case Why::Cut: return tally.cutStreams + 1 < StreamTries ? listLater(ending) : never;
    case Why::Failed: return listLater(ending);
    case Why::Garbled: return paged;
    case Why::Refused: break;
    }
    if (isTooLarge(ending.error))
        return tooLarge(tally);
    if (isExpired(ending.error))
        return ending.isNewest ? listLater(ending) : listNewest();
    // Whether it is the list or the watch that is forbidden, a list tells; what is gone may come back.
    const int code = ending.error.httpStatus;
    return code >= 400 && code < 500 && code != 403 && code != 404 ? never : paged;
}

}  // namespace

bool isExpired(const Error &error)
{
    return error.kind == Error::Kind::Expired;
}

bool isTooLarge(const Error &error)
{
    return error.httpStatus == 504 && std::ranges::any_of(error.causes, [](const Error::Cause &cause) {
               return cause.reason == u"ResourceVersionTooLarge";
           });
}

bool needsUser(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Tls:
    case Error::Kind::Config:
    case Error::Kind::File:
    case Error::Kind::NotFound:
    case Error::Kind::Invalid:
    case Error::Kind::Protocol: return true;
    default: return false;
    }
}

Step after(const Ending &ending, const Tally &tally)
{
    if (ending.error.kind == Error::Kind::TooManyRequests) {
        Step step = ending.of == Ending::Of::Watch ? later(Next::Watch) : listLater(ending);
        step.throttled = true;
        return step;
    }
    if (ending.error.kind == Error::Kind::Unauthorized)
        return unauthorized(ending, tally);
    switch (ending.of) {
    case Ending::Of::List: return afterList(ending, tally);
    case Ending::Of::Stream: return afterStream(ending, tally);
    case Ending::Of::Watch: break;
    }
    return afterWatch(ending, tally);
}

}  // namespace mirror
