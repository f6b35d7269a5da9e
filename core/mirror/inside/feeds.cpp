// SPDX-License-Identifier: Apache-2.0
#include "mirror/inside/feeds.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace mirror {

namespace {
constexpr double FirstJitter = 300;  // ms: pods come first
constexpr double OtherJitter = 1700;
}  // namespace

Feeds::Feeds(const Surround &surround, const QString &ns)
    : m_surround(surround), m_lanes(m_pods, m_events), m_pods([this](const Change<kube::SlimPod> &change) {
          m_lanes.observe(change, m_surround.serverNow());
          m_surround.mailbox.pods.note(change);
          m_surround.mailbox.touch();
      }),
      m_events([this](const Change<kube::Event> &change) {
          if (change.now) {
              m_lanes.observe(*change.now);
              m_surround.remember(change.now);
          }
          m_surround.mailbox.events.note(change);
          m_surround.mailbox.touch();
      }),
      m_nodes([this](const Change<kube::Node> &change) {
          m_surround.mailbox.nodes.note(change);
          m_surround.mailbox.touch();
      }),
      m_namespaces([this](const Change<kube::Namespace> &change) {
          m_surround.mailbox.namespaces.note(change);
          m_surround.mailbox.touch();
          if (!change.before || !change.now)
              nameNamespaces();
      })
{
    follow(Kind::Pods, m_pods, ns);
    follow(Kind::Events, m_events, ns);
    follow(Kind::Nodes, m_nodes, ns);
    follow(Kind::Namespaces, m_namespaces, ns);
    connectAll();
}

template <class T>
void Feeds::follow(Kind kind, Store<T> &store, const QString &ns)
{
    const auto at = static_cast<size_t>(kind);
    m_collections[at] = std::make_unique<Collection>(m_surround.tools, kind, ns, m_surround.habits[at],
                                                     [this, &store](const QString &scope) -> std::unique_ptr<Intake> {
                                                         return std::make_unique<KindIntake<T>>(
                                                             m_reader, store, m_surround.tools.counters, scope);
                                                     });
}

void Feeds::connectAll()
{
    for (const auto &collection : m_collections) {
        connect(collection.get(), &Collection::stateChanged, this, &Feeds::stateChanged);
        connect(collection.get(), &Collection::clockSeen, this, &Feeds::clockSeen);
        connect(collection.get(), &Collection::connected, this, &Feeds::connected);
        connect(collection.get(), &Collection::rolledBack, this, &Feeds::rollBack);
    }
    connect(&of(Kind::Namespaces), &Collection::stateChanged, this, &Feeds::nameNamespaces);
}

void Feeds::follow(const Attention &attention)
{
    for (const Kind kind : AllKinds) {
        const auto at = static_cast<size_t>(kind);
        const bool isOn = attention.isOn(kind);
        if (isOn == std::exchange(m_on[at], isOn))
            continue;
        if (!isOn)
            of(kind).pause();
        else if (std::exchange(m_started[at], true))
            of(kind).goOn();
        else
            of(kind).start();
    }
}

void Feeds::relist()
{
    for (const Kind kind : AllKinds) {
        if (m_on[static_cast<size_t>(kind)])
            of(kind).relist();
    }
}

void Feeds::reconnect()
{
    for (const Kind kind : AllKinds) {
        const double random = m_surround.tools.timing.random();
        const double delay = kind == Kind::Pods ? random * FirstJitter : FirstJitter + random * OtherJitter;
        if (m_on[static_cast<size_t>(kind)])
            of(kind).reconnect(std::chrono::milliseconds(qRound64(delay)));
    }
}

void Feeds::rollBack(kube::Timestamp when)
{
    for (const auto &collection : m_collections)
        collection->rollBack(when);
}

void Feeds::setFallback(const QList<QString> &names)
{
    m_fallback = names;
    nameNamespaces();
}

void Feeds::nameNamespaces()
{
    QList<QString> names;
    if (of(Kind::Namespaces).state().phase == State::Phase::Live) {
        for (const kube::NamespacePtr &ns : m_namespaces.objects())
            names << ns->meta.key.name;
    } else if (of(Kind::Namespaces).state().phase == State::Phase::Denied) {
        names = m_fallback;
    } else {
        return;  // not known now; what was told last stays
    }
    std::ranges::sort(names);
    if (names == m_named)
        return;
    m_named = names;
    of(Kind::Pods).setNamespaces(names);
    of(Kind::Events).setNamespaces(names);
}

States Feeds::states() const
{
    return {of(Kind::Pods).state(), of(Kind::Events).state(), of(Kind::Nodes).state(), of(Kind::Namespaces).state()};
}

Holdings Feeds::holdings(Kind kind) const
{
    switch (kind) {
    case Kind::Pods: return m_pods.holdings();
    case Kind::Events: return m_events.holdings();
    case Kind::Nodes: return m_nodes.holdings();
    case Kind::Namespaces: return m_namespaces.holdings();
    }
    return {};
}

}  // namespace mirror
