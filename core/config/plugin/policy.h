// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QList>
#include <QString>

namespace config {

/**
 * Which exec plugins the user's kuberc lets run: AllowAll (also where there is no such file), DenyAll or an allow-list.
 * Source: KEP-3104 and kubectl.config.k8s.io, `credentialPluginPolicy` and `credentialPluginAllowlist[].command`.
 */
class PluginPolicy {
public:
    /** Reads it; empty `file`, or one that does not exist: all are allowed. Errors: File, Input, Config. */
    [[nodiscard]] static kube::Result<PluginPolicy> load(const QString &file);

    /**
     * `command` as the kubeconfig writes it, compared as it is and then as the program that it is in `searchPath`.
     * Errors: Config, `plugin "x" not allowed: ...`.
     */
    [[nodiscard]] kube::Result<void> check(const QString &command, const QString &searchPath) const;

private:
    enum class Rule { AllowAll, DenyAll, Allowlist };
    Rule m_rule = Rule::AllowAll;
    QList<QString> m_commands;
    QString m_file;
};

}  // namespace config
