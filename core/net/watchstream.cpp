// SPDX-License-Identifier: Apache-2.0
#include "net/watchstream.h"

#include "net/fault.h"
#include "net/line/exchange.h"
#include "net/session.h"
#include "net/words/verdict.h"

using namespace Qt::StringLiterals;

namespace net {

namespace {
/** Of an answer that refuses the stream, no more than this is of use: a Status or the first words of a page. */
constexpr qsizetype RefusalLimit = 256 * 1024;
}  // namespace

WatchStream::WatchStream(Session &session, const Request &request, QObject *owner)
    : QObject(owner), m_session(session), m_request(request)
{
    QMetaObject::invokeMethod(this, &WatchStream::begin, Qt::QueuedConnection);
}

WatchStream::~WatchStream() = default;

void WatchStream::begin()
{
    m_session.credentials().request(this, [this](const kube::Result<config::Grant> &grant) {
        if (grant)
            send(*grant);
        else
            finish({StreamEnd::Why::Failed, {}, grant.error()});
    });
}

void WatchStream::send(const config::Grant &grant)
{
    m_serial = grant.serial;
    m_exchange = new Exchange(m_session, m_request, Exchange::Use::Stream, this);
    connect(m_exchange, &Exchange::answered, this, &WatchStream::accept);
    connect(m_exchange, &Exchange::received, this, &WatchStream::consume);
    connect(m_exchange, &Exchange::finished, this, &WatchStream::conclude);
    m_exchange->send(grant);
}

void WatchStream::accept(const Reply &head)
{
    m_head = head;
    if (!head.isSuccess())
        return;
    if (const auto objected = objectionToHead(m_request, head, m_session.connection().server)) {
        finish({StreamEnd::Why::Garbled, {}, *objected});
        return;
    }
    m_isOpen = true;
    Q_EMIT opened(head);
}

void WatchStream::consume(QByteArrayView bytes)
{
    if (m_isDone)
        return;
    if (!m_isOpen) {
        m_head.body.append(bytes.first(std::min(bytes.size(), RefusalLimit - m_head.body.size())));
        return;
    }
    m_framing.append(bytes);
    const QPointer<WatchStream> alive(this);
    QByteArrayView json;
    for (;;) {
        const Framing::Next next = m_framing.next(json);
        if (next == Framing::Next::NeedMore)
            break;
        if (next != Framing::Next::Frame) {
            const QString what = next == Framing::Next::TooLong ? u"an object of the stream is larger than 32 MiB"_s
                                                                : u"the stream holds something that is not JSON"_s;
            finish({StreamEnd::Why::Garbled, {}, kube::failure(kube::Error::Kind::Protocol, what).error()});
            return;
        }
        m_exchange->expectRest(false);
        Q_EMIT frame(json);
        if (!alive || m_isDone)
            return;
    }
    m_exchange->expectRest(m_framing.hasPartial());
}

void WatchStream::conclude(const std::optional<kube::Error> &error)
{
    if (m_isDone)
        return;
    using Why = StreamEnd::Why;
    if (error) {
        const bool isGarbled = error->kind == kube::Error::Kind::Protocol;
        finish({isGarbled ? Why::Garbled : m_isOpen ? Why::Broken : Why::Failed, {}, *error});
        return;
    }
    if (m_isOpen) {
        const QString place = placeOf(m_session.route().server);
        if (m_framing.hasPartial())
            finish({Why::Broken, {}, unable(u"%1 ended the stream in the middle of an object"_s.arg(place), place)});
        else
            finish({Why::Closed, {}, {}});
        return;
    }
    if (m_head.status == 401)
        m_session.credentials().reject(m_serial);
    if (const auto objected = objectionToHead(m_request, m_head, m_session.connection().server))
        finish({Why::Garbled, {}, *objected});
    else
        finish({Why::Refused, m_head, {}});
}

void WatchStream::finish(const StreamEnd &end)
{
    m_isDone = true;
    if (m_exchange) {
        m_exchange->disconnect(this);
        m_exchange->stop();
    }
    deleteLater();
    Q_EMIT ended(end);
}

}  // namespace net
