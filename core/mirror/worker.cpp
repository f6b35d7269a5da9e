// SPDX-License-Identifier: Apache-2.0
#include "mirror/worker.h"

#include "mirror/lanes.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mirror {

namespace {

/** Under which name a cluster's events stand in the history. */
QString historyName(const config::Connection &connection)
{
    return connection.server.toString(QUrl::RemoveUserInfo) + u' ' + connection.context;
}

}  // namespace

/** The four kinds of one watched scope. */
struct Cluster::Worker::Feeds {
    Lanes lanes;
    decode::Reader reader;
    KindIntake<kube::Pod> pods;
    KindIntake<kube::Event> events;
    KindIntake<kube::Node> nodes;
    KindIntake<kube::Namespace> namespaces;
    Reflector podReflector;
    Reflector eventReflector;
    Reflector nodeReflector;
    Reflector namespaceReflector;

    Feeds(Worker &worker, const QString &ns)
        : pods(reader,
               [this, &worker](const kube::Key &key, const kube::PodPtr &before, const kube::PodPtr &now) {
                   lanes.observe(before, now, worker.serverNow());
                   worker.m_mailbox->pods.note(key, before, now);
                   worker.m_mailbox->touch();
               }),
          events(reader,
                 [this, &worker](const kube::Key &key, const kube::EventPtr &before, const kube::EventPtr &now) {
                     if (now) {
                         lanes.observe(*now);
                         worker.remember(now);
                     }
                     worker.m_mailbox->events.note(key, before, now);
                     worker.m_mailbox->touch();
                 }),
          nodes(reader,
                [&worker](const kube::Key &key, const kube::NodePtr &before, const kube::NodePtr &now) {
                    worker.m_mailbox->nodes.note(key, before, now);
                    worker.m_mailbox->touch();
                }),
          namespaces(reader,
                     [&worker](const kube::Key &key, const kube::NamespacePtr &before, const kube::NamespacePtr &now) {
                         worker.m_mailbox->namespaces.note(key, before, now);
                         worker.m_mailbox->touch();
                     }),
          podReflector(*worker.m_session, worker.m_timing, pods, scoped(ns, u"pods"_s)),
          eventReflector(*worker.m_session, worker.m_timing, events, scoped(ns, u"events"_s)),
          nodeReflector(*worker.m_session, worker.m_timing, nodes, u"/api/v1/nodes"_s),
          namespaceReflector(*worker.m_session, worker.m_timing, namespaces, u"/api/v1/namespaces"_s)
    {
    }

    static QString scoped(const QString &ns, const QString &resource)
    {
        const QString root = u"/api/v1"_s;
        return ns.isEmpty() ? net::pathOf(root, {resource}) : net::pathOf(root, {u"namespaces"_s, ns, resource});
    }

    [[nodiscard]] std::array<Reflector *, 4> all()
    {
        return {&podReflector, &eventReflector, &nodeReflector, &namespaceReflector};
    }
};

Cluster::Worker::Worker(const config::Connection &connection, const QString &historyFile, Send send)
    : m_connection(connection), m_send(std::move(send)), m_historyFile(historyFile)
{
}

Cluster::Worker::~Worker()
{
    writeHistory();
}

void Cluster::Worker::open()
{
    if (m_session)
        return;
    m_session = std::make_unique<net::Session>(m_connection);
    m_service = std::make_unique<command::Service>(*m_session);
    m_mailbox = std::make_unique<Mailbox>(m_timing, [this](Batch &batch) { fill(batch); }, m_send);
}

command::Service &Cluster::Worker::service()
{
    open();
    return *m_service;
}

void Cluster::Worker::watch(const QString &ns)
{
    open();
    m_feeds.reset();
    m_mailbox->reset();
    m_wasLive = false;
    m_feeds = std::make_unique<Feeds>(*this, ns);
    for (Reflector *reflector : m_feeds->all()) {
        connect(reflector, &Reflector::stateChanged, this, &Worker::watchState);
        connect(reflector, &Reflector::clockSeen, this, &Worker::takeClock);
        reflector->start();
    }
    askVersion();
}

void Cluster::Worker::watchState()
{
    const bool isLive = m_feeds && m_feeds->podReflector.state().phase == State::Phase::Live;
    if (isLive && (!m_wasLive || m_gitVersion.isEmpty()))
        askVersion();
    m_wasLive = isLive;
    m_mailbox->touch();
}

void Cluster::Worker::relist()
{
    if (!m_feeds)
        return;
    for (Reflector *reflector : m_feeds->all())
        reflector->relist();
}

void Cluster::Worker::stop()
{
    m_feeds.reset();
    if (m_mailbox)
        m_mailbox->touch();
}

void Cluster::Worker::acknowledge()
{
    if (m_mailbox)
        m_mailbox->acknowledge();
}

void Cluster::Worker::setNamespaces(const QList<QString> &) {}

void Cluster::Worker::setAttended(bool) {}

void Cluster::Worker::reconnect()
{
    if (!m_feeds)
        return;
    m_session->forgetConnections();
    relist();
}

void Cluster::Worker::setOnDemand(bool) {}

void Cluster::Worker::setWanted(Kind, bool) {}

Holdings Cluster::Worker::dump(Kind kind) const
{
    if (!m_feeds)
        return {};
    switch (kind) {
    case Kind::Pods: return m_feeds->pods.store().holdings();
    case Kind::Events: return m_feeds->events.store().holdings();
    case Kind::Nodes: return m_feeds->nodes.store().holdings();
    case Kind::Namespaces: return m_feeds->namespaces.store().holdings();
    }
    return {};
}

void Cluster::Worker::fill(Batch &batch)
{
    if (m_feeds) {
        batch.states = {m_feeds->podReflector.state(), m_feeds->eventReflector.state(), m_feeds->nodeReflector.state(),
                        m_feeds->namespaceReflector.state()};
        batch.lanes = m_feeds->lanes.takeChanged();
    }
    batch.serverGitVersion = m_gitVersion;
    batch.serverVersion = kube::Version::parse(m_gitVersion).value_or(kube::Version{});
    batch.clockOffset = m_clockOffset;
}

void Cluster::Worker::openHistory()
{
    if (m_historyFile.isEmpty())
        return;
    m_history = history::PullEvents::open(std::exchange(m_historyFile, {}), m_timing.now());
}

kube::Result<QList<kube::EventPtr>> Cluster::Worker::pastPulls()
{
    openHistory();
    if (!m_history)
        return std::unexpected(m_history.error());
    return *m_history ? (*m_history)->of(historyName(m_connection)) : QList<kube::EventPtr>();
}

void Cluster::Worker::remember(const kube::EventPtr &event)
{
    openHistory();
    if (!m_history || !*m_history || !history::PullEvents::wants(*event))
        return;
    if (m_unwritten.isEmpty())
        m_timing.after(1s, this, [this] { writeHistory(); });
    m_unwritten.append(event);
}

void Cluster::Worker::writeHistory()
{
    if (m_unwritten.isEmpty() || !m_history || !*m_history)
        return;
    // What cannot be written now (the disk is full) is told when the history is asked for; the mirror goes on.
    if (const auto kept = (*m_history)->keep(historyName(m_connection), std::exchange(m_unwritten, {})); !kept)
        m_history = std::unexpected(kept.error());
}

void Cluster::Worker::askVersion()
{
    net::Request request;
    request.path = u"/version"_s;
    net::Fetch *const fetch = m_session->fetch(request, m_session.get());
    connect(fetch, &net::Fetch::finished, this, [this](const kube::Result<net::Reply> &reply) {
        if (!reply || !reply->isSuccess())
            return;
        takeClock(reply->date);
        const QString version = decode::gitVersion(reply->body);
        if (version == m_gitVersion)
            return;
        m_gitVersion = version;
        m_mailbox->touch();
    });
}

void Cluster::Worker::takeClock(kube::Timestamp server)
{
    if (server.isNull())
        return;
    // The header has whole seconds: half of one is our best guess, and less than two says nothing.
    const std::chrono::nanoseconds seen = server.point() + 500ms - m_timing.now().point();
    const std::chrono::nanoseconds better = abs(seen) < 2s ? 0ns : seen;
    if (abs(better - m_clockOffset) < 2s && (better != 0ns || m_clockOffset == 0ns))
        return;
    m_clockOffset = better;
    m_mailbox->touch();
}

kube::Timestamp Cluster::Worker::serverNow() const
{
    return kube::Timestamp(m_timing.now().point() + m_clockOffset);
}

}  // namespace mirror
