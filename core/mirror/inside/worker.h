// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/service.h"
#include "history/pullevents.h"
#include "mirror/cluster.h"
#include "mirror/inside/feeds.h"
#include "mirror/inside/identity.h"

#include <memory>

namespace mirror {

/** What lives in the cluster's thread. Everything but the constructor runs there. */
class Cluster::Worker : public QObject {
public:
    using Send = std::function<void(const Batch &)>;

    Worker(const config::Connection &connection, const QString &historyFile, Send send);
    ~Worker() override;

    void watch(const QString &ns);
    void relist();
    void stop();
    void acknowledge();
    void setNamespaces(const QList<QString> &names);
    void setAttended(bool attended);
    void reconnect();
    void setOnDemand(bool onDemand);
    void setWanted(Kind kind, bool wanted);
    void askLanes(const QSet<kube::Key> &pods);
    [[nodiscard]] Holdings dump(Kind kind) const;
    [[nodiscard]] Counters counters() const { return m_counters; }
    [[nodiscard]] command::Service &service();
    [[nodiscard]] kube::Result<QList<kube::EventPtr>> pastPulls();

private:
    struct Machinery;
    void open();
    void begin(const QString &ns);
    void startFeeds();
    void restart();
    void fill(Batch &batch);
    void askVersion();
    void takeVersion(const QString &version);
    void takeClock(kube::Timestamp server);
    void takeConnected();
    void openHistory();
    /** Writes it to the history with what else comes within a second. */
    void remember(const kube::EventPtr &event);
    void writeHistory();
    [[nodiscard]] kube::Timestamp serverNow() const;

    config::Connection m_connection;
    Send m_send;
    SystemTiming m_timing;
    Counters m_counters;
    std::unique_ptr<Machinery> m_machinery;  ///< made in the thread, on first use
    QList<QString> m_namespaces;
    QString m_scope;
    QSet<kube::Key> m_asked;  ///< whose lanes somebody looks at
    QString m_historyFile;
    kube::Result<std::unique_ptr<history::PullEvents>> m_history;  ///< null: none is kept, or it is not open yet
    QList<kube::EventPtr> m_unwritten;
    QString m_gitVersion;
    std::chrono::nanoseconds m_clockOffset{0};
    bool m_isReconnecting = false;  ///< the network is another one: who answers is asked at the first chance
    bool m_wasLarge = false;        ///< the batch that is on its way
    bool m_isStarting = false;      ///< a scope was asked for; what the server is comes first
};

}  // namespace mirror
