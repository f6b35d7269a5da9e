// SPDX-License-Identifier: Apache-2.0
#include "windows/desks/logwatch.h"

#include "command/logs/logmix.h"
#include "models/workload.h"
#include "views/logs/logbar.h"
#include "views/logs/logview.h"
#include "windows/inspection.h"

#include <algorithm>

namespace windows {

using Phase = command::LogState::Phase;

LogWatch::LogWatch(const models::Snapshot &snapshot, Inspection &inspection, QWidget *window)
    : QObject(&inspection), m_snapshot(snapshot), m_view(new views::LogView(window))
{
    connect(&inspection, &Inspection::selectedChanged, this, &LogWatch::select);
    connect(&inspection, &Inspection::storiesChanged, m_view,
            [this](const QList<pull::Story> &stories) { m_view->setStories(stories); });
    connect(m_view, &views::LogView::wanted, this, [this] { open(); });
}

LogWatch::~LogWatch()
{
    m_feed.reset();
    delete m_view;
}

void LogWatch::setClient(command::Client *client)
{
    m_feed.reset();
    ++m_generation;
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
    m_feed.reset();
    ++m_generation;
    m_key = pod;
    m_uid = uid;
    m_view->setPod({});
    m_view->setPod(m_snapshot.pod(pod).whole());
    m_isDue = true;
    if (m_looked)
        open();
}

void LogWatch::follow()
{
    const kube::PodRef pod = m_snapshot.pod(m_key);
    if (!pod || pod->meta.uid != m_uid)
        return;  // of a pod that is gone its last log stays
    m_view->setPod(pod.whole());
    const kube::Timestamp now = runningSince();
    const bool isOver = m_view->state().isFinal() && m_view->wish().follow;
    if (!m_isDue && isOver && !now.isNull() && now > m_run && m_looked)
        open(m_view->state().phase == Phase::Ended);
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

/** The pods of the selected one's workload, itself first, by name. */
QList<kube::PodPtr> LogWatch::company() const
{
    QList<kube::PodPtr> pods;
    const kube::PodRef selected = m_snapshot.pod(m_key);
    const QString workload = selected ? models::workloadOf(*selected) : QString();
    if (m_view->bar().scope() != views::LogBar::Scope::Workload || workload.isEmpty())
        return pods;
    for (const kube::PodRef &pod : m_snapshot.pods())
        if (pod->meta.key.ns == m_key.ns && models::workloadOf(*pod) == workload)
            pods << pod.whole();
    std::ranges::sort(
        pods, {}, [this](const kube::PodPtr &pod) { return std::pair(pod->meta.key != m_key, pod->meta.key.name); });
    return pods;
}

void LogWatch::open(bool goOn)
{
    m_feed.reset();
    ++m_generation;
    m_isDue = !m_looked;
    const QList<command::LogWish> wishes = m_view->wishes(company());
    if (!m_client || wishes.isEmpty() || !m_looked)
        return;
    if (wishes.size() > 1) {
        m_view->begin(wishes.constFirst(), false, wishes.size() - std::min(wishes.size(), command::LogMix::Most));
        m_feed = std::make_unique<command::LogMix>(*m_client, wishes);
        ask();
        Q_EMIT changed();
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

void LogWatch::ask()
{
    m_feed->next().then(this, [this, generation = m_generation](const command::LogPart &part) {
        if (generation == m_generation)
            take(part);
    });
}

void LogWatch::take(const command::LogPart &part)
{
    m_view->take(part);
    if (part.state.isFinal())
        m_feed.reset();
    else
        ask();
    Q_EMIT changed();
}

}  // namespace windows
