// SPDX-License-Identifier: Apache-2.0
#include "net/line/keepalive.h"

#include <QVariant>

#include <array>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace net {

namespace {

void watchOverOne(QAbstractSocket &socket, const Vigil &vigil)
{
    const qintptr descriptor = socket.socketDescriptor();
    if (descriptor < 0)
        return;
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
#ifdef Q_OS_LINUX
    const auto set = [&](int option, int value) {
        ::setsockopt(static_cast<int>(descriptor), IPPROTO_TCP, option, &value, sizeof value);
    };
    set(TCP_USER_TIMEOUT, static_cast<int>(std::chrono::milliseconds(vigil.unacknowledged).count()));
    set(TCP_KEEPIDLE, static_cast<int>(vigil.idle.count()));
    set(TCP_KEEPINTVL, static_cast<int>(vigil.between.count()));
    set(TCP_KEEPCNT, vigil.questions);
#else
    Q_UNUSED(vigil)
#endif
}

}  // namespace

void watchOver(QAbstractSocket &socket, const Vigil &vigil)
{
    watchOverOne(socket, vigil);
    // Qt's proxy and TLS sockets have the real one inside.
    const auto inner = socket.findChildren<QAbstractSocket *>();
    for (QAbstractSocket *const one : inner)
        watchOverOne(*one, vigil);
}

bool hasSpareDescriptors()
{
#ifdef Q_OS_UNIX
    std::array<int, 8> spare{};
    spare.fill(-1);
    bool isEnough = true;
    for (int &descriptor : spare) {
        descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        isEnough = isEnough && descriptor >= 0;
    }
    for (const int descriptor : spare) {
        if (descriptor >= 0)
            ::close(descriptor);
    }
    return isEnough;
#else
    return true;
#endif
}

}  // namespace net
