// SPDX-License-Identifier: Apache-2.0
#include "net/bytestream.h"

#include "net/line/exchange.h"
#include "net/session.h"
#include "net/words/verdict.h"

namespace net {

namespace {
/** Of an answer that refuses the stream, no more than this is of use: a Status or the first words of a page. */
constexpr qsizetype RefusalLimit = 256 * 1024;
}  // namespace

ByteStream::ByteStream(Session &session, const Request &request, Unauthorized unauthorized, QObject *owner)
    : QObject(owner), m_session(session), m_request(request), m_mayAskAgain(unauthorized == Unauthorized::AskAgain)
{
    QMetaObject::invokeMethod(this, &ByteStream::begin, Qt::QueuedConnection);
}

ByteStream::~ByteStream() = default;

void ByteStream::begin()
{
    m_session.credentials().request(this, [this](const kube::Result<config::Grant> &grant) {
        if (grant)
            send(*grant);
        else
            finish({StreamEnd::Why::Failed, {}, grant.error()});
    });
}

void ByteStream::send(const config::Grant &grant)
{
    m_serial = grant.serial;
    m_head = {};
    if (m_exchange)
        m_exchange->deleteLater();
    m_exchange = new Exchange(m_session, m_request, Exchange::Use::Stream, this);
    connect(m_exchange, &Exchange::answered, this, &ByteStream::accept);
    connect(m_exchange, &Exchange::received, this, &ByteStream::consume);
    connect(m_exchange, &Exchange::finished, this, &ByteStream::conclude);
    m_exchange->send(grant);
}

void ByteStream::accept(const Reply &head)
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

void ByteStream::consume(QByteArrayView bytes)
{
    if (m_isDone)
        return;
    if (m_isOpen)
        Q_EMIT received(bytes);
    else
        m_head.body.append(bytes.first(std::min(bytes.size(), RefusalLimit - m_head.body.size())));
}

void ByteStream::conclude(const std::optional<kube::Error> &error)
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
        finish({Why::Closed, {}, {}});
        return;
    }
    if (m_head.status == 401) {
        m_session.credentials().reject(m_serial);
        if (m_mayAskAgain && m_session.credentials().isRenewable()) {
            m_mayAskAgain = false;
            begin();
            return;
        }
    }
    if (const auto objected = objectionToHead(m_request, m_head, m_session.connection().server))
        finish({Why::Garbled, {}, *objected});
    else
        finish({Why::Refused, m_head, {}});
}

void ByteStream::expectRest(bool isPartial)
{
    if (m_exchange)
        m_exchange->expectRest(isPartial);
}

void ByteStream::stop()
{
    m_isDone = true;
    if (m_exchange) {
        m_exchange->disconnect(this);
        m_exchange->stop();
    }
    deleteLater();
}

void ByteStream::finish(const StreamEnd &end)
{
    stop();
    Q_EMIT ended(end);
}

}  // namespace net
