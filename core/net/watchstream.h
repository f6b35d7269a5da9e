// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/credentials.h"
#include "kube/error.h"
#include "net/framing.h"
#include "net/request.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslError>

namespace net {

class Session;

/** How a stream ended. */
struct StreamEnd {
    enum class Why {
        Closed,   ///< the server ended it in order
        Broken,   ///< it was cut: reset, timed out, or in the middle of a frame; after the answer had begun
        Refused,  ///< the server answered with another status: `reply`
        Failed,   ///< no answer at all: `error`
        Garbled,  ///< a frame was too long or no JSON object
    };
    Why why = Why::Closed;
    Reply reply;
    kube::Error error;
};

/** A long answer of JSON objects, one after the other. Made by Session::stream; deletes itself after `ended`. */
class WatchStream : public QObject {
    Q_OBJECT
public:
    ~WatchStream() override;

Q_SIGNALS:
    /** The server accepted: headers with a 2xx status came. */
    void opened(const net::Reply &head);
    /** One whole JSON object; valid during the call only. */
    void frame(QByteArrayView json);
    /** Exactly once, never from within Session::stream, unless it was deleted before. */
    void ended(const net::StreamEnd &end);

private:
    friend class Session;
    WatchStream(Session &session, const Request &request, QObject *owner);
    void begin();
    void send(const config::Grant &grant);
    void accept();
    void consume();
    void conclude();
    void finish(const StreamEnd &end);

    Session &m_session;
    Request m_request;
    QPointer<QNetworkReply> m_reply;
    QList<QSslError> m_tlsErrors;
    Framing m_framing;
    quint64 m_serial = 0;
    bool m_isOpen = false;
    bool m_isDone = false;
};

}  // namespace net
