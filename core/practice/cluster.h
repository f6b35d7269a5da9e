// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QObject>

#include <memory>

namespace practice {

/** How a practice cluster is started. */
struct Options {
    quint16 port = 0;        ///< 0: a free one
    double speed = 1.0;      ///< how fast the cluster's clock runs; 0.1 to 1000
    QString kubeconfigPath;  ///< empty: a private file in the runtime or temporary folder, removed at the end
};

/**
 * A small Kubernetes of its own: API server on 127.0.0.1, scheduler, two simulated nodes and a simulated registry.
 *
 * Runs on the event loop of the thread that started it, never blocks, and stops when destroyed. Its clock starts at the
 * real time and runs `speed` times as fast; every timestamp and the Date header are in that time.
 *
 * Plain HTTP, because kubectl must be able to talk to it without a certificate of ours. A wrong bearer token is
 * refused; none is accepted, since kubectl sends none over plain HTTP. Requests of web pages (Origin, foreign Host) are
 * refused.
 */
class Cluster : public QObject {
    Q_OBJECT

public:
    explicit Cluster(QObject *parent = nullptr);
    ~Cluster() override;

    /** Listens and writes the kubeconfig (mode 0600); fails where the port or the file cannot be had. Call once. */
    [[nodiscard]] kube::Result<void> start(const Options &options = {});
    /** `http://127.0.0.1:PORT`; empty before start. */
    [[nodiscard]] QString serverUrl() const;
    /** The file that start() wrote. */
    [[nodiscard]] QString kubeconfigPath() const;
    /** The text of that file; it holds the cluster's bearer token. */
    [[nodiscard]] QByteArray kubeconfig() const;
    /** The bearer token alone. */
    [[nodiscard]] QString token() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}  // namespace practice
