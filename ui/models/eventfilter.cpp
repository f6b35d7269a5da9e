// SPDX-License-Identifier: Apache-2.0
#include "models/eventfilter.h"

#include "models/eventmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

EventFilter::EventFilter(EventModel &events, QObject *parent) : QSortFilterProxyModel(parent), m_events(events)
{
    setSortRole(EventModel::SortRole);
    setSourceModel(&events);
}

void EventFilter::setPod(const kube::Key &key, const QString &uid, const QList<kube::OwnerReference> &owners)
{
    if (key == m_key && uid == m_uid && owners == m_owners)
        return;
    m_key = key;
    m_uid = uid;
    m_owners = owners;
    invalidateRowsFilter();
}

void EventFilter::setScope(Scope scope)
{
    if (scope == std::exchange(m_scope, scope))
        return;
    invalidateRowsFilter();
}

void EventFilter::setNamespaces(const QStringList &names)
{
    if (const QSet<QString> wanted(names.cbegin(), names.cend()); wanted != m_namespaces) {
        m_namespaces = wanted;
        invalidateRowsFilter();
    }
}

kube::EventPtr EventFilter::event(const QModelIndex &index) const
{
    return m_events.event(mapToSource(index));
}

kube::Timestamp EventFilter::timeOf(const QModelIndex &index) const
{
    return m_events.timeOf(mapToSource(index));
}

QModelIndex EventFilter::find(const QString &uid) const
{
    return mapFromSource(m_events.find(uid));
}

bool EventFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid())
        return true;
    const kube::EventPtr event = m_events.event(row);
    const kube::ObjectReference &about = event->involved;
    if (m_key == kube::Key() || m_scope == Scope::All)
        return m_namespaces.isEmpty() || about.ns.isEmpty() || m_namespaces.contains(about.ns);
    const bool isOwner = std::ranges::any_of(m_owners, [&](const kube::OwnerReference &owner) {
        const bool isOther = !owner.uid.isEmpty() && !about.uid.isEmpty() && owner.uid != about.uid;
        return owner.kind == about.kind && owner.name == about.name && about.ns == m_key.ns && !isOther;
    });
    if (m_scope == Scope::Owners && isOwner)
        return true;
    if (about.kind != u"Pod" || about.name != m_key.name || about.ns != m_key.ns)
        return false;
    return m_uid.isEmpty() || about.uid.isEmpty() || about.uid == m_uid;
}

bool EventFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.parent().isValid())
        return left.row() < right.row();
    if (QSortFilterProxyModel::lessThan(left, right))
        return true;
    if (QSortFilterProxyModel::lessThan(right, left))
        return false;
    return m_events.event(left.row())->meta.key < m_events.event(right.row())->meta.key;
}

}  // namespace models
