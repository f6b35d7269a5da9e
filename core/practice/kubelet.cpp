// SPDX-License-Identifier: Apache-2.0
#include "practice/kubelet.h"

#include "practice/json.h"

using namespace Qt::StringLiterals;

namespace practice {

Kubelet::Kubelet(const Workplace &place, QObject *parent) : QObject(parent), m_place(place)
{
    // Queued: a kubelet hears of a change, it is not part of the write.
    connect(&place.store, &ObjectStore::changed, this, &Kubelet::follow, Qt::QueuedConnection);
    place.machine.report();
}

void Kubelet::follow(const Change &change)
{
    if (change.resource != u"pods" || text(change.after, u"spec.nodeName") != m_place.machine.name())
        return;
    const QString uid = text(change.after, u"metadata.uid");
    if (change.type == Change::Type::Deleted) {
        delete m_workers.take(uid);
        return;
    }
    if (!m_workers.contains(uid))
        m_workers.insert(uid, new PodWorker(m_place, change.after, this));
    if (!at(change.after, u"metadata.deletionTimestamp").isUndefined() && m_workers.value(uid))
        m_workers.value(uid)->terminate();
}

}  // namespace practice
