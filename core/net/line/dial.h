// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "net/fault.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QObject>
#include <QPointer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

namespace net {

/** The way to one server. */
struct Route {
    QUrl server;
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    QSslConfiguration tls;
    QString name;           ///< what the certificate must be for, and what SNI says
    bool insecure = false;  ///< nothing of the certificate is checked
    Clocks clocks;          ///< when the server last answered

    [[nodiscard]] bool isTls() const { return server.scheme() == QLatin1StringView("https"); }
};

/**
 * Makes one connection: looks the name up, tries the addresses one after the other with a head start of 250 ms each
 * (RFC 8305, so that a dead IPv6 does not hold up IPv4), goes through the proxy if there is one, does the TLS handshake
 * and checks whose certificate it is. No byte of a request is sent before all that. Deleting it gives up.
 */
class Dial : public QObject {
    Q_OBJECT
public:
    /** `remains` owns sockets that were given up until the event loop deletes them; it must outlive us. */
    Dial(const Route &route, QObject *remains, QObject *parent);

    /** Neither signal comes from within. */
    void start();
    /** Instead of it: races these addresses, without a look-up. */
    void race(const QList<QHostAddress> &addresses);

Q_SIGNALS:
    /** Takes a socket that is ready; it belongs to the receiver, who sets its parent. */
    void opened(QSslSocket *socket);
    /** Instead of it, once. */
    void failed(const kube::Error &error);

private:
    void tryNext();
    QSslSocket *newSocket();
    void drop(QSslSocket *socket);
    void secure(QSslSocket *socket);
    void checkPeer(QSslSocket *socket);
    void fail(const kube::Error &error);
    void hand(QSslSocket *socket);
    [[nodiscard]] bool isDirect() const { return m_route.proxy.type() == QNetworkProxy::NoProxy; }

    Route m_route;
    QPointer<QObject> m_remains;
    QList<QHostAddress> m_addresses;
    QList<QSslSocket *> m_racing;
    QTimer m_headStart;
    bool m_wasConnected = false;
    QList<QSslError> m_tlsErrors;
    QSslCertificate m_leaf;  ///< what the server showed, where there are errors
};

/** Addresses of a host in the order to try them: as the resolver gave them, IPv6 and IPv4 in turns. */
[[nodiscard]] QList<QHostAddress> inTurns(const QList<QHostAddress> &addresses);

}  // namespace net
