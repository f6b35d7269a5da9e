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

/** A long answer of any bytes, such as a container's log. Made by Session::bytes; deletes itself after `ended`. */
class ByteStream : public QObject {
    Q_OBJECT
public:
    /** What a 401 is answered with, where there may be fresh credentials. */
    enum class Unauthorized { AskAgain, Tell };

    ~ByteStream() override;

    /** Something is under way that should soon be whole, or (false) it has ended. */
    void expectRest(bool isPartial);
    /** Ends it without a signal; it deletes itself. */
    void stop();

Q_SIGNALS:
    /** The server accepted: headers with a 2xx status came. */
    void opened(const net::Reply &head);
    /** A piece of the answer, unpacked, cut anywhere; valid during the call only. */
    void received(QByteArrayView bytes);
    /**
     * Exactly once, never from within Session::bytes, unless it was deleted before. Of StreamEnd::Why never Garbled
     * after `opened`, unless the unpacking failed.
     */
    void ended(const net::StreamEnd &end);

private:
    friend class Session;
    friend class WatchStream;
    ByteStream(Session &session, const Request &request, Unauthorized unauthorized, QObject *owner);
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
    bool m_mayAskAgain;
    bool m_isOpen = false;
    bool m_isDone = false;
};

}  // namespace net
