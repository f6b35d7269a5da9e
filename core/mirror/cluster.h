// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "config/connection.h"
#include "mirror/batch.h"
#include "mirror/counters.h"
#include "mirror/fingerprint.h"
#include "mirror/kind.h"

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
    /** Where namespaces may not be listed: those to look into beside the connection's own. Counts from the next 403. */
    void setNamespaces(const QList<QString> &names);
    /** Lists everything again from the server's newest state (F5), also what was denied. */
    void relist();
    void stop();

    /**
     * False: nobody looks. After five minutes of it the watches are closed; what is held stays, Stale as of then and
     * without an error. True (the default) goes on from the last version at once; lists again only if that is too old.
     */
    void setAttended(bool attended);
    /**
     * The machine slept, or its network changed: every connection is dropped at once, and all reconnect within 2 s,
     * pods first. See Surroundings for who tells.
     */
    void resume();
    void networkChanged();

    /**
     * False (the default): all kinds are mirrored. True: pods, and the kinds that somebody holds a subscription of;
     * one that nobody holds any more is closed after five minutes and stays as of then, as above.
     */
    void setOnDemand(bool onDemand);
    /** A view needs this kind as long as it holds what is returned, which may outlive the cluster. */
    [[nodiscard]] std::shared_ptr<const void> subscribe(Kind kind);

    /**
     * Where there are more than 2,000 pods only these have lanes (Batch::areLanesAsked): the ones in sight. Replaces
     * what was asked before; what is not asked any more is forgotten.
     */
    void askLanes(const QSet<kube::Key> &pods);

    /** All that is held of a kind at that moment, sorted by key. Cancelled where the cluster goes away first. */
    [[nodiscard]] QFuture<Holdings> dump(Kind kind);
    /** What the mirror has done so far. Cancelled where the cluster goes away first. */
    [[nodiscard]] QFuture<Counters> counters();

    /** The pull events of earlier sessions with this server and context, oldest first; empty without a history. */
    [[nodiscard]] QFuture<kube::Result<QList<kube::EventPtr>>> pastPulls();

    [[nodiscard]] const config::Connection &connection() const;
    /** One-shot requests to the same cluster: create, apply, delete, full objects. Owned by this. */
    [[nodiscard]] command::Client &client();
    /** True: that client refuses writes, and sends nothing of them. At first it does not. */
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    /** At most 20 a second, one at a time in flight; one of thousands of objects comes in slices, between events. */
    void arrived(const mirror::Batch &batch);

private:
    class Worker;
    struct Door;
    void setWanted(Kind kind, bool wanted);
    void deliver();

    std::unique_ptr<Door> m_door;
};

}  // namespace mirror
