// SPDX-License-Identifier: Apache-2.0
#include "mirror/inside/lanes.h"

namespace mirror {

namespace {
constexpr qsizetype DeletedLimit = 1000;
}

void Lanes::observe(const kube::PodPtr &before, const kube::PodPtr &now, kube::Timestamp seen)
{
    const kube::Key &key = now ? now->meta.key : before->meta.key;
    m_recorder.observePod(before.get(), now.get(), seen);
    if (now) {
        m_alive.insert(key);
        return;
    }
    m_alive.remove(key);
    m_deleted.removeOne(key);
    m_deleted << key;
    if (m_deleted.size() <= DeletedLimit)
        return;
    const kube::Key oldest = m_deleted.takeFirst();
    if (!m_alive.contains(oldest))
        m_recorder.forget(oldest);
}

void Lanes::observe(const kube::Event &event)
{
    m_recorder.observeEvent(event);
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
