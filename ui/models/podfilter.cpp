// SPDX-License-Identifier: Apache-2.0
#include "models/podfilter.h"

#include "models/podmodel.h"

namespace models {

PodFilter::PodFilter(PodModel &pods, QObject *parent) : OrderedRows(pods, pods, parent), m_pods(pods)
{
    connect(&pods, &PodModel::settled, this, [this] { settle(); });
    refilter();
}

const kube::PodRef &PodFilter::pod(int row) const
{
    return m_pods.pod(sourceRow(row));
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
    m_choice.text = text;
    m_choice.query = std::move(*query);
    m_now = m_pods.now();
    refilter();
}

void PodFilter::setNamespaces(const QStringList &names)
{
    if (const QSet<QString> wanted(names.cbegin(), names.cend()); wanted != m_choice.namespaces) {
        m_choice.namespaces = wanted;
        refilter();
    }
}

int PodFilter::pullProblems() const
{
    if (m_choice.namespaces.size() < 2)
        return m_pods.pullProblems();
    int count = 0;
    for (int row = 0; row < m_pods.rowCount(); ++row)
        count += m_pods.hasPullProblem(row) && m_choice.namespaces.contains(m_pods.pod(row)->meta.key.ns) ? 1 : 0;
    return count;
}

void PodFilter::tick()
{
    m_now = m_pods.now();
    if (m_choice.query.dependsOnTime())
        refilter();
}

bool PodFilter::accepts(int row) const
{
    if (m_choice.isAll())
        return true;
    m_pods.expect(row);
    return m_choice.accepts(m_pods, row, m_now);
}

}  // namespace models
