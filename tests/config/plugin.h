// SPDX-License-Identifier: Apache-2.0
// Exec plugins for tests: shell scripts that behave well or badly.
#pragma once

#include "config/credentials.h"
#include "config/plugin/pluginuse.h"

#include <QTest>

namespace plugin {

using namespace Qt::StringLiterals;

inline const QString Version = u"client.authentication.k8s.io/v1"_s;

inline config::Connection running(const QString &script)
{
    config::Connection connection;
    connection.server = QUrl(u"https://h"_s);
    connection.hasExec = true;
    connection.exec.command = u"/bin/sh"_s;
    connection.exec.arguments = {u"-c"_s, script};
    connection.exec.apiVersion = Version;
    connection.exec.kubeconfig = u"/nowhere/config"_s;
    connection.terms.gate = config::alwaysAllowed();
    return connection;
}

/** An ExecCredential with that JSON as its status. */
inline QString credential(const QString &status, const QString &version = Version)
{
    return u"{\"apiVersion\":\"%1\",\"kind\":\"ExecCredential\",\"status\":%2}"_s.arg(version, status);
}

/** Shell words that print it. */
inline QString printing(const QString &status)
{
    return u"echo '%1'"_s.arg(credential(status));
}

/** Asks once and waits for the answer. */
inline kube::Result<config::Grant> ask(config::Credentials &credentials)
{
    std::optional<kube::Result<config::Grant>> answer;
    QObject context;
    credentials.request(&context, [&](const kube::Result<config::Grant> &grant) { answer = grant; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000); }();
    return answer.value_or(kube::Result<config::Grant>(config::Grant{}));
}

}  // namespace plugin
