// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QSslCertificate>
#include <QSslKey>

namespace config {

/**
 * A private key in PEM: PKCS#1, SEC1 EC or PKCS#8; RSA, EC, DSA, Ed25519, Ed448. One that Qt has no class for becomes
 * an opaque key of OpenSSL. Encrypted keys are refused in words of their own. Never quotes the text; `what` names it.
 */
[[nodiscard]] kube::Result<QSslKey> privateKey(const QByteArray &pem, const QString &what);

/** True if the key belongs to the certificate. True, too, where that cannot be found out: the handshake will tell. */
[[nodiscard]] bool fits(const QSslKey &key, const QSslCertificate &certificate);

}  // namespace config
