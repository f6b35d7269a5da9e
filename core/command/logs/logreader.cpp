// SPDX-License-Identifier: Apache-2.0
#include "command/logs/logreader.h"

#include "decode/reader.h"
#include "net/bytestream.h"
#include "net/fetch.h"
#include "net/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Phase = command::LogState::Phase;

namespace command {

LogReader::LogReader(net::Session &session, LogWish wish, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent), m_session(session), m_wish(std::move(wish)), m_pause(pause)
{
    m_wish.timestamps = true;
    m_reopen.setSingleShot(true);
    connect(&m_reopen, &QTimer::timeout, this, &LogReader::open);
    open();
}

void LogReader::next(Take take)
{
    m_take = std::move(take);
    deliver();
}

void LogReader::open()
{
    LogWish wish = m_wish;
    if (!m_last.isNull()) {
        wish.since = m_last;
        wish.sinceSeconds = wish.tailLines = std::nullopt;
    }
    m_isReplaying = !m_last.isNull();
    m_skip = m_lastCount;
    const net::Request request = wish.request();
    if (request.path.isEmpty()) {
        setState({Phase::Failed, kube::failure(kube::Error::Kind::Input, u"this is no name of a pod"_s).error(), {}});
        return;
    }
    m_stream = m_session.bytes(request, this);
    connect(m_stream, &net::ByteStream::opened, this, [this] { setState({Phase::Open, {}, {}}); });
    connect(m_stream, &net::ByteStream::received, this, &LogReader::consume);
    connect(m_stream, &net::ByteStream::ended, this, &LogReader::close);
}

void LogReader::consume(QByteArrayView bytes)
{
    for (LogLine &line : m_cutter.take(bytes))
        keep(std::move(line));
    deliver();
}

/** Of a log that was opened again: whether the line was there before. Times need not rise from line to line. */
bool LogReader::isRepeated(const LogLine &line)
{
    if (line.continued)
        return m_wasRepeated;
    m_wasRepeated = m_isReplaying && !line.at.isNull() && (line.at < m_last || (line.at == m_last && m_skip-- > 0));
    return m_wasRepeated;
}

void LogReader::keep(LogLine line)
{
    if (isRepeated(line))
        return;
    if (line.at > m_last) {
        m_last = line.at;
        m_lastCount = 1;
        m_isReplaying = false;
    } else if (line.at == m_last && !line.at.isNull()) {
        ++m_lastCount;
    }
    m_attempt = 0;
    m_held += line.text.size();
    m_part.lines << std::move(line);
    m_hasNews = true;
    while (m_held > HeldLimit && m_part.lines.size() > 1) {
        m_held -= m_part.lines.takeFirst().text.size();
        ++m_part.dropped;
    }
}

void LogReader::close(const net::StreamEnd &end)
{
    using Why = net::StreamEnd::Why;
    // What a cut left of a line comes again whole; what the server's own end left is all there is of it.
    auto rest = m_cutter.rest();
    if (rest && (end.why == Why::Closed || !m_wish.follow))
        keep(std::move(*rest));
    const bool follows = m_wish.follow && !m_wish.previous;
    switch (end.why) {
    case Why::Closed:
        if (follows)
            look();
        else
            setState({Phase::Ended, {}, {}});
        return;
    case Why::Refused: {
        const kube::Error error = decode::status(end.reply.status, end.reply.body);
        const bool passes = error.httpStatus == 429 || error.httpStatus >= 500;
        if (follows && passes && m_isReplaying)
            again(error);
        else
            setState({Phase::Failed, error, {}});
        return;
    }
    case Why::Broken:
        if (follows)
            again(end.error);
        else
            setState({Phase::Failed, end.error, {}});
        return;
    case Why::Failed:
        if (follows && !m_last.isNull() && end.error.kind == kube::Error::Kind::Unreachable)
            again(end.error);
        else
            setState({Phase::Failed, end.error, {}});
        return;
    case Why::Garbled: setState({Phase::Failed, end.error, {}}); return;
    }
}

void LogReader::look()
{
    net::Request request;
    request.path = net::pathOf(u"/api/v1"_s, {u"namespaces"_s, m_wish.pod.ns, u"pods"_s, m_wish.pod.name});
    net::Fetch *const fetch = m_session.fetch(request, this);
    connect(fetch, &net::Fetch::finished, this, [this](const kube::Result<net::Reply> &reply) {
        if (!reply)
            again(reply.error());
        else if (reply->isSuccess())
            takePod(reply->body);
        else
            setState({Phase::Ended, decode::status(reply->status, reply->body), {}});
    });
}

void LogReader::takePod(const QByteArray &json)
{
    const auto pod = decode::Reader().object<kube::Pod>(json);
    if (!pod) {
        setState({Phase::Ended, pod.error(), {}});
        return;
    }
    const QList<kube::Container> all = (*pod)->allContainers();
    const auto named = std::ranges::find_if(
        all, [this](const auto &c) { return m_wish.container.isEmpty() || c.name == m_wish.container; });
    const kube::ContainerStatus *const status = named == all.end() ? nullptr : (*pod)->statusOf(*named);
    if (status && status->state.phase == kube::ContainerState::Phase::Running)
        again({});
    else
        setState(status ? LogState{Phase::Ended, {}, status->state, newestRun(*status)}
                        : LogState{Phase::Ended, {}, {}});
}

void LogReader::again(const kube::Error &why)
{
    setState({Phase::Broken, why, {}});
    m_reopen.start(m_pause * (1 << std::min(m_attempt++, 4)));
}

void LogReader::setState(const LogState &state)
{
    m_hasNews = m_hasNews || state != m_part.state;
    m_part.state = state;
    deliver();
}

void LogReader::deliver()
{
    if (!m_take || !m_hasNews)
        return;
    LogPart part;
    part.state = m_part.state;
    std::swap(part, m_part);
    m_held = 0;
    m_hasNews = false;
    std::exchange(m_take, {})(part);
}

}  // namespace command
