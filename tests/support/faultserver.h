// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

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

    /** A whole answer with Content-Length. `extra` are header lines, each ending in CRLF. */
    void answer(int status, const QByteArray &json, const QByteArray &extra = {}) const;
    /** Begins a chunked 200 answer, as a watch has. */
    void open() const;
    /** One chunk of it. */
    void chunk(const QByteArray &bytes) const;
    /** The end of the chunked answer, in order. */
    void end() const;
    /** Writes bytes as they are. */
    void raw(const QByteArray &bytes) const;
    /** Closes after what was written; without `end` that is a cut. */
    void hangUp() const;
    [[nodiscard]] bool isWatch() const { return query.hasQueryItem(QStringLiteral("watch")); }

    QTcpSocket *socket = nullptr;
};

/** A scripted API server: real sockets, optional TLS, every answer decided by the test. */
class FaultServer : public QTcpServer {
    Q_OBJECT
public:
    using Script = std::function<void(const Exchange &)>;

    /** Plain http where `tls` is null. */
    explicit FaultServer(Script script, const QSslConfiguration &tls = {}, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int connections() const { return m_connections; }

    /** The configuration of tests/data/tls/<name>.pem and .key. */
    [[nodiscard]] static QSslConfiguration tls(const QString &name);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void read(QTcpSocket *socket);

    Script m_script;
    QSslConfiguration m_tls;
    bool m_isTls = false;
    int m_connections = 0;
    QHash<QTcpSocket *, QByteArray> m_pending;
};

}  // namespace support
