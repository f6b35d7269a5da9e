// SPDX-License-Identifier: Apache-2.0
#include "net/watchstream.h"

#include "net/fault.h"
#include "net/fetch.h"
#include "net/session.h"

using namespace Qt::StringLiterals;

namespace net {

WatchStream::WatchStream(Session &session, const Request &request, QObject *owner)
    : QObject(owner), m_session(session), m_request(request)
{
    QMetaObject::invokeMethod(this, &WatchStream::begin, Qt::QueuedConnection);
}

WatchStream::~WatchStream()
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
}

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
    m_reply = m_session.start(m_request, grant, true, this);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &WatchStream::accept);
    connect(m_reply, &QNetworkReply::readyRead, this, &WatchStream::consume);
    connect(m_reply, &QNetworkReply::finished, this, &WatchStream::conclude);
    // Whoever we now are has to say so in a new handshake; the mirror opens the watch again where it stood.
    connect(&m_session.credentials(), &config::Credentials::identityChanged, this, [this] {
        const QString why = u"the connection was given up: certificate or authority changed"_s;
        if (!m_isDone)
            finish({m_isOpen ? StreamEnd::Why::Broken : StreamEnd::Why::Failed,
                    {},
                    kube::failure(kube::Error::Kind::Unreachable, why).error()});
    });
}

void WatchStream::accept()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_isOpen || status < 200 || status >= 300)
        return;
    m_isOpen = true;
    Reply head;
    head.status = status;
    head.contentType = m_reply->rawHeader("Content-Type");
    head.warnings = warningTexts(m_reply->rawHeader("Warning"));
    head.date = httpDate(m_reply->rawHeader("Date"));
    Q_EMIT opened(head);
}

void WatchStream::consume()
{
    if (!m_isOpen || m_isDone)
        return;
    m_framing.append(m_reply->readAll());
    const QPointer<WatchStream> alive(this);
    QByteArrayView json;
    for (;;) {
        const Framing::Next next = m_framing.next(json);
        if (next == Framing::Next::NeedMore)
            return;
        if (next != Framing::Next::Frame) {
            const QString what = next == Framing::Next::TooLong ? u"a frame is larger than 32 MiB"_s
                                                                : u"the stream holds something that is not JSON"_s;
            finish({StreamEnd::Why::Garbled, {}, kube::failure(kube::Error::Kind::Protocol, what).error()});
            return;
        }
        Q_EMIT frame(json);
        if (!alive || m_isDone)
            return;
    }
}

void WatchStream::conclude()
{
    if (m_isDone)
        return;
    QNetworkReply &reply = *m_reply;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_isOpen) {
        const QPointer<WatchStream> alive(this);
        consume();
        if (!alive || m_isDone)
            return;
        const bool isWhole = reply.error() == QNetworkReply::NoError && !m_framing.hasPartial();
        StreamEnd end;
        end.why = isWhole ? StreamEnd::Why::Closed : StreamEnd::Why::Broken;
        if (!isWhole)
            end.error = transportError(reply, m_tlsErrors);
        finish(end);
        return;
    }
    const bool isHttpError =
        reply.error() == QNetworkReply::NoError || reply.error() >= QNetworkReply::ContentAccessDenied;
    if (status == 0 || !isHttpError) {
        finish({StreamEnd::Why::Failed, {}, transportError(reply, m_tlsErrors)});
        return;
    }
    if (status == 401)
        m_session.credentials().reject(m_serial);
    finish({StreamEnd::Why::Refused, replyOf(reply), {}});
}

void WatchStream::finish(const StreamEnd &end)
{
    m_isDone = true;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
    deleteLater();
    Q_EMIT ended(end);
}

}  // namespace net
