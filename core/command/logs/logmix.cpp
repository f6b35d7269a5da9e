// SPDX-License-Identifier: Apache-2.0
#include "command/logs/logmix.h"

#include "command/client.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Phase = command::LogState::Phase;

namespace command {

namespace {

QByteArray prefixOf(const LogWish &wish)
{
    return u"[pod/%1/%2] "_s.arg(wish.pod.name, wish.container).toUtf8();
}

}  // namespace

LogMix::LogMix(Client &client, const QList<LogWish> &wishes, Words words) : m_client(client), m_words(std::move(words))
{
    for (const LogWish &wish : wishes.first(std::min(wishes.size(), Most)))
        open(wish, false);
    m_waiting = wishes.sliced(std::min(wishes.size(), Most));
}

void LogMix::open(const LogWish &wish, bool joins)
{
    Source one{wish, m_client.log(wish), {}, {}, {}, false};
    if (joins)
        one.lines << note(Turn::Joins, wish, {});
    m_sources.emplace(m_count++, std::move(one));
}

void LogMix::join(const LogWish &wish)
{
    if (qsizetype(m_sources.size()) < Most) {
        open(wish, true);
        if (m_isWanted)
            ask(m_count - 1);
    } else {
        m_waiting << wish;
        m_notes << note(Turn::Waits, wish, {});
    }
    tell();
}

bool LogMix::has(const kube::Key &pod, const QString &container) const
{
    const auto isIt = [&](const LogWish &wish) { return wish.pod == pod && wish.container == container; };
    return std::ranges::any_of(m_sources, [&](const auto &source) { return isIt(source.second.wish); }) ||
           std::ranges::any_of(m_waiting, isIt);
}

kube::Timestamp LogMix::wasRead(const kube::Key &pod, const QString &container) const
{
    return m_read.value({pod, container});
}

QFuture<LogPart> LogMix::next()
{
    m_promise = QPromise<LogPart>();
    m_promise.start();
    QFuture<LogPart> future = m_promise.future();  // delivering takes the promise away
    m_isWanted = true;
    // Who waits for the next part has taken the last one: only now more is asked for.
    QList<int> numbers;
    for (const auto &[number, source] : m_sources)
        numbers << number;
    for (const int number : std::as_const(numbers))
        ask(number);
    if (m_hasNews || m_sources.empty())
        deliver();
    return future;
}

void LogMix::ask(int number)
{
    Source &one = m_sources.at(number);
    if (one.state.isFinal() || !one.lines.isEmpty() || std::exchange(one.isAsked, true))
        return;
    one.feed->next().then(this, [this, number](const LogPart &part) { take(number, part); });
}

void LogMix::take(int number, const LogPart &part)
{
    Source &one = m_sources.at(number);
    one.isAsked = false;
    one.state = part.state;
    const QByteArray prefix = prefixOf(one.wish);
    one.lines.reserve(one.lines.size() + part.lines.size() + 1);
    for (LogLine line : part.lines) {
        if (!line.continued)
            line.text.prepend(prefix);
        one.lines << std::move(line);
    }
    m_dropped += part.dropped;
    if (!part.state.run.isNull())
        m_read.insert({one.wish.pod, one.wish.container}, part.state.run);
    if (part.state.phase == Phase::Failed && m_count > 1)
        one.lines << note(Turn::Fails, one.wish, part.state);
    else if (part.state.phase == Phase::Ended && one.wish.follow)
        one.lines << note(Turn::Ends, one.wish, part.state);
    tell();
}

LogLine LogMix::note(Turn turn, const LogWish &wish, const LogState &state) const
{
    return {{}, prefixOf(wish) + m_words(turn, wish, state).toUtf8(), false, true};
}

/** What the others have to say at the same time comes with it. */
void LogMix::tell()
{
    m_hasNews = true;
    if (m_isWanted && !std::exchange(m_isDue, true))
        QMetaObject::invokeMethod(this, &LogMix::deliver, Qt::QueuedConnection);
}

LogMix::Source *LogMix::earliest()
{
    Source *first = nullptr;
    for (auto &[number, source] : m_sources) {
        if (source.lines.isEmpty())
            continue;
        if (const kube::Timestamp at = source.lines.constFirst().at; !at.isNull())
            source.at = at;
        if (!first || source.at < first->at)
            first = &source;
    }
    return first;
}

void LogMix::deliver()
{
    m_isDue = false;
    if (!std::exchange(m_isWanted, false))
        return;
    LogPart part;
    part.lines = std::exchange(m_notes, {});
    part.dropped = std::exchange(m_dropped, 0);
    Source *source = earliest();
    for (; source && part.lines.size() < Slice; source = earliest())
        part.lines << source->lines.takeFirst();
    m_hasNews = source != nullptr;
    bury();
    part.state = state();
    // Who hears of it may ask for the next part at once, or end this.
    QPromise<LogPart> promise = std::move(m_promise);
    promise.addResult(std::move(part));
    promise.finish();
}

/** Those that are over make room for those that wait. */
void LogMix::bury()
{
    for (auto it = m_sources.begin(); it != m_sources.end();) {
        const Source &one = it->second;
        if (!one.state.isFinal() || !one.lines.isEmpty()) {
            ++it;
            continue;
        }
        if (one.state.phase == Phase::Ended || m_over.phase != Phase::Ended)
            m_over = one.state;
        m_left << one.wish.pod;
        it = m_sources.erase(it);
    }
    while (!m_waiting.isEmpty() && qsizetype(m_sources.size()) < Most) {
        const LogWish wish = m_waiting.takeFirst();
        open(wish, wish.follow);
        m_hasNews = m_hasNews || wish.follow;
    }
}

/** Open while one is, over when all are; lost while none is better off. */
LogState LogMix::state() const
{
    const auto has = [this](Phase phase) {
        return std::ranges::find_if(m_sources,
                                    [phase](const auto &source) { return source.second.state.phase == phase; });
    };
    for (const Phase phase : {Phase::Open, Phase::Broken, Phase::Opening})
        if (const auto it = has(phase); it != m_sources.end())
            return it->second.state;
    if (!m_sources.empty())
        return {Phase::Open, {}, {}};
    // One that fails beside others is a line, and how one of several ended is none's state of all.
    return m_count == 1 || m_over.phase == Phase::Failed ? m_over : LogState{Phase::Ended, {}, {}};
}

}  // namespace command
