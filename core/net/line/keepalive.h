// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractSocket>

#include <chrono>

namespace net {

/** When a peer that says nothing at all is given up. */
struct Vigil {
    std::chrono::seconds unacknowledged{30};  ///< bytes of ours that nobody acknowledges (TCP_USER_TIMEOUT)
    std::chrono::seconds idle{15};            ///< silence after which the kernel asks
    std::chrono::seconds between{5};          ///< between two such questions
    int questions = 3;
};

/**
 * Has the kernel find out that the peer of a connected socket is gone (15 + 3 x 5 = 30 s), idle or while sending;
 * without it that takes two hours. Also for the socket to a proxy. Linux; elsewhere keep-alive of the system's own
 * pace.
 */
void watchOver(QAbstractSocket &socket, const Vigil &vigil = {});

/** True if the process may open some more files or sockets: a library below may end the process where it may not. */
[[nodiscard]] bool hasSpareDescriptors();

}  // namespace net
