// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/fingerprint.h"
#include "mirror/hold/collection.h"
#include "mirror/hold/kindintake.h"
#include "mirror/inside/attention.h"
#include "mirror/inside/lanes.h"
#include "mirror/inside/mailbox.h"

#include <array>

namespace mirror {

/** The four kinds of one watched scope: stores, what keeps them true, and the way of their changes to the mailbox. */
class Feeds : public QObject {
    Q_OBJECT
public:
    /** What outlives the scope. */
    struct Surround {
        Tools tools;
        Mailbox &mailbox;
        std::array<Habits, AllKinds.size()> &habits;
        std::function<kube::Timestamp()> serverNow;
        std::function<void(const kube::EventPtr &)> remember;  ///< gets every event that was seen
    };

    /** `ns`: the namespace of pods and events; empty: all. */
    Feeds(const Surround &surround, const QString &ns);

    /** Switches kinds on and off as `attention` says; the first time they are on they start. */
    void follow(const Attention &attention);
    void relist();
    void reconnect();
    void rollBack(kube::Timestamp when);
    /** Where to look if namespaces may not be listed. */
    void setFallback(const QList<QString> &names);

    [[nodiscard]] States states() const;
    [[nodiscard]] Holdings holdings(Kind kind) const;
    [[nodiscard]] Lanes &lanes() { return m_lanes; }

Q_SIGNALS:
    void stateChanged();
    void clockSeen(kube::Timestamp server);
    void connected();

private:
    template <class T>
    void follow(Kind kind, Store<T> &store, const QString &ns);
    void connectAll();
    void nameNamespaces();
    [[nodiscard]] Collection &of(Kind kind) const { return *m_collections[static_cast<size_t>(kind)]; }

    Surround m_surround;
    Lanes m_lanes;
    decode::Reader m_reader;
    Store<kube::SlimPod> m_pods;
    Store<kube::Event> m_events;
    Store<kube::Node> m_nodes;
    Store<kube::Namespace> m_namespaces;
    std::array<std::unique_ptr<Collection>, AllKinds.size()> m_collections;
    std::array<bool, AllKinds.size()> m_started{};
    std::array<bool, AllKinds.size()> m_on{};
    QList<QString> m_fallback;
    QList<QString> m_named;  ///< the namespaces that the collections were last told
};

}  // namespace mirror
