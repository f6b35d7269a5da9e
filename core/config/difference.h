// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"

namespace config {

/** What a changed kubeconfig means for a connection that is in use. */
struct Difference {
    bool server = false;       ///< another server, CA, proxy or way of checking: reconnect, and nothing held is of it
    bool exec = false;         ///< another plugin or another use of it: reconnect; the gate is asked again
    bool credentials = false;  ///< another token, certificate, password, provider or impersonation: reconnect
    bool scope = false;        ///< another default namespace only: no reconnect
    bool operator==(const Difference &) const = default;

    [[nodiscard]] bool needsReconnect() const { return server || exec || credentials; }
};

/** Compares what two readings of one context say. Files are compared by path: their contents renew themselves. */
[[nodiscard]] Difference difference(const Connection &before, const Connection &now);

}  // namespace config
