// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/bytestream.h"
#include "net/framing.h"

namespace net {

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
    void consume(QByteArrayView bytes);
    void conclude(const StreamEnd &end);
    void finish(const StreamEnd &end);

    ByteStream *m_bytes;
    QString m_place;  ///< of the server, for messages
    Framing m_framing;
    bool m_isDone = false;
};

}  // namespace net
