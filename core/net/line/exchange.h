// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/credentials.h"
#include "net/bytes/inflate.h"
#include "net/line/answer.h"
#include "net/line/lines.h"
#include "net/line/patience.h"
#include "net/request.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace net {

class Session;

/**
 * One request on one connection and what comes back, unpacked. A read or a stream whose connection was lost before the
 * head of its answer was whole is sent once more, on a new connection; a write never. Deleting it gives up and closes
 * its connection.
 */
class Exchange : public QObject {
    Q_OBJECT
public:
    enum class Use { Read, Stream, Write };

    Exchange(Session &session, const Request &request, Use use, QObject *parent);
    ~Exchange() override;

    void send(const config::Grant &grant);
    /** Gives up at once, without a signal; may be called from within one. */
    void stop();
    /** A frame is under way that should soon be whole, or (false) it has ended. */
    void expectRest(bool isPartial) { m_patience.expectRest(isPartial); }

Q_SIGNALS:
    /** Status and headers came; the body is empty. */
    void answered(const net::Reply &head);
    /** A piece of the body; valid during the call only. */
    void received(QByteArrayView bytes);
    /** Exactly once: without an Error the whole answer came, in order. Never from within `send`. */
    void finished(const std::optional<kube::Error> &error);

private:
    void begin();
    void drop(quint64 generation);
    void giveUp(const QString &what);
    void breakWith(const QString &what);
    void take(QSslSocket *socket);
    void read();
    bool announce();
    bool deliver(QByteArrayView bytes);
    void lose();
    void conclude();
    void fail(const kube::Error &error);
    void release(bool keep);

    Session &m_session;
    QPointer<Lines> m_lines;  ///< the session may go first
    Request m_request;
    Use m_use;
    Patience m_patience;
    QByteArray m_bytes;  ///< of the request
    Answer m_answer;
    std::unique_ptr<Inflate> m_inflate;
    QPointer<QSslSocket> m_socket;
    QPointer<Dial> m_dial;
    quint64 m_generation = 0;
    bool m_isAdmitted = false;
    bool m_wasSent = false;
    bool m_wasRepeated = false;
    bool m_isAnnounced = false;
    bool m_isDone = false;
};

/** Status and headers of an answer; `date` falls back to nothing, Retry-After as a date to our own clock. */
[[nodiscard]] Reply headOf(const Answer &answer);

}  // namespace net
