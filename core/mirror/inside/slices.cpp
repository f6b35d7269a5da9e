// SPDX-License-Identifier: Apache-2.0
#include "mirror/inside/slices.h"

#include <algorithm>

namespace mirror {

namespace {

template <class T>
QList<T> cut(QList<T> &from, qsizetype most)
{
    if (from.size() <= most)
        return std::exchange(from, {});
    // in order: a list comes sorted by name, and rows that come so are put in their places at no cost
    QList<T> part = from.first(most);
    from.remove(0, most);
    return part;
}

template <class Pointer>
ChangeSet<Pointer> cut(ChangeSet<Pointer> &from)
{
    ChangeSet<Pointer> part;
    part.removals = cut(from.removals, Slices::Most);
    part.vanished = std::exchange(from.vanished, {});
    part.upserts = cut(from.upserts, Slices::Most - part.removals.size());
    return part;
}

}  // namespace

void Slices::take(const Batch &batch)
{
    m_left = batch;
    m_isEmpty = false;
    if (batch.reset)
        m_states = {};
}

Batch Slices::next()
{
    Batch part;
    part.reset = std::exchange(m_left.reset, false);
    part.otherCluster = std::exchange(m_left.otherCluster, false);
    part.serverVersion = m_left.serverVersion;
    part.serverGitVersion = m_left.serverGitVersion;
    part.clockOffset = m_left.clockOffset;
    part.areLanesAsked = m_left.areLanesAsked;
    part.pods = cut(m_left.pods);
    part.events = cut(m_left.events);
    part.nodes = std::exchange(m_left.nodes, {});
    part.namespaces = std::exchange(m_left.namespaces, {});
    m_isEmpty = m_left.pods.isEmpty() && m_left.events.isEmpty();
    if (m_isEmpty) {
        m_states = m_left.states;
        part.lanes = m_left.lanes;
        m_left = {};
    }
    part.states = m_states;
    return part;
}

}  // namespace mirror
