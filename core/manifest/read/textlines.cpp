// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/textlines.h"

#include <QtEndian>

#include <algorithm>

namespace manifest {

namespace {

/** Beyond this column of a line that is not ASCII, columns are bytes: nobody counts that far, and it must not cost. */
constexpr int ExactColumns = 4096;

bool hasOnlyAscii(QByteArrayView bytes)
{
    constexpr qsizetype Step = sizeof(quint64);
    quint64 seen = 0;
    qsizetype at = 0;
    for (; at + Step <= bytes.size(); at += Step)
        seen |= qFromUnaligned<quint64>(bytes.data() + at);
    for (; at < bytes.size(); ++at)
        seen |= quint64(uchar(bytes[at]));
    return (seen & 0x8080808080808080U) == 0;
}

}  // namespace

TextLines::TextLines(const QByteArray &utf8, int firstLine) : m_text(utf8), m_firstLine(firstLine)
{
    m_starts.append(0);
    for (qsizetype end = utf8.indexOf('\n'); end >= 0; end = utf8.indexOf('\n', end + 1)) {
        m_ascii.append(hasOnlyAscii(QByteArrayView(utf8).sliced(m_starts.constLast(), end - m_starts.constLast())));
        m_starts.append(end + 1);
    }
    m_ascii.append(hasOnlyAscii(QByteArrayView(utf8).sliced(m_starts.constLast())));
}

QByteArrayView TextLines::line(int line) const
{
    if (line < 0 || line >= m_starts.size())
        return {};
    const qsizetype end = line + 1 < m_starts.size() ? m_starts[line + 1] - 1 : m_text.size();
    return QByteArrayView(m_text).sliced(m_starts[line], end - m_starts[line]);
}

Place TextLines::place(int line, int byte) const
{
    const int last = int(m_starts.size()) - 1;
    if (line >= last && last > 0 && this->line(last).isEmpty())  // after the last line's end
        return place(last - 1, int(this->line(last - 1).size()));
    const int known = std::clamp(line, 0, last);
    const QByteArrayView bytes = this->line(known);
    const int within = std::clamp(byte, 0, int(bytes.size()));
    if (m_ascii[known] || within > ExactColumns)
        return {m_firstLine + known, within + 1};
    return {m_firstLine + known, int(QString::fromUtf8(bytes.first(within)).size()) + 1};
}

qsizetype TextLines::offset(int line, int byte) const
{
    const int known = std::clamp(line, 0, int(m_starts.size()) - 1);
    return std::min<qsizetype>(m_starts[known] + std::max(0, byte), m_text.size());
}

int TextLines::lineOf(qsizetype offset) const
{
    return int(std::ranges::upper_bound(m_starts, offset) - m_starts.begin()) - 1;
}

int TextLines::columnOf(qsizetype offset) const
{
    return int(offset - *(std::ranges::upper_bound(m_starts, offset) - 1));
}

Place TextLines::placeOfByte(qsizetype offset) const
{
    const int line = lineOf(offset);
    return place(line, int(offset - m_starts[line]));
}

}  // namespace manifest
