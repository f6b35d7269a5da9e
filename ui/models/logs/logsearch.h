// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/logs/logbuffer.h"

#include <QRegularExpression>

#include <deque>
#include <optional>

namespace models {

/** The lines of a log that a pattern finds, found a few at a time so that nobody waits. */
class LogSearch {
public:
    /** A regular expression; case counts only where it has a capital letter. Begins anew. Empty: finds nothing. */
    void setPattern(const QString &pattern);
    [[nodiscard]] const QRegularExpression &pattern() const { return m_pattern; }
    /** There is a pattern, and it can be read. */
    [[nodiscard]] bool isOn() const { return !m_pattern.pattern().isEmpty() && m_pattern.isValid(); }

    /** Begins anew, as for another log. */
    void restart();
    /** Looks at up to `budget` more lines, in the form in which they are shown; false: there are no more. */
    bool look(const LogBuffer &log, bool withTimes, qsizetype budget);

    /** Lines that are found and still kept, as numbers from LogBuffer::first. */
    [[nodiscard]] const std::deque<qint64> &hits() const { return m_hits; }
    /** The next hit after a line (before it), around the end; nothing where there is none. */
    [[nodiscard]] std::optional<qint64> after(qint64 line) const;
    [[nodiscard]] std::optional<qint64> before(qint64 line) const;

private:
    QRegularExpression m_pattern;
    std::deque<qint64> m_hits;
    qint64 m_next = 0;  ///< number of the line to look at
};

}  // namespace models
