// SPDX-License-Identifier: Apache-2.0
#include "windows/desks/logwatch.h"

#include "command/client.h"
#include "models/workload.h"
#include "views/logs/logtext.h"
#include "views/logs/logview.h"
#include "views/logs/logwords.h"
#include "windows/inspection.h"

#include <algorithm>

namespace windows {

using Phase = command::LogState::Phase;
using Scope = views::LogBar::Scope;

LogWatch::LogWatch(const models::Snapshot &snapshot, const models::PodModel &pods, Inspection &inspection,
                   QWidget *window)
    : QObject(&inspection), m_snapshot(snapshot), m_pods(pods), m_view(new views::LogView(window))
{
    connect(&inspection, &Inspection::selectedChanged, this, &LogWatch::select);
    connect(&inspection, &Inspection::storiesChanged, m_view, [this, &inspection](const QList<pull::Story> &stories) {
        if (inspection.selected() == m_key)
            m_view->setStories(stories);
    });
    connect(m_view, &views::LogView::wanted, this, [this] { open(); });
    connect(&m_view->text(), &views::LogText::filled, this, &LogWatch::goOn);
}

LogWatch::~LogWatch()
{
    close();
    delete m_view;
}

/** What was asked for is not waited for any more. */
void LogWatch::close()
{
    m_mix = nullptr;
    m_feed.reset();
    m_runs.clear();
    m_members.clear();
    m_isAsking = m_isOver = false;
    ++m_generation;
}

void LogWatch::setClient(command::Client *client)
{
    close();
    m_client = client;
    m_isDue = client != nullptr;
    if (client && m_looked)
        open();
}

void LogWatch::setLooked(bool looked)
{
    m_looked = looked;
    if (looked && m_isDue)
        open();
}

void LogWatch::select(const kube::Key &pod, const QString &uid)
{
    // A rollout takes the selected pod away and another row becomes the current one: that is not the user's doing.
    const bool isMoved = !isThere(std::exchange(m_current, {pod, uid}));
    if (scope() == Scope::Shown) {
        m_key = pod;
        m_uid = uid;
        m_chosen.clear();
        m_view->setPod(m_snapshot.pod(pod).whole());
        m_view->setSelected(0);
        return;
    }
    if (m_mix && isMoved && scope() != Scope::Pod)
        return;
    show(pod, uid);
}

/** Nothing but the pod is meant from here. */
void LogWatch::show(const kube::Key &pod, const QString &uid)
{
    close();
    m_key = pod;
    m_uid = uid;
    m_chosen.clear();
    m_view->setShown({});
    m_view->setPod({});
    m_view->setSelected(0);
    m_view->setPod(m_snapshot.pod(pod).whole());
    openIfLooked();
}

void LogWatch::openIfLooked()
{
    m_isDue = true;
    if (m_looked)
        open();
}

bool LogWatch::isThere(const std::pair<kube::Key, QString> &pod) const
{
    const kube::PodRef known = m_snapshot.pod(pod.first);
    return known && known->meta.uid == pod.second;
}

void LogWatch::choose(const QList<kube::PodRef> &pods)
{
    m_chosen.clear();
    for (const kube::PodRef &pod : pods)
        m_chosen.insert(pod->meta.key);
    m_view->setSelected(m_chosen.size());
    openIfLooked();
}

void LogWatch::choose(const models::PodChoice &shown)
{
    m_shown = shown;
    m_view->setShown(views::LogWords::shown(shown));
    openIfLooked();
}

void LogWatch::chooseCurrent()
{
    if (scope() == Scope::Shown && m_snapshot.pod(m_key))
        show(m_key, m_uid);
}

void LogWatch::keepTo(const QStringList &namespaces)
{
    const QSet<QString> known(namespaces.cbegin(), namespaces.cend());
    const bool isKnown = known.isEmpty() || (!m_shown.namespaces.isEmpty() && known.contains(m_shown.namespaces));
    if (scope() == Scope::Shown && !isKnown)
        show(m_key, m_uid);
}

void LogWatch::follow(const mirror::Batch &batch)
{
    if (m_mix)
        for (const kube::PodRef &pod : batch.pods.upserts)
            joinFrom(pod);
    const kube::PodRef pod = m_snapshot.pod(m_key);
    if (!pod || pod->meta.uid != m_uid)
        return;  // of a pod that is gone its last log stays
    m_view->setPod(pod.whole());
    const kube::Timestamp now = runningSince();
    const bool isOver = m_view->state().isFinal() && m_view->wish().follow;
    if (!m_mix && !m_isDue && isOver && !now.isNull() && now > m_run && m_looked)
        open(m_view->state().phase == Phase::Ended);
}

bool LogWatch::isMember(const kube::SlimPod &pod) const
{
    switch (scope()) {
    case Scope::Container: return false;
    case Scope::Pod: return pod.meta.uid == m_uid;
    case Scope::Workload: return pod.meta.key.ns == m_key.ns && models::workloadOf(pod) == m_workload;
    case Scope::Selected: return m_chosen.contains(pod.meta.key);
    case Scope::Shown: {
        const int row = m_pods.row(pod.meta.key);
        return hasJoined(pod) || (row >= 0 && m_shown.accepts(m_pods, row, m_pods.now()));
    }
    }
    return false;
}

/** A filter may ask for what changes: a pod that was waiting, now runs, is still the one whose log is wanted. */
bool LogWatch::hasJoined(const kube::SlimPod &pod) const
{
    const auto it = m_members.constFind(pod.meta.key);
    return it != m_members.cend() && pod.meta.uid == *it;
}

void LogWatch::tick()
{
    if (!m_mix || scope() != Scope::Shown || !m_shown.query.dependsOnTime())
        return;
    for (int row = 0; row < m_pods.rowCount(); ++row)
        if (const kube::PodRef &pod = m_pods.pod(row); !hasJoined(*pod))
            joinFrom(pod);
}

/** What has started in a pod, and was not asked for yet, joins the mix. */
void LogWatch::joinFrom(const kube::PodRef &pod)
{
    if (!m_view->wish().follow || !isMember(*pod))
        return;
    m_members.insert(pod->meta.key, pod->meta.uid);
    const kube::PodPtr whole = pod.whole();
    for (command::LogWish wish : m_view->wishes({pod})) {
        const kube::Timestamp run = startOf(*whole, wish.container);
        kube::Timestamp &known = m_runs[{pod->meta.uid, wish.container}];
        known = std::max(known, m_mix->wasRead(wish.pod, wish.container));
        if (run.isNull() || run <= known || m_mix->has(wish.pod, wish.container))
            continue;
        if (!known.isNull()) {  // only the new run: what came before is shown
            wish.sinceSeconds = wish.tailLines = std::nullopt;
            wish.since = run;
        }
        known = run;
        m_isOver = false;
        m_mix->join(wish);
        goOn();
    }
}

views::LogBar::Scope LogWatch::scope() const
{
    return m_view->bar().scope();
}

kube::Timestamp LogWatch::runningSince() const
{
    const kube::PodPtr pod = m_snapshot.pod(m_key).whole();
    if (!pod)
        return {};
    for (const kube::Container &container : pod->allContainers())
        if (const auto *status = pod->statusOf(container); status && container.name == m_view->bar().container())
            return status->state.phase == kube::ContainerState::Phase::Running ? status->state.startedAt
                                                                               : kube::Timestamp();
    return {};
}

kube::Timestamp LogWatch::startOf(const kube::Pod &pod, const QString &container)
{
    for (const kube::Container &one : pod.allContainers())
        if (const auto *status = pod.statusOf(one); status && one.name == container)
            return command::newestRun(*status);
    return {};
}

/** The pods that are wanted together, the current one first, by name. */
QList<kube::PodRef> LogWatch::company() const
{
    QList<kube::PodRef> pods;
    if (scope() == Scope::Shown || scope() == Scope::Selected || (scope() == Scope::Workload && !m_workload.isEmpty()))
        for (int row = 0; row < m_pods.rowCount(); ++row)
            if (isMember(*m_pods.pod(row)))
                pods << m_pods.pod(row);
    std::ranges::sort(pods, [this](const kube::PodRef &a, const kube::PodRef &b) {
        const bool isOther = a->meta.key != m_key;
        return isOther == (b->meta.key != m_key) ? a->meta.key.name < b->meta.key.name : !isOther;
    });
    return pods;
}

void LogWatch::open(bool goOn)
{
    close();
    m_isDue = !m_looked;
    if (!m_client || !m_looked)
        return;
    if (const kube::PodRef selected = m_snapshot.pod(m_key))
        m_workload = models::workloadOf(*selected);
    const QList<command::LogWish> wishes = m_view->wishes(company());
    if (wishes.isEmpty() && scope() != Scope::Shown)
        return;
    if (scope() != Scope::Container) {
        openSeveral(wishes);
        return;
    }
    command::LogWish wish = wishes.constFirst();
    m_run = runningSince();
    m_view->begin(wish, goOn);
    if (goOn) {  // only the new run: what came before is shown
        wish.sinceSeconds = wish.tailLines = std::nullopt;
        wish.since = m_run;
    }
    m_feed = m_client->log(wish);
    ask();
    Q_EMIT changed();
}

void LogWatch::openSeveral(const QList<command::LogWish> &wishes)
{
    m_view->beginSeveral(wishes.value(0, m_view->bar().wish()));
    for (const command::LogWish &wish : wishes) {
        if (const kube::PodPtr pod = m_snapshot.pod(wish.pod).whole()) {
            m_members.insert(wish.pod, pod->meta.uid);
            m_runs.insert({pod->meta.uid, wish.container}, startOf(*pod, wish.container));
        }
    }
    auto mix = std::make_unique<command::LogMix>(*m_client, wishes, &views::LogWords::turn);
    m_mix = mix.get();
    m_feed = std::move(mix);
    ask();
    Q_EMIT changed();
}

void LogWatch::ask()
{
    m_isAsking = true;
    m_feed->next().then(this, [this, generation = m_generation](const command::LogPart &part) {
        if (generation == m_generation)
            take(part);
    });
}

/** Asks for more once all that came stands in the view, so that the reader holds what is too much, not the window. */
void LogWatch::goOn()
{
    if (m_feed && !m_isAsking && !m_isOver && m_view->text().isFilled())
        ask();
}

void LogWatch::take(const command::LogPart &part)
{
    m_isAsking = false;
    m_isOver = part.state.isFinal();
    m_view->take(part, m_mix ? m_mix->waiting() : 0);
    if (m_isOver && !m_mix)
        m_feed.reset();
    // The next run of one that ended may have been told before its end was.
    if (m_mix)
        for (const QList<kube::Key> over = m_mix->takeLeft(); const kube::Key &key : over)
            if (const kube::PodRef pod = m_snapshot.pod(key))
                joinFrom(pod);
    goOn();
    Q_EMIT changed();
}

}  // namespace windows
