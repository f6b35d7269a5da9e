// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslCertificate>
#include <QString>

namespace net {

/**
 * True if a subject alternative name of the certificate covers `host`, a name or an address. The Common Name does not
 * count, a wildcard stands for one whole label, the left one. Source: RFC 6125 6.4, Go crypto/x509 VerifyHostname.
 */
[[nodiscard]] bool isFor(const QSslCertificate &certificate, const QString &host);

/** What to tell of a certificate that is for something else than `host`. */
[[nodiscard]] QString nameProblem(const QSslCertificate &certificate, const QString &host);

/** `SHA-256 fingerprint AB:CD:...` */
[[nodiscard]] QString fingerprint(const QSslCertificate &certificate);

/** Subject: its Common Name, else its organisation, else `(no name)`. Likewise the issuer. */
[[nodiscard]] QString subjectOf(const QSslCertificate &certificate);
[[nodiscard]] QString issuerOf(const QSslCertificate &certificate);

}  // namespace net
