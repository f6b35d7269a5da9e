// SPDX-License-Identifier: Apache-2.0
#include "config/plugin/consent.h"

#include "config/file/localfile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace config {

using kube::Error;

namespace {

constexpr int Version = 1;
constexpr qint64 SizeLimit = 1024LL * 1024;
constexpr qsizetype EntryLimit = 1000;
constexpr auto LockLimit = 3s;
constexpr auto Private = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QList<AgreedPlugin> readAll(const QString &path)
{
    const auto status = fileStatus(path);
    constexpr quint32 WriteOthers = 0022;
    if (!status || !*status || ((*status)->mode & WriteOthers) != 0)
        return {};
    const auto bytes = readLocalFile(path, SizeLimit);
    const QJsonObject whole = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    if (whole.value("version"_L1).toInt() != Version)
        return {};
    QList<AgreedPlugin> plugins;
    const QJsonArray entries = whole.value("plugins"_L1).toArray();
    for (const auto &value : entries) {
        const QJsonObject entry = value.toObject();
        const auto text = [&](QLatin1StringView field) { return entry.value(field).toString(); };
        plugins.append({text("hash"_L1).toLatin1(), text("program"_L1), text("kubeconfig"_L1), text("server"_L1),
                        QDateTime::fromString(text("agreed"_L1), Qt::ISODate)});
    }
    return plugins;
}

kube::Result<void> writeAll(const QString &path, const QList<AgreedPlugin> &plugins)
{
    QJsonArray array;
    for (const AgreedPlugin &plugin : plugins)
        array.append(QJsonObject{{u"hash"_s, QString::fromLatin1(plugin.hash)},
                                 {u"program"_s, plugin.program},
                                 {u"kubeconfig"_s, plugin.kubeconfig},
                                 {u"server"_s, plugin.server},
                                 {u"agreed"_s, plugin.agreed.toString(Qt::ISODate)}});
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(Private) ||
        file.write(QJsonDocument(QJsonObject{{u"version"_s, Version}, {u"plugins"_s, array}}).toJson()) < 0 ||
        !file.commit())
        return kube::failure(Error::Kind::File, file.errorString(), path);
    return {};
}

/** Reads, lets `change` have its way and writes, while nobody else does. */
template <class Change>
kube::Result<void> under(const QString &path, Change change)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir(folder).exists() && !(QDir().mkpath(folder) && QFile::setPermissions(folder, Private | QFile::ExeOwner)))
        return kube::failure(Error::Kind::File, u"the folder cannot be made"_s, folder);
    QLockFile lock(path + ".lock"_L1);
    if (!lock.tryLock(LockLimit))
        return kube::failure(Error::Kind::File, u"another program holds its lock"_s, path);
    QList<AgreedPlugin> plugins = readAll(path);
    change(plugins);
    return writeAll(path, plugins);
}

}  // namespace

bool Consent::isGranted(const QByteArray &hash) const
{
    const QList<AgreedPlugin> plugins = readAll(m_file);
    return !hash.isEmpty() &&
           std::ranges::any_of(plugins, [&](const AgreedPlugin &plugin) { return plugin.hash == hash; });
}

kube::Result<void> Consent::grant(const PluginUse &use) const
{
    return under(m_file, [&](QList<AgreedPlugin> &plugins) {
        plugins.removeIf([&](const AgreedPlugin &plugin) { return plugin.hash == use.hash; });
        plugins.append({use.hash, use.resolvedPath, use.kubeconfig, use.server, QDateTime::currentDateTimeUtc()});
        if (plugins.size() > EntryLimit)
            plugins.remove(0, plugins.size() - EntryLimit);
    });
}

kube::Result<void> Consent::withdraw(const QByteArray &hash) const
{
    return under(m_file, [&](QList<AgreedPlugin> &plugins) {
        plugins.removeIf([&](const AgreedPlugin &plugin) { return plugin.hash == hash; });
    });
}

QList<AgreedPlugin> Consent::all() const
{
    return readAll(m_file);
}

PluginGate Consent::gate() const
{
    return [consent = *this](const PluginUse &use) { return consent.isGranted(use.hash); };
}

}  // namespace config
