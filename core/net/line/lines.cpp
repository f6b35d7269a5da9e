// SPDX-License-Identifier: Apache-2.0
#include "net/line/lines.h"

#include <chrono>

using namespace std::chrono_literals;

namespace net {

namespace {

constexpr size_t IdleLimit = 25;
constexpr auto IdleAge = 60s;  // the server closes after 90 s

void close(QSslSocket *socket)
{
    if (!socket)
        return;
    socket->disconnect();
    socket->abort();
    socket->deleteLater();
}

}  // namespace

void Lines::admit(QObject *waiting, std::function<void()> go)
{
    if (m_reading < ReadsAtOnce && m_waiting.empty()) {
        ++m_reading;
        go();
        return;
    }
    m_waiting.push_back({waiting, std::move(go)});
}

void Lines::leave()
{
    --m_reading;
    if (!m_waiting.empty())
        QMetaObject::invokeMethod(this, &Lines::callNext, Qt::QueuedConnection);
}

void Lines::callNext()
{
    while (m_reading < ReadsAtOnce && !m_waiting.empty()) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!next.who)
            continue;
        ++m_reading;
        next.go();
    }
}

QSslSocket *Lines::takeIdle()
{
    while (!m_idle.empty()) {
        const Idle last = m_idle.back();
        m_idle.pop_back();
        // A byte that nobody asked for makes the next answer unreadable.
        const bool isGood = last.socket && last.socket->state() == QAbstractSocket::ConnectedState &&
                            last.since.durationElapsed() < IdleAge && last.socket->bytesAvailable() == 0;
        if (isGood) {
            last.socket->disconnect(this);
            return last.socket;
        }
        close(last.socket);
    }
    return nullptr;
}

void Lines::giveBack(QSslSocket *socket, quint64 generation)
{
    socket->disconnect();
    if (generation != m_generation || m_idle.size() >= IdleLimit) {
        close(socket);
        return;
    }
    socket->setParent(this);
    connect(socket, &QSslSocket::disconnected, this, [this, socket] {
        std::erase_if(m_idle, [&](const Idle &one) { return one.socket == socket; });
        socket->deleteLater();
    });
    Idle idle{socket, {}};
    idle.since.start();
    m_idle.push_back(idle);
}

void Lines::forget()
{
    ++m_generation;
    const std::vector<Idle> idle = std::exchange(m_idle, {});
    for (const Idle &one : idle)
        close(one.socket);
}

}  // namespace net
