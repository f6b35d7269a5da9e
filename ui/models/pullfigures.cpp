// SPDX-License-Identifier: Apache-2.0
#include "models/pullfigures.h"

#include <algorithm>

namespace models {

void PullFigures::addPull(std::optional<Nanoseconds> time, std::optional<qint64> bytes)
{
    ++m_pulls;
    if (!time)
        return;
    m_times.append(time->count());
    if (!bytes || *bytes <= 0 || time->count() <= 0)
        return;
    m_bytes += *bytes;
    m_byteTime += *time;
}

void PullFigures::addFailures(const QString &category, int count)
{
    if (count <= 0)
        return;
    m_failures += count;
    m_causes[category] += count;
}

void PullFigures::add(const PullFigures &others)
{
    m_pulls += others.m_pulls;
    m_failures += others.m_failures;
    m_times += others.m_times;
    m_bytes += others.m_bytes;
    m_byteTime += others.m_byteTime;
    for (const auto &[category, count] : others.m_causes.asKeyValueRange())
        m_causes[category] += count;
}

std::optional<PullFigures::Nanoseconds> PullFigures::percentile(int percent) const
{
    if (m_times.isEmpty())
        return std::nullopt;
    QList<qint64> times = m_times;
    const qsizetype rank = (times.size() * std::clamp(percent, 1, 100) + 99) / 100;
    const auto place = times.begin() + (rank - 1);
    std::ranges::nth_element(times, place);
    return Nanoseconds(*place);
}

std::optional<double> PullFigures::throughput() const
{
    if (m_byteTime.count() <= 0)
        return std::nullopt;
    return static_cast<double>(m_bytes) / std::chrono::duration<double>(m_byteTime).count();
}

QList<std::pair<QString, int>> PullFigures::causes() const
{
    QList<std::pair<QString, int>> list;
    for (const auto &[category, count] : m_causes.asKeyValueRange())
        list.append({category, count});
    std::ranges::sort(list, [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    return list;
}

}  // namespace models
