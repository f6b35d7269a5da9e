// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace pull {

/**
 * Which entries of pull secrets go with a repository, in the order in which the kubelet tries them: each in turn until
 * a pull works. None: the pull is anonymous. `keys` are the entries as the secret writes them (`https://ghcr.io/v2/`,
 * `*.example.com`, `quay.io/acme`), `repository` is normalised. No credential is looked at.
 * Source: pkg/credentialprovider/keyring.go, 1.36.
 */
[[nodiscard]] QStringList matchingKeys(const QStringList &keys, const QString &repository);

/** Whether Go's filepath.Match takes `text` for `pattern`: `*`, `[a-z]`, `\`; a pattern that is none takes nothing. */
[[nodiscard]] bool globMatches(QStringView pattern, QStringView text);

}  // namespace pull
