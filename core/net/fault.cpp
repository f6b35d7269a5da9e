// SPDX-License-Identifier: Apache-2.0
#include "net/fault.h"

#include "net/words/identity.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

using kube::Error;

namespace {

QString iso(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

QString clockText(const Clocks &clocks)
{
    const QString ours = u"; this computer's clock says %1"_s.arg(clocks.ours.toRfc3339());
    return clocks.servers.isNull() ? ours : ours + u", the server's %1"_s.arg(clocks.servers.toRfc3339());
}

/** What is wrong with a certificate, the first thing first. */
enum class Flaw { Date, Trust, Name, Other };

Flaw flawOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid: return Flaw::Date;
    case QSslError::HostNameMismatch: return Flaw::Name;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateSignatureFailed:
    case QSslError::InvalidCaCertificate: return Flaw::Trust;
    default: return Flaw::Other;
    }
}

QString problem(const QSslError &error, const QSslCertificate &leaf, const QString &host, const Clocks &clocks)
{
    const QSslCertificate one = error.certificate().isNull() ? leaf : error.certificate();
    switch (flawOf(error)) {
    case Flaw::Date: {
        const bool isOver = error.error() == QSslError::CertificateExpired;
        return u"the certificate of \"%1\" (issued by \"%2\") %3 %4%5"_s.arg(
            subjectOf(one), issuerOf(one), isOver ? u"expired at"_s : u"is not valid before"_s,
            iso(isOver ? one.expiryDate() : one.effectiveDate()), clockText(clocks));
    }
    case Flaw::Name: return nameProblem(leaf, host);
    case Flaw::Trust:
        return u"certificate of \"%1\" is signed by unknown authority \"%2\" (valid from %3 to %4)"_s.arg(
            subjectOf(leaf), issuerOf(one), iso(leaf.effectiveDate()), iso(leaf.expiryDate()));
    case Flaw::Other: break;
    }
    return error.errorString();
}

Error of(Error::Kind kind, const QString &message, const QString &place)
{
    return kube::failure(kind, message, place).error();
}

Error proxyFault(const QAbstractSocket &socket, const QUrl &server, const QNetworkProxy &proxy)
{
    const QString place = placeOf(proxy);
    QString what;
    switch (socket.error()) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        what = u"%1 wants a user name and password, or does not accept those of its URL"_s;
        break;
    case QAbstractSocket::ProxyConnectionRefusedError: what = u"%1 refused the connection"_s; break;
    case QAbstractSocket::ProxyNotFoundError: what = u"no such host: %1"_s; break;
    case QAbstractSocket::ProxyConnectionClosedError: what = u"%1 closed the connection"_s; break;
    case QAbstractSocket::ProxyConnectionTimeoutError: what = u"%1 did not answer in time"_s; break;
    case QAbstractSocket::ProxyProtocolError: what = u"%1 does not speak the protocol of a proxy"_s; break;
    default: what = u"%1 could not reach %2: "_s + socket.errorString(); break;
    }
    what = what.contains("%2"_L1) ? what.arg(place, placeOf(server)) : what.arg(place);
    Error error = unable(what, place);
    error.reason = u"Proxy"_s;
    return error;
}

}  // namespace

QString placeOf(const QUrl &server)
{
    const QString host = server.host();
    return u"%1:%2"_s.arg(host.contains(u':') ? u'[' + host + u']' : host)
        .arg(server.port(server.scheme() == "https"_L1 ? 443 : 80));
}

QString placeOf(const QNetworkProxy &proxy)
{
    return u"proxy %1:%2"_s.arg(proxy.hostName()).arg(proxy.port());
}

QString doubt()
{
    return u"; the request may or may not have been carried out"_s;
}

Error unable(const QString &what, const QString &place)
{
    return of(Error::Kind::Unreachable, u"Unable to connect to the server: "_s + what, place);
}

Error untrusted(const QString &what, const QString &place)
{
    return of(Error::Kind::Tls, u"Unable to connect to the server: tls: "_s + what, place);
}

QString certificateProblem(const QList<QSslError> &errors, const QSslCertificate &leaf, const QString &host,
                           const Clocks &clocks)
{
    // An expired certificate often comes with a chain problem too; the date is what a person can act on.
    QStringList problems;
    for (const Flaw flaw : {Flaw::Date, Flaw::Trust, Flaw::Name, Flaw::Other}) {
        const auto first = std::ranges::find(errors, flaw, flawOf);
        if (first != errors.end())
            problems << problem(*first, leaf, host, clocks);
    }
    return u"%1; %2"_s.arg(problems.join("; "_L1), fingerprint(leaf));
}

Error socketFault(const QAbstractSocket &socket, const QUrl &server, const QNetworkProxy &proxy, bool wasConnected)
{
    const bool viaProxy = proxy.type() != QNetworkProxy::NoProxy;
    if (viaProxy && !wasConnected)
        return proxyFault(socket, server, proxy);
    const QString place = placeOf(server);
    const QString way = viaProxy ? u", through %1"_s.arg(placeOf(proxy)) : QString();
    switch (socket.error()) {
    case QAbstractSocket::ConnectionRefusedError:
        return of(Error::Kind::Unreachable,
                  u"The connection to the server %1 was refused - did you specify the right host or port?"_s.arg(place),
                  place);
    case QAbstractSocket::HostNotFoundError: return unable(u"no such host %1"_s.arg(server.host()), place);
    case QAbstractSocket::SocketTimeoutError: return unable(u"%1 did not answer in time"_s.arg(place) + way, place);
    case QAbstractSocket::SocketResourceError:
        return unable(u"this computer has no socket left: too many open connections or files"_s, place);
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return untrusted(
            u"the handshake with %1 failed%2 (TLS 1.2 or later is needed): %3"_s.arg(place, way, socket.errorString()),
            place);
    case QAbstractSocket::RemoteHostClosedError: return unable(u"%1 closed the connection"_s.arg(place) + way, place);
    default: return unable(socket.errorString() + way, place);
    }
}

}  // namespace net
