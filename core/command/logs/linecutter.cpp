// SPDX-License-Identifier: Apache-2.0
#include "command/logs/linecutter.h"

#include <QLatin1StringView>

namespace command {

QList<LogLine> LineCutter::take(QByteArrayView bytes)
{
    QList<LogLine> lines;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const qsizetype room = LineLimit - m_partial.size();
        const bool isWhole = end >= 0 && end <= room;
        m_partial.append(bytes.first(isWhole ? end : std::min(bytes.size(), room)));
        if (!isWhole && m_partial.size() < LineLimit)
            return lines;
        bytes = bytes.sliced(isWhole ? end + 1 : std::min(bytes.size(), room));
        // The end of what came in full pieces is no line of its own.
        if (!isWhole || !m_continues || !m_partial.isEmpty())
            lines << line(m_partial);
        m_partial.clear();
        m_continues = !isWhole;
    }
    return lines;
}

std::optional<LogLine> LineCutter::rest()
{
    std::optional<LogLine> last;
    if (!m_partial.isEmpty())
        last = line(m_partial);
    m_partial.clear();
    m_continues = false;
    return last;
}

LogLine LineCutter::line(QByteArrayView bytes) const
{
    if (m_continues)
        return {{}, bytes.toByteArray(), true};
    const qsizetype space = bytes.first(std::min<qsizetype>(bytes.size(), 40)).indexOf(' ');
    const kube::Timestamp at =
        space < 0 ? kube::Timestamp() : kube::Timestamp::parse(QString::fromLatin1(bytes.first(space)));
    return {at, (at.isNull() ? bytes : bytes.sliced(space + 1)).toByteArray(), false};
}

}  // namespace command
