// SPDX-License-Identifier: Apache-2.0
#include "windows/desks/desk.h"

#include "mirror/cluster.h"
#include "models/workload.h"
#include "style/accesswords.h"
#include "views/decisionview.h"
#include "views/describe/describetree.h"
#include "views/describeview.h"
#include "views/eventtable.h"
#include "views/imagematrixview.h"
#include "views/registryview.h"
#include "views/table/podtable.h"
#include "views/timelinepanel.h"
#include "views/timelineview.h"
#include "views/trail/ownertrail.h"
#include "views/truth/truthframe.h"
#include "windows/desks/kindwatch.h"
#include "windows/desks/lanewatch.h"
#include "windows/desks/logwatch.h"
#include "windows/inspection.h"
#include "windows/pullboards.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace windows {

Desk::Desk(Place place, QWidget *window)
    : QObject(window), m_place(std::move(place)), m_pods(new models::PodModel(this)),
      m_events(new models::EventModel(this)), m_time(new style::TimeWindow(this)),
      m_inspection(new Inspection(m_snapshot, this)), m_logs(new LogWatch(m_snapshot, *m_pods, *m_inspection, window)),
      m_kinds(new KindWatch(m_snapshot, window, this)), m_table(new views::PodTable(*m_pods, window)),
      m_eventTable(new views::EventTable(*m_events, *m_time, window)), m_timeline(new views::TimelinePanel(window)),
      m_decision(new views::DecisionView(window)), m_describe(new views::DescribeView(window)),
      m_boards(new PullBoards(m_snapshot, window)),
      m_lanes(new LaneWatch(m_snapshot, *m_table, *m_inspection, *m_timeline, this)),
      m_images(new views::TruthFrame(&m_boards->images(), window)),
      m_registries(new views::TruthFrame(&m_boards->registries(), window))
{
    const auto clock = [this] { return m_snapshot.now(); };
    m_pods->setClock(clock);
    m_events->setClock(clock);
    m_pods->setEvents([this](const kube::SlimPod &pod) { return m_snapshot.eventsOf(pod); });
    m_timeline->view().setClock(clock);
    m_timeline->view().setTimeWindow(m_time);
    m_decision->setClock(clock);
    wireTable();
    wireInspection();
    wireTimeline();
    showTruth();
}

Desk::~Desk()
{
    delete m_logs;  // it has an open log of the cluster
    delete m_lanes;
    delete m_kinds;
    m_cluster.reset();
    // The views may have another parent by now; they read the models, so they go first.
    for (QWidget *view : std::initializer_list<QWidget *>{m_table, m_eventTable, m_timeline, m_decision, m_describe,
                                                          m_images, m_registries})
        delete view;
    delete m_boards;
}

void Desk::wireTable()
{
    connect(m_table, &views::PodTable::podSelected, m_inspection, &Inspection::select);
    connect(m_table, &views::PodTable::podActivated, this, [this](const kube::Key &pod) {
        select(pod);
        Q_EMIT whyRequested();
    });
    connect(m_table, &views::PodTable::filterCleared, this, [this] { setFilter({}); });
    connect(m_table, &views::PodTable::newRequested, this, &Desk::manifestRequested);
    connect(m_table, &views::PodTable::actChosen, this, &Desk::act);
    connect(m_eventTable, &views::EventTable::actChosen, this, &Desk::act);
    connect(m_images, &views::TruthFrame::chosen, this, &Desk::act);
    connect(m_registries, &views::TruthFrame::chosen, this, &Desk::act);
    connect(m_eventTable, &views::EventTable::podSelected, this, &Desk::select);
    connect(&m_boards->images(), &views::ImageMatrixView::imageChosen, this,
            [this](const QString &image) { setFilter(u"image:"_s + image); });
}

void Desk::wireInspection()
{
    connect(m_logs, &LogWatch::changed, this, &Desk::changed);
    connect(m_kinds, &KindWatch::changed, this, &Desk::changed);
    connect(m_kinds, &KindWatch::podWanted, this, &Desk::select);
    connect(m_kinds, &KindWatch::podsWanted, this, [this](const QString &filter, const QString &ns) {
        setFilter(filter);
        if (!ns.isNull())
            watch(ns.isEmpty() ? QStringList() : QStringList{ns});
        m_table->setFocus();
    });
    connect(m_decision, &views::DecisionView::eventRequested, m_eventTable, &views::EventTable::reveal);
    connect(m_describe, &views::DescribeView::retryRequested, m_inspection, &Inspection::describe);
    connect(m_inspection, &Inspection::selectedChanged, this, [this](const kube::Key &pod, const QString &uid) {
        const kube::PodRef known = m_snapshot.pod(pod);
        m_eventTable->setPod(pod, uid, known ? models::ownersOf(*known) : QList<kube::OwnerReference>());
        m_timeline->view().setSelected(pod);
        const QList<views::OwnerTrail::Step> trail = views::OwnerTrail::stepsTo(known);
        m_decision->trail().setSteps(trail);
        m_describe->trail().setSteps(trail);
        Q_EMIT changed();
    });
    connect(m_inspection, &Inspection::storiesChanged, m_decision, &views::DecisionView::setStories);
    connect(m_inspection, &Inspection::describeCleared, m_describe, &views::DescribeView::clear);
    connect(m_inspection, &Inspection::describeFailed, m_describe, &views::DescribeView::setError);
    connect(m_inspection, &Inspection::described, this, [this](const QString &text, const auto &tree) {
        m_describe->setText(text);
        m_describe->tree().setNodes(tree);
        Q_EMIT changed();
    });
}

void Desk::wireTimeline()
{
    views::TimelineView &timeline = m_timeline->view();
    timeline.setOwners([this](const kube::Key &key) {
        const kube::PodRef pod = m_snapshot.pod(key);
        return pod ? models::workloadOf(*pod) : QString();
    });
    connect(m_lanes, &LaneWatch::asked, this, [this](const QSet<kube::Key> &pods) {
        if (m_cluster)
            m_cluster->askLanes(pods);
    });
    connect(&timeline, &views::TimelineView::podSelected, this, &Desk::select);
    connect(&timeline, &views::TimelineView::podActivated, this, &Desk::whyRequested);
}

QString Desk::scope() const
{
    return m_namespaces.size() == 1 ? m_namespaces.first() : QString();
}

void Desk::attach(std::unique_ptr<mirror::Cluster> cluster, const QStringList &namespaces)
{
    std::ignore = detach();
    m_cluster = std::move(cluster);
    narrow(namespaces);
    const config::Connection &connection = m_cluster->connection();
    m_login = style::StateWords::login(connection);
    m_program = connection.hasExec
                    ? style::AccessWords::commandLine(QStringList{connection.exec.command} + connection.exec.arguments)
                    : QString();
    m_inspection->setClient(&m_cluster->client());
    m_logs->setClient(&m_cluster->client());
    m_kinds->setClient(&m_cluster->client());
    m_kinds->setNamespace(scope());
    mirror::Batch nothing;
    nothing.reset = true;
    for (mirror::State *state :
         {&nothing.states.pods, &nothing.states.events, &nothing.states.nodes, &nothing.states.namespaces})
        state->phase = mirror::State::Phase::Connecting;
    apply(nothing);
    m_cluster->pastPulls().then(this, [this, asked = m_cluster.get()](const kube::Result<QList<kube::EventPtr>> &past) {
        if (asked != m_cluster.get())
            return;
        m_boards->setPast(past);
        m_history = past ? QString() : past.error().message + u" ("_s + past.error().where + u')';
        showTruth();
    });
    connect(m_cluster.get(), &mirror::Cluster::arrived, this, &Desk::apply);
    m_cluster->setAttended(m_shown);
    m_cluster->setReadOnly(m_readOnly);
    m_cluster->setNamespaces(namespaces);
    m_cluster->watch(scope());
}

/** All views show what is in these namespaces. */
void Desk::narrow(const QStringList &namespaces)
{
    m_namespaces = namespaces;
    m_table->filter().setNamespaces(namespaces);
    m_eventTable->setNamespaces(namespaces);
    m_timeline->view().setNamespaces(namespaces);
    m_boards->setNamespaces(namespaces);
    m_logs->keepTo(namespaces);
}

std::unique_ptr<mirror::Cluster> Desk::detach()
{
    if (m_cluster)
        m_cluster->disconnect(this);
    m_inspection->setClient(nullptr);
    m_logs->setClient(nullptr);
    m_kinds->setClient(nullptr);
    m_boards->setPast({});
    mirror::Batch nothing;
    nothing.reset = true;
    auto cluster = std::move(m_cluster);
    apply(nothing);
    return cluster;
}

void Desk::fail(const kube::Error &error)
{
    if (m_cluster)
        m_cluster->disconnect(this);
    m_logs->setClient(nullptr);
    m_kinds->setClient(nullptr);
    m_cluster.reset();
    m_inspection->setClient(nullptr);
    mirror::Batch batch;
    batch.states = m_snapshot.states();
    for (mirror::State *state :
         {&batch.states.pods, &batch.states.events, &batch.states.nodes, &batch.states.namespaces}) {
        const bool wasLive = state->phase == mirror::State::Phase::Live;
        const kube::Timestamp asOf = wasLive ? truth(mirror::Kind::Pods).now : state->asOf;
        *state = {};
        state->phase = mirror::State::Phase::Failed;
        state->asOf = asOf;
        state->since = truth(mirror::Kind::Pods).now;
        state->error = error;
    }
    apply(batch);
}

void Desk::watch(const QStringList &namespaces)
{
    const QString before = scope();
    narrow(namespaces);
    if (m_cluster) {
        m_cluster->setNamespaces(namespaces);
        // of several, all that may be listed is here already
        if (scope() != before || m_snapshot.state().phase == mirror::State::Phase::Idle)
            m_cluster->watch(scope());
    }
    m_kinds->setNamespace(scope());
    showTruth();
    Q_EMIT namespacesChosen(namespaces);
    Q_EMIT changed();
}

void Desk::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    if (m_cluster)
        m_cluster->setReadOnly(readOnly);
    Q_EMIT changed();
}

void Desk::apply(const mirror::Batch &batch)
{
    m_snapshot.apply(batch);
    m_pods->apply(batch);
    m_events->apply(batch);
    m_lanes->apply(batch);
    m_boards->apply(batch);
    m_inspection->follow(batch);
    m_logs->follow(batch);
    showTruth();
    Q_EMIT changed();
}

void Desk::setShown(bool shown)
{
    m_shown = shown;
    m_inspection->setAwake(shown);
    if (m_cluster)
        m_cluster->setAttended(shown);
    if (shown)
        showTruth();
}

void Desk::tick()
{
    m_table->filter().tick();
    m_logs->tick();
    showTruth();
}

style::Truth Desk::truth(mirror::Kind kind) const
{
    const mirror::States &states = m_snapshot.states();
    style::Truth truth;
    switch (kind) {
    case mirror::Kind::Pods: truth.state = states.pods; break;
    case mirror::Kind::Events: truth.state = states.events; break;
    case mirror::Kind::Nodes: truth.state = states.nodes; break;
    case mirror::Kind::Namespaces: truth.state = states.namespaces; break;
    }
    // A restored backup is one piece of news, told above the pods, whoever noticed it.
    for (const mirror::State *state : {&states.events, &states.nodes, &states.namespaces})
        if (kind == mirror::Kind::Pods)
            truth.state.rolledBack = std::max(truth.state.rolledBack, state->rolledBack);
    if (kind != mirror::Kind::Pods)
        truth.state.rolledBack = {};
    if (m_namespaces.size() > 1)  // what was not chosen is not missed
        truth.state.missing.removeIf([this](const QString &name) { return !m_namespaces.contains(name); });
    truth.scope = {kind, mirror::isNamespaced(kind) ? scope() : QString(), int(m_snapshot.namespaces().size()), m_login,
                   m_program};
    truth.now = kube::Timestamp::fromUnixNanoseconds(QDateTime::currentMSecsSinceEpoch() * 1'000'000);
    truth.seen = m_seenRollback;
    return truth;
}

/** Views compare what they are given: a live list, whose sentences have no time in them, is told no time. */
void Desk::showTruth()
{
    if (!m_shown)
        return;
    const auto of = [this](mirror::Kind kind) {
        style::Truth now = truth(kind);
        if (now.state.phase == mirror::State::Phase::Live && now.state.rolledBack.isNull())
            now.now = {};
        return now;
    };
    m_table->setTruth(of(mirror::Kind::Pods));
    m_eventTable->setTruth(of(mirror::Kind::Events));
    m_images->setNotices(style::StateWords::notices(of(mirror::Kind::Nodes)));
    QList<style::Notice> events = style::StateWords::notices(of(mirror::Kind::Events));
    if (!m_history.isEmpty())
        events.append({style::Tone::Waiting, tr("The history cannot be kept: %1").arg(m_history), style::Act::None});
    m_registries->setNotices(events);
}

void Desk::cancel()
{
    if (!m_cluster)
        return;
    if (m_program.isEmpty()) {
        m_cluster->stop();
        return;
    }
    // Only with its cluster a program that waits for somebody ends.
    kube::Error error;
    error.kind = kube::Error::Kind::Cancelled;
    error.message = tr("The login was cancelled.");
    fail(error);
}

void Desk::retry()
{
    // What has to be allowed first is asked for by who made the cluster.
    if (!m_cluster || m_snapshot.state().error.reason == config::ConsentNeeded)
        Q_EMIT connectRequested();
    else if (m_snapshot.state().phase == mirror::State::Phase::Idle)
        m_cluster->watch(scope());
    else
        m_cluster->relist();
}

void Desk::act(style::Act act)
{
    switch (act) {
    case style::Act::None:
    case style::Act::Review: break;
    case style::Act::Retry:
    case style::Act::Connect: retry(); break;
    case style::Act::Cancel: cancel(); break;
    case style::Act::ChooseNamespace: Q_EMIT namespaceWanted(); break;
    case style::Act::Dismiss:
        m_seenRollback = truth(mirror::Kind::Pods).state.rolledBack;
        showTruth();
        break;
    }
}

void Desk::select(const kube::Key &pod)
{
    m_table->select(pod);
    m_inspection->select(pod);
}

void Desk::setFilter(const QString &text)
{
    if (text == filter())
        return;
    m_table->filter().setText(text);
    Q_EMIT changed();
}

QString Desk::filter() const
{
    return m_table->filter().text();
}

}  // namespace windows
