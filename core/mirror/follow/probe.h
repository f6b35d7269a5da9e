// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/follow/lister.h"

namespace mirror {

/**
 * Asks a collection for its newest version: a consistent list of one object, its metadata only. A version before one
 * that was seen means that the cluster's state was rolled back: such a list is never served from a lagging copy.
 */
class Probe : public QObject {
    Q_OBJECT
public:
    Probe(const Tools &tools, const QString &path, int rank, QObject *parent = nullptr);

    /** Asks at once, or 10 s after it last asked; nothing where it is asking already. */
    void ask();
    void stop();

Q_SIGNALS:
    void answered(const kube::Result<QString> &version);

private:
    void send();

    Tools m_tools;
    QString m_path;
    int m_rank;
    Lister m_lister;
    std::optional<std::chrono::milliseconds> m_asked;
    quint64 m_serial = 0;  ///< waits of an older serial are void
    bool m_isAsking = false;
};

}  // namespace mirror
