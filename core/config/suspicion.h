// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace config {

struct KubeFile;

/** Something in a kubeconfig that a user should have seen before he trusts it. */
struct Suspicion {
    enum class What {
        RunsProgram,    ///< `detail`: the command line
        FileElsewhere,  ///< a file outside the kubeconfig's folder and ~/.kube is read; `detail`: its path
        InsecureTls,    ///< insecure-skip-tls-verify
        PlainHttp,      ///< the server is not asked over TLS
        Proxy,          ///< `detail`: the proxy without its password
        TokenIssuer,    ///< auth-provider oidc talks to `detail`
        WritableByAll,  ///< everyone may write the file or its folder: no plugin of it is run
        ReadableByAll,  ///< others may read the file and the secrets in it
        OtherOwner,     ///< the file belongs to somebody else
    };
    What what = What::RunsProgram;
    QString file;    ///< the kubeconfig
    QString entry;   ///< `users/NAME`, `clusters/NAME`; empty: the file itself
    QString field;   ///< e.g. `tokenFile`; may be empty
    QString detail;  ///< never a secret, except what the user's own command line holds
    bool operator==(const Suspicion &) const = default;
};

/** All of them: first those of the files `paths` themselves, then of users and clusters by name. Runs nothing. */
[[nodiscard]] QList<Suspicion> suspicions(const KubeFile &files, const QList<QString> &paths);

}  // namespace config
