// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"
#include "kube/error.h"

namespace config {

/** Who we say we are in a TLS handshake, and whom we believe. */
struct Identity {
    QList<QSslCertificate> clientChain;
    QSslKey clientKey;
    QList<QSslCertificate> ca;
    bool operator==(const Identity &other) const { return clientChain == other.clientChain && ca == other.ca; }
};

/** Checks that the first certificate of `chain` belongs to `key`; the names are those of the fields or files. */
[[nodiscard]] kube::Result<void> checkPair(const QList<QSslCertificate> &chain, const QSslKey &key,
                                           const QString &chainName, const QString &keyName);

/**
 * Reads the certificate, key and CA files of a connection again. What cannot be read, is empty, half written or does
 * not fit together stays as it is in `known`. Source: client-go transport/cert_rotation.go, ca_rotation.go.
 */
[[nodiscard]] Identity readAgain(const Connection &connection, const Identity &known);

/**
 * What is wrong with the time of the client certificate that we present, with its dates and our clock; empty if nothing
 * is. `file`: where it came from; may be empty.
 */
[[nodiscard]] QString certificateComplaint(const QList<QSslCertificate> &chain, const QString &file);

}  // namespace config
