// SPDX-License-Identifier: Apache-2.0
#include "models/logs/logbuffer.h"

#include "report/terminal.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace models {

void LogBuffer::clear()
{
    *this = {};
}

qsizetype LogBuffer::append(const QList<command::LogLine> &lines, qint64 dropped)
{
    const qsizetype before = size();
    for (const command::LogLine &line : lines) {
        m_lines.push_back(line);
        m_bytes += line.text.size();
    }
    qsizetype gone = 0;
    while (size() > LineLimit || (m_bytes > ByteLimit && size() > 1)) {
        m_bytes -= m_lines.front().text.size();
        m_lines.pop_front();
        ++gone;
    }
    m_dropped += dropped + gone;
    m_first += gone;
    return std::min(gone, before);
}

QString LogBuffer::shown(qsizetype i, bool withTime) const
{
    const command::LogLine &line = at(i);
    const QString text = report::logLine(line.text);
    if (!withTime || line.at.isNull())
        return text;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(line.at.unixMilliseconds()).toLocalTime();
    return local.toString(u"HH:mm:ss.zzz  "_s) + text;
}

QByteArray LogBuffer::bytes(bool withTimes) const
{
    QByteArray all;
    for (const command::LogLine &line : m_lines) {
        if (line.isNote)
            continue;
        if (line.continued && all.endsWith('\n'))
            all.chop(1);
        if (withTimes && !line.at.isNull())
            all += line.at.toRfc3339Micro().toLatin1() + ' ';
        all += line.text + '\n';
    }
    return all;
}

}  // namespace models
