// SPDX-License-Identifier: Apache-2.0
#include "config/kubeconfig.h"

#include "config/connectionreader.h"
#include "config/file/kubefile.h"
#include "config/file/localfile.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace config {

namespace {

/** Where kubectl keeps what plugins it may run: $KUBERC, else ~/.kube/kuberc; `off` means nowhere. */
QString policyFile(const QString &home)
{
    const QString chosen = decodePath(qgetenv("KUBERC"));
    if (chosen == "off"_L1)
        return {};
    return chosen.isEmpty() ? home + "/.kube/kuberc"_L1 : absolutePath(chosen, QDir::currentPath());
}

}  // namespace

struct KubeConfig::Content {
    KubeFile merged;
    QList<QString> files;
    QList<QString> candidates;
    QList<kube::Error> errors;

    void add(const QString &path, const kube::Result<KubeFile> &file)
    {
        if (!file) {
            errors << file.error();
            return;
        }
        merged.merge(*file);
        files << path;
    }
};

KubeConfig::KubeConfig() : m_content(std::make_shared<const Content>()) {}
KubeConfig::KubeConfig(const KubeConfig &) = default;
KubeConfig::KubeConfig(KubeConfig &&) noexcept = default;
KubeConfig &KubeConfig::operator=(const KubeConfig &) = default;
KubeConfig &KubeConfig::operator=(KubeConfig &&) noexcept = default;
KubeConfig::~KubeConfig() = default;

KubeConfig KubeConfig::load(const QString &explicitPath)
{
    const auto content = std::make_shared<Content>();
    const QString home = homePath();
    content->merged.policyFile = policyFile(home);
    // A name that does not exist is passed over, except where the user asked for that very file.
    const auto read = [&](const QString &path, bool isOptional) {
        const QString absolute = absolutePath(path, QDir::currentPath());
        content->candidates << absolute;
        if (isOptional) {
            if (const auto status = fileStatus(absolute); status && !*status)
                return false;
        }
        content->add(absolute, readKubeFile(absolute));
        return true;
    };
    const QString fromEnvironment = decodePath(qgetenv("KUBECONFIG"));
    if (!explicitPath.isEmpty()) {
        read(explicitPath, false);
    } else if (!fromEnvironment.isEmpty()) {
        QList<QString> paths = fromEnvironment.split(QDir::listSeparator(), Qt::SkipEmptyParts);
        paths.removeDuplicates();
        bool anyFound = false;
        for (const QString &path : std::as_const(paths))
            anyFound = read(path, true) || anyFound;
        if (!anyFound && !paths.isEmpty()) {
            const QString message = u"Config not found: %1"_s.arg(paths.join(", "_L1));
            content->errors << kube::failure(kube::Error::Kind::File, message, fromEnvironment).error();
        }
    } else {
        read(home + "/.kube/config"_L1, true);
    }
    KubeConfig config;
    config.m_content = content;
    return config;
}

KubeConfig KubeConfig::fromText(const QByteArray &text, const QString &fileName)
{
    const auto content = std::make_shared<Content>();
    const QString absolute = QFileInfo(fileName).absoluteFilePath();
    content->add(absolute, parseKubeFile(text, absolute));
    KubeConfig config;
    config.m_content = content;
    return config;
}

const QList<kube::Error> &KubeConfig::errors() const
{
    return m_content->errors;
}

QList<QString> KubeConfig::files() const
{
    return m_content->files;
}

QList<QString> KubeConfig::candidates() const
{
    return m_content->candidates;
}

QList<Suspicion> KubeConfig::suspicions() const
{
    return config::suspicions(m_content->merged, m_content->files);
}

bool KubeConfig::isEmpty() const
{
    return m_content->merged.contexts.isEmpty() && m_content->merged.clusters.isEmpty();
}

QList<Context> KubeConfig::contexts() const
{
    QList<Context> contexts;
    for (const QString &name : m_content->merged.contextOrder) {
        const ContextEntry &entry = *m_content->merged.contexts.constFind(name);
        contexts.append({name, entry.cluster, entry.user, entry.ns, entry.file});
    }
    return contexts;
}

QString KubeConfig::currentContext() const
{
    return m_content->merged.currentContext;
}

kube::Result<Connection> KubeConfig::connection(const QString &contextName) const
{
    if (isEmpty()) {
        if (!m_content->errors.isEmpty())
            return std::unexpected(m_content->errors.first());
        return kube::failure(kube::Error::Kind::Config,
                             u"invalid configuration: no configuration has been provided, try setting "
                             "KUBERNETES_MASTER environment variable"_s);
    }
    if (contextName.isEmpty() && !currentContext().isEmpty() && !m_content->merged.contexts.contains(currentContext()))
        return kube::failure(kube::Error::Kind::Config,
                             u"context was not found for specified context: %1"_s.arg(currentContext()),
                             currentContext());
    return ConnectionReader(m_content->merged).read(contextName.isEmpty() ? currentContext() : contextName);
}

}  // namespace config
