// SPDX-License-Identifier: Apache-2.0
#include "net/oidc.h"

#include "config/plugin/plaintext.h"
#include "net/fetch.h"
#include "net/session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace net {

using kube::Error;

namespace {

constexpr qsizetype AnswerLimit = 1024LL * 1024;
constexpr qsizetype WordsShown = 200;

QString withoutSlash(QString text)
{
    while (text.endsWith(u'/'))
        text.chop(1);
    return text;
}

/** application/x-www-form-urlencoded, one value. */
QByteArray form(const QString &value)
{
    return QUrl::toPercentEncoding(value, {}, "~");
}

/** True unless the issuer says that the client's secret must not come in the Authorization header. */
bool takesBasic(const QJsonObject &discovery)
{
    const QJsonArray methods = discovery.value("token_endpoint_auth_methods_supported"_L1).toArray();
    return methods.isEmpty() || methods.contains(u"client_secret_basic"_s);
}

}  // namespace

OidcRefresh::OidcRefresh(const config::Oidc &oidc, QObject *parent) : QObject(parent), m_oidc(oidc)
{
    Request request;
    request.path = u"/.well-known/openid-configuration"_s;
    ask(connectionTo(QUrl(withoutSlash(m_oidc.issuer))), request, &OidcRefresh::takeDiscovery);
}

OidcRefresh::~OidcRefresh() = default;

config::Connection OidcRefresh::connectionTo(const QUrl &server) const
{
    config::Connection connection;
    connection.server = server;
    connection.hasCustomCa = m_oidc.hasCustomCa;
    connection.ca = m_oidc.ca;
    return connection;
}

void OidcRefresh::ask(const config::Connection &connection, const Request &request,
                      void (OidcRefresh::*take)(const QJsonObject &answer))
{
    m_session = std::make_unique<Session>(connection);
    const Fetch *const fetch = m_session->fetch(request, m_session.get());
    connect(fetch, &Fetch::finished, this, [this, take](const kube::Result<Reply> &reply) {
        if (!reply) {
            finish(std::unexpected(reply.error()));
            return;
        }
        const QJsonObject answer =
            reply->body.size() > AnswerLimit ? QJsonObject() : QJsonDocument::fromJson(reply->body).object();
        if (reply->isSuccess() && !answer.isEmpty()) {
            (this->*take)(answer);
            return;
        }
        QString message = u"the token issuer answered with HTTP status %1"_s.arg(reply->status);
        for (const QLatin1StringView word : {"error"_L1, "error_description"_L1}) {
            const QByteArray said = answer.value(word).toString().toUtf8();
            if (const QString plain = config::plainText(said, WordsShown); !plain.isEmpty())
                message += u": "_s + plain;
        }
        const bool isRefusal = reply->status == 400 || reply->status == 401;
        fail(isRefusal ? Error::Kind::Unauthorized : Error::Kind::Protocol, message);
    });
}

void OidcRefresh::takeDiscovery(const QJsonObject &answer)
{
    if (withoutSlash(answer.value("issuer"_L1).toString()) != withoutSlash(m_oidc.issuer)) {
        fail(Error::Kind::Protocol, u"the token issuer calls itself by another name than idp-issuer-url"_s);
        return;
    }
    const QUrl endpoint(answer.value("token_endpoint"_L1).toString(), QUrl::StrictMode);
    if (!endpoint.isValid() || endpoint.scheme() != "https"_L1 || endpoint.host().isEmpty()) {
        fail(Error::Kind::Protocol, u"the token issuer names no https token endpoint"_s);
        return;
    }
    QUrl server;
    server.setScheme(endpoint.scheme());
    server.setHost(endpoint.host());
    server.setPort(endpoint.port());
    config::Connection connection = connectionTo(server);
    Request request;
    request.verb = "POST";
    request.path = endpoint.path(QUrl::FullyDecoded);
    request.query = QUrlQuery(endpoint);
    request.contentType = "application/x-www-form-urlencoded";
    request.body = "grant_type=refresh_token&refresh_token=" + form(m_oidc.refreshToken);
    if (!m_oidc.clientSecret.isEmpty() && takesBasic(answer)) {
        connection.userName = QString::fromLatin1(form(m_oidc.clientId));
        connection.password = QString::fromLatin1(form(m_oidc.clientSecret));
    } else {
        request.body += "&client_id=" + form(m_oidc.clientId);
        if (!m_oidc.clientSecret.isEmpty())
            request.body += "&client_secret=" + form(m_oidc.clientSecret);
    }
    // Not at once: the Fetch that brought this answer belongs to the session that makes room for the next.
    QMetaObject::invokeMethod(
        this, [this, connection, request] { ask(connection, request, &OidcRefresh::takeTokens); },
        Qt::QueuedConnection);
}

void OidcRefresh::takeTokens(const QJsonObject &answer)
{
    const QString idToken = answer.value("id_token"_L1).toString();
    if (idToken.isEmpty()) {
        fail(Error::Kind::Unauthorized, u"the token issuer gave no id_token; log in again with the scope \"openid\""_s);
        return;
    }
    m_oidc.idToken = idToken;
    if (const QString refresh = answer.value("refresh_token"_L1).toString(); !refresh.isEmpty())
        m_oidc.refreshToken = refresh;
    finish(m_oidc);
}

void OidcRefresh::fail(Error::Kind kind, const QString &message)
{
    finish(kube::failure(kind, u"getting credentials: oidc: "_s + message, m_oidc.issuer));
}

void OidcRefresh::finish(const kube::Result<config::Oidc> &fresh)
{
    deleteLater();
    Q_EMIT finished(fresh);
}

config::Credentials::OidcRefresher oidcRefresher(QObject *owner)
{
    return [owner](const config::Oidc &oidc, const std::function<void(const kube::Result<config::Oidc> &)> &done) {
        const auto *const refresh = new OidcRefresh(oidc, owner);
        QObject::connect(refresh, &OidcRefresh::finished, owner, done);
    };
}

}  // namespace net
