// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/credentials.h"
#include "net/request.h"
#include "net/watchstream.h"

#include <QObject>
#include <QPointer>

namespace net {

class Exchange;
class Session;

/** A long answer of any bytes, such as a container's log. Made by Session::bytes; deletes itself after `ended`. */
class ByteStream : public QObject {
    Q_OBJECT
public:
    ~ByteStream() override;

Q_SIGNALS:
    /** The server accepted: headers with a 2xx status came. */
    void opened(const net::Reply &head);
    /** A piece of the answer, unpacked, cut anywhere; valid during the call only. */
    void received(QByteArrayView bytes);
    /**
     * Exactly once, never from within Session::bytes, unless it was deleted before. Of StreamEnd::Why never Garbled
     * after `opened`, unless the unpacking failed. A 401 was asked once more with fresh credentials, where there are.
     */
    void ended(const net::StreamEnd &end);

private:
    friend class Session;
    ByteStream(Session &session, const Request &request, QObject *owner);
    void begin();
    void send(const config::Grant &grant);
    void accept(const Reply &head);
    void consume(QByteArrayView bytes);
    void conclude(const std::optional<kube::Error> &error);
    void finish(const StreamEnd &end);

    Session &m_session;
    Request m_request;
    QPointer<Exchange> m_exchange;
    Reply m_head;
    quint64 m_serial = 0;
    bool m_isOpen = false;
    bool m_askedAgain = false;
    bool m_isDone = false;
};

}  // namespace net
