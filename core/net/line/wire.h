// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/credentials.h"
#include "net/request.h"

namespace net {

/** `gantry/<version> (<os>/<arch>)`, with the names of Go: linux, darwin, windows; amd64, arm64. */
[[nodiscard]] QByteArray userAgent();

/** True for loopback and private addresses (RFC 1918, RFC 4193, link-local), where packing costs more than it saves. */
[[nodiscard]] bool isNearby(const QString &host);

/** What a request has to say besides itself. */
struct Manner {
    bool isStream = false;   ///< never packed: an event must come at once
    bool mayPack = true;     ///< gzip is welcome
    bool isLastOne = false;  ///< the connection is closed behind it
};

/**
 * The bytes of the request. Credentials go into them only over https. An Error of kind Config where a value that
 * becomes a header holds a line break.
 */
[[nodiscard]] kube::Result<QByteArray> bytesOf(const Request &request, const config::Connection &connection,
                                               const config::Grant &grant, const Manner &manner);

}  // namespace net
