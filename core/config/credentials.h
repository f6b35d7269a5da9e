// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"
#include "config/file/identity.h"
#include "config/file/tokenfile.h"
#include "config/renewal.h"
#include "config/watcher.h"
#include "kube/error.h"

#include <QObject>

#include <functional>

namespace config {

class PluginRun;

/** What one request may show to the server, and whom it believes. Holds secrets: never print it. */
struct Grant {
    QByteArray authorization;            ///< value of the Authorization header; empty: none
    QList<QSslCertificate> clientChain;  ///< from an exec plugin, or from files read again; empty: the connection's own
    QSslKey clientKey;
    QList<QSslCertificate> ca;  ///< instead of the connection's own, from its file read again; empty: the connection's
    quint64 serial = 0;         ///< tells one grant from the next
    quint64 identity = 0;       ///< changes with certificate, key and CA alone: TLS connections of another one must go
    bool operator==(const Grant &) const = default;
};

/**
 * Hands out one user's credentials: token, token file, basic, exec plugin, oidc. Notices when token, certificate, key
 * or CA files change. Never writes. One thread.
 */
class Credentials : public QObject {
    Q_OBJECT
public:
    using Ready = std::function<void(const kube::Result<Grant> &)>;
    /** Gets a new id token at the issuer; calls back once, later; `expires` may be null. */
    using OidcRefresher = std::function<void(const Oidc &, const std::function<void(const kube::Result<Oidc> &)> &)>;

    /** For tests: how often files are looked at, and the times of a renewal. */
    struct Times {
        Watcher::Intervals files{std::chrono::milliseconds(250), std::chrono::milliseconds(60'000)};
        Renewal::Times renewal;
    };

    explicit Credentials(const Connection &connection, QObject *parent = nullptr)
        : Credentials(connection, Times{}, parent)
    {
    }
    Credentials(const Connection &connection, const Times &times, QObject *parent = nullptr);
    ~Credentials() override;

    /** Calls `ready` once: at once where nothing must be run, else later; never after `context` is gone. */
    void request(QObject *context, Ready ready);
    /** The server answered 401 to the grant of that serial: the next request gets a fresh one where there can be one.
     */
    void reject(quint64 serial);
    /** True if a request after a reject may get something new. */
    [[nodiscard]] bool isRenewable() const;
    /** Ends a plugin that runs; who waits for it gets Cancelled. */
    void cancel();

    /** Who can ask an issuer; without one an oidc token that has ended is an error. */
    void setOidcRefresher(OidcRefresher refresher) { m_refresher = std::move(refresher); }
    /** How far the server's clock is before ours, where that is known. */
    void setClockOffset(std::chrono::nanoseconds serverMinusOurs) { m_renewal.setClockOffset(serverMinusOurs); }

    /**
     * Adds to an Unauthorized or Tls error what we know from our side: that the client certificate has ended, and when;
     * that a CA that stands in the kubeconfig does not renew itself. Any other error comes back as it is.
     */
    [[nodiscard]] kube::Error explained(kube::Error error) const;

Q_SIGNALS:
    /** Certificate, key or CA are others: connections that were made before must be made anew. Not for the first ones.
     */
    void identityChanged();
    /** A plugin or an issuer is being waited for; the user may have to log in somewhere. */
    void waitingChanged(bool isWaiting);

private:
    void lookAtFiles();
    void become(const Identity &identity);
    void authorize(const QByteArray &authorization);
    void take(const Fresh &fresh, quint64 run);
    [[nodiscard]] bool isRenewed() const { return m_connection.hasExec || !m_connection.oidc.issuer.isEmpty(); }
    void renew(const Renewal::Done &done);
    void runPlugin(const Renewal::Done &done);
    void refreshOidc(const Renewal::Done &done);
    [[nodiscard]] kube::Result<QString> permittedProgram() const;

    Connection m_connection;
    Grant m_grant;
    Identity m_identity;
    TokenFile m_tokenFile;
    Watcher m_watcher;
    OidcRefresher m_refresher;
    Renewal m_renewal;
    quint64 m_takenRun = 0;
    PluginRun *m_run = nullptr;
};

}  // namespace config
