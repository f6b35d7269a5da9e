// SPDX-License-Identifier: Apache-2.0
// How the pods' rows stand by each column.
#include "models/order/textranks.h"
#include "models/podmodel.h"

using namespace Qt::StringLiterals;

namespace models {

namespace {

/** Columns that are texts: they sort without regard to case. */
bool sortsByText(int column)
{
    switch (column) {
    case PodModel::Ready:
    case PodModel::Restarts:
    case PodModel::Age:
    case PodModel::Pull:
    case PodModel::PullTime:
    case PodModel::Ip: return false;
    default: return true;
    }
}

quint64 ordered(qint64 number)
{
    return quint64(number) ^ (1ULL << 63);
}

}  // namespace

SortKey PodModel::sortNumber(const PodRow &row, int column) const
{
    switch (column) {
    case Ready: return {0, quint64(row.summary.ready) * 10'000 + quint64(row.summary.total)};
    case Restarts: return {0, ordered(row.summary.restarts)};
    case Age: {
        const kube::Timestamp born = row.pod->meta.creationTimestamp;
        return {0, ordered(born.isNull() ? 0 : -born.unixNanoseconds())};  // the younger the smaller, as a duration
    }
    case Pull: return {0, quint64(pullOf(row).state)};
    case PullTime: return {0, ordered(pullOf(row).time.value_or(std::chrono::nanoseconds(-1)).count())};
    default: return addressKey(row.pod->podIp);
    }
}

std::vector<SortKey> PodModel::sortKeys(int column) const
{
    std::vector<SortKey> keys;
    keys.reserve(size_t(m_rows.size()));
    if (!sortsByText(column)) {
        for (int row = 0; row < m_rows.size(); ++row) {
            expect(row);
            keys.push_back(sortNumber(m_rows.at(row), column));
        }
        return keys;
    }
    TextRanks ranks(size_t(m_rows.size()));
    for (int row = 0; row < m_rows.size(); ++row) {
        expect(row);
        const kube::SlimPod &pod = *m_rows.at(row).pod;
        switch (column) {
        case Namespace: ranks.add(pod.meta.key.ns); break;
        case Name: ranks.add(pod.meta.key.name); break;
        case Status: ranks.add(m_rows.at(row).summary.status); break;
        default: ranks.keep(text(m_rows.at(row), column));
        }
    }
    for (const quint32 rank : ranks.ranks())
        keys.push_back({0, rank});
    return keys;
}

std::weak_ordering PodModel::compare(int a, int b, int column) const
{
    if (!sortsByText(column))
        return sortNumber(m_rows.at(a), column) <=> sortNumber(m_rows.at(b), column);
    return text(m_rows.at(a), column).compare(text(m_rows.at(b), column), Qt::CaseInsensitive) <=> 0;
}

std::strong_ordering PodModel::compareNames(int a, int b) const
{
    return m_rows.at(a).pod->meta.key <=> m_rows.at(b).pod->meta.key;
}

QVariant PodModel::sortValue(const PodRow &row, int column) const
{
    switch (column) {
    case Ready: return row.summary.ready * 10'000 + row.summary.total;
    case Restarts: return row.summary.restarts;
    case Age:
        return row.pod->meta.creationTimestamp.isNull() ? qlonglong(0)
                                                        : -row.pod->meta.creationTimestamp.unixNanoseconds();
    case Pull: return int(pullOf(row).state);
    case Ip: {
        const SortKey key = addressKey(row.pod->podIp);
        return key == SortKey() ? QString()
                                : u"%1%2"_s.arg(qulonglong(key.high), 16, 16, QChar(u'0'))
                                      .arg(qulonglong(key.low), 16, 16, QChar(u'0'));
    }
    case PullTime: return qlonglong(pullOf(row).time.value_or(std::chrono::nanoseconds(-1)).count());
    default: return text(row, column);
    }
}

}  // namespace models
