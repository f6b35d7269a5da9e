// SPDX-License-Identifier: Apache-2.0
#include "config/kubefile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <yaml-cpp/yaml.h>

using namespace Qt::StringLiterals;

namespace config {

namespace {

constexpr qint64 FileLimit = 16LL * 1024 * 1024;
constexpr int NestingLimit = 64;

/** What a reader below found wrong; caught before it leaves this file. */
struct Wrong {
    YAML::Mark mark;
    QString message;
};

QString text(const YAML::Node &node, const QString &field)
{
    if (!node || node.IsNull())
        return {};
    if (!node.IsScalar())
        throw Wrong{node.Mark(), u"%1 must be a text"_s.arg(field)};
    return QString::fromStdString(node.Scalar());
}

QString text(const YAML::Node &parent, const char *field)
{
    return text(parent[field], QString::fromLatin1(field));
}

bool flag(const YAML::Node &parent, const char *field)
{
    const YAML::Node node = parent[field];
    if (!node || node.IsNull())
        return false;
    const QString value = text(node, QString::fromLatin1(field));
    if (value == "true"_L1 || value == "True"_L1 || value == "TRUE"_L1)
        return true;
    if (value == "false"_L1 || value == "False"_L1 || value == "FALSE"_L1)
        return false;
    throw Wrong{node.Mark(), u"%1 must be true or false"_s.arg(QLatin1StringView(field))};
}

YAML::Node typed(const YAML::Node &parent, const char *field, YAML::NodeType::value type, QLatin1StringView word)
{
    const YAML::Node node = parent[field];
    if (!node || node.IsNull())
        return YAML::Node(type);
    if (node.Type() != type)
        throw Wrong{node.Mark(), u"%1 must be %2"_s.arg(QLatin1StringView(field), word)};
    return node;
}

YAML::Node list(const YAML::Node &parent, const char *field)
{
    return typed(parent, field, YAML::NodeType::Sequence, "a list"_L1);
}

YAML::Node map(const YAML::Node &parent, const char *field)
{
    return typed(parent, field, YAML::NodeType::Map, "a map"_L1);
}

QList<QString> texts(const YAML::Node &parent, const char *field)
{
    QList<QString> values;
    for (const YAML::Node &item : list(parent, field))
        values << text(item, QString::fromLatin1(field));
    return values;
}

QJsonValue json(const YAML::Node &node, int depth = 0)
{
    if (depth > NestingLimit)
        throw Wrong{node.Mark(), u"nested too deeply"_s};
    if (node.IsSequence()) {
        QJsonArray array;
        for (const YAML::Node &item : node)
            array.append(json(item, depth + 1));
        return array;
    }
    if (node.IsMap()) {
        QJsonObject object;
        for (const auto &pair : node)
            object.insert(text(pair.first, u"key"_s), json(pair.second, depth + 1));
        return object;
    }
    if (!node.IsScalar())
        return {};
    const QString value = QString::fromStdString(node.Scalar());
    if (node.Tag() == "!")  // quoted
        return value;
    if (value == "true"_L1 || value == "false"_L1)
        return value == "true"_L1;
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(value);
}

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
        if (text(extension, "name") == "client.authentication.k8s.io/exec"_L1) {
            const QJsonValue value = json(extension["extension"]);
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
    for (const YAML::Node &variable : list(node, "env"))
        entry.environment.emplaceBack(text(variable, "name"), text(variable, "value"));
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
    if (const YAML::Node exec = node["exec"]; exec && exec.IsMap())
        entry.exec = readExec(exec);
    if (const YAML::Node provider = node["auth-provider"]; provider && provider.IsMap())
        entry.authProvider = text(provider, "name");
    entry.asUser = text(node, "as");
    entry.asUid = text(node, "as-uid");
    entry.asGroups = texts(node, "as-groups");
    const YAML::Node extra = map(node, "as-user-extra");
    for (const auto &pair : extra) {
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

std::unexpected<kube::Error> wrong(const QString &path, const YAML::Mark &mark, const QString &message)
{
    const QString where = mark.is_null() ? path : u"%1:%2:%3"_s.arg(path).arg(mark.line + 1).arg(mark.column + 1);
    return kube::failure(kube::Error::Kind::Input, u"error loading config file \"%1\": %2"_s.arg(path, message), where);
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
    try {
        const YAML::Node root = YAML::Load(content.toStdString());
        KubeFile file;
        if (!root || root.IsNull())
            return file;
        if (!root.IsMap())
            return wrong(path, root.Mark(), u"a kubeconfig must be a map"_s);
        const QString kind = text(root, "kind");
        if (!kind.isEmpty() && kind != "Config"_L1)
            return wrong(path, root["kind"].Mark(), u"kind is \"%1\", not Config"_s.arg(kind));
        file.clusters = named(root, "clusters", "cluster", path, readCluster);
        file.users = named(root, "users", "user", path, readUser);
        file.contexts = named(root, "contexts", "context", path, readContext, &file.contextOrder);
        file.currentContext = text(root, "current-context");
        return file;
    } catch (const YAML::Exception &e) {
        return wrong(path, e.mark, QString::fromStdString(e.msg));
    } catch (const Wrong &found) {
        return wrong(path, found.mark, found.message);
    }
}

kube::Result<KubeFile> readKubeFile(const QString &path)
{
    const auto unreadable = [&](const QString &why) {
        return kube::failure(kube::Error::Kind::File, u"error loading config file \"%1\": %2"_s.arg(path, why), path);
    };
    const QFileInfo found(path);
    if (!found.exists())
        return unreadable(u"no such file"_s);
    if (!found.isFile())
        return unreadable(u"not a regular file"_s);
    if (found.size() > FileLimit)
        return unreadable(u"larger than 16 MiB"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    return parseKubeFile(file.read(FileLimit), path);
}

}  // namespace config
