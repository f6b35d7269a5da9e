// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/event.h"

#include <QList>

#include <chrono>
#include <memory>

namespace history {

/**
 * What kubelets said of pulls, kept beyond the hour for which an API server keeps events: a SQLite file that only its
 * user may read. Several programs may use one file at a time. One owner thread.
 */
class PullEvents {
public:
    static constexpr std::chrono::days Kept{14};
    static constexpr int Limit = 100'000;  ///< events in the file; the oldest go first

    /**
     * Opens or makes the file and its folder, and drops what is too old. A file that is not ours is an error of kind
     * File that names it; it is left as it is.
     */
    [[nodiscard]] static kube::Result<std::unique_ptr<PullEvents>> open(const QString &path, kube::Timestamp now);
    ~PullEvents();
    PullEvents(const PullEvents &) = delete;
    PullEvents &operator=(const PullEvents &) = delete;

    /** Whether an event tells the end of a pull: of a pod, Pulled or Failed. */
    [[nodiscard]] static bool wants(const kube::Event &event);

    /** Keeps the events of one cluster, all or none. Of an event that is there the higher count stays. */
    [[nodiscard]] kube::Result<void> keep(const QString &cluster, const QList<kube::EventPtr> &events);
    /** What is kept of one cluster, oldest first. */
    [[nodiscard]] kube::Result<QList<kube::EventPtr>> of(const QString &cluster) const;

private:
    explicit PullEvents(const QString &path);
    [[nodiscard]] kube::Result<void> prepare(kube::Timestamp now);

    QString m_path;
    QString m_connection;
};

}  // namespace history
