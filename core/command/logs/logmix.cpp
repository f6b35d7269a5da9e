// SPDX-License-Identifier: Apache-2.0
#include "command/logs/logmix.h"

#include "command/client.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Phase = command::LogState::Phase;

namespace command {

LogMix::LogMix(Client &client, const QList<LogWish> &wishes)
{
    for (const LogWish &wish : wishes.first(std::min(wishes.size(), Most)))
        m_sources.push_back(
            {client.log(wish), u"[pod/%1/%2] "_s.arg(wish.pod.name, wish.container).toUtf8(), {}, false});
}

QFuture<LogPart> LogMix::next()
{
    m_promise = QPromise<LogPart>();
    m_promise.start();
    QFuture<LogPart> future = m_promise.future();  // delivering takes the promise away
    m_isWanted = true;
    // Who waits for the next part has taken the last one: only now more is asked for.
    for (size_t i = 0; i < m_sources.size(); ++i)
        ask(i);
    if (m_hasNews || m_sources.empty())
        deliver();
    return future;
}

void LogMix::ask(size_t source)
{
    Source &one = m_sources.at(source);
    if (std::exchange(one.isAsked, true) || one.state.isFinal())
        return;
    one.feed->next().then(this, [this, source](const LogPart &part) { take(source, part); });
}

void LogMix::take(size_t source, const LogPart &part)
{
    Source &one = m_sources.at(source);
    one.isAsked = false;
    one.state = part.state;
    for (LogLine line : part.lines) {
        if (!line.continued)
            line.text.prepend(one.prefix);
        m_part.lines << std::move(line);
    }
    m_part.dropped += part.dropped;
    if (part.state.phase == Phase::Failed && m_sources.size() > 1)
        m_part.lines << LogLine{{}, one.prefix + "error: " + part.state.error.message.toUtf8(), false};
    m_hasNews = true;
    // What the others have to say at the same time comes with it.
    if (m_isWanted && !std::exchange(m_isDue, true))
        QMetaObject::invokeMethod(this, &LogMix::deliver, Qt::QueuedConnection);
}

void LogMix::deliver()
{
    m_isDue = false;
    if (!std::exchange(m_isWanted, false))
        return;
    m_hasNews = false;
    LogPart part = std::exchange(m_part, {});
    // A line without a time stays behind the one before it.
    kube::Timestamp at;
    QList<std::pair<kube::Timestamp, LogLine>> lines;
    for (LogLine &line : part.lines) {
        at = line.at.isNull() ? at : line.at;
        lines.emplaceBack(at, std::move(line));
    }
    std::ranges::stable_sort(lines, {}, [](const auto &line) { return line.first; });
    for (qsizetype i = 0; i < lines.size(); ++i)
        part.lines[i] = std::move(lines[i].second);
    part.state = state();
    // Who hears of it may ask for the next part at once, or end this.
    QPromise<LogPart> promise = std::move(m_promise);
    promise.addResult(std::move(part));
    promise.finish();
}

/** Open while one is, over when all are; lost while none is better off. */
LogState LogMix::state() const
{
    for (const Phase phase : {Phase::Open, Phase::Broken, Phase::Opening, Phase::Ended, Phase::Failed})
        for (const Source &source : m_sources)
            if (source.state.phase == phase)
                return m_sources.size() > 1 && phase == Phase::Ended ? LogState{phase, {}, {}} : source.state;
    return {Phase::Ended, {}, {}};
}

}  // namespace command
