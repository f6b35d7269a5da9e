// SPDX-License-Identifier: Apache-2.0
#include "config/connectionreader.h"

#include "config/pem.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace config {

using kube::Error;
using kube::failure;

namespace {

QString besides(const QString &file, const QString &path)
{
    if (path.isEmpty() || QDir::isAbsolutePath(path))
        return path;
    return QDir::cleanPath(QFileInfo(file).absoluteDir().absoluteFilePath(path));
}

std::unexpected<Error> unreadable(const Error &cause, QLatin1StringView what, const QString &path, const QString &owner)
{
    return failure(cause.kind, u"unable to read %1 %2 for %3 due to %4"_s.arg(what, path, owner, cause.message), path);
}

bool isDnsLabel(const QString &text)
{
    static const QRegularExpression label(u"\\A[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\z"_s);
    return label.match(text).hasMatch();
}

QString printable(const QString &text)
{
    QString kept;
    for (const QChar c : text) {
        if (c.isPrint() || c.isSpace())
            kept += c;
    }
    return kept;
}

kube::Result<QUrl> serverUrl(const QString &text, const QString &cluster)
{
    if (text.isEmpty())
        return failure(Error::Kind::Config, u"no server found for cluster \"%1\""_s.arg(cluster), cluster);
    const QString withScheme = text.contains("://"_L1) ? text : "http://"_L1 + text;
    QUrl url(withScheme, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return failure(Error::Kind::Config, u"the server of cluster \"%1\" is not an http or https URL"_s.arg(cluster),
                       cluster);
    if (!url.userInfo().isEmpty())
        return failure(Error::Kind::Config, u"the server of cluster \"%1\" must not hold a password"_s.arg(cluster),
                       cluster);
    url.setQuery(QString());
    url.setFragment(QString());
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

}  // namespace

kube::Result<Connection> ConnectionReader::read(const QString &context) const
{
    const auto found = m_files.contexts.constFind(context);
    if (found == m_files.contexts.constEnd()) {
        const QString message = context.isEmpty() ? u"no context is chosen: current-context is not set"_s
                                                  : u"context \"%1\" does not exist"_s.arg(context);
        return failure(Error::Kind::Config, message, context);
    }
    const auto cluster = m_files.clusters.constFind(found->cluster);
    if (cluster == m_files.clusters.constEnd())
        return failure(Error::Kind::Config,
                       u"cluster \"%1\" was not found for context \"%2\""_s.arg(found->cluster, context), found->file);
    const auto user = m_files.users.constFind(found->user);
    if (user == m_files.users.constEnd() && !found->user.isEmpty())
        return failure(Error::Kind::Config, u"user \"%1\" was not found for context \"%2\""_s.arg(found->user, context),
                       found->file);
    if (!found->ns.isEmpty() && !isDnsLabel(found->ns))
        return failure(Error::Kind::Config,
                       u"namespace \"%1\" for context \"%2\" does not conform to the kubernetes DNS_LABEL rules"_s.arg(
                           found->ns, context),
                       found->file);

    Connection connection;
    connection.context = context;
    connection.cluster = found->cluster;
    connection.user = found->user;
    connection.sourceFile = found->file;
    if (!found->ns.isEmpty())
        connection.defaultNamespace = found->ns;
    if (const Step step = readCluster(*cluster, connection); !step)
        return std::unexpected(step.error());
    if (user != m_files.users.constEnd()) {
        if (const Step step = readUser(*user, *cluster, connection); !step)
            return std::unexpected(step.error());
    }
    return connection;
}

ConnectionReader::Step ConnectionReader::readCluster(const ClusterEntry &entry, Connection &connection) const
{
    const kube::Result<QUrl> server = serverUrl(entry.server, connection.cluster);
    if (!server)
        return std::unexpected(server.error());
    connection.server = *server;
    connection.disableCompression = entry.disableCompression;
    if (!entry.proxyUrl.isEmpty()) {
        const QUrl proxy(entry.proxyUrl, QUrl::StrictMode);
        const QString scheme = proxy.scheme();
        if (!proxy.isValid() || (scheme != "http"_L1 && scheme != "https"_L1 && scheme != "socks5"_L1))
            return failure(
                Error::Kind::Config,
                u"invalid 'proxy-url' for cluster \"%1\": unsupported scheme \"%2\", must be http, https, or "
                "socks5"_s.arg(connection.cluster, scheme),
                entry.file);
        connection.proxy = proxy;
    }
    const bool hasCa = !entry.caFile.isEmpty() || !entry.caBase64.isEmpty();
    if (!entry.caFile.isEmpty() && !entry.caBase64.isEmpty())
        return failure(Error::Kind::Config,
                       u"certificate-authority-data and certificate-authority are both specified for %1. "
                       "certificate-authority-data will override."_s.arg(connection.cluster),
                       entry.file);
    if (hasCa && entry.insecure)
        return failure(Error::Kind::Config,
                       u"specifying a root certificates file with the insecure flag is not allowed"_s, entry.file);
    if (connection.server.scheme() != "https"_L1)
        return {};
    connection.insecure = entry.insecure;
    connection.tlsServerName = entry.tlsServerName;
    if (!hasCa)
        return {};
    const QString path = besides(entry.file, entry.caFile);
    const auto pem = inlineOrFile(entry.caBase64, path, u"certificate-authority"_s);
    if (!pem)
        return unreadable(pem.error(), "certificate-authority"_L1, path, connection.cluster);
    const auto chain = certificates(*pem, path.isEmpty() ? u"certificate-authority-data"_s : path);
    if (!chain)
        return unreadable(chain.error(), "certificate-authority"_L1, path, connection.cluster);
    connection.hasCustomCa = true;
    connection.ca = *chain;
    return {};
}

ConnectionReader::Step ConnectionReader::readUser(const UserEntry &user, const ClusterEntry &cluster,
                                                  Connection &connection) const
{
    const bool hasToken = !user.token.isEmpty() || !user.tokenFile.isEmpty();
    const bool hasBasic = !user.userName.isEmpty() || !user.password.isEmpty();
    if (hasToken && hasBasic)
        return failure(
            Error::Kind::Config,
            u"more than one authentication method found for %1; found [token basicAuth], only one is allowed"_s.arg(
                connection.user),
            user.file);
    if (user.exec && !user.authProvider.isEmpty())
        return failure(
            Error::Kind::Config,
            u"authProvider cannot be provided in combination with an exec plugin for %1"_s.arg(connection.user),
            user.file);
    if (user.asUser.isEmpty() && (!user.asUid.isEmpty() || !user.asGroups.isEmpty() || !user.asExtra.isEmpty()))
        return failure(
            Error::Kind::Config,
            u"requesting uid, groups or user-extra for %1 without impersonating a user"_s.arg(connection.user),
            user.file);
    if (const Step step = readClientCertificate(user, connection); !step)
        return step;
    // Over plain http nobody may see who we are.
    if (connection.server.scheme() != "https"_L1)
        return {};
    connection.token = user.token.trimmed();
    connection.tokenFile = besides(user.file, user.tokenFile);
    connection.userName = user.userName;
    connection.password = user.password;
    connection.impersonate = {user.asUser, user.asUid, user.asGroups, user.asExtra};
    const bool needsMore = !hasToken && !hasBasic && connection.clientChain.isEmpty();
    if (user.exec && needsMore)
        return readExec(user, cluster, connection);
    if (!user.authProvider.isEmpty() && needsMore)
        return failure(Error::Kind::Config,
                       u"the %1 auth plugin is not supported; use an exec plugin for user \"%2\""_s.arg(
                           user.authProvider, connection.user),
                       user.file);
    return {};
}

ConnectionReader::Step ConnectionReader::readClientCertificate(const UserEntry &user, Connection &connection) const
{
    const auto twice = [&](QLatin1StringView what) {
        return failure(Error::Kind::Config,
                       u"%1-data and %1 are both specified for %2; %1-data will override"_s.arg(what, connection.user),
                       user.file);
    };
    if (!user.certFile.isEmpty() && !user.certBase64.isEmpty())
        return twice("client-cert"_L1);
    if (!user.keyFile.isEmpty() && !user.keyBase64.isEmpty())
        return twice("client-key"_L1);
    if (user.certFile.isEmpty() && user.certBase64.isEmpty())
        return {};
    if (user.keyFile.isEmpty() && user.keyBase64.isEmpty())
        return failure(Error::Kind::Config,
                       u"client-key-data or client-key must be specified for %1 to use the clientCert authentication "
                       "method."_s.arg(connection.user),
                       user.file);
    if (connection.server.scheme() != "https"_L1)
        return {};
    const QString certPath = besides(user.file, user.certFile);
    const QString keyPath = besides(user.file, user.keyFile);
    const auto certPem = inlineOrFile(user.certBase64, certPath, u"client-certificate"_s);
    if (!certPem)
        return unreadable(certPem.error(), "client-cert"_L1, certPath, connection.user);
    const auto chain = certificates(*certPem, certPath.isEmpty() ? u"client-certificate-data"_s : certPath);
    if (!chain)
        return unreadable(chain.error(), "client-cert"_L1, certPath, connection.user);
    const auto keyPem = inlineOrFile(user.keyBase64, keyPath, u"client-key"_s);
    if (!keyPem)
        return unreadable(keyPem.error(), "client-key"_L1, keyPath, connection.user);
    const auto key = privateKey(*keyPem, keyPath.isEmpty() ? u"client-key-data"_s : keyPath);
    if (!key)
        return unreadable(key.error(), "client-key"_L1, keyPath, connection.user);
    connection.clientChain = *chain;
    connection.clientKey = *key;
    return {};
}

ConnectionReader::Step ConnectionReader::readExec(const UserEntry &user, const ClusterEntry &cluster,
                                                  Connection &connection) const
{
    const ExecEntry &entry = *user.exec;
    const auto refuse = [&](const QString &message) { return failure(Error::Kind::Config, message, user.file); };
    if (entry.command.isEmpty())
        return refuse(u"command must be specified for %1 to use exec authentication plugin"_s.arg(connection.user));
    if (entry.apiVersion != "client.authentication.k8s.io/v1"_L1 &&
        entry.apiVersion != "client.authentication.k8s.io/v1beta1"_L1)
        return refuse(u"exec plugin: invalid apiVersion \"%1\""_s.arg(entry.apiVersion));
    if (entry.interactiveMode.isEmpty() && entry.apiVersion.endsWith("/v1"_L1))
        return refuse(
            u"interactiveMode must be specified for %1 to use exec authentication plugin"_s.arg(connection.user));
    if (entry.interactiveMode == "Always"_L1)
        return refuse(u"exec plugin cannot support interactive mode: standard input is not a terminal"_s);
    if (QFileInfo(user.file).permissions().testFlag(QFileDevice::WriteOther))
        return refuse(u"%1 can be written by everyone: its exec plugin is not run"_s.arg(user.file));

    QJsonObject spec{{u"interactive"_s, false}};
    if (entry.provideClusterInfo) {
        QByteArray caPem;
        for (const QSslCertificate &certificate : std::as_const(connection.ca))
            caPem += certificate.toPem();
        QJsonObject about{{u"server"_s, connection.server.toString()}};
        if (!caPem.isEmpty())
            about.insert(u"certificate-authority-data"_s, QString::fromLatin1(caPem.toBase64()));
        if (connection.insecure)
            about.insert(u"insecure-skip-tls-verify"_s, true);
        if (!connection.tlsServerName.isEmpty())
            about.insert(u"tls-server-name"_s, connection.tlsServerName);
        if (!cluster.proxyUrl.isEmpty())
            about.insert(u"proxy-url"_s, cluster.proxyUrl);
        about.insert(u"config"_s, QJsonDocument::fromJson(cluster.execConfig).object());
        spec.insert(u"cluster"_s, about);
    }
    const QJsonObject whole{{u"apiVersion"_s, entry.apiVersion}, {u"kind"_s, u"ExecCredential"_s}, {u"spec"_s, spec}};
    connection.hasExec = true;
    connection.exec = {entry.command.contains(u'/') ? besides(user.file, entry.command) : entry.command,
                       entry.arguments,
                       entry.environment,
                       entry.apiVersion,
                       printable(entry.installHint),
                       QJsonDocument(whole).toJson(QJsonDocument::Compact)};
    return {};
}

}  // namespace config
