// SPDX-License-Identifier: Apache-2.0
#include "config/suspicion.h"

#include "config/file/kubefile.h"
#include "config/file/localfile.h"

#include <QUrl>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace config {

namespace {

using What = Suspicion::What;

template <class Entry>
QList<QString> sortedNames(const QHash<QString, Entry> &entries)
{
    QList<QString> names = entries.keys();
    std::ranges::sort(names);
    return names;
}

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

class Search {
public:
    explicit Search(QList<Suspicion> &found) : m_found(found) {}

    void file(const QString &path)
    {
#ifdef Q_OS_UNIX
        constexpr quint32 ReadOthers = 0044;
        const auto status = fileStatus(path);
        if (!status || !*status)
            return;
        if (isWritableByAll(path))
            m_found.append({What::WritableByAll, path, {}, {}, {}});
        if (((*status)->mode & ReadOthers) != 0)
            m_found.append({What::ReadableByAll, path, {}, {}, {}});
        if ((*status)->owner != ::geteuid() && (*status)->owner != 0)
            m_found.append({What::OtherOwner, path, {}, {}, QString::number((*status)->owner)});
#endif
    }

    void user(const QString &name, const UserEntry &user)
    {
        const QString entry = u"users/"_s + name;
        if (user.exec) {
            QList<QString> line = user.exec->arguments;
            line.prepend(user.exec->command);
            m_found.append({What::RunsProgram, user.file, entry, u"exec"_s, line.join(u' ')});
        }
        if (user.authProvider == "oidc"_L1)
            m_found.append({What::TokenIssuer, user.file, entry, u"auth-provider"_s,
                            QUrl(user.providerConfig.value(u"idp-issuer-url"_s))
                                .toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)});
        elsewhere(user.file, entry, u"client-certificate"_s, user.certFile);
        elsewhere(user.file, entry, u"client-key"_s, user.keyFile);
        elsewhere(user.file, entry, u"tokenFile"_s, user.tokenFile);
        elsewhere(user.file, entry, u"idp-certificate-authority"_s,
                  user.providerConfig.value(u"idp-certificate-authority"_s));
    }

    void cluster(const QString &name, const ClusterEntry &cluster)
    {
        const QString entry = u"clusters/"_s + name;
        if (cluster.insecure)
            m_found.append({What::InsecureTls, cluster.file, entry, u"insecure-skip-tls-verify"_s, {}});
        if (!cluster.server.isEmpty() && !cluster.server.startsWith("https://"_L1))
            m_found.append({What::PlainHttp, cluster.file, entry, u"server"_s, {}});
        if (!cluster.proxyUrl.isEmpty())
            m_found.append({What::Proxy, cluster.file, entry, u"proxy-url"_s,
                            QUrl(cluster.proxyUrl).toDisplayString(QUrl::RemoveUserInfo)});
        elsewhere(cluster.file, entry, u"certificate-authority"_s, cluster.caFile);
    }

private:
    void elsewhere(const QString &file, const QString &entry, const QString &field, const QString &named)
    {
        if (named.isEmpty())
            return;
        const QString path = absolutePath(named, folderOf(file));
        for (const QString &fine : {folderOf(file), homePath() + u"/.kube"_s}) {
            if (path.startsWith(fine + u'/'))
                return;
        }
        m_found.append({What::FileElsewhere, file, entry, field, path});
    }

    QList<Suspicion> &m_found;
};

}  // namespace

QList<Suspicion> suspicions(const KubeFile &files, const QList<QString> &paths)
{
    QList<Suspicion> found;
    Search search(found);
    for (const QString &path : paths)
        search.file(path);
    for (const QString &name : sortedNames(files.users))
        search.user(name, *files.users.constFind(name));
    for (const QString &name : sortedNames(files.clusters))
        search.cluster(name, *files.clusters.constFind(name));
    return found;
}

}  // namespace config
