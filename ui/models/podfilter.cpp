// SPDX-License-Identifier: Apache-2.0
#include "models/podfilter.h"

#include "models/podmodel.h"

namespace models {

PodFilter::PodFilter(PodModel &pods, QObject *parent) : QSortFilterProxyModel(parent), m_pods(pods)
{
    setSortRole(PodModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(&pods);
}

kube::PodPtr PodFilter::pod(int row) const
{
    return m_pods.pod(mapToSource(index(row, 0)).row());
}

QModelIndex PodFilter::find(const kube::Key &key) const
{
    const int row = m_pods.row(key);
    return row < 0 ? QModelIndex() : mapFromSource(m_pods.index(row, PodModel::Name));
}

void PodFilter::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_query = PodQuery::parse(text);
    invalidateRowsFilter();
}

bool PodFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return m_query.isEmpty() || m_query.matches(*m_pods.pod(row), m_pods.summary(row));
}

bool PodFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (QSortFilterProxyModel::lessThan(left, right))
        return true;
    if (QSortFilterProxyModel::lessThan(right, left))
        return false;
    return m_pods.pod(left.row())->meta.key < m_pods.pod(right.row())->meta.key;
}

}  // namespace models
