// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/plugin/pluginuse.h"
#include "kube/error.h"

namespace config {

/** One plugin that the user agreed to, as a list in the settings shows it. Holds no argument and no secret. */
struct AgreedPlugin {
    QByteArray hash;
    QString program;  ///< resolved path
    QString kubeconfig;
    QString server;
    QDateTime agreed;
    bool operator==(const AgreedPlugin &) const = default;
};

/**
 * Remembers which exec plugins the user agreed to: a JSON file of hashes, mode 0600, replaced atomically under a lock,
 * so that two windows do not lose each other's answers. A value without state of its own: the file is the truth, so
 * that every thread may hold a copy. A file that others may write, or that cannot be read, counts as empty.
 */
class Consent {
public:
    /** `file`: absolute; it and its folder (0700) are made when first needed. */
    explicit Consent(QString file) : m_file(std::move(file)) {}

    [[nodiscard]] bool isGranted(const QByteArray &hash) const;
    /** Remembers it. Errors: File. */
    [[nodiscard]] kube::Result<void> grant(const PluginUse &use) const;
    /** Forgets it; fine where it was not there. Errors: File. */
    [[nodiscard]] kube::Result<void> withdraw(const QByteArray &hash) const;
    /** Newest last. */
    [[nodiscard]] QList<AgreedPlugin> all() const;
    /** A gate that asks this file each time; for any thread. */
    [[nodiscard]] PluginGate gate() const;

private:
    QString m_file;
};

}  // namespace config
