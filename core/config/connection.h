// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QUrl>

#include <utility>

namespace config {

/** How to get credentials from an exec plugin; runs `command` with `arguments`, never a shell. */
struct ExecPlugin {
    QString command;  ///< absolute, or a bare name for a PATH lookup
    QList<QString> arguments;
    QList<std::pair<QString, QString>> environment;  ///< added to ours
    QString apiVersion;                              ///< client.authentication.k8s.io/v1 or v1beta1
    QString installHint;                             ///< printable characters only
    QByteArray execInfo;                             ///< KUBERNETES_EXEC_INFO, ready to pass on
    bool operator==(const ExecPlugin &) const = default;
};

/** Headers `Impersonate-*`. */
struct Impersonation {
    QString user;
    QString uid;
    QList<QString> groups;
    QList<std::pair<QString, QList<QString>>> extra;
    bool operator==(const Impersonation &) const = default;
};

/**
 * All that is needed to talk to one cluster as one user: one context of a kubeconfig, files already read.
 * A value; holds secrets in memory only. Never print token, password or key.
 */
struct Connection {
    QString context;  ///< context name; empty if there is none
    QString cluster;
    QString user;
    QUrl server;  ///< with path prefix, no trailing slash, query or fragment
    QString defaultNamespace = QStringLiteral("default");
    QString sourceFile;  ///< the kubeconfig that defines the context

    bool hasCustomCa = false;  ///< `ca` replaces the system's roots
    QList<QSslCertificate> ca;
    bool insecure = false;  ///< chain and host name are not checked; the UI must say so
    QString tlsServerName;  ///< empty: the host of `server`
    QList<QSslCertificate> clientChain;
    QSslKey clientKey;

    QString token;
    QString tokenFile;  ///< absolute; wins over `token` while it can be read; read again every 30 s
    QString userName;   ///< basic authentication
    QString password;
    bool hasExec = false;
    ExecPlugin exec;
    Impersonation impersonate;

    QUrl proxy;  ///< empty: the environment's proxies
    bool disableCompression = false;
};

}  // namespace config
