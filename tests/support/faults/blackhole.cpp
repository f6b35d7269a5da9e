// SPDX-License-Identifier: Apache-2.0
#include "support/faults/blackhole.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

BlackHole::BlackHole(quint8 last, quint16 port) : m_listener(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl((INADDR_LOOPBACK & 0xffffff00U) | last);
    address.sin_port = htons(port);
    socklen_t length = sizeof address;
    auto *const generic = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, generic, length) != 0 || ::listen(m_listener, 0) != 0)
        qFatal("cannot listen");
    ::getsockname(m_listener, generic, &length);
    m_port = ntohs(address.sin_port);
    for (int i = 0; i < 4; ++i) {
        const int filler = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        ::connect(filler, generic, length);
        m_waiting.push_back(filler);
    }
}

BlackHole::~BlackHole()
{
    for (const int filler : m_waiting)
        ::close(filler);
    ::close(m_listener);
}

QUrl BlackHole::url(const QString &scheme) const
{
    return QUrl(scheme + QStringLiteral("://127.0.0.1:") + QString::number(m_port));
}

}  // namespace support
