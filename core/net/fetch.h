// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/credentials.h"
#include "kube/error.h"
#include "net/request.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslError>

namespace net {

class Session;

/** One question under way. Made by Session::fetch; deletes itself after `finished`. */
class Fetch : public QObject {
    Q_OBJECT
public:
    ~Fetch() override;

Q_SIGNALS:
    /**
     * Exactly once, never from within Session::fetch. Any HTTP status is a Reply; an Error means there was no answer.
     * A read that met 401 was asked once more with fresh credentials, where there can be such.
     */
    void finished(const kube::Result<net::Reply> &reply);

private:
    friend class Session;
    Fetch(Session &session, const Request &request, QObject *owner);
    void begin();
    void send(const config::Grant &grant);
    void conclude();
    void finish(const kube::Result<Reply> &reply);

    Session &m_session;
    Request m_request;
    QPointer<QNetworkReply> m_reply;
    QList<QSslError> m_tlsErrors;
    quint64 m_serial = 0;
    bool m_askedAgain = false;
};

/** Status, headers and body of a finished QNetworkReply. */
[[nodiscard]] Reply replyOf(QNetworkReply &reply);

}  // namespace net
