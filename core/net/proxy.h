// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"
#include "kube/error.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>

namespace net {

/**
 * The proxy for a connection: its own, else HTTPS_PROXY / HTTP_PROXY (upper or lower case) unless NO_PROXY names the
 * host by name, suffix, address, CIDR, any of them with a port, or `*`; never one of the environment for loopback.
 * SOCKS5 and HTTP resolve the server's name themselves. A proxy that cannot be used (https://, an unknown scheme, no
 * host) is an Error of kind Config, never a direct connection. Source: Go golang.org/x/net/http/httpproxy.
 */
[[nodiscard]] kube::Result<QNetworkProxy> proxyFor(const config::Connection &connection,
                                                   const QProcessEnvironment &environment);

}  // namespace net
