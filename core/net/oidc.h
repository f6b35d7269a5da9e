// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/credentials.h"
#include "net/request.h"

#include <QObject>

#include <memory>

class QJsonObject;

namespace net {

class Session;

/**
 * One refresh of an OpenID Connect id token at its issuer: discovery, then the token endpoint. Everything over https
 * with the CA of the provider's entry; nothing is written. Deletes itself after `finished`. One thread. Sources: OpenID
 * Connect Discovery 1.0 section 4, RFC 6749 section 6, client-go plugin/pkg/client/auth/oidc.
 */
class OidcRefresh : public QObject {
    Q_OBJECT
public:
    OidcRefresh(const config::Oidc &oidc, QObject *parent);
    ~OidcRefresh() override;

Q_SIGNALS:
    /**
     * Once, never from within the constructor: the same provider with the new id token, and with the new refresh token
     * if the issuer changed that. Errors: Unauthorized where the issuer said no, else those of a Fetch. They hold no
     * token.
     */
    void finished(const kube::Result<config::Oidc> &fresh);

private:
    void ask(const config::Connection &connection, const Request &request,
             void (OidcRefresh::*take)(const QJsonObject &answer));
    void takeDiscovery(const QJsonObject &answer);
    void takeTokens(const QJsonObject &answer);
    void fail(kube::Error::Kind kind, const QString &message);
    void finish(const kube::Result<config::Oidc> &fresh);
    [[nodiscard]] config::Connection connectionTo(const QUrl &server) const;

    config::Oidc m_oidc;
    std::unique_ptr<Session> m_session;
};

/** What Credentials need to refresh an id token; `owner` owns the refreshes under way. */
[[nodiscard]] config::Credentials::OidcRefresher oidcRefresher(QObject *owner);

}  // namespace net
