// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QStringList>

namespace report {

/** What a PKCS#10 request asks to be certified, as far as kubectl tells of it. */
struct CertificateRequest {
    QString commonName, serialNumber;  ///< the last ones
    QStringList organizations, units, countries, localities, provinces, streets, postalCodes;
    QStringList dnsNames, mails, uris, addresses;  ///< subject alternative names
};

/**
 * Reads the first PEM block. Whatever the bytes are, it reads none beyond them and ends; the error is in the words of
 * Go, which kubectl prints. The key and the signature are not looked at. Source: RFC 2986, RFC 5280 4.2.1.6; client-go
 * certificate.ParseCSR, Go crypto/x509.
 */
[[nodiscard]] kube::Result<CertificateRequest> certificateRequestOf(const QByteArray &pem);

}  // namespace report
