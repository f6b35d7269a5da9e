// SPDX-License-Identifier: Apache-2.0
#include "net/session.h"

#include "net/fetch.h"
#include "net/oidc.h"
#include "net/onceonly.h"
#include "net/proxy.h"
#include "net/watchstream.h"

#include <QHttp1Configuration>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace net {

namespace {

constexpr int RequestConnections = 16;
constexpr int StreamConnections = 64;

std::unique_ptr<QNetworkAccessManager> newPool(const QNetworkProxy &proxy)
{
    auto pool = std::make_unique<QNetworkAccessManager>();
    pool->setProxy(proxy);
    pool->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    pool->setAutoDeleteReplies(false);
    return pool;
}

/** Go's url.PathEscape of an Impersonate-Extra key; header names allow no more. */
QByteArray headerKey(const QString &key)
{
    return key.toLower().toUtf8().toPercentEncoding();
}

void impersonate(QNetworkRequest &request, const config::Impersonation &as)
{
    if (as.user.isEmpty())
        return;
    QHttpHeaders headers = request.headers();
    headers.append("Impersonate-User"_L1, as.user);
    if (!as.uid.isEmpty())
        headers.append("Impersonate-Uid"_L1, as.uid);
    for (const QString &group : as.groups)
        headers.append("Impersonate-Group"_L1, group);
    for (const auto &[key, values] : as.extra) {
        for (const QString &value : values)
            headers.append(QByteArray("Impersonate-Extra-" + headerKey(key)), value);
    }
    request.setHeaders(headers);
}

}  // namespace

Session::Session(const config::Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection), m_credentials(connection),
      m_proxy(proxyFor(connection, QProcessEnvironment::systemEnvironment())), m_requests(newPool(m_proxy)),
      m_streams(newPool(m_proxy))
{
    applyTls({});
    m_credentials.setOidcRefresher(oidcRefresher(this));
    connect(&m_credentials, &config::Credentials::identityChanged, this, &Session::forgetConnections);
}

Session::~Session() = default;

void Session::applyTls(const config::Grant &grant)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    if (m_connection.hasCustomCa)
        tls.setCaCertificates(grant.ca.isEmpty() ? m_connection.ca : grant.ca);
    if (m_connection.insecure)
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    const bool isRenewed = !grant.clientChain.isEmpty();
    tls.setLocalCertificateChain(isRenewed ? grant.clientChain : m_connection.clientChain);
    tls.setPrivateKey(isRenewed ? grant.clientKey : m_connection.clientKey);
    m_tls = tls;
    m_tlsIdentity = grant.identity;
}

Fetch *Session::fetch(const Request &request, QObject *owner)
{
    return new Fetch(*this, request, owner);
}

WatchStream *Session::stream(const Request &request, QObject *owner)
{
    return new WatchStream(*this, request, owner);
}

void Session::forgetConnections()
{
    m_requests->clearConnectionCache();
    m_streams->clearConnectionCache();
}

QNetworkAccessManager &Session::pool(bool isStream, QObject *ownerOfWrite, bool isWrite)
{
    if (isWrite) {
        QNetworkAccessManager *const fresh = newPool(m_proxy).release();
        fresh->setParent(ownerOfWrite);
        return *fresh;
    }
    return isStream ? *m_streams : *m_requests;
}

QNetworkReply *Session::start(const Request &request, const config::Grant &grant, bool isStream, QObject *owner)
{
    if (grant.identity != m_tlsIdentity) {
        applyTls(grant);
        // A connection made with the old certificate must not carry the new identity's requests.
        forgetConnections();
    }
    QUrl url = m_connection.server;
    url.setPath(url.path() + request.path, QUrl::DecodedMode);
    QUrlQuery query = request.query;
    url.setQuery(query);

    QNetworkRequest wire(url);
    wire.setSslConfiguration(m_tls);
    if (!m_connection.tlsServerName.isEmpty())
        wire.setPeerVerifyName(m_connection.tlsServerName);
    QHttp1Configuration http1;
    http1.setNumberOfConnectionsPerHost(isStream ? StreamConnections : RequestConnections);
    wire.setHttp1Configuration(http1);
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    wire.setTransferTimeout(request.quietLimit);
    wire.setDecompressedSafetyCheckThreshold(-1);
    wire.setRawHeader("User-Agent", "gantry/0.1.0 (linux/amd64)");
    wire.setRawHeader("Accept", request.accept);
    wire.setRawHeader("Accept-Language", "");
    if (isStream || m_connection.disableCompression)
        wire.setRawHeader("Accept-Encoding", "identity");
    if (!grant.authorization.isEmpty() && m_connection.server.scheme() == "https"_L1)
        wire.setRawHeader("Authorization", grant.authorization);
    impersonate(wire, m_connection.impersonate);

    QNetworkAccessManager &via = pool(isStream, owner, request.isWrite());
    QNetworkReply *reply = nullptr;
    if (request.isWrite()) {
        wire.setRawHeader("Connection", "close");
        wire.setRawHeader("Content-Type", request.contentType);
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        reply = via.sendCustomRequest(wire, request.verb, new OnceOnly(request.body, owner));
    } else {
        reply = via.sendCustomRequest(wire, request.verb);
    }
    if (m_connection.insecure)
        connect(reply, &QNetworkReply::sslErrors, reply, [reply] { reply->ignoreSslErrors(); });
    return reply;
}

}  // namespace net
