// SPDX-License-Identifier: Apache-2.0
#include "practice/logs/logstream.h"

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace practice {

LogStream::LogStream(const ObjectStore &store, const Clock &clock, Target target, QUrlQuery query,
                     QHttpServerResponder &&responder, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock), m_target(std::move(target)), m_query(std::move(query)),
      m_responder(std::move(responder))
{
    connect(&m_timer, &QTimer::timeout, this, &LogStream::write);
}

LogStream::~LogStream()
{
    if (!m_finished)
        m_responder.writeEndChunked("\n");  // Qt wants a last chunk that is not empty
}

void LogStream::start(const QHttpHeaders &headers, const QByteArray &head, qint64 from)
{
    m_responder.writeBeginChunked(headers);
    if (!head.isEmpty())
        m_responder.writeChunk(head);
    m_from = from;
    m_timer.start(100ms);
}

void LogStream::write()
{
    const auto pod = m_store.find(m_target.resource, m_target.ns, m_target.name);
    const auto log = pod ? ContainerLog::of(*pod, m_query) : std::unexpected(Reply{});
    if (!log) {
        finish();
    } else if (log->isOver()) {
        writeLast(*log);
    } else {
        const qint64 now = m_clock.now();
        const QByteArray lines = log->lines(m_from, now, withTimes()).join();
        if (!lines.isEmpty())
            m_responder.writeChunk(lines);
        m_from = now;
    }
}

/** The end has a time in whole seconds, which may lie before what was written already. */
void LogStream::writeLast(const ContainerLog &log)
{
    constexpr qint64 Never = std::numeric_limits<qint64>::max();
    QByteArray lines = log.lines(m_from, Never, withTimes()).join();
    if (lines.isEmpty())
        lines = log.lines(0, Never, withTimes()).last();
    m_finished = true;
    m_timer.stop();
    m_responder.writeEndChunked(lines);
    deleteLater();
}

bool LogStream::withTimes() const
{
    return m_query.queryItemValue(u"timestamps"_s) == u"true";
}

void LogStream::finish()
{
    if (m_finished)
        return;
    m_finished = true;
    m_timer.stop();
    m_responder.writeEndChunked("\n");
    deleteLater();
}

}  // namespace practice
