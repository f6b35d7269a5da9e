// SPDX-License-Identifier: Apache-2.0
#include "config/credentials.h"

#include "config/file/localfile.h"
#include "config/idtoken.h"
#include "config/plugin/pluginrun.h"
#include "config/plugin/pluginuse.h"
#include "config/plugin/policy.h"
#include "config/plugin/searchpath.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace config {

using kube::Error;

namespace {

constexpr auto OidcEarly = 10s;  ///< client-go takes an id token as ended so long before its end

Renewal::Times timesOf(const Connection &connection, Renewal::Times times)
{
    if (!connection.hasExec)
        times.early = 0ms;  // bearer() sees to it
    return times;
}

kube::Result<Fresh> bearer(const kube::Result<Oidc> &oidc)
{
    if (!oidc)
        return std::unexpected(oidc.error());
    const auto end = idTokenEnd(oidc->idToken);
    if (!end)
        return std::unexpected(end.error());
    Fresh fresh;
    fresh.authorization = "Bearer " + oidc->idToken.toUtf8();
    // It counts as ended early, so that it does not end on its way to the server.
    fresh.expires = end->isNull() ? *end : *end + -std::chrono::nanoseconds(OidcEarly);
    return fresh;
}

}  // namespace

Credentials::Credentials(const Connection &connection, const Times &times, QObject *parent)
    : QObject(parent), m_connection(connection),
      m_identity{connection.clientChain, connection.clientKey, connection.ca}, m_tokenFile(connection.tokenFile),
      m_watcher(times.files),
      m_renewal([this](const Renewal::Done &done) { renew(done); }, timesOf(connection, times.renewal))
{
    m_grant.serial = 1;
    if (!connection.token.isEmpty())
        m_grant.authorization = "Bearer " + connection.token.toUtf8();
    else if (!connection.userName.isEmpty() || !connection.password.isEmpty())
        m_grant.authorization = "Basic " + (connection.userName + u':' + connection.password).toUtf8().toBase64();
    if (const auto token = bearer(connection.oidc); !connection.oidc.idToken.isEmpty() && token)
        m_renewal.seed(*token);
    QList<QString> files = {connection.tokenFile, connection.caFile, connection.clientCertificateFile,
                            connection.clientKeyFile};
    files.removeAll(QString());
    m_watcher.setFiles(files);
    connect(&m_watcher, &Watcher::changed, this, &Credentials::lookAtFiles);
    connect(&m_renewal, &Renewal::busyChanged, this, &Credentials::waitingChanged);
}

Credentials::~Credentials() = default;

bool Credentials::isRenewable() const
{
    return (isRenewed() && m_renewal.isDue()) || !m_connection.tokenFile.isEmpty();
}

void Credentials::request(QObject *context, Ready ready)
{
    if (!isRenewed()) {
        if (const QByteArray token = m_tokenFile.token(); !token.isEmpty())
            authorize("Bearer " + token);
        ready(m_grant);
        return;
    }
    m_renewal.request(context, [this, ready = std::move(ready)](const kube::Result<Fresh> &fresh, quint64 run) {
        if (fresh)
            take(*fresh, run);
        ready(fresh ? kube::Result<Grant>(m_grant) : kube::Result<Grant>(std::unexpected(fresh.error())));
    });
}

void Credentials::reject(quint64 serial)
{
    if (serial != m_grant.serial)
        return;
    m_tokenFile.expire();
    m_renewal.reject();
}

void Credentials::cancel()
{
    delete std::exchange(m_run, nullptr);
    m_renewal.cancel();
}

Error Credentials::explained(Error error) const
{
    if (error.kind != Error::Kind::Unauthorized && error.kind != Error::Kind::Tls)
        return error;
    const QList<QSslCertificate> &own = m_grant.clientChain.isEmpty() ? m_connection.clientChain : m_grant.clientChain;
    QList<QString> known = {error.message, certificateComplaint(own, m_connection.clientCertificateFile)};
    if (error.kind == Error::Kind::Tls && m_connection.hasCustomCa && m_connection.caFile.isEmpty())
        known
            << u"the certificate authority stands in the kubeconfig itself: where the cluster has renewed its own, the "
               "kubeconfig has to be renewed too"_s;
    known.removeAll(QString());
    error.message = known.join("; "_L1);
    return error;
}

void Credentials::lookAtFiles()
{
    m_tokenFile.expire();
    become(readAgain(m_connection, m_identity));
}

void Credentials::become(const Identity &identity)
{
    if (identity == m_identity)
        return;
    m_identity = identity;
    m_grant.clientChain = identity.clientChain;
    m_grant.clientKey = identity.clientKey;
    m_grant.ca = identity.ca;
    ++m_grant.serial;
    ++m_grant.identity;
    Q_EMIT identityChanged();
}

void Credentials::authorize(const QByteArray &authorization)
{
    if (authorization == m_grant.authorization)
        return;
    m_grant.authorization = authorization;
    ++m_grant.serial;
}

void Credentials::take(const Fresh &fresh, quint64 run)
{
    if (run == m_takenRun)
        return;
    const bool isFirst = m_takenRun == 0;
    m_takenRun = run;
    m_grant.authorization = fresh.authorization;
    ++m_grant.serial;
    if (!m_connection.hasExec || fresh.clientChain == m_identity.clientChain)
        return;
    m_identity.clientChain = m_grant.clientChain = fresh.clientChain;
    m_identity.clientKey = m_grant.clientKey = fresh.clientKey;
    ++m_grant.identity;
    if (!isFirst)
        Q_EMIT identityChanged();
}

void Credentials::renew(const Renewal::Done &done)
{
    if (m_connection.hasExec)
        runPlugin(done);
    else
        refreshOidc(done);
}

kube::Result<QString> Credentials::permittedProgram() const
{
    const ExecPlugin &plugin = m_connection.exec;
    const auto refuse = [](const QString &message) {
        return kube::failure(Error::Kind::Config, u"getting credentials: exec: "_s + message);
    };
    if (!plugin.kubeconfig.isEmpty() && isWritableByAll(plugin.kubeconfig))
        return refuse(u"%1 or its folder can be written by everyone: its plugin is not run"_s.arg(plugin.kubeconfig));
    const QString searchPath = effectivePath(m_connection.terms.searchPath);
    const auto policy = PluginPolicy::load(plugin.policyFile);
    if (!policy)
        return std::unexpected(policy.error());
    if (const auto allowed = policy->check(plugin.command, searchPath); !allowed)
        return refuse(allowed.error().message);
    const PluginUse use = pluginUse(m_connection);
    if (use.resolvedPath.isEmpty())
        return std::unexpected(programMissing(plugin, searchPath));
    if (m_connection.terms.gate && m_connection.terms.gate(use))
        return use.resolvedPath;
    Error error =
        kube::failure(Error::Kind::Unauthorized, u"%1 wants to run %2 to log in, which nobody has agreed to yet"_s.arg(
                                                     use.kubeconfig, use.resolvedPath))
            .error();
    error.reason = ConsentNeeded;
    return std::unexpected(error);
}

void Credentials::runPlugin(const Renewal::Done &done)
{
    const kube::Result<QString> program = permittedProgram();
    if (!program) {
        done(std::unexpected(program.error()));
        return;
    }
    m_run = new PluginRun(m_connection.exec, m_connection.terms, *program, this);
    connect(m_run, &PluginRun::finished, this, [this, done](const kube::Result<Fresh> &fresh) {
        m_run->deleteLater();
        m_run = nullptr;
        done(fresh);
    });
    m_run->start();
}

void Credentials::refreshOidc(const Renewal::Done &done)
{
    const Oidc &oidc = m_connection.oidc;
    if (oidc.refreshToken.isEmpty() || !m_refresher) {
        done(
            kube::failure(Error::Kind::Unauthorized, u"No valid id-token, and cannot refresh without refresh-token"_s));
        return;
    }
    m_refresher(oidc, [alive = QPointer<Credentials>(this), done](const kube::Result<Oidc> &fresh) {
        if (!alive)
            return;
        if (fresh)
            alive->m_connection.oidc = *fresh;
        done(bearer(fresh));
    });
}

}  // namespace config
