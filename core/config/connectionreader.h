// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"
#include "config/file/kubefile.h"

namespace config {

/**
 * Turns one context of the merged files into a Connection: validates it and reads its certificate and key files.
 * Source of rules and texts: client-go tools/clientcmd validation.go and client_config.go.
 */
class ConnectionReader {
public:
    /** `files` must outlive the reader. */
    explicit ConnectionReader(const KubeFile &files) : m_files(files) {}

    /** Only the entries this context uses are looked at. Errors: Config, File. */
    [[nodiscard]] kube::Result<Connection> read(const QString &context) const;

private:
    [[nodiscard]] kube::Result<void> readCluster(const ClusterEntry &cluster, Connection &connection) const;

    const KubeFile &m_files;
};

}  // namespace config
