// SPDX-License-Identifier: Apache-2.0
#include "net/framing.h"

#include <cstring>

namespace net {

namespace {

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

}  // namespace

Framing::Framing(qsizetype limit) : m_limit(limit) {}

void Framing::append(QByteArrayView bytes)
{
    dropConsumed();
    if (m_buffer.size() < m_size + bytes.size() + Padding)
        m_buffer.resize(std::max(m_buffer.size() * 2, m_size + bytes.size() + Padding));
    std::memcpy(m_buffer.data() + m_size, bytes.data(), static_cast<size_t>(bytes.size()));
    m_size += bytes.size();
}

void Framing::dropConsumed()
{
    if (m_begin == 0)
        return;
    std::memmove(m_buffer.data(), m_buffer.constData() + m_begin, static_cast<size_t>(m_size - m_begin));
    m_size -= m_begin;
    m_at -= m_begin;
    m_begin = 0;
}

bool Framing::hasPartial() const
{
    return m_depth > 0 || m_broken != Next::NeedMore;
}

void Framing::clear()
{
    *this = Framing(m_limit);
}

Framing::Next Framing::next(QByteArrayView &frame)
{
    if (m_broken != Next::NeedMore)
        return m_broken;
    const char *const bytes = m_buffer.constData();
    while (m_at < m_size) {
        const char c = bytes[m_at];
        if (m_depth == 0) {
            if (m_first && c == '\xEF' && m_size - m_at < 3)
                return Next::NeedMore;
            if (m_first && QByteArrayView(bytes + m_at, m_size - m_at).startsWith("\xEF\xBB\xBF")) {
                m_at += 3;
                m_first = false;
                continue;
            }
            m_first = false;
            m_begin = m_at;
            if (c != '{') {
                if (!isSpace(c))
                    return m_broken = Next::Garbage;
                m_begin = ++m_at;
                continue;
            }
        }
        if (m_at - m_begin >= m_limit)
            return m_broken = Next::TooLong;
        ++m_at;
        if (m_inString) {
            if (m_escaped)
                m_escaped = false;
            else if (c == '\\')
                m_escaped = true;
            else if (c == '"')
                m_inString = false;
        } else if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if ((c == '}' || c == ']') && --m_depth == 0) {
            frame = QByteArrayView(bytes + m_begin, m_at - m_begin);
            m_begin = m_at;
            return Next::Frame;
        }
    }
    return Next::NeedMore;
}

}  // namespace net
