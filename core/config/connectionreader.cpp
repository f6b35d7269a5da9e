// SPDX-License-Identifier: Apache-2.0
#include "config/connectionreader.h"

#include "config/file/localfile.h"
#include "config/file/pem.h"
#include "config/userreader.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace config {

using kube::Error;
using kube::failure;

namespace {

bool isDnsLabel(const QString &text)
{
    static const QRegularExpression label(u"\\A[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\\z"_s);
    return label.match(text).hasMatch();
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

kube::Result<QUrl> proxyUrl(const ClusterEntry &entry, const QString &cluster)
{
    const QUrl url(entry.proxyUrl, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const auto refuse = [&](const QString &why) {
        return failure(Error::Kind::Config,
                       u"invalid 'proxy-url' \"%1\" for cluster \"%2\": %3"_s.arg(
                           url.toDisplayString(QUrl::RemoveUserInfo), cluster, why),
                       entry.file);
    };
    if (entry.proxyUrl.isEmpty())
        return QUrl();
    if (!url.isValid())
        return refuse(u"not a URL"_s);
    if (scheme != "http"_L1 && scheme != "https"_L1 && scheme != "socks5"_L1)
        return refuse(u"unsupported scheme \"%1\", must be http, https, or socks5"_s.arg(scheme));
    return url.host().isEmpty() ? kube::Result<QUrl>(refuse(u"no host"_s)) : url;
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
    if (const auto step = readCluster(*cluster, connection); !step)
        return std::unexpected(step.error());
    if (user != m_files.users.constEnd()) {
        if (const auto step = UserReader(m_files, *user, *cluster, connection).read(); !step)
            return std::unexpected(step.error());
    }
    return connection;
}

kube::Result<void> ConnectionReader::readCluster(const ClusterEntry &entry, Connection &connection) const
{
    const kube::Result<QUrl> server = serverUrl(entry.server, connection.cluster);
    if (!server)
        return std::unexpected(server.error());
    connection.server = *server;
    connection.disableCompression = entry.disableCompression;
    const kube::Result<QUrl> proxy = proxyUrl(entry, connection.cluster);
    if (!proxy)
        return std::unexpected(proxy.error());
    connection.proxy = *proxy;
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
    const QString path = absolutePath(entry.caFile, entry.file.left(entry.file.lastIndexOf(u'/')));
    const QString what = u"certificate-authority"_s;
    const auto pem = inlineOrFile(entry.caBase64, path, what);
    const auto ca = pem ? certificates(*pem, path.isEmpty() ? what + u"-data"_s : path) : std::unexpected(pem.error());
    if (!ca)
        return unreadable(ca.error(), what, path, connection.cluster);
    connection.hasCustomCa = true;
    connection.ca = *ca;
    connection.caFile = path;
    return {};
}

}  // namespace config
