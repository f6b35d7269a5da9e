// SPDX-License-Identifier: Apache-2.0
#include "views/lanelist.h"

#include <algorithm>

namespace views {

namespace {

void widen(LaneList::Extent &extent, kube::Timestamp at)
{
    if (at.isNull())
        return;
    if (extent.begin.isNull() || at < extent.begin)
        extent.begin = at;
    if (extent.end.isNull() || at > extent.end)
        extent.end = at;
}

void widen(LaneList::Extent &extent, const timeline::Lane &lane)
{
    if (!lane.spans.isEmpty()) {
        widen(extent, lane.spans.constFirst().begin);
        const timeline::Span &last = lane.spans.constLast();
        widen(extent, last.begin);
        widen(extent, last.end);
        extent.open = extent.open || last.end.isNull();
    }
    for (const timeline::Mark &mark : lane.marks) {
        widen(extent, mark.at);
        widen(extent, mark.last);
    }
}

}  // namespace

void LaneList::set(const QList<timeline::PodLanesPtr> &pods)
{
    m_pods.clear();
    for (const timeline::PodLanesPtr &pod : pods)
        if (pod)
            m_pods.append(pod);
    reindex();
}

void LaneList::apply(const QList<timeline::PodLanesPtr> &pods)
{
    bool moved = false;
    for (const timeline::PodLanesPtr &pod : pods) {
        if (!pod)
            continue;
        const auto known = m_byUid.constFind({pod->pod, pod->uid});
        if (known != m_byUid.cend()) {
            moved = moved || m_pods.at(*known)->lanes.size() != pod->lanes.size() || pod->deleted;
            m_pods[*known] = pod;
        } else {
            m_byUid.insert({pod->pod, pod->uid}, m_pods.size());
            m_pods.append(pod);
            moved = true;
        }
    }
    if (!moved)
        return;
    dropOldDeleted();
    reindex();
}

void LaneList::dropOldDeleted()
{
    const auto gone = [](const timeline::PodLanesPtr &pod) { return pod->deleted; };
    m_pods.removeIf([](const timeline::PodLanesPtr &pod) { return pod->deleted && pod->lanes.isEmpty(); });
    qsizetype surplus = std::ranges::count_if(m_pods, gone) - KeptDeleted;
    if (surplus > 0)
        m_pods.removeIf([&](const timeline::PodLanesPtr &pod) { return pod->deleted && surplus-- > 0; });
}

void LaneList::reindex()
{
    m_firstRows.clear();
    m_firstRows.reserve(m_pods.size());
    m_newest.clear();
    m_byUid.clear();
    m_rowCount = 0;
    for (qsizetype i = 0; i < m_pods.size(); ++i) {
        const timeline::PodLanes &pod = *m_pods.at(i);
        m_firstRows.append(m_rowCount);
        m_rowCount += pod.lanes.size();
        m_newest.insert(pod.pod, i);
        m_byUid.insert({pod.pod, pod.uid}, i);
    }
}

LaneList::Row LaneList::row(qsizetype index) const
{
    if (index < 0 || index >= m_rowCount)
        return {};
    const auto after = std::ranges::upper_bound(m_firstRows, index);
    const qsizetype pod = std::distance(m_firstRows.cbegin(), after) - 1;
    return {pod, index - m_firstRows.at(pod)};
}

const timeline::Lane *LaneList::lane(qsizetype index) const
{
    const Row at = row(index);
    return at.pod < 0 ? nullptr : &m_pods.at(at.pod)->lanes.at(at.lane);
}

std::optional<qsizetype> LaneList::find(const kube::Key &key) const
{
    const auto found = m_newest.constFind(key);
    return found == m_newest.cend() ? std::nullopt : std::optional(*found);
}

LaneList::Extent LaneList::extent(std::optional<qsizetype> pod) const
{
    Extent extent;
    const qsizetype first = pod.value_or(0);
    const qsizetype last = pod ? *pod + 1 : m_pods.size();
    for (qsizetype i = first; i < last; ++i)
        for (const timeline::Lane &lane : m_pods.at(i)->lanes)
            widen(extent, lane);
    return extent;
}

bool LaneList::hasOpen(qsizetype firstRow, qsizetype lastRow) const
{
    for (qsizetype i = std::max<qsizetype>(firstRow, 0); i <= std::min(lastRow, m_rowCount - 1); ++i) {
        const timeline::Lane *one = lane(i);
        if (!one->spans.isEmpty() && one->spans.constLast().end.isNull())
            return true;
    }
    return false;
}

}  // namespace views
