// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace support {

/** A scripted proxy, HTTP CONNECT or SOCKS5, that leads every connection to one target, or misbehaves. */
class ProxyServer : public QTcpServer {
    Q_OBJECT
public:
    enum class Kind { Http, Socks5 };
    enum class Fault {
        None,
        Refuse,      ///< 403 or "connection not allowed by ruleset"
        BadGateway,  ///< 502 or "host unreachable"
        WantLogin,   ///< 407 or "username/password" whatever was given
        CloseEarly,  ///< closes instead of an answer
        CloseLate,   ///< closes right after it said yes
        Silent,      ///< never answers
        Garbage,     ///< answers something that is no proxy protocol
    };

    ProxyServer(Kind kind, Fault fault, quint16 target, QObject *parent = nullptr);

    /** With a login if `user` is not empty: then only that one may pass. */
    void setLogin(const QByteArray &user, const QByteArray &password);
    /** How to reach it; `userInfo` is `user:password` or empty. */
    [[nodiscard]] QUrl url(const QString &userInfo = {}) const;

    [[nodiscard]] int connections() const { return m_connections; }
    /** The last host that a client wanted, as it wrote it: `name:port`. */
    [[nodiscard]] QByteArray wanted() const { return m_wanted; }
    /** True if the client left the name to be resolved by the proxy. */
    [[nodiscard]] bool sawName() const { return m_sawName; }

private:
    void greet(QTcpSocket *client);
    void readConnect(QTcpSocket *client);
    void readSocks(QTcpSocket *client);
    void readSocksLogin(QTcpSocket *client);
    void readSocksWish(QTcpSocket *client);
    void grant(QTcpSocket *client, const QByteArray &yes);
    [[nodiscard]] QByteArray refusal() const;

    Kind m_kind;
    Fault m_fault;
    quint16 m_target;
    QByteArray m_user;
    QByteArray m_password;
    QByteArray m_wanted;
    bool m_sawName = false;
    int m_connections = 0;
};

}  // namespace support
