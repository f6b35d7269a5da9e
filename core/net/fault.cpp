// SPDX-License-Identifier: Apache-2.0
#include "net/fault.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace net {

using kube::Error;

namespace {

QString nameOf(const QStringList &common, const QStringList &organisation)
{
    const QString name = common.isEmpty() ? organisation.join(", "_L1) : common.join(", "_L1);
    return name.isEmpty() ? u"(no name)"_s : name;
}

QString subject(const QSslCertificate &certificate)
{
    return nameOf(certificate.subjectInfo(QSslCertificate::CommonName),
                  certificate.subjectInfo(QSslCertificate::Organization));
}

QString issuer(const QSslCertificate &certificate)
{
    return nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                  certificate.issuerInfo(QSslCertificate::Organization));
}

QString iso(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QString problem(const QSslError &error, const QString &host)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return u"the certificate of \"%1\" (issued by \"%2\") expired at %3"_s.arg(
            subject(certificate), issuer(certificate), iso(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return u"the certificate of \"%1\" (issued by \"%2\") is not valid before %3"_s.arg(
            subject(certificate), issuer(certificate), iso(certificate.effectiveDate()));
    case QSslError::HostNameMismatch: {
        const QStringList names = certificate.subjectAlternativeNames().values();
        return u"certificate is valid for %1, not %2"_s.arg(
            names.isEmpty() ? subject(certificate) : names.join(", "_L1), host);
    }
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateSignatureFailed:
    case QSslError::InvalidCaCertificate:
        return u"certificate of \"%1\" is signed by unknown authority \"%2\""_s.arg(subject(certificate),
                                                                                    issuer(certificate));
    default: return error.errorString();
    }
}

}  // namespace

QString certificateProblem(const QList<QSslError> &errors, const QString &host)
{
    // An expired certificate often comes with a chain problem too; the date is what a person can act on.
    for (const QSslError &error : errors) {
        if (error.error() == QSslError::CertificateExpired || error.error() == QSslError::CertificateNotYetValid)
            return problem(error, host);
    }
    return errors.isEmpty() ? QString() : problem(errors.first(), host);
}

Error transportError(const QNetworkReply &reply, const QList<QSslError> &tlsErrors)
{
    const QUrl url = reply.url();
    const QString where = u"%1:%2"_s.arg(url.host()).arg(url.port(url.scheme() == "https"_L1 ? 443 : 80));
    const auto error = [&](Error::Kind kind, const QString &message) {
        return kube::failure(kind, message, where).error();
    };
    const QString unable = u"Unable to connect to the server: "_s;
    if (!tlsErrors.isEmpty()) {
        const QString host = reply.request().peerVerifyName().isEmpty() ? url.host() : reply.request().peerVerifyName();
        return error(Error::Kind::Tls, unable + u"tls: "_s + certificateProblem(tlsErrors, host));
    }
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
        return error(
            Error::Kind::Unreachable,
            u"The connection to the server %1 was refused - did you specify the right host or port?"_s.arg(where));
    case QNetworkReply::HostNotFoundError:
        return error(Error::Kind::Unreachable, unable + u"no such host %1"_s.arg(url.host()));
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return error(Error::Kind::Unreachable, unable + u"%1 did not answer in time"_s.arg(where));
    case QNetworkReply::SslHandshakeFailedError:
        return error(Error::Kind::Tls, unable + u"tls: %1"_s.arg(reply.errorString()));
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return error(Error::Kind::Unreachable, u"%1 closed the connection before it answered"_s.arg(where));
    case QNetworkReply::UnknownContentError:
        return error(Error::Kind::Protocol, u"the answer of %1 cannot be decompressed"_s.arg(where));
    default: return error(Error::Kind::Unreachable, unable + reply.errorString());
    }
}

}  // namespace net
