// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/service.h"
#include "history/pullevents.h"
#include "mirror/cluster.h"
#include "mirror/mailbox.h"
#include "mirror/reflector.h"

#include <memory>
#include <vector>

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
    [[nodiscard]] Holdings dump(Kind kind) const;
    [[nodiscard]] Counters counters() const { return m_counters; }
    [[nodiscard]] command::Service &service();
    [[nodiscard]] kube::Result<QList<kube::EventPtr>> pastPulls();

private:
    struct Feeds;
    void open();
    void fill(Batch &batch);
    void askVersion();
    void takeClock(kube::Timestamp server);
    void watchState();
    void openHistory();
    /** Writes it to the history with what else comes within a second. */
    void remember(const kube::EventPtr &event);
    void writeHistory();
    [[nodiscard]] kube::Timestamp serverNow() const;

    config::Connection m_connection;
    Send m_send;
    SystemTiming m_timing;
    std::unique_ptr<net::Session> m_session;
    std::unique_ptr<command::Service> m_service;
    std::unique_ptr<Mailbox> m_mailbox;
    QString m_historyFile;
    kube::Result<std::unique_ptr<history::PullEvents>> m_history;  ///< null: none is kept, or it is not open yet
    QList<kube::EventPtr> m_unwritten;
    std::unique_ptr<Feeds> m_feeds;
    Counters m_counters;
    QString m_gitVersion;
    std::chrono::nanoseconds m_clockOffset{0};
    bool m_wasLive = false;
};

}  // namespace mirror
