// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "proxy/link.h"

#include <QSslConfiguration>
#include <QTcpServer>

#include <functional>
#include <optional>

namespace support {

/** Where a proxy's connections go. */
struct Upstream {
    QString host;
    quint16 port = 0;
    std::optional<QSslConfiguration>
        tls;  ///< the proxy's own, with a client's certificate; nothing: bytes pass as they are
};

/**
 * A TCP proxy on 127.0.0.1 that forwards and does mischief. TLS passes through it unread, or, with `endsTls`, ends in
 * it: then it reads requests and may answer them itself. One thread.
 */
class FaultProxy : public QTcpServer {
    Q_OBJECT
public:
    /** Asked for each connection; the first has number 1. */
    using Script = std::function<Mischief(int connection)>;

    explicit FaultProxy(Upstream upstream, Script script = {}, QObject *parent = nullptr);

    /** The certificate that clients see; before the first connection. */
    void endTls(const QSslConfiguration &front) { m_front = front; }
    /** From the next connection on. */
    void setScript(Script script) { m_script = std::move(script); }
    /** Only where TLS ends here, or there is none. */
    void setGate(HttpGate::Verdict gate) { m_gate = std::move(gate); }

    /** What happens to all connections that are open now. */
    void strikeAll(const Mischief &mischief);
    /** True: nobody listens on the port, and what was open is reset. False: it listens there again. */
    void setDown(bool down);

    /** Also while it is down. */
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int struck() const { return m_struck; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    [[nodiscard]] QTcpSocket *accept(qintptr descriptor);
    [[nodiscard]] QTcpSocket *reach();

    Upstream m_upstream;
    Script m_script;
    std::optional<QSslConfiguration> m_front;
    HttpGate::Verdict m_gate;
    quint16 m_port = 0;
    int m_connections = 0;
    int m_struck = 0;
};

}  // namespace support
