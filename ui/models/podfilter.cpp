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
    auto query = PodQuery::parse(text);
    m_problem = query ? std::nullopt : std::optional(query.error());
    if (!query)
        return;
    m_query = std::move(*query);
    m_now = m_pods.now();
    invalidateRowsFilter();
}

void PodFilter::setNamespaces(const QStringList &names)
{
    if (const QSet<QString> wanted(names.cbegin(), names.cend()); wanted != m_namespaces) {
        m_namespaces = wanted;
        invalidateRowsFilter();
    }
}

int PodFilter::pullProblems() const
{
    if (m_namespaces.size() < 2)
        return m_pods.pullProblems();
    int count = 0;
    for (int row = 0; row < m_pods.rowCount(); ++row)
        count += m_pods.hasPullProblem(row) && m_namespaces.contains(m_pods.pod(row)->meta.key.ns) ? 1 : 0;
    return count;
}

void PodFilter::tick()
{
    m_now = m_pods.now();
    if (m_query.dependsOnTime())
        invalidateRowsFilter();
}

bool PodFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (m_namespaces.isEmpty() && m_query.isEmpty())
        return true;
    const kube::Pod &pod = *m_pods.pod(row);
    return (m_namespaces.isEmpty() || m_namespaces.contains(pod.meta.key.ns)) &&
           (m_query.isEmpty() || m_query.matches({pod, m_pods.summary(row), m_pods.hasPullProblem(row)}, m_now));
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
