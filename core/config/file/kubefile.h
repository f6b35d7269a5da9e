// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace config {

/** One entry of `clusters`, as written; `file` is the kubeconfig that defines it. */
struct ClusterEntry {
    QString file;
    QString server;
    QString caFile;
    QByteArray caBase64;
    bool insecure = false;
    QString tlsServerName;
    QString proxyUrl;
    bool disableCompression = false;
    QByteArray execConfig;  ///< JSON of the extension client.authentication.k8s.io/exec
};

struct ExecEntry {
    QString command;
    QList<QString> arguments;
    QList<std::pair<QString, QString>> environment;
    QString apiVersion;
    QString installHint;
    QString interactiveMode;
    bool provideClusterInfo = false;
};

/** One entry of `users`, as written. */
struct UserEntry {
    QString file;
    QString certFile;
    QByteArray certBase64;
    QString keyFile;
    QByteArray keyBase64;
    QString token;
    QString tokenFile;
    QString userName;
    QString password;
    std::optional<ExecEntry> exec;
    QString authProvider;                    ///< name of it
    QHash<QString, QString> providerConfig;  ///< its `config`; holds secrets
    QString asUser;
    QString asUid;
    QList<QString> asGroups;
    QList<std::pair<QString, QList<QString>>> asExtra;
};

/** One entry of `contexts`, as written. */
struct ContextEntry {
    QString file;
    QString cluster;
    QString user;
    QString ns;
};

/** What one or more kubeconfig files say. */
struct KubeFile {
    QHash<QString, ClusterEntry> clusters;
    QHash<QString, UserEntry> users;
    QHash<QString, ContextEntry> contexts;
    QList<QString> contextOrder;
    QString currentContext;
    QString policyFile;  ///< kuberc of the user who runs this; empty: none. Of no kubeconfig; not merged

    /** Adds what `other` says of names not defined here. The first file that defines a name owns the whole entry. */
    void merge(const KubeFile &other);
};

/** Reads one kubeconfig text. Unknown fields are ignored; errors are Input with `where` = `path:line:column`. */
[[nodiscard]] kube::Result<KubeFile> parseKubeFile(const QByteArray &text, const QString &path);

/** Reads one file of at most 16 MiB. Errors: File with the path, or those of parseKubeFile. */
[[nodiscard]] kube::Result<KubeFile> readKubeFile(const QString &path);

}  // namespace config
