// SPDX-License-Identifier: Apache-2.0
#include "views/lanelist.h"

#include <algorithm>
#include <ranges>

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

LaneList::Extent extentOf(const timeline::PodLanes &pod)
{
    LaneList::Extent extent;
    for (const timeline::Lane &lane : pod.lanes)
        widen(extent, lane);
    return extent;
}

/** The same pod, ended: nobody told of its end, but another has its name. */
timeline::PodLanesPtr ended(const timeline::PodLanes &pod, kube::Timestamp at)
{
    auto gone = std::make_shared<timeline::PodLanes>(pod);
    gone->deleted = true;
    for (timeline::Lane &lane : gone->lanes)
        if (!lane.spans.isEmpty() && lane.spans.constLast().end.isNull())
            lane.spans.last().end = std::max(at, lane.spans.constLast().begin);
    return gone;
}

}  // namespace

void LaneList::set(const QList<timeline::PodLanesPtr> &pods)
{
    m_all.clear();
    m_byUid.clear();
    m_latest.clear();
    apply(pods);
    reindex();
}

void LaneList::apply(const QList<timeline::PodLanesPtr> &pods)
{
    bool moved = false;
    QList<std::pair<kube::Timestamp, timeline::PodLanesPtr>> fresh;
    for (const timeline::PodLanesPtr &pod : pods) {
        if (!pod)
            continue;
        const auto known = m_byUid.constFind({pod->pod, pod->uid});
        if (known == m_byUid.cend()) {
            fresh.append({extentOf(*pod).begin, pod});
            moved = true;
            continue;
        }
        timeline::PodLanesPtr &held = m_all[*known].lanes;
        moved = moved || held->lanes.size() != pod->lanes.size() || held->deleted != pod->deleted;
        held = pod;
    }
    // a batch has no order of its own: what began first comes first
    std::ranges::stable_sort(fresh, {}, &std::pair<kube::Timestamp, timeline::PodLanesPtr>::first);
    for (const auto &[begin, pod] : std::as_const(fresh))
        add(pod);
    if (!moved)
        return;
    dropOldDeleted();
    reindex();
}

void LaneList::add(const timeline::PodLanesPtr &pod)
{
    if (!pod->deleted)
        replaceLiving(*pod);
    m_byUid.insert({pod->pod, pod->uid}, m_all.size());
    m_latest.insert(pod->pod, m_all.size());
    m_all.append({pod, m_owners ? m_owners(pod->pod) : QString()});
}

void LaneList::replaceLiving(const timeline::PodLanes &by)
{
    const auto latest = m_latest.constFind(by.pod);
    if (latest == m_latest.cend())
        return;
    Entry &held = m_all[*latest];
    if (!held.lanes->deleted && held.lanes->uid != by.uid)
        held.lanes = ended(*held.lanes, extentOf(by).begin);
}

void LaneList::forget(kube::Timestamp now)
{
    const qsizetype before = m_all.size();
    m_all.removeIf([now](const Entry &entry) {
        const kube::Timestamp end = entry.lanes->deleted ? extentOf(*entry.lanes).end : kube::Timestamp();
        return !end.isNull() && now - end > DeletedStay;
    });
    if (m_all.size() != before)
        reindex();
}

void LaneList::keep(const QSet<kube::Key> &pods)
{
    if (m_all.removeIf([&pods](const Entry &entry) { return !pods.contains(entry.lanes->pod); }) > 0)
        reindex();
}

void LaneList::choose(Scope scope, const kube::Key &pod)
{
    if (scope == m_scope && (pod == m_chosen || scope == Scope::All)) {
        m_chosen = pod;
        return;
    }
    m_scope = scope;
    m_chosen = pod;
    reindex();
}

void LaneList::setNamespaces(const QStringList &names)
{
    if (const QSet<QString> wanted(names.cbegin(), names.cend()); wanted != m_namespaces) {
        m_namespaces = wanted;
        reindex();
    }
}

void LaneList::setAligned(bool on)
{
    m_aligned = on;
}

void LaneList::dropOldDeleted()
{
    m_all.removeIf([](const Entry &entry) { return entry.lanes->deleted && entry.lanes->lanes.isEmpty(); });
    qsizetype surplus =
        std::ranges::count_if(m_all, [](const Entry &entry) { return entry.lanes->deleted; }) - KeptDeleted;
    if (surplus > 0)
        m_all.removeIf([&](const Entry &entry) { return entry.lanes->deleted && surplus-- > 0; });
}

bool LaneList::isChosen(const Entry &entry, const QString &owner) const
{
    if (!m_namespaces.isEmpty() && !m_namespaces.contains(entry.lanes->pod.ns))
        return false;
    if (m_scope == Scope::All || m_chosen.name.isEmpty() || entry.lanes->pod == m_chosen)
        return true;
    return m_scope == Scope::Workload && !owner.isEmpty() && entry.owner == owner && entry.lanes->pod.ns == m_chosen.ns;
}

void LaneList::reindex()
{
    m_byUid.clear();
    m_latest.clear();
    QString owner;
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        m_byUid.insert({m_all.at(i).lanes->pod, m_all.at(i).lanes->uid}, i);
        m_latest.insert(m_all.at(i).lanes->pod, i);
        if (m_all.at(i).lanes->pod == m_chosen)
            owner = m_all.at(i).owner;
    }
    m_shown.clear();
    m_shown.reserve(m_all.size());
    for (qsizetype i = 0; i < m_all.size(); ++i)
        if (!m_all.at(i).lanes->deleted && isChosen(m_all.at(i), owner))
            m_shown.append(i);
    for (qsizetype i = m_all.size() - 1; i >= 0; --i)
        if (m_all.at(i).lanes->deleted && isChosen(m_all.at(i), owner))
            m_shown.append(i);
    m_firstRows.clear();
    m_firstRows.reserve(m_shown.size());
    m_best.clear();
    m_shownAt.clear();
    m_rowCount = 0;
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const timeline::PodLanes &one = pod(i);
        m_firstRows.append(m_rowCount);
        m_rowCount += one.lanes.size();
        m_shownAt.insert({one.pod, one.uid}, i);
        if (!m_best.contains(one.pod))
            m_best.insert(one.pod, i);
    }
}

LaneList::Row LaneList::row(qsizetype index) const
{
    if (index < 0 || index >= m_rowCount)
        return {};
    const auto after = std::ranges::upper_bound(m_firstRows, index);
    const qsizetype at = std::distance(m_firstRows.cbegin(), after) - 1;
    return {at, index - m_firstRows.at(at)};
}

const timeline::Lane *LaneList::lane(qsizetype index) const
{
    const Row at = row(index);
    return at.pod < 0 ? nullptr : &pod(at.pod).lanes.at(at.lane);
}

std::optional<qsizetype> LaneList::find(const kube::Key &key) const
{
    const auto found = m_best.constFind(key);
    return found == m_best.cend() ? std::nullopt : std::optional(*found);
}

std::optional<qsizetype> LaneList::find(const kube::Key &key, const QString &uid) const
{
    const auto found = m_shownAt.constFind({key, uid});
    return found == m_shownAt.cend() ? std::nullopt : std::optional(*found);
}

std::chrono::nanoseconds LaneList::shift(std::optional<qsizetype> index) const
{
    if (!m_aligned || !index || *index < 0)
        return {};
    // the pod's own lane comes first, and its wait begins at creation
    const timeline::PodLanes &one = pod(*index);
    const bool told = !one.lanes.isEmpty() && !one.lanes.constFirst().spans.isEmpty();
    const kube::Timestamp begin = told ? one.lanes.constFirst().spans.constFirst().begin : extentOf(one).begin;
    return begin.isNull() ? std::chrono::nanoseconds(0) : kube::Timestamp::fromUnixSeconds(0) - begin;
}

LaneList::Extent LaneList::extent(std::optional<qsizetype> index) const
{
    Extent extent;
    const qsizetype first = index.value_or(0);
    const qsizetype last = index ? *index + 1 : m_shown.size();
    for (qsizetype i = first; i < last; ++i) {
        const Extent one = extentOf(pod(i));
        if (one.begin.isNull())
            continue;
        widen(extent, one.begin + shift(i));
        widen(extent, one.end + shift(i));
        extent.open = extent.open || one.open;
    }
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
