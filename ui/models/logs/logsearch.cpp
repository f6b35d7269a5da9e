// SPDX-License-Identifier: Apache-2.0
#include "models/logs/logsearch.h"

#include <algorithm>

namespace models {

void LogSearch::setPattern(const QString &pattern)
{
    const bool hasCapital = std::ranges::any_of(pattern, [](QChar c) { return c.isUpper(); });
    m_pattern = QRegularExpression(pattern, hasCapital ? QRegularExpression::NoPatternOption
                                                       : QRegularExpression::CaseInsensitiveOption);
    restart();
}

void LogSearch::restart()
{
    m_hits.clear();
    m_next = 0;
}

bool LogSearch::look(const LogBuffer &log, bool withTimes, qsizetype budget)
{
    while (!m_hits.empty() && m_hits.front() < log.first())
        m_hits.pop_front();
    m_next = std::max(m_next, log.first());
    if (!isOn())
        return false;
    const qint64 end = log.first() + log.size();
    const qint64 stop = std::min(end, m_next + budget);
    for (; m_next < stop; ++m_next)
        if (m_pattern.match(log.shown(qsizetype(m_next - log.first()), withTimes)).hasMatch())
            m_hits.push_back(m_next);
    return m_next < end;
}

std::optional<qint64> LogSearch::after(qint64 line) const
{
    if (m_hits.empty())
        return std::nullopt;
    const auto it = std::ranges::upper_bound(m_hits, line);
    return it == m_hits.end() ? m_hits.front() : *it;
}

std::optional<qint64> LogSearch::before(qint64 line) const
{
    if (m_hits.empty())
        return std::nullopt;
    const auto it = std::ranges::lower_bound(m_hits, line);
    return it == m_hits.begin() ? m_hits.back() : *std::prev(it);
}

}  // namespace models
