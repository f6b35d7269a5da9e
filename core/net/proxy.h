// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"

#include <QNetworkProxy>
#include <QProcessEnvironment>

namespace net {

/**
 * The proxy for a connection: its own, else HTTPS_PROXY / HTTP_PROXY (upper or lower case) unless NO_PROXY names the
 * host by name, suffix, address or CIDR; never one for loopback. Source: Go golang.org/x/net/http/httpproxy.
 */
[[nodiscard]] QNetworkProxy proxyFor(const config::Connection &connection, const QProcessEnvironment &environment);

}  // namespace net
