// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/credentials.h"
#include "kube/error.h"
#include "net/request.h"

#include <QObject>
#include <QPointer>

namespace net {

class Exchange;
class Session;

/** One question under way. Made by Session::fetch; deletes itself after `finished`. */
class Fetch : public QObject {
    Q_OBJECT
public:
    ~Fetch() override;

Q_SIGNALS:
    /** Bytes of the answer so far, unpacked; for a progress bar. */
    void progress(qint64 bytes);
    /**
     * Exactly once, never from within Session::fetch. A Reply is whole, whatever its HTTP status; an Error means that
     * there was no answer, or none of an API server: cut, damaged, too large, empty, HTML, a redirect.
     * A read that met 401 was asked once more with fresh credentials, where there can be such.
     */
    void finished(const kube::Result<net::Reply> &reply);

private:
    friend class Session;
    Fetch(Session &session, const Request &request, QObject *owner);
    void begin();
    void send(const config::Grant &grant);
    void collect(QByteArrayView bytes);
    void conclude(const std::optional<kube::Error> &error);
    void finish(const kube::Result<Reply> &reply);

    Session &m_session;
    Request m_request;
    QPointer<Exchange> m_exchange;
    Reply m_reply;
    quint64 m_serial = 0;
    bool m_askedAgain = false;
    bool m_wasLedOn = false;
};

}  // namespace net
