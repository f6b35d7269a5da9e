// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/timestamp.h"

namespace config {

/**
 * When an OpenID Connect id token ends: its `exp` claim, read without checking the signature, which is the server's
 * task. Null where it names no end. Errors: Config, where it is no JWT; the token is not quoted.
 */
[[nodiscard]] kube::Result<kube::Timestamp> idTokenEnd(const QString &token);

}  // namespace config
