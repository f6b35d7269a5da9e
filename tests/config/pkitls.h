// SPDX-License-Identifier: Apache-2.0
// What a test server shows, and whom it believes, from certificates made while the test runs.
#pragma once

#include "config/pki.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace pki {

inline QList<QSslCertificate> qt(const QByteArray &pem)
{
    return QSslCertificate::fromData(pem, QSsl::Pem);
}

/** A server of that authority which asks for a client certificate; `isStrict`: and insists on a good one. */
inline QSslConfiguration serverTls(const Authority &authority, bool isStrict = false)
{
    const Key own = key();
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(qt(pem(authority.sign(own, {.name = "server"}))));
    tls.setPrivateKey(QSslKey(pem(own), QSsl::Ec));
    tls.setCaCertificates(qt(pem(authority.root)));
    tls.setPeerVerifyMode(isStrict ? QSslSocket::VerifyPeer : QSslSocket::QueryPeer);
    return tls;
}

}  // namespace pki
