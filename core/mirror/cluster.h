// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "config/connection.h"
#include "mirror/batch.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace mirror {

/**
 * One cluster: owns the worker thread with its session, reflectors and store, and is its door.
 * Lives in, and is used from, the thread that created it (the GUI's or the command line's).
 */
class Cluster : public QObject {
    Q_OBJECT
public:
    /** `historyFile`: where pulls are kept beyond the server's memory; empty: they are not. */
    explicit Cluster(config::Connection connection, const QString &historyFile = {}, QObject *parent = nullptr);
    ~Cluster() override;  ///< stops the thread and waits for it

    /** Starts or changes what is mirrored. Empty `ns`: all namespaces. Answers with a reset batch first. */
    void watch(const QString &ns);
    /** Lists everything again (F5). */
    void relist();
    void stop();

    /** The pull events of earlier sessions with this server and context, oldest first; empty without a history. */
    [[nodiscard]] QFuture<kube::Result<QList<kube::EventPtr>>> pastPulls();

    [[nodiscard]] const config::Connection &connection() const;
    /** One-shot requests to the same cluster: create, apply, delete, full objects. Owned by this. */
    [[nodiscard]] command::Client &client();

Q_SIGNALS:
    /** At most 20 a second, one at a time in flight. */
    void arrived(const mirror::Batch &batch);

private:
    class Worker;
    struct Door;
    std::unique_ptr<Door> m_door;
};

}  // namespace mirror
