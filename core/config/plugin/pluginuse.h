// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"

#include <QDateTime>

namespace config {

/**
 * What running the exec plugin of one connection comes to: what a person is asked to agree to. Whoever changes the
 * program, its arguments, its environment, the kubeconfig's path or the server that gets the credentials is asked
 * again.
 */
struct PluginUse {
    QString kubeconfig;               ///< the file that asks
    QString server;                   ///< who gets the credentials
    QList<QString> argv;              ///< the command as written, then its arguments. For the screen, never for a log
    QList<QString> environmentNames;  ///< variables that the kubeconfig sets; their values are not kept here
    QString resolvedPath;             ///< the program that would run, absolute; empty: it was not found
    qint64 size = 0;                  ///< of that program, in bytes
    QDateTime modified;               ///< of that program
    QByteArray hash;                  ///< hex SHA-256 of all this and the variables' values; stable over runs
    bool operator==(const PluginUse &) const = default;
};

/** Looks the program up and at its file; runs nothing. Only for a connection with `hasExec`. Any thread. */
[[nodiscard]] PluginUse pluginUse(const Connection &connection);

/** `reason` of the Unauthorized error of a connection whose gate said no: ask the user, then try again. */
inline constexpr auto ConsentNeeded = QLatin1StringView("ConsentNeeded");

/** The gate of a command line: who types the command has agreed to it (as kubectl has it). */
[[nodiscard]] PluginGate alwaysAllowed();
/** The gate of "this time only": yes to exactly the use of that hash. */
[[nodiscard]] PluginGate allowedFor(const QByteArray &hash);

}  // namespace config
