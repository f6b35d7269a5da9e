// SPDX-License-Identifier: Apache-2.0
#include "config/plugin/pluginuse.h"

#include "config/plugin/searchpath.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace config {

namespace {

/** Adds one part so that no two lists of parts look alike. */
void add(QCryptographicHash &hash, const QByteArray &part)
{
    hash.addData(QByteArray::number(part.size()) + ':');
    hash.addData(part);
}

}  // namespace

PluginUse pluginUse(const Connection &connection)
{
    const ExecPlugin &plugin = connection.exec;
    PluginUse use;
    use.kubeconfig = plugin.kubeconfig;
    use.server = connection.server.toString();
    use.argv = plugin.arguments;
    use.argv.prepend(plugin.command);
    use.resolvedPath = findProgram(plugin.command, effectivePath(connection.terms.searchPath)).path;
    if (!use.resolvedPath.isEmpty()) {
        const QFileInfo file(use.resolvedPath);
        use.size = file.size();
        use.modified = file.lastModified().toUTC();
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : {use.kubeconfig, use.server, plugin.apiVersion, use.resolvedPath})
        add(hash, part.toUtf8());
    add(hash, QByteArray::number(use.size));
    add(hash, QByteArray::number(use.modified.isValid() ? use.modified.toMSecsSinceEpoch() : 0));
    add(hash, QByteArray::number(use.argv.size()));
    for (const QString &part : std::as_const(use.argv))
        add(hash, part.toUtf8());
    for (const auto &[name, value] : plugin.environment) {
        use.environmentNames << name;
        add(hash, name.toUtf8());
        add(hash, value.toUtf8());
    }
    use.hash = hash.result().toHex();
    return use;
}

PluginGate alwaysAllowed()
{
    return [](const PluginUse &) { return true; };
}

PluginGate allowedFor(const QByteArray &hash)
{
    return [hash](const PluginUse &use) { return use.hash == hash; };
}

}  // namespace config
