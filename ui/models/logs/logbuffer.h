// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/logs/logpart.h"

#include <QString>

#include <deque>

namespace models {

/** The newest lines of a log, as the container wrote them: at most 100,000, and at most 32 MiB. */
class LogBuffer {
public:
    static constexpr qsizetype LineLimit = 100'000;
    static constexpr qsizetype ByteLimit = 32LL * 1024 * 1024;

    void clear();
    /** Takes lines, and gives up the oldest for them; how many of those that were here before went. */
    qsizetype append(const QList<command::LogLine> &lines, qint64 dropped);

    [[nodiscard]] qsizetype size() const { return qsizetype(m_lines.size()); }
    /** Lines that were given up, here or on the way. */
    [[nodiscard]] qint64 dropped() const { return m_dropped; }
    /** Lines that were given up here: line `i` is number `first() + i` for as long as it is kept. */
    [[nodiscard]] qint64 first() const { return m_first; }
    [[nodiscard]] const command::LogLine &at(qsizetype i) const { return m_lines.at(size_t(i)); }
    /** A line as it is shown, with its local time where that is wanted and known. Plain and safe. */
    [[nodiscard]] QString shown(qsizetype i, bool withTime) const;
    /** All lines as the container wrote them, without notes; with their times in RFC 3339 where that is wanted. */
    [[nodiscard]] QByteArray bytes(bool withTimes) const;

private:
    std::deque<command::LogLine> m_lines;
    qsizetype m_bytes = 0;
    qint64 m_dropped = 0;
    qint64 m_first = 0;
};

}  // namespace models
