// SPDX-License-Identifier: Apache-2.0
#include "mirror/inside/lanes.h"

namespace mirror {

namespace {
constexpr qsizetype DeletedLimit = 1000;
constexpr qsizetype Most = 2000;   ///< pods that all have lanes
constexpr qsizetype Again = 1500;  ///< so few that all have them again
}  // namespace

void Lanes::observe(const Change<kube::SlimPod> &change, kube::Timestamp seen)
{
    if (!change.before || !change.now)
        weigh();
    if (!isWanted(change.key))
        return;
    m_recorder.observePod(change.before.whole().get(), change.now.whole().get(), seen);
    if (change.now)
        return;
    m_deleted.removeOne(change.key);
    m_deleted << change.key;
    if (m_deleted.size() <= DeletedLimit)
        return;
    const kube::Key oldest = m_deleted.takeFirst();
    if (!m_pods.value(oldest))
        m_recorder.forget(oldest);
}

void Lanes::observe(const kube::Event &event)
{
    if (isWanted({event.involved.ns, event.involved.name}))
        m_recorder.observeEvent(event);
}

/** Whether there are too many pods, or few again. */
void Lanes::weigh()
{
    const qsizetype count = m_pods.size();
    if (!m_areAsked && count > Most) {
        m_areAsked = true;
        m_recorder = {};
        m_deleted.clear();
        begin(m_asked);
    } else if (m_areAsked && count < Again) {
        m_areAsked = false;
        m_recorder = {};
        QSet<kube::Key> all;
        for (const auto &pod : m_pods.objects())
            all.insert(pod->meta.key);
        begin(all);
    }
}

void Lanes::ask(const QSet<kube::Key> &pods)
{
    const QSet<kube::Key> before = std::exchange(m_asked, pods);
    if (!m_areAsked)
        return;
    for (const kube::Key &key : before - pods) {
        m_recorder.forget(key);
        m_deleted.removeOne(key);
    }
    begin(pods);  // also those that are held: who asks may have let go of what was told
}

void Lanes::begin(const QSet<kube::Key> &pods)
{
    if (pods.isEmpty())
        return;
    for (const kube::Key &key : pods)
        if (const kube::PodPtr pod = m_pods.value(key).whole())
            m_recorder.observePod(nullptr, pod.get(), {});
    for (const kube::EventPtr &event : m_events.objects())
        if (pods.contains({event->involved.ns, event->involved.name}))
            m_recorder.observeEvent(*event);
}

QList<timeline::PodLanesPtr> Lanes::takeChanged()
{
    QList<timeline::PodLanesPtr> changed;
    const QList<kube::Key> keys = m_recorder.takeChanged();
    for (const kube::Key &key : keys) {
        if (timeline::PodLanesPtr lanes = m_recorder.lanes(key))
            changed << lanes;
    }
    return changed;
}

}  // namespace mirror
