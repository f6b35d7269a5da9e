// SPDX-License-Identifier: Apache-2.0
#include "net/session.h"

#include "net/bytestream.h"
#include "net/fetch.h"
#include "net/oidc.h"
#include "net/proxy.h"
#include "net/watchstream.h"

using namespace Qt::StringLiterals;

namespace net {

namespace {

std::optional<kube::Error> serverProblem(const QUrl &server)
{
    const bool isHttp = server.scheme() == "https"_L1 || server.scheme() == "http"_L1;
    if (server.isValid() && isHttp && !server.host().isEmpty() && server.userInfo().isEmpty())
        return {};
    return kube::failure(
               kube::Error::Kind::Config,
               u"the server's address \"%1\" cannot be used: it must be http:// or https://, name a host and no user"_s
                   .arg(server.toDisplayString(QUrl::RemoveUserInfo)),
               u"server"_s)
        .error();
}

/**
 * Without roots to trust. Qt reads all of the system's, some 2.5 MB, when TLS is first used, and would keep them for
 * ever; most clusters have a CA of their own, and who needs the system's reads them then.
 */
QSslConfiguration plainTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({});
    QSslConfiguration::setDefaultConfiguration(tls);
    QSslConfiguration::setDefaultDtlsConfiguration(tls);  // has the same, and nobody asks for it
    return tls;
}

}  // namespace

Session::Session(const config::Connection &connection, QObject *parent)
    : QObject(parent), m_connection(connection), m_credentials(connection),
      m_obstacle(serverProblem(connection.server)), m_lines(nullptr)
{
    m_route.server = connection.server;
    m_route.name = connection.tlsServerName.isEmpty() ? connection.server.host() : connection.tlsServerName;
    m_route.insecure = connection.insecure;
    if (const auto proxy = proxyFor(connection, QProcessEnvironment::systemEnvironment()))
        m_route.proxy = *proxy;
    else if (!m_obstacle)
        m_obstacle = proxy.error();
    applyTls({});
    m_credentials.setOidcRefresher(oidcRefresher(this));
    // Whoever we now are has to say so in a new handshake; the mirror opens its watches again where they stood.
    connect(&m_credentials, &config::Credentials::identityChanged, this, [this] { forgetConnections(Drop::All); });
}

Session::~Session() = default;

void Session::applyTls(const config::Grant &grant)
{
    QSslConfiguration tls = plainTls();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    if (m_connection.hasCustomCa)
        tls.setCaCertificates(grant.ca.isEmpty() ? m_connection.ca : grant.ca);
    else if (m_route.isTls())
        tls.setCaCertificates(QSslConfiguration::systemCaCertificates());
    tls.setPeerVerifyMode(m_connection.insecure ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
    const bool isRenewed = !grant.clientChain.isEmpty();
    tls.setLocalCertificateChain(isRenewed ? grant.clientChain : m_connection.clientChain);
    tls.setPrivateKey(isRenewed ? grant.clientKey : m_connection.clientKey);
    m_route.tls = tls;
    m_identity = grant.identity;
}

void Session::present(const config::Grant &grant)
{
    if (grant.identity == m_identity)
        return;
    applyTls(grant);
    // A connection made with the old certificate must not carry the new identity's requests.
    forgetConnections(Drop::All);
}

void Session::noteClock(kube::Timestamp servers)
{
    if (servers.isNull())
        return;
    m_route.clocks = {kube::Timestamp(std::chrono::system_clock::now()), servers};
}

Fetch *Session::fetch(const Request &request, QObject *owner)
{
    return new Fetch(*this, request, owner);
}

WatchStream *Session::stream(const Request &request, QObject *owner)
{
    return new WatchStream(*this, request, owner);
}

ByteStream *Session::bytes(const Request &request, QObject *owner)
{
    return new ByteStream(*this, request, ByteStream::Unauthorized::AskAgain, owner);
}

void Session::forgetConnections(Drop what)
{
    m_lines.forget();
    if (what == Drop::All)
        QMetaObject::invokeMethod(
            this, [this, generation = m_lines.generation()] { Q_EMIT dropped(generation); }, Qt::QueuedConnection);
}

}  // namespace net
