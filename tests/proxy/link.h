// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "proxy/httpgate.h"
#include "proxy/mischief.h"

#include <QDeadlineTimer>
#include <QQueue>
#include <QTcpSocket>
#include <QTimer>

namespace support {

/** One connection through a proxy: a client's socket, the server's, and the mischief between them. */
class Link : public QObject {
    Q_OBJECT
public:
    /** Takes both sockets. `gate`: reads the client's requests, where the proxy speaks HTTP. */
    Link(QTcpSocket *client, QTcpSocket *server, const Mischief &mischief, HttpGate::Verdict gate, QObject *parent);

    /** From now on this happens to it: `after` counts from here. */
    void meet(const Mischief &mischief);
    /** Ends both connections: with RST or in order. */
    void cut(bool withReset);

private:
    void fromClient();
    void fromServer();
    /** Passes bytes on to the client as far as the mischief lets them. */
    void deliver(const QByteArray &bytes);
    /** Bytes leave in the order in which they came, whatever happens in between. */
    void enqueue(const QByteArray &bytes, std::chrono::milliseconds delay);
    void flush();
    void write(const QByteArray &bytes);
    void slice(const QByteArray &bytes);
    void strike();

    QTcpSocket *m_client;
    QTcpSocket *m_server;
    Mischief m_mischief;
    HttpGate m_gate;
    QQueue<std::pair<QDeadlineTimer, QByteArray>> m_queue;  ///< when each piece may leave
    QTimer m_leaving;
    qint64 m_passed = 0;
    bool m_isStalled = false;
    bool m_isSwallowing = false;
    bool m_isStruck = false;
};

/** Makes closing the socket send RST instead of FIN. */
void resetOnClose(const QTcpSocket &socket);

}  // namespace support
