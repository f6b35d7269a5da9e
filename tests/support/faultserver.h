// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>

namespace support {

/** One request as it came over a real socket, and the way to answer it well or badly. */
class Exchange {
public:
    QByteArray verb;
    QUrl url;
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers;  ///< lower-case names
    QByteArray body;
    int number = 0;  ///< requests that came before it on any connection

    /** A whole answer with Content-Length. `extra` are header lines, each ending in CRLF. */
    void answer(int status, const QByteArray &json, const QByteArray &extra = {}) const;
    /** Begins a chunked 200 answer, as a watch has. `extra` as above. */
    void open(const QByteArray &extra = {}) const;
    /** One chunk of it. */
    void chunk(const QByteArray &bytes) const;
    /** The end of the chunked answer, in order; `trailers` are header lines, each ending in CRLF. */
    void end(const QByteArray &trailers = {}) const;
    /** Writes bytes as they are. */
    void raw(const QByteArray &bytes) const;
    /** Writes bytes as they are in TCP segments of `size`, one each `gap`, then calls `done`. */
    void slices(const QByteArray &bytes, qsizetype size, std::chrono::milliseconds gap = {},
                std::function<void(const Exchange &)> done = {}) const;
    /** Writes the first `at` bytes, lets the client read them, then the others. */
    void split(const QByteArray &bytes, qsizetype at) const;
    /** Does something later, unless the connection is gone by then. */
    void later(std::chrono::milliseconds delay, std::function<void(const Exchange &)> what) const;
    /** Closes after what was written (FIN); without `end` that is a cut. */
    void hangUp() const;
    /** Resets the connection (RST); what was written and not sent is lost. */
    void reset() const;
    [[nodiscard]] bool isWatch() const { return query.hasQueryItem(QStringLiteral("watch")); }

    /** The bytes of a whole answer, to be cut, sliced or spoiled. */
    [[nodiscard]] static QByteArray bytesOf(int status, const QByteArray &json, const QByteArray &extra = {});
    /** Likewise chunked, a chunk each. */
    [[nodiscard]] static QByteArray chunkedBytesOf(const QList<QByteArray> &chunks, const QByteArray &extra = {});

    QTcpSocket *socket = nullptr;
};

/** A scripted API server: real sockets, optional TLS, every answer decided by the test. */
class FaultServer : public QTcpServer {
    Q_OBJECT
public:
    using Script = std::function<void(const Exchange &)>;

    /** Plain http where `tls` is null. */
    explicit FaultServer(Script script, const QSslConfiguration &tls = {}, QObject *parent = nullptr);

    /** With `host` instead of 127.0.0.1, e.g. `localhost`. */
    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;
    /** Connections so far, and those that are open now. */
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qsizetype openConnections() const { return m_pending.size(); }
    [[nodiscard]] int requests() const { return m_requests; }
    /** What the next connections are shown. */
    void present(const QSslConfiguration &tls) { m_tls = tls; }
    /** Closes every connection that is open, by FIN or RST. */
    void closeAll(bool byReset = false);

    /** The configuration of tests/data/tls/<name>.pem and .key. */
    [[nodiscard]] static QSslConfiguration tls(const QString &name);
    /** Likewise, refusing clients that show no certificate of the test authority. */
    [[nodiscard]] static QSslConfiguration tlsForClients(const QString &name);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void read(QTcpSocket *socket);
    [[nodiscard]] bool takeRequest(QTcpSocket *socket);

    Script m_script;
    QSslConfiguration m_tls;
    bool m_isTls = false;
    int m_connections = 0;
    int m_requests = 0;
    QHash<QTcpSocket *, QByteArray> m_pending;
};

}  // namespace support
