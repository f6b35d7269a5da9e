// SPDX-License-Identifier: Apache-2.0
#include "config/file/kubefile.h"

#include "config/file/localfile.h"
#include "config/file/yamlfield.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace config {

namespace {

constexpr qint64 FileLimit = 16LL * 1024 * 1024;
constexpr qsizetype WordLimit = 64;  ///< of a word that an error quotes

ClusterEntry readCluster(const YAML::Node &node)
{
    ClusterEntry entry;
    entry.server = text(node, "server");
    entry.caFile = text(node, "certificate-authority");
    entry.caBase64 = text(node, "certificate-authority-data").toLatin1();
    entry.insecure = flag(node, "insecure-skip-tls-verify");
    entry.tlsServerName = text(node, "tls-server-name");
    entry.proxyUrl = text(node, "proxy-url");
    entry.disableCompression = flag(node, "disable-compression");
    for (const YAML::Node &extension : list(node, "extensions")) {
        if (extension.IsMap() && text(extension, "name") == "client.authentication.k8s.io/exec"_L1) {
            const QJsonValue value = json(field(extension, "extension"));
            entry.execConfig = QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
        }
    }
    return entry;
}

ExecEntry readExec(const YAML::Node &node)
{
    ExecEntry entry;
    entry.command = text(node, "command");
    entry.arguments = texts(node, "args");
    entry.apiVersion = text(node, "apiVersion");
    entry.installHint = text(node, "installHint");
    entry.interactiveMode = text(node, "interactiveMode");
    entry.provideClusterInfo = flag(node, "provideClusterInfo");
    for (const YAML::Node &variable : list(node, "env")) {
        if (!variable.IsMap())
            throw Wrong{variable.Mark(), u"each entry of env must be a map"_s};
        entry.environment.emplaceBack(text(variable, "name"), text(variable, "value"));
    }
    return entry;
}

UserEntry readUser(const YAML::Node &node)
{
    UserEntry entry;
    entry.certFile = text(node, "client-certificate");
    entry.certBase64 = text(node, "client-certificate-data").toLatin1();
    entry.keyFile = text(node, "client-key");
    entry.keyBase64 = text(node, "client-key-data").toLatin1();
    entry.token = text(node, "token");
    entry.tokenFile = text(node, "tokenFile");
    entry.userName = text(node, "username");
    entry.password = text(node, "password");
    if (const YAML::Node exec = field(node, "exec"); exec && !exec.IsNull())
        entry.exec = readExec(map(node, "exec"));
    const YAML::Node provider = map(node, "auth-provider");
    entry.authProvider = text(provider, "name");
    for (const auto &pair : map(provider, "config"))
        entry.providerConfig.insert(text(pair.first, u"auth-provider"_s), text(pair.second, u"auth-provider"_s));
    entry.asUser = text(node, "as");
    entry.asUid = text(node, "as-uid");
    entry.asGroups = texts(node, "as-groups");
    for (const auto &pair : map(node, "as-user-extra")) {
        if (!pair.second.IsSequence() && !pair.second.IsNull())
            throw Wrong{pair.second.Mark(), u"as-user-extra must be lists of texts"_s};
        QList<QString> values;
        for (const YAML::Node &value : pair.second)
            values << text(value, u"as-user-extra"_s);
        entry.asExtra.emplaceBack(text(pair.first, u"as-user-extra"_s), values);
    }
    return entry;
}

ContextEntry readContext(const YAML::Node &node)
{
    return {{}, text(node, "cluster"), text(node, "user"), text(node, "namespace")};
}

/** Reads a named list, e.g. `clusters: [{name, cluster}]`. */
template <class Entry>
QHash<QString, Entry> named(const YAML::Node &root, const char *field, const char *inner, const QString &path,
                            Entry (*read)(const YAML::Node &), QList<QString> *order = nullptr)
{
    QHash<QString, Entry> entries;
    for (const YAML::Node &item : list(root, field)) {
        if (!item.IsMap())
            throw Wrong{item.Mark(), u"each entry of %1 must be a map"_s.arg(QLatin1StringView(field))};
        const QString name = text(item, "name");
        if (entries.contains(name))
            throw Wrong{item.Mark(), u"duplicate name \"%1\" in list"_s.arg(name)};
        Entry entry = read(map(item, inner));
        entry.file = path;
        entries.insert(name, entry);
        if (order)
            order->append(name);
    }
    return entries;
}

/** A list of named things that we do not read still may not name one twice. */
void refuseDuplicates(const YAML::Node &root, const char *field)
{
    QSet<QString> names;
    for (const YAML::Node &item : list(root, field)) {
        const QString name = item.IsMap() ? text(item, "name") : QString();
        if (item.IsMap() && names.contains(name))
            throw Wrong{item.Mark(), u"duplicate name \"%1\" in list"_s.arg(name)};
        names << name;
    }
}

template <class Entry>
void mergeEntries(QHash<QString, Entry> &into, const QHash<QString, Entry> &from)
{
    for (auto it = from.begin(); it != from.end(); ++it) {
        if (!into.contains(it.key()))
            into.insert(it.key(), it.value());
    }
}

}  // namespace

void KubeFile::merge(const KubeFile &other)
{
    mergeEntries(clusters, other.clusters);
    mergeEntries(users, other.users);
    mergeEntries(contexts, other.contexts);
    for (const QString &name : other.contextOrder) {
        if (!contextOrder.contains(name))
            contextOrder << name;
    }
    if (currentContext.isEmpty())
        currentContext = other.currentContext;
}

kube::Result<KubeFile> parseKubeFile(const QByteArray &content, const QString &path)
{
    return catching(path, [&] {
        const YAML::Node root = checkedRoot(content);
        KubeFile file;
        if (!root || root.IsNull())
            return file;
        if (!root.IsMap())
            throw Wrong{root.Mark(), u"a kubeconfig must be a map"_s};
        const QString kind = text(root, "kind");
        if (!kind.isEmpty() && kind != "Config"_L1)
            throw Wrong{field(root, "kind").Mark(), u"kind is \"%1\", not Config"_s.arg(kind.left(WordLimit))};
        const QString version = text(root, "apiVersion");
        if (!version.isEmpty() && version != "v1"_L1)
            throw Wrong{field(root, "apiVersion").Mark(),
                        u"apiVersion is \"%1\", not v1"_s.arg(version.left(WordLimit))};
        file.clusters = named(root, "clusters", "cluster", path, readCluster);
        file.users = named(root, "users", "user", path, readUser);
        file.contexts = named(root, "contexts", "context", path, readContext, &file.contextOrder);
        refuseDuplicates(root, "extensions");
        file.currentContext = text(root, "current-context");
        return file;
    });
}

kube::Result<KubeFile> readKubeFile(const QString &path)
{
    const kube::Result<QByteArray> bytes = readLocalFile(path, FileLimit);
    if (!bytes)
        return kube::failure(kube::Error::Kind::File,
                             u"error loading config file \"%1\": %2"_s.arg(path, bytes.error().message), path);
    return parseKubeFile(*bytes, path);
}

}  // namespace config
