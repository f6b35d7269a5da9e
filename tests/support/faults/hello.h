// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>
#include <QUrl>

namespace support {

/** Reads a client's TLS hello byte by byte and answers with an old or weak server hello made by hand (RFC 5246). */
class HelloServer : public QTcpServer {
    Q_OBJECT
public:
    /** `version` 0x0302 is TLS 1.1, 0x0303 TLS 1.2; `cipher` by its number in the IANA registry. */
    HelloServer(quint16 version, quint16 cipher, QObject *parent = nullptr);

    [[nodiscard]] QUrl url() const;
    /** Protocols that the client offered by ALPN (extension 16), in order. */
    [[nodiscard]] QList<QByteArray> offeredProtocols() const { return m_protocols; }
    /** Versions that it offered (extension 43). */
    [[nodiscard]] QList<quint16> offeredVersions() const { return m_versions; }
    /** The name of its SNI; empty if there was none. */
    [[nodiscard]] QByteArray serverName() const { return m_serverName; }
    /** True if a client took the answer and sent more of its handshake; an alert, or nothing, is a refusal. */
    [[nodiscard]] bool wentOn() const { return m_wentOn; }
    /** Clients that closed the connection. */
    [[nodiscard]] int closed() const { return m_closed; }

private:
    void read(QTcpSocket *client);
    void parse(const QByteArray &hello);
    void parseExtension(quint16 type, const QByteArray &bytes);

    quint16 m_version;
    quint16 m_cipher;
    QList<QByteArray> m_protocols;
    QList<quint16> m_versions;
    QByteArray m_serverName;
    bool m_wentOn = false;
    int m_closed = 0;
};

}  // namespace support
