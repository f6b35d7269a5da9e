// SPDX-License-Identifier: Apache-2.0
#include "net/words/identity.h"

#include <QCryptographicHash>
#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

namespace {

bool covers(QString pattern, QString host)
{
    pattern = pattern.toLower();
    host = host.toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    if (!pattern.startsWith("*."_L1))
        return pattern == host && !host.isEmpty();
    const qsizetype dot = host.indexOf(u'.');
    return dot > 0 && pattern.size() > 2 && QStringView(host).sliced(dot) == QStringView(pattern).sliced(1);
}

QString nameOf(const QStringList &common, const QStringList &organisation)
{
    const QString name = common.isEmpty() ? organisation.join(", "_L1) : common.join(", "_L1);
    return name.isEmpty() ? u"(no name)"_s : name;
}

}  // namespace

QString subjectOf(const QSslCertificate &certificate)
{
    return nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                  certificate.subjectInfo(QSslCertificate::Organization));
}

QString issuerOf(const QSslCertificate &certificate)
{
    return nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                  certificate.issuerInfo(QSslCertificate::Organization));
}

QString fingerprint(const QSslCertificate &certificate)
{
    return u"SHA-256 fingerprint "_s +
           QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

bool isFor(const QSslCertificate &certificate, const QString &host)
{
    const auto names = certificate.subjectAlternativeNames();
    const QHostAddress address(host.section(u'%', 0, 0));
    if (!address.isNull()) {
        const QStringList addresses = names.values(QSsl::IpAddressEntry);
        return std::ranges::any_of(addresses, [&](const QString &one) { return QHostAddress(one) == address; });
    }
    const QStringList dns = names.values(QSsl::DnsEntry);
    return std::ranges::any_of(dns, [&](const QString &pattern) { return covers(pattern, host); });
}

QString nameProblem(const QSslCertificate &certificate, const QString &host)
{
    const QStringList names = certificate.subjectAlternativeNames().values();
    if (!names.isEmpty())
        return u"certificate is valid for %1, not %2 (issued by \"%3\")"_s.arg(names.join(", "_L1), host,
                                                                               issuerOf(certificate));
    return u"the certificate of \"%1\" (issued by \"%2\") names its server in the Common Name only, which nobody "
           u"checks "
           u"any more: it needs %3 as a subject alternative name"_s.arg(subjectOf(certificate), issuerOf(certificate),
                                                                        host);
}

}  // namespace net
