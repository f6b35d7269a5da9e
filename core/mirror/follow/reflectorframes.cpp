// SPDX-License-Identifier: Apache-2.0
// What a reflector makes of frames, of endings, and of doubts about them.
#include "mirror/follow/reflector.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mirror {

using kube::Error;
using Phase = State::Phase;

namespace {

constexpr auto ShortWatch = 1s;

bool isLess(const QString &a, const QString &b)
{
    return kube::compareResourceVersions(a, b) == std::partial_ordering::less;
}

/** The error that is shown of an ending, which may be none by itself. */
Error errorOf(const Ending &ending, const QString &path)
{
    if (ending.error.kind != Error::Kind::None)
        return ending.error;
    const QString what = ending.why == Ending::Why::Mute   ? u"the server does not finish its streamed list"_s
                         : ending.of == Ending::Of::Stream ? u"the server ended its streamed list half-way"_s
                                                           : u"the server ended the watch at once"_s;
    return kube::failure(Error::Kind::Unreachable, what, path).error();
}

}  // namespace

void Reflector::takeFrame(QByteArrayView json)
{
    if (m_isInitial) {
        takeInitial(json);
        return;
    }
    const kube::Result<FrameNote> note = m_intake.frame(json, m_version);
    if (note) {
        takeNote(*note);
        return;
    }
    m_watcher.fail(Ending::Why::Garbled, note.error());
}

void Reflector::takeInitial(QByteArrayView json)
{
    int loaded = 0;
    const kube::Result<FrameNote> note = m_intake.initialFrame(json, loaded);
    if (!note) {
        m_watcher.fail(Ending::Why::Garbled, note.error());
        return;
    }
    if (note->type == FrameNote::Type::Error) {
        m_watcher.fail(Ending::Why::Refused, note->error);
        return;
    }
    m_loaded = loaded;
    if (note->type == FrameNote::Type::Bookmark) {
        ++m_tools.counters.bookmarks;
        if (note->endsInitial)
            accept(note->version);
    } else if (!m_isSynced) {
        m_state.loaded = loaded;
        enter(Phase::Loading);
    }
}

void Reflector::takeNote(const FrameNote &note)
{
    switch (note.type) {
    case FrameNote::Type::Skipped: return;
    case FrameNote::Type::Error: m_watcher.fail(Ending::Why::Refused, note.error); return;
    case FrameNote::Type::Bookmark:
        ++m_tools.counters.bookmarks;
        m_habits.hasBookmarks = true;
        m_watcher.expectBookmarks();
        if (isLess(note.version, m_version))
            ask(Doubt::OldEvent);
        break;
    case FrameNote::Type::Changed:
        m_hasGap = m_hasGap || (note.isOld && note.isNews);
        if (note.isOld)
            ask(note.isNews ? Doubt::OldNews : Doubt::OldEvent);
        break;
    }
    m_tally.expired = 0;
    if (isLess(m_version, note.version))
        m_version = note.version;
    if (const int undecodable = m_intake.undecodable(); undecodable != m_state.undecodable) {
        m_state.undecodable = undecodable;
        Q_EMIT stateChanged();
    }
    // Which object it was is not known, so any that we hold may be out of date. One list tells; a second would not.
    if (note.isNameless && !std::exchange(m_hasNameless, true)) {
        Step step;
        step.newest = true;
        act(step,
            kube::failure(Error::Kind::Server, u"the server sent an object that cannot be read"_s, m_path).error());
    }
}

void Reflector::conclude(const Ending &ending)
{
    const Step step = after(ending, m_tally);
    m_verb = ending.of == Ending::Of::List ? u"list"_s : u"watch"_s;
    count(ending);
    act(step, errorOf(ending, m_path));
}

void Reflector::count(const Ending &ending)
{
    const bool isWatch = ending.of == Ending::Of::Watch;
    const bool hasBegun = ending.why == Ending::Why::Closed || ending.why == Ending::Why::Cut;
    if (isExpired(ending.error))
        ++(ending.isLaterPage ? m_tally.expiredPages : m_tally.expired);
    if (isTooLarge(ending.error))
        ++m_tally.tooLarge;
    if (ending.error.kind == Error::Kind::Unauthorized)
        ++m_tally.unauthorized;
    if (hasBegun && ending.of == Ending::Of::Stream)
        ++m_tally.cutStreams;
    if (hasBegun && isWatch)
        m_tally.shortWatches = ending.lived < ShortWatch ? m_tally.shortWatches + 1 : 0;
    if (ending.error.kind == Error::Kind::TooManyRequests)
        ++m_tools.counters.throttled;
}

void Reflector::act(const Step &step, const Error &error)
{
    if (step.noStreams)
        m_habits.canStream = false;
    if (step.asksNewest) {
        drop();
        m_state.error = error;
        enter(m_isSynced ? Phase::Stale : Phase::Connecting);
        ask(Doubt::TooLarge);
    } else if (!step.atOnce) {
        wait(step, error);
    } else if (step.next == Step::Next::Watch && canWatch()) {
        openWatch();
    } else {
        if (m_state.phase == Phase::Live)
            enter(Phase::Stale);
        list(step);
    }
}

void Reflector::wait(const Step &step, const Error &error)
{
    drop();
    std::chrono::milliseconds delay = step.wait ? *step.wait : m_backoff.next(m_tools.timing);
    if (error.retryAfter)
        delay = std::max<std::chrono::milliseconds>(delay, *error.retryAfter);
    delay = std::max(delay, step.least);
    if (step.throttled)
        m_tools.gate.close(delay);
    ++m_tools.counters.retries;
    const bool isWatch = step.next == Step::Next::Watch && canWatch();
    m_state.error = m_tools.wire.explained(error);
    ++m_state.attempt;
    m_state.nextTry = kube::Timestamp(m_tools.timing.now().point() + delay);
    m_state.verb = error.kind == Error::Kind::Forbidden ? m_verb : QString();
    // First the plan, then the news: who hears it may pause us.
    later(delay, [this, step, isWatch] {
        m_state.nextTry = {};
        Q_EMIT stateChanged();
        if (isWatch)
            openWatch();
        else
            list(step);
    });
    if (error.kind == Error::Kind::Unauthorized)
        enter(Phase::LoginNeeded);
    else if (error.kind == Error::Kind::Forbidden)
        enter(Phase::Denied);
    else if (needsUser(error.kind))
        enter(Phase::Failed);
    else
        enter(m_isSynced ? Phase::Stale : Phase::Connecting);
}

void Reflector::declareRollBack()
{
    ++m_tools.counters.rollbacks;
    const kube::Timestamp now = m_tools.timing.now();
    rollBack(now);
    Q_EMIT rolledBack(now);
}

void Reflector::takeNewest(const kube::Result<QString> &newest)
{
    const Doubt doubt = std::exchange(m_doubt, Doubt::None);
    Step step;
    step.newest = true;
    if (newest && isLess(*newest, m_version)) {
        declareRollBack();
        return;
    }
    switch (doubt) {
    case Doubt::None: return;
    case Doubt::OldEvent:
    case Doubt::OldNews:
        if (!newest)
            ask(doubt);
        else if (doubt == Doubt::OldNews)
            act(step, kube::failure(Error::Kind::Server, u"the server told old news late"_s, m_path).error());
        return;
    case Doubt::Silence:
        if (newest) {
            ++m_tools.counters.stalls;
            openWatch();
        } else {
            step.next = Step::Next::Watch;
            const std::chrono::milliseconds silence = m_watcher.silence();
            act(step, newest.error());
            m_state.asOf = kube::Timestamp(m_tools.timing.now().point() - silence);
        }
        return;
    case Doubt::OldList:
        act(step, newest ? kube::failure(Error::Kind::Server, u"the server's list is older than what it told before"_s,
                                         m_path)
                               .error()
                         : newest.error());
        return;
    case Doubt::TooLarge:
        if (newest)
            list(step);
        else
            act(step, newest.error());
        return;
    }
}

}  // namespace mirror
