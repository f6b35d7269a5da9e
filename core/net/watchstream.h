// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/credentials.h"
#include "kube/error.h"
#include "net/framing.h"
#include "net/request.h"

#include <QObject>
#include <QPointer>

namespace net {

class Exchange;
class Session;

/** How a stream ended. */
struct StreamEnd {
    enum class Why {
        Closed,   ///< the server ended it in order
        Broken,   ///< it was cut: reset, timed out, or in the middle of a frame; after the answer had begun
        Refused,  ///< the server answered with another status: `reply`
        Failed,   ///< no answer at all: `error`
        Garbled,  ///< what came is no stream of JSON objects, or an object was too long: `error`
    };
    Why why = Why::Closed;
    Reply reply;
    kube::Error error;  ///< set unless Closed or Refused
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
    void accept(const Reply &head);
    void consume(QByteArrayView bytes);
    void conclude(const std::optional<kube::Error> &error);
    void finish(const StreamEnd &end);

    Session &m_session;
    Request m_request;
    QPointer<Exchange> m_exchange;
    Framing m_framing;
    Reply m_head;
    quint64 m_serial = 0;
    bool m_isOpen = false;
    bool m_isDone = false;
};

}  // namespace net
