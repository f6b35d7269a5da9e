// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/renewal.h"

namespace config {

/**
 * Reads what an exec plugin wrote: one ExecCredential of `apiVersion` with a token, a certificate and key, or both.
 * Errors: Config, in client-go's words; of the output they quote at most the first 1 KiB before any JSON, made plain.
 */
[[nodiscard]] kube::Result<Fresh> credentialReply(const QByteArray &output, const QString &apiVersion);

}  // namespace config
