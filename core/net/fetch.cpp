// SPDX-License-Identifier: Apache-2.0
#include "net/fetch.h"

#include "net/fault.h"
#include "net/onceonly.h"
#include "net/session.h"

namespace net {

namespace {
constexpr qint64 BodyLimit = 512LL * 1024 * 1024;
}

Fetch::Fetch(Session &session, const Request &request, QObject *owner)
    : QObject(owner), m_session(session), m_request(request)
{
    QMetaObject::invokeMethod(this, &Fetch::begin, Qt::QueuedConnection);
}

Fetch::~Fetch()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
}

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
    m_tlsErrors.clear();
    m_reply = m_session.start(m_request, grant, false, this);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received) {
        if (received > BodyLimit)
            m_reply->abort();
    });
    connect(m_reply, &QNetworkReply::finished, this, &Fetch::conclude);
}

void Fetch::conclude()
{
    QNetworkReply &reply = *m_reply;
    reply.deleteLater();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Qt reports 4xx and 5xx as errors too; a body that was cut or cannot be read is one in spite of its status.
    const bool isHttpError = reply.error() >= QNetworkReply::ContentAccessDenied && status >= 400;
    if (status == 0 || (reply.error() != QNetworkReply::NoError && !isHttpError)) {
        kube::Error error = transportError(reply, m_tlsErrors);
        const auto *const body = findChild<OnceOnly *>();
        error.mayBeDone = body && body->wasRead();
        finish(std::unexpected(error));
        return;
    }
    if (status == 401) {
        m_session.credentials().reject(m_serial);
        if (!m_request.isWrite() && !m_askedAgain && m_session.credentials().isRenewable()) {
            m_askedAgain = true;
            m_reply = nullptr;
            begin();
            return;
        }
    }
    finish(replyOf(reply));
}

void Fetch::finish(const kube::Result<Reply> &reply)
{
    deleteLater();
    Q_EMIT finished(reply);
}

Reply replyOf(QNetworkReply &reply)
{
    Reply answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply.readAll();
    answer.contentType = reply.rawHeader("Content-Type");
    answer.warnings = warningTexts(reply.rawHeader("Warning"));
    answer.date = httpDate(reply.rawHeader("Date"));
    answer.retryAfter = retryAfter(reply.rawHeader("Retry-After"), answer.date);
    return answer;
}

}  // namespace net
