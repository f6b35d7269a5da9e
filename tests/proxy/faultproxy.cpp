// SPDX-License-Identifier: Apache-2.0
#include "proxy/faultproxy.h"

#include <QSslSocket>

namespace support {

FaultProxy::FaultProxy(Upstream upstream, Script script, QObject *parent)
    : QTcpServer(parent), m_upstream(std::move(upstream)), m_script(std::move(script))
{
    listen(QHostAddress::LocalHost);
    m_port = serverPort();
}

void FaultProxy::strikeAll(const Mischief &mischief)
{
    const auto links = findChildren<Link *>(Qt::FindDirectChildrenOnly);
    m_struck += static_cast<int>(links.size());
    for (Link *link : links)
        link->meet(mischief);
}

void FaultProxy::setDown(bool down)
{
    if (!down) {
        if (!isListening() && !listen(QHostAddress::LocalHost, m_port))
            qWarning("the proxy cannot listen again: %s", qPrintable(errorString()));
        return;
    }
    close();
    strikeAll({Mischief::Kind::Reset, 0, 0, {}});
}

QTcpSocket *FaultProxy::accept(qintptr descriptor)
{
    if (!m_front) {
        auto *const socket = new QTcpSocket;
        socket->setSocketDescriptor(descriptor);
        return socket;
    }
    auto *const socket = new QSslSocket;
    socket->setSslConfiguration(*m_front);
    socket->setSocketDescriptor(descriptor);
    socket->startServerEncryption();
    return socket;
}

QTcpSocket *FaultProxy::reach()
{
    if (!m_upstream.tls) {
        auto *const socket = new QTcpSocket;
        socket->connectToHost(m_upstream.host, m_upstream.port);
        return socket;
    }
    auto *const socket = new QSslSocket;
    socket->setSslConfiguration(*m_upstream.tls);
    socket->connectToHostEncrypted(m_upstream.host, m_upstream.port);
    return socket;
}

void FaultProxy::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    const Mischief mischief = m_script ? m_script(m_connections) : Mischief{};
    m_struck += mischief.kind == Mischief::Kind::None ? 0 : 1;
    new Link(accept(descriptor), reach(), mischief, m_gate, this);
}

}  // namespace support
