// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"

#include "config/kubeconfig.h"
#include "config/plugin/pluginuse.h"

#include <cstdio>

namespace cli {

using namespace Qt::StringLiterals;
using Kind = kube::Error::Kind;

Console::Console(const Arguments &arguments) : m_arguments(arguments) {}

kube::Result<void> Console::connect()
{
    const auto loaded = config::KubeConfig::load(m_arguments.kubeconfig);
    const auto connection = loaded.connection(m_arguments.context);
    for (const kube::Error &error : loaded.errors())  // one bad file does not hide the good ones, but is named
        if (connection || error != connection.error())
            complain(u"error: %1: %2"_s.arg(error.where, error.message));
    if (!connection)
        return std::unexpected(connection.error());
    config::Connection agreed = *connection;
    agreed.terms.gate = config::alwaysAllowed();  // who types the command has agreed, as with kubectl
    m_cluster = std::make_unique<mirror::Cluster>(agreed);
    return {};
}

QString Console::ns() const
{
    if (m_arguments.allNamespaces)
        return {};
    return m_arguments.ns.isEmpty() ? connection().defaultNamespace : m_arguments.ns;
}

kube::Result<QByteArray> Console::get(const QString &path, const QUrlQuery &query)
{
    return await(client().get(path, query, "application/json"));
}

void Console::out(const QString &text)
{
    QTextStream(stdout) << text << Qt::flush;
}
void Console::complain(const QString &line)
{
    QTextStream(stderr) << line << Qt::endl;
}

int Console::fail(const kube::Error &error)
{
    complain(errorText(error));
    return 1;
}

QString errorText(const kube::Error &error, const QString &doing)
{
    if (error.kind == Kind::Unauthorized)
        return u"error: You must be logged in to the server (%1)"_s.arg(error.message);
    if (error.kind == Kind::Unreachable || error.kind == Kind::Tls)
        return error.message;  // says already what could not be reached
    if (error.kind == Kind::Invalid && !error.causes.isEmpty()) {
        const QString head = u"The %1 is invalid: "_s.arg(error.message.section(u" is invalid"_s, 0, 0));
        const auto line = [](const kube::Error::Cause &cause) { return cause.field + u": "_s + cause.message; };
        if (error.causes.size() == 1)
            return head + line(error.causes.constFirst());
        QStringList lines;
        for (const kube::Error::Cause &cause : error.causes)
            if (!lines.contains(u"* "_s + line(cause)))
                lines << u"* "_s + line(cause);
        return head + u'\n' + lines.join(u'\n');
    }
    const QString what = doing.isEmpty() ? error.message : doing + u": "_s + error.message;
    if (error.httpStatus != 0)
        return u"Error from server (%1): %2"_s.arg(error.reason.isEmpty() ? u"InternalError"_s : error.reason, what);
    return u"error: "_s + (error.where.isEmpty() || what.contains(error.where) ? what : error.where + u": "_s + what);
}

}  // namespace cli
