// SPDX-License-Identifier: Apache-2.0
#include "mirror/inside/worker.h"

#include "mirror/inside/memory.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mirror {

namespace {

constexpr auto VersionPatience = 1s;
constexpr qsizetype LargeBatch = 10'000;  ///< pods: a list's, what was read for it is free by now

/** Under which name a cluster's events stand in the history. */
QString historyName(const config::Connection &connection)
{
    return connection.server.toString(QUrl::RemoveUserInfo) + u' ' + connection.context;
}

/** Servers stream lists since 1.27, by default since 1.32; older ones would only refuse. Source: KEP-3157. */
bool mayStreamLists(const QString &gitVersion)
{
    const std::optional<kube::Version> version = kube::Version::parse(gitVersion);
    return version && version->minor >= 32;
}

}  // namespace

/** What works for one cluster, in the order in which it needs each other. */
struct Cluster::Worker::Machinery {
    net::Session session;
    std::unique_ptr<command::Service> service;
    SessionWire wire{session};
    Gate gate;
    Attention attention;
    Mailbox mailbox;
    Identity identity;
    std::array<Habits, AllKinds.size()> habits{};
    std::unique_ptr<Feeds> feeds;

    explicit Machinery(Worker &worker)
        : session(worker.m_connection), service(std::make_unique<command::Service>(session)), gate(worker.m_timing),
          attention(worker.m_timing),
          mailbox(
              worker.m_timing, [&worker](Batch &batch) { worker.fill(batch); }, worker.m_send),
          identity(tools(worker))
    {
    }
    Tools tools(Worker &worker) { return {wire, gate, worker.m_timing, worker.m_counters}; }
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
    if (m_machinery)
        return;
    m_machinery = std::make_unique<Machinery>(*this);
    returnFreePages();  // of the system's certificates, which Qt reads whether they are needed or not
    connect(&m_machinery->attention, &Attention::changed, this, &Worker::startFeeds);
    connect(&m_machinery->identity, &Identity::changed, this, &Worker::restart);
}

command::Service &Cluster::Worker::service()
{
    open();
    return *m_machinery->service;
}

void Cluster::Worker::watch(const QString &ns)
{
    open();
    m_machinery->feeds.reset();
    m_machinery->mailbox.reset();
    begin(ns);
}

void Cluster::Worker::begin(const QString &ns)
{
    m_scope = ns;
    const Feeds::Surround surround{m_machinery->tools(*this), m_machinery->mailbox, m_machinery->habits,
                                   [this] { return serverNow(); },
                                   [this](const kube::EventPtr &event) { remember(event); }};
    m_machinery->feeds = std::make_unique<Feeds>(surround, ns);
    Feeds *const feeds = m_machinery->feeds.get();
    connect(feeds, &Feeds::stateChanged, &m_machinery->mailbox, &Mailbox::touch);
    connect(feeds, &Feeds::clockSeen, this, &Worker::takeClock);
    connect(feeds, &Feeds::connected, this, &Worker::takeConnected);
    feeds->lanes().ask(m_asked);
    setNamespaces(m_namespaces);
    m_isStarting = true;
    askVersion();
    if (m_gitVersion.isEmpty())
        m_timing.after(VersionPatience, feeds, [this] { startFeeds(); });
    else
        startFeeds();
}

void Cluster::Worker::startFeeds()
{
    m_isStarting = false;
    if (m_machinery->feeds)
        m_machinery->feeds->follow(m_machinery->attention);
}

void Cluster::Worker::restart()
{
    // Another cluster: nothing that we hold or were about to write belongs to it.
    m_machinery->feeds.reset();
    m_machinery->service = std::make_unique<command::Service>(m_machinery->session);
    m_machinery->habits = {};
    m_machinery->mailbox.reset(true);
    m_gitVersion.clear();
    begin(m_scope);
}

void Cluster::Worker::takeConnected()
{
    const bool isUrgent = std::exchange(m_isReconnecting, false);
    if (m_machinery->identity.check(isUrgent) || m_gitVersion.isEmpty())
        askVersion();
}

void Cluster::Worker::relist()
{
    if (m_machinery && m_machinery->feeds)
        m_machinery->feeds->relist();
}

void Cluster::Worker::stop()
{
    if (!m_machinery)
        return;
    m_machinery->feeds.reset();
    m_machinery->mailbox.touch();
}

void Cluster::Worker::acknowledge()
{
    if (m_machinery)
        m_machinery->mailbox.acknowledge();
    if (std::exchange(m_wasLarge, false))
        returnFreePages();
}

void Cluster::Worker::setNamespaces(const QList<QString> &names)
{
    m_namespaces = names;
    if (!m_machinery || !m_machinery->feeds)
        return;
    QList<QString> all = names;
    if (!all.contains(m_connection.defaultNamespace))
        all.prepend(m_connection.defaultNamespace);
    m_machinery->feeds->setFallback(all);
}

void Cluster::Worker::setAttended(bool attended)
{
    open();
    m_machinery->attention.setAttended(attended);
}

void Cluster::Worker::setOnDemand(bool onDemand)
{
    open();
    m_machinery->attention.setOnDemand(onDemand);
}

void Cluster::Worker::setWanted(Kind kind, bool wanted)
{
    open();
    m_machinery->attention.setWanted(kind, wanted);
}

void Cluster::Worker::askLanes(const QSet<kube::Key> &pods)
{
    m_asked = pods;
    if (!m_machinery || !m_machinery->feeds)
        return;
    m_machinery->feeds->lanes().ask(pods);
    m_machinery->mailbox.touch();
}

void Cluster::Worker::reconnect()
{
    if (!m_machinery)
        return;
    if (m_machinery->feeds)
        m_machinery->feeds->reconnect();
    m_machinery->wire.forgetConnections();
    m_isReconnecting = true;
}

Holdings Cluster::Worker::dump(Kind kind) const
{
    return m_machinery && m_machinery->feeds ? m_machinery->feeds->holdings(kind) : Holdings();
}

void Cluster::Worker::fill(Batch &batch)
{
    if (const Feeds *const feeds = m_machinery->feeds.get()) {
        batch.states = feeds->states();
        batch.lanes = m_machinery->feeds->lanes().takeChanged();
        batch.areLanesAsked = m_machinery->feeds->lanes().areAsked();
    }
    if (m_isStarting) {
        for (State *state : {&batch.states.pods, &batch.states.events, &batch.states.nodes, &batch.states.namespaces})
            state->phase = State::Phase::Connecting;
    }
    m_wasLarge = batch.pods.upserts.size() >= LargeBatch;
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
    m_machinery->wire.fetch(request, &m_machinery->identity, [this](const kube::Result<net::Reply> &reply) {
        if (reply && reply->isSuccess()) {
            takeClock(reply->date);
            takeVersion(decode::gitVersion(reply->body));
        }
        if (m_isStarting)
            startFeeds();
    });
}

void Cluster::Worker::takeVersion(const QString &version)
{
    if (version == m_gitVersion)
        return;
    m_gitVersion = version;
    // A new version is a new server: what it cannot do is found out again.
    for (Habits &habits : m_machinery->habits)
        habits.canStream = mayStreamLists(version);
    m_machinery->mailbox.touch();
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
    m_machinery->session.credentials().setClockOffset(better);
    m_machinery->mailbox.touch();
}

kube::Timestamp Cluster::Worker::serverNow() const
{
    return kube::Timestamp(m_timing.now().point() + m_clockOffset);
}

}  // namespace mirror
