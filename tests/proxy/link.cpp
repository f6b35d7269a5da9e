// SPDX-License-Identifier: Apache-2.0
#include "proxy/link.h"

#include <algorithm>
#include <sys/socket.h>

namespace support {

using Kind = Mischief::Kind;

namespace {
constexpr qint64 Room = 256 * 1024;  ///< what waits for the client at most; then the server waits
}

void resetOnClose(const QTcpSocket &socket)
{
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

Link::Link(QTcpSocket *client, QTcpSocket *server, const Mischief &mischief, HttpGate::Verdict gate, QObject *parent)
    : QObject(parent), m_client(client), m_server(server), m_mischief(mischief), m_gate(std::move(gate))
{
    client->setParent(this);
    server->setParent(this);
    client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    server->setReadBufferSize(Room);
    m_leaving.setSingleShot(true);
    m_leaving.setTimerType(Qt::PreciseTimer);
    connect(&m_leaving, &QTimer::timeout, this, &Link::flush);
    connect(client, &QTcpSocket::readyRead, this, &Link::fromClient);
    connect(client, &QTcpSocket::bytesWritten, this, &Link::fromServer);
    connect(server, &QTcpSocket::readyRead, this, &Link::fromServer);
    connect(client, &QTcpSocket::disconnected, this, [this] { cut(false); });
    connect(server, &QTcpSocket::disconnected, this, [this] {
        if (m_isSwallowing)
            return;
        if (m_server->bytesAvailable() > 0 && !m_isStalled)
            deliver(m_server->readAll());
        cut(false);
    });
    connect(server, &QTcpSocket::errorOccurred, this, [this] {
        if (m_server->state() == QAbstractSocket::UnconnectedState && !m_isSwallowing)
            cut(true);
    });
    if (m_mischief.kind == Kind::Refuse)
        QTimer::singleShot(0, this, [this] { cut(true); });
}

void Link::meet(const Mischief &mischief)
{
    m_mischief = mischief;
    m_passed = 0;
    m_isStruck = false;
    if (m_mischief.after == 0 && m_mischief.kind != Kind::None)
        strike();
}

void Link::cut(bool withReset)
{
    if (withReset) {
        resetOnClose(*m_client);
        m_client->abort();
    } else {
        m_client->disconnectFromHost();
    }
    m_server->abort();
    if (m_client->state() == QAbstractSocket::UnconnectedState)
        deleteLater();  // else once what was written has left
}

void Link::fromClient()
{
    const QByteArray bytes = m_client->readAll();
    if (m_isSwallowing || !m_server->isOpen())
        return;
    const HttpGate::Passed passed = m_gate.take(bytes);
    m_server->write(passed.forServer);
    if (!passed.forClient.isEmpty())
        deliver(passed.forClient);
}

void Link::fromServer()
{
    if (m_isStalled)
        return;
    while (m_server->bytesAvailable() > 0 && (m_isSwallowing || m_client->bytesToWrite() < Room)) {
        const QByteArray bytes = m_server->read(Room);
        if (m_isSwallowing)
            continue;
        deliver(bytes);
        if (m_isStalled)
            return;
    }
}

void Link::deliver(const QByteArray &bytes)
{
    if (m_isSwallowing)
        return;
    if (m_mischief.kind == Kind::Delay) {
        enqueue(bytes, m_mischief.pause);
        return;
    }
    const qint64 free = m_isStruck || m_mischief.kind == Kind::None ? bytes.size() : m_mischief.after - m_passed;
    const QByteArray first = bytes.first(std::clamp<qint64>(free, 0, bytes.size()));
    const QByteArray rest = bytes.sliced(first.size());
    m_passed += first.size();
    enqueue(first, {});
    if (rest.isEmpty())
        return;
    strike();
    if (m_mischief.kind == Kind::Slice && m_queue.isEmpty())
        slice(rest);
    else if (m_mischief.kind == Kind::Slice || m_mischief.kind == Kind::Stall)
        enqueue(rest, m_mischief.kind == Kind::Stall ? m_mischief.pause : std::chrono::milliseconds(0));
}

void Link::enqueue(const QByteArray &bytes, std::chrono::milliseconds delay)
{
    if (m_queue.isEmpty() && delay.count() == 0) {
        write(bytes);
        return;
    }
    m_queue.enqueue({QDeadlineTimer(delay, Qt::PreciseTimer), bytes});
    if (!m_leaving.isActive())
        m_leaving.start(delay);
}

void Link::flush()
{
    while (!m_queue.isEmpty() && m_queue.head().first.hasExpired())
        write(m_queue.dequeue().second);
    if (!m_queue.isEmpty())
        m_leaving.start(std::chrono::milliseconds(m_queue.head().first.remainingTime() + 1));
}

void Link::write(const QByteArray &bytes)
{
    if (m_client->isOpen())
        m_client->write(bytes);
}

void Link::slice(const QByteArray &bytes)
{
    const qint64 small = std::min<qint64>(m_mischief.length, bytes.size());
    for (qint64 i = 0; i < small; ++i) {
        m_client->write(bytes.sliced(i, 1));
        m_client->flush();
    }
    m_client->write(bytes.sliced(small));
}

void Link::strike()
{
    m_isStruck = true;
    switch (m_mischief.kind) {
    case Kind::Fin: cut(false); return;
    case Kind::Reset:
    case Kind::Refuse: cut(true); return;
    case Kind::Swallow: m_isSwallowing = true; return;
    case Kind::Stall:
        m_isStalled = true;
        QTimer::singleShot(m_mischief.pause, this, [this] {
            m_isStalled = false;
            fromServer();
        });
        return;
    case Kind::None:
    case Kind::Slice:
    case Kind::Delay: return;
    }
}

}  // namespace support
