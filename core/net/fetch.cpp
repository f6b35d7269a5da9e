// SPDX-License-Identifier: Apache-2.0
#include "net/fetch.h"

#include "net/fault.h"
#include "net/line/exchange.h"
#include "net/session.h"
#include "net/words/verdict.h"

using namespace Qt::StringLiterals;

namespace net {

Fetch::Fetch(Session &session, const Request &request, QObject *owner)
    : QObject(owner), m_session(session), m_request(request)
{
    QMetaObject::invokeMethod(this, &Fetch::begin, Qt::QueuedConnection);
}

Fetch::~Fetch() = default;

void Fetch::begin()
{
    m_session.credentials().request(this, [this](const kube::Result<config::Grant> &grant) {
        if (grant)
            send(*grant);
        else
            finish(std::unexpected(grant.error()));
    });
}

void Fetch::send(const config::Grant &grant)
{
    m_serial = grant.serial;
    m_reply = {};
    if (m_exchange)
        m_exchange->deleteLater();
    m_exchange =
        new Exchange(m_session, m_request, m_request.isWrite() ? Exchange::Use::Write : Exchange::Use::Read, this);
    connect(m_exchange, &Exchange::answered, this, [this](const Reply &head) { m_reply = head; });
    connect(m_exchange, &Exchange::received, this, &Fetch::collect);
    connect(m_exchange, &Exchange::finished, this, &Fetch::conclude);
    m_exchange->send(grant);
}

void Fetch::collect(QByteArrayView bytes)
{
    if (m_reply.body.size() + bytes.size() > m_request.limits.body) {
        const QString place = placeOf(m_session.route().server);
        m_exchange->disconnect(this);
        m_exchange->stop();
        finish(kube::failure(
            kube::Error::Kind::Protocol,
            u"the answer of %1 is larger than %2 MiB"_s.arg(place).arg(m_request.limits.body / (1024 * 1024)), place));
        return;
    }
    m_reply.body.append(bytes);
    Q_EMIT progress(m_reply.body.size());
}

void Fetch::conclude(const std::optional<kube::Error> &error)
{
    if (error) {
        finish(std::unexpected(*error));
        return;
    }
    if (m_reply.status == 401) {
        m_session.credentials().reject(m_serial);
        if (!m_request.isWrite() && !m_askedAgain && m_session.credentials().isRenewable()) {
            m_askedAgain = true;
            begin();
            return;
        }
    }
    const QUrl &server = m_session.connection().server;
    if (const auto again = hashRedirect(m_request, m_reply, server); again && !m_wasLedOn) {
        m_wasLedOn = true;
        m_request = *again;
        begin();
        return;
    }
    if (auto objected = objection(m_request, m_reply, server)) {
        objected->mayBeDone = m_request.isWrite();
        if (objected->mayBeDone)
            objected->message += doubt();
        finish(std::unexpected(*objected));
        return;
    }
    finish(m_reply);
}

void Fetch::finish(const kube::Result<Reply> &reply)
{
    deleteLater();
    Q_EMIT finished(reply);
}

}  // namespace net
