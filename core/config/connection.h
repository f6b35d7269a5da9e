// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <utility>

namespace config {

struct PluginUse;

/** Says whether that plugin may be run now. Called in the thread of the connection; must not block. */
using PluginGate = std::function<bool(const PluginUse &)>;

/** On which terms the program that uses a connection lets its exec plugin run. */
struct PluginTerms {
    PluginGate gate;     ///< null: nothing is ever run
    QString searchPath;  ///< where bare commands are looked for; empty: our own PATH
    std::chrono::milliseconds timeLimit{60'000};
};

/** How to get credentials from an exec plugin; runs `command` with `arguments`, never a shell. */
struct ExecPlugin {
    QString command;  ///< absolute, or a bare name for a PATH lookup
    QList<QString> arguments;
    QList<std::pair<QString, QString>> environment;  ///< added to ours
    QString apiVersion;                              ///< client.authentication.k8s.io/v1 or v1beta1
    QString installHint;                             ///< printable characters only
    QByteArray execInfo;                             ///< KUBERNETES_EXEC_INFO, ready to pass on
    QString kubeconfig;                              ///< absolute path of the file whose user entry asks for it
    QString policyFile;                              ///< kuberc that may forbid plugins; empty: none
    bool operator==(const ExecPlugin &) const = default;
};

/** The legacy auth-provider `oidc`: an id token that is refreshed at its issuer, in memory only. */
struct Oidc {
    QString issuer;  ///< https URL; empty: no such provider
    QString clientId;
    QString clientSecret;
    QString idToken;
    QString refreshToken;
    bool hasCustomCa = false;  ///< `ca` replaces the system's roots
    QList<QSslCertificate> ca;
    bool operator==(const Oidc &) const = default;
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
    QString caFile;         ///< where `ca` was read from, absolute; empty: it was inline or there is none
    bool insecure = false;  ///< chain and host name are not checked; the UI must say so
    QString tlsServerName;  ///< empty: the host of `server`
    QList<QSslCertificate> clientChain;
    QSslKey clientKey;
    QString clientCertificateFile;  ///< absolute; empty: inline or none
    QString clientKeyFile;          ///< absolute; empty: inline or none

    QString token;
    QString tokenFile;  ///< absolute; wins over `token` while it can be read; read again every 30 s
    QString userName;   ///< basic authentication
    QString password;
    bool hasExec = false;
    ExecPlugin exec;
    PluginTerms terms;  ///< set by the program, never by a kubeconfig
    Oidc oidc;
    Impersonation impersonate;

    QUrl proxy;  ///< empty: the environment's proxies
    bool disableCompression = false;
};

}  // namespace config
