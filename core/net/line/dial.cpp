// SPDX-License-Identifier: Apache-2.0
#include "net/line/dial.h"

#include "net/line/keepalive.h"
#include "net/words/identity.h"

#include <QHostInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace net {

namespace {
constexpr auto HeadStart = 250ms;

/** Both clocks moved on to this moment. */
Clocks now(const Clocks &then)
{
    Clocks clocks{kube::Timestamp(std::chrono::system_clock::now()), {}};
    if (!then.servers.isNull())
        clocks.servers = then.servers + (clocks.ours - then.ours);
    return clocks;
}

}  // namespace

QList<QHostAddress> inTurns(const QList<QHostAddress> &addresses)
{
    if (addresses.isEmpty())
        return {};
    const auto first = addresses.constFirst().protocol();
    QList<QHostAddress> same;
    QList<QHostAddress> other;
    for (const QHostAddress &address : addresses)
        (address.protocol() == first ? same : other).append(address);
    QList<QHostAddress> turns;
    for (qsizetype i = 0; i < std::max(same.size(), other.size()); ++i) {
        if (i < same.size())
            turns << same.at(i);
        if (i < other.size())
            turns << other.at(i);
    }
    return turns;
}

Dial::Dial(const Route &route, QObject *remains, QObject *parent) : QObject(parent), m_route(route), m_remains(remains)
{
    m_headStart.setSingleShot(true);
    connect(&m_headStart, &QTimer::timeout, this, &Dial::tryNext);
}

void Dial::start()
{
    const QString host = m_route.server.host();
    const QHostAddress literal(host);
    if (!isDirect() || !literal.isNull()) {
        race({literal});
        return;
    }
    QHostInfo::lookupHost(host, this, [this, host](const QHostInfo &found) {
        m_addresses = inTurns(found.addresses());
        if (m_addresses.isEmpty())
            fail(unable(u"no such host %1 (%2)"_s.arg(host, found.errorString()), placeOf(m_route.server)));
        else
            tryNext();
    });
}

void Dial::race(const QList<QHostAddress> &addresses)
{
    m_addresses = addresses;
    QMetaObject::invokeMethod(this, &Dial::tryNext, Qt::QueuedConnection);
}

void Dial::tryNext()
{
    if (m_addresses.isEmpty())
        return;
    if (!hasSpareDescriptors()) {
        fail(
            unable(u"this computer has no socket left: too many open connections or files"_s, placeOf(m_route.server)));
        return;
    }
    const QHostAddress address = m_addresses.takeFirst();
    QSslSocket *const socket = newSocket();
    const auto port = static_cast<quint16>(m_route.server.port(m_route.isTls() ? 443 : 80));
    m_racing << socket;
    if (!m_addresses.isEmpty())
        m_headStart.start(HeadStart);
    if (isDirect())
        socket->connectToHost(address, port);
    else
        socket->connectToHost(m_route.server.host(), port);
}

QSslSocket *Dial::newSocket()
{
    auto *const socket = new QSslSocket(this);
    socket->setProxy(m_route.proxy);
    socket->setSslConfiguration(m_route.tls);
    connect(socket, &QSslSocket::sslErrors, this, [this, socket](const QList<QSslError> &errors) {
        m_tlsErrors = errors;
        m_leaf = socket->peerCertificate();
        if (m_route.insecure)
            socket->ignoreSslErrors();
    });
    connect(socket, &QSslSocket::connected, this, [this, socket] {
        m_headStart.stop();
        m_addresses.clear();
        for (QSslSocket *const other : std::as_const(m_racing)) {
            if (other != socket)
                drop(other);
        }
        m_racing = {socket};
        secure(socket);
    });
    connect(socket, &QSslSocket::encrypted, this, [this, socket] { checkPeer(socket); });
    connect(socket, &QSslSocket::errorOccurred, this, [this, socket] {
        m_racing.removeOne(socket);
        if (!m_racing.isEmpty() || !m_addresses.isEmpty()) {
            drop(socket);
            if (!m_addresses.isEmpty())
                tryNext();
            return;
        }
        const Clocks clocks = now(m_route.clocks);
        const QString place = placeOf(m_route.server);
        const kube::Error error = m_tlsErrors.isEmpty()
                                      ? socketFault(*socket, m_route.server, m_route.proxy, m_wasConnected)
                                      : untrusted(certificateProblem(m_tlsErrors, m_leaf, m_route.name, clocks), place);
        drop(socket);
        fail(error);
    });
    return socket;
}

void Dial::drop(QSslSocket *socket)
{
    socket->disconnect(this);
    socket->setParent(m_remains);  // we may be inside one of its signals: it must outlive us
    socket->abort();
    socket->deleteLater();
}

void Dial::secure(QSslSocket *socket)
{
    m_wasConnected = true;
    watchOver(*socket);
    if (!m_route.isTls()) {
        hand(socket);
        return;
    }
    socket->setPeerVerifyName(m_route.name);
    socket->startClientEncryption();
}

void Dial::checkPeer(QSslSocket *socket)
{
    // Qt takes the Common Name too where it matches.
    if (!m_route.insecure && !isFor(socket->peerCertificate(), m_route.name)) {
        const QSslCertificate leaf = socket->peerCertificate();
        const kube::Error error =
            untrusted(u"%1; %2"_s.arg(nameProblem(leaf, m_route.name), fingerprint(leaf)), placeOf(m_route.server));
        drop(socket);
        fail(error);
        return;
    }
    hand(socket);
}

void Dial::hand(QSslSocket *socket)
{
    m_racing.clear();
    socket->disconnect(this);
    Q_EMIT opened(socket);
}

void Dial::fail(const kube::Error &error)
{
    const QList<QSslSocket *> racing = std::exchange(m_racing, {});
    for (QSslSocket *const socket : racing)
        drop(socket);
    m_headStart.stop();
    m_addresses.clear();
    Q_EMIT failed(error);
}

}  // namespace net
