// SPDX-License-Identifier: Apache-2.0
#include "net/farewell.h"

#include <QCoreApplication>
#include <QEvent>

#include <openssl/crypto.h>

namespace net {

void leaveThread()
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // sockets, which would begin it anew
    OPENSSL_thread_stop();
}

}  // namespace net
