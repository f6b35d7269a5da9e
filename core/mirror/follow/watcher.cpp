// SPDX-License-Identifier: Apache-2.0
#include "mirror/follow/watcher.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mirror {

namespace {

constexpr auto SilenceWithBookmarks = 90s;
constexpr auto SilenceWithout = 180s;
constexpr auto FirstWord = 30s;
constexpr auto InitialIdle = 10s;   // between two events of a streamed list
constexpr auto InitialStart = 30s;  // before the first

net::Request requestOf(const Watcher::Order &order, int seconds)
{
    net::Request request;
    request.path = order.path;
    request.query.addQueryItem(u"watch"_s, u"1"_s);
    if (order.isStream) {
        request.query.addQueryItem(u"sendInitialEvents"_s, u"true"_s);
        request.query.addQueryItem(u"resourceVersionMatch"_s, u"NotOlderThan"_s);
    }
    if (!order.version.isEmpty())
        request.query.addQueryItem(u"resourceVersion"_s, order.version);
    request.query.addQueryItem(u"allowWatchBookmarks"_s, u"true"_s);
    request.query.addQueryItem(u"timeoutSeconds"_s, QString::number(seconds));
    request.quietLimit = std::chrono::seconds(seconds + 30);
    return request;
}

}  // namespace

void Watcher::open(const Order &order)
{
    close();
    m_order = order;
    if (order.isStream)
        m_whole.ask(Pass::For::List, order.rank, [this] { ask(); });
    else
        ask();
}

void Watcher::close()
{
    ++m_serial;
    ++m_guard;
    m_isOpen = false;
    if (m_call)
        m_call->deleteLater();  // we may be inside one of its frames
    m_call = nullptr;
    m_opening.release();
    m_whole.release();
}

void Watcher::ask()
{
    m_opening.ask(Pass::For::Watch, m_order.rank, [this] {
        m_frames = 0;
        m_asked = m_tools.timing.elapsed();
        const auto guarded = [this, serial = m_serial](auto call) {
            return [this, serial, call](const auto &value) {
                if (serial == m_serial)
                    call(value);
            };
        };
        Wire::Ears ears;
        ears.opened = guarded([this](const net::Reply &head) { takeOpened(head); });
        ears.frame = guarded([this](QByteArrayView json) {
            ++m_frames;
            m_heard = m_alarmed = m_tools.timing.elapsed();
            m_tools.counters.bytes += static_cast<quint64>(json.size());
            Q_EMIT frame(json);
        });
        ears.ended = guarded([this](const net::StreamEnd &end) { takeEnd(end); });
        const int seconds = 300 + static_cast<int>(m_tools.timing.random() * 300);
        m_call = m_tools.wire.stream(requestOf(m_order, seconds), this, std::move(ears));
        m_opening.release();
    });
}

void Watcher::takeOpened(const net::Reply &head)
{
    m_isOpen = true;
    ++m_tools.counters.watches;
    if (m_order.isStream)
        guardInitial();
    else
        beginSilence();
    Q_EMIT opened(head);
}

void Watcher::endInitial()
{
    m_order.isStream = false;
    m_whole.release();
    guardSilence();
}

void Watcher::hear()
{
    m_heard = m_alarmed = m_tools.timing.elapsed();
}

std::chrono::milliseconds Watcher::silence() const
{
    return m_tools.timing.elapsed() - m_heard;
}

void Watcher::guardInitial()
{
    const std::chrono::milliseconds limit = m_frames > 0 ? InitialIdle : InitialStart;
    const std::chrono::milliseconds since = m_tools.timing.elapsed() - (m_frames > 0 ? m_heard : m_asked);
    if (since >= limit) {
        finish(Ending::Why::Mute);
        return;
    }
    // A second at a time at least: the limit is another one once the first event is there.
    const std::chrono::milliseconds wait = std::min<std::chrono::milliseconds>(limit - since, InitialIdle);
    m_tools.timing.after(wait, this, [this, guard = m_guard] {
        if (guard == m_guard && m_order.isStream)
            guardInitial();
    });
}

void Watcher::beginSilence()
{
    // What was silent before, or closed, has a moment to say something first.
    const auto limit = m_hasBookmarks ? SilenceWithBookmarks : SilenceWithout;
    m_alarmed = std::max<std::chrono::milliseconds>(m_alarmed, m_tools.timing.elapsed() - limit + FirstWord);
    guardSilence();
}

void Watcher::guardSilence()
{
    const std::chrono::milliseconds limit = m_hasBookmarks ? SilenceWithBookmarks : SilenceWithout;
    const std::chrono::milliseconds since = m_tools.timing.elapsed() - m_alarmed;
    if (since >= limit) {
        m_alarmed = m_tools.timing.elapsed();
        const quint64 guard = m_guard;
        Q_EMIT silent();
        if (guard == m_guard)
            guardSilence();
        return;
    }
    const std::chrono::milliseconds wait = std::min<std::chrono::milliseconds>(limit - since, SilenceWithBookmarks);
    m_tools.timing.after(wait, this, [this, guard = m_guard] {
        if (guard == m_guard)
            guardSilence();
    });
}

void Watcher::takeEnd(const net::StreamEnd &end)
{
    using Why = net::StreamEnd::Why;
    m_call = nullptr;
    switch (end.why) {
    case Why::Closed: finish(Ending::Why::Closed); return;
    case Why::Broken: finish(Ending::Why::Cut, end.error); return;
    case Why::Refused: finish(Ending::Why::Refused, answerError(end.reply)); return;
    case Why::Failed: finish(Ending::Why::Failed, end.error); return;
    case Why::Garbled: finish(Ending::Why::Garbled, end.error); return;
    }
}

void Watcher::finish(Ending::Why why, const kube::Error &error)
{
    Ending ending;
    ending.of = m_order.isStream ? Ending::Of::Stream : Ending::Of::Watch;
    ending.why = why;
    ending.error = error;
    ending.frames = m_frames;
    ending.lived = m_tools.timing.elapsed() - m_asked;
    ending.isNewest = m_order.version.isEmpty();
    close();
    Q_EMIT ended(ending);
}

}  // namespace mirror
