// SPDX-License-Identifier: Apache-2.0
#include "models/eventfilter.h"

#include "models/eventmodel.h"

using namespace Qt::StringLiterals;

namespace models {

EventFilter::EventFilter(EventModel &events, QObject *parent) : QSortFilterProxyModel(parent), m_events(events)
{
    setSortRole(EventModel::SortRole);
    setSourceModel(&events);
}

void EventFilter::setPod(const kube::Key &key, const QString &uid)
{
    if (key == m_key && uid == m_uid)
        return;
    m_key = key;
    m_uid = uid;
    invalidateRowsFilter();
}

void EventFilter::setNamespaces(const QStringList &names)
{
    if (const QSet<QString> wanted(names.cbegin(), names.cend()); wanted != m_namespaces) {
        m_namespaces = wanted;
        invalidateRowsFilter();
    }
}

kube::EventPtr EventFilter::event(int row) const
{
    return m_events.event(mapToSource(index(row, 0)).row());
}

bool EventFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (m_key == kube::Key()) {
        const QString &ns = m_events.event(row)->involved.ns;
        return m_namespaces.isEmpty() || ns.isEmpty() || m_namespaces.contains(ns);
    }
    const kube::ObjectReference about = m_events.event(row)->involved;
    if (about.kind != u"Pod" || about.name != m_key.name || about.ns != m_key.ns)
        return false;
    return m_uid.isEmpty() || about.uid.isEmpty() || about.uid == m_uid;
}

bool EventFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (QSortFilterProxyModel::lessThan(left, right))
        return true;
    if (QSortFilterProxyModel::lessThan(right, left))
        return false;
    return m_events.event(left.row())->meta.key < m_events.event(right.row())->meta.key;
}

}  // namespace models
