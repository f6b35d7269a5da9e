// SPDX-License-Identifier: Apache-2.0
#include "config/file/identity.h"

#include "config/file/pem.h"
#include "config/file/privatekey.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace config {

kube::Result<void> checkPair(const QList<QSslCertificate> &chain, const QSslKey &key, const QString &chainName,
                             const QString &keyName)
{
    if (chain.isEmpty() || fits(key, chain.first()))
        return {};
    return kube::failure(kube::Error::Kind::Config,
                         u"the private key of %1 does not belong to the certificate of %2"_s.arg(keyName, chainName),
                         keyName);
}

Identity readAgain(const Connection &connection, const Identity &known)
{
    Identity fresh = known;
    const auto chainOf = [](const QString &file, const QList<QSslCertificate> &old) {
        const auto pem = inlineOrFile({}, file, {});
        const auto chain = pem ? certificates(*pem, file) : std::unexpected(pem.error());
        return chain.value_or(old);
    };
    if (!connection.caFile.isEmpty())
        fresh.ca = chainOf(connection.caFile, known.ca);
    if (!connection.clientCertificateFile.isEmpty())
        fresh.clientChain = chainOf(connection.clientCertificateFile, known.clientChain);
    if (!connection.clientKeyFile.isEmpty()) {
        const auto pem = inlineOrFile({}, connection.clientKeyFile, {});
        const auto key = pem ? privateKey(*pem, connection.clientKeyFile) : std::unexpected(pem.error());
        fresh.clientKey = key.value_or(known.clientKey);
    }
    if (!checkPair(fresh.clientChain, fresh.clientKey, {}, {})) {
        fresh.clientChain = known.clientChain;
        fresh.clientKey = known.clientKey;
    }
    return fresh;
}

QString certificateComplaint(const QList<QSslCertificate> &chain, const QString &file)
{
    if (chain.isEmpty())
        return {};
    const QSslCertificate &own = chain.first();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto iso = [](const QDateTime &time) { return time.toUTC().toString(Qt::ISODate); };
    const QString name = own.subjectInfo(QSslCertificate::CommonName).join(", "_L1);
    const QString whose = file.isEmpty() ? u"the client certificate \"%1\""_s.arg(name)
                                         : u"the client certificate \"%1\" (%2)"_s.arg(name, file);
    if (now > own.expiryDate())
        return u"%1 expired at %2; this machine's clock says %3"_s.arg(whose, iso(own.expiryDate()), iso(now));
    if (now < own.effectiveDate())
        return u"%1 is not valid before %2; this machine's clock says %3"_s.arg(whose, iso(own.effectiveDate()),
                                                                                iso(now));
    return {};
}

}  // namespace config
