// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "config/connection.h"
#include "config/file/kubefile.h"

namespace config {

/** Adds to a Connection who we are: validates one user entry and reads its files. Runs nothing. */
class UserReader {
public:
    /** `connection` has its server and CA already; all three must outlive the reader. */
    UserReader(const KubeFile &files, const UserEntry &user, const ClusterEntry &cluster, Connection &connection)
        : m_files(files), m_user(user), m_cluster(cluster), m_connection(connection)
    {
    }

    /** Where the server is not asked over https nothing of the user is taken, but it is validated. Errors: Config,
     * File. */
    [[nodiscard]] kube::Result<void> read();

private:
    [[nodiscard]] kube::Result<void> validate() const;
    [[nodiscard]] kube::Result<void> validateExec(const ExecEntry &exec) const;
    [[nodiscard]] kube::Result<void> readCertificate();
    [[nodiscard]] kube::Result<void> readProvider();
    void readExec(const ExecEntry &exec);
    [[nodiscard]] QByteArray execInfo(const ExecEntry &exec) const;
    [[nodiscard]] std::unexpected<kube::Error> refuse(const QString &message) const;
    [[nodiscard]] QString path(const QString &named) const;

    const KubeFile &m_files;
    const UserEntry &m_user;
    const ClusterEntry &m_cluster;
    Connection &m_connection;
};

/** `certificate-authority`, `client-cert`, ... of `owner` could not be read, in client-go's words. */
[[nodiscard]] std::unexpected<kube::Error> unreadable(const kube::Error &cause, const QString &what,
                                                      const QString &path, const QString &owner);

}  // namespace config
