// SPDX-License-Identifier: Apache-2.0
#include "net/framing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace net {

namespace {

constexpr qsizetype KeptSize = 1024 * 1024;

/** Bytes that mean something outside of strings. */
constexpr std::array<bool, 256> Marks = [] {
    std::array<bool, 256> marks{};
    for (const char c : {'"', '{', '}', '[', ']'})
        marks[static_cast<uchar>(c)] = true;
    return marks;
}();

/** Non-zero where one of the eight bytes is `c`: the usual trick with the borrow of a subtraction. */
constexpr std::uint64_t holds(std::uint64_t word, char c)
{
    constexpr std::uint64_t Ones = 0x0101010101010101;
    const std::uint64_t x = word ^ (Ones * static_cast<uchar>(c));
    return (x - Ones) & ~x & (Ones << 7);
}

/** The first quote or backslash at or behind `at`, or `end`. */
const char *skipText(const char *at, const char *end)
{
    while (end - at >= 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        if (holds(word, '"') | holds(word, '\\'))
            break;
        at += 8;
    }
    while (at < end && *at != '"' && *at != '\\')
        ++at;
    return at;
}

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

}  // namespace

Framing::Framing(qsizetype limit) : m_limit(limit) {}

void Framing::append(QByteArrayView bytes)
{
    dropConsumed();
    if (bytes.isEmpty())
        return;
    if (m_buffer.size() < m_size + bytes.size() + Padding)
        m_buffer.resize(std::max(m_buffer.size() * 2, m_size + bytes.size() + Padding));
    std::memcpy(m_buffer.data() + m_size, bytes.data(), static_cast<size_t>(bytes.size()));
    m_size += bytes.size();
}

void Framing::dropConsumed()
{
    if (m_begin == 0)
        return;
    // The rest of a large frame is not kept for ever.
    if (m_buffer.size() > KeptSize && m_size - m_begin < KeptSize / 2) {
        QByteArray smaller(KeptSize, Qt::Uninitialized);
        std::memcpy(smaller.data(), m_buffer.constData() + m_begin, static_cast<size_t>(m_size - m_begin));
        m_buffer.swap(smaller);
    } else {
        std::memmove(m_buffer.data(), m_buffer.constData() + m_begin, static_cast<size_t>(m_size - m_begin));
    }
    m_size -= m_begin;
    m_at -= m_begin;
    m_begin = 0;
}

bool Framing::hasPartial() const
{
    return m_depth > 0 || m_broken != Next::NeedMore || m_at < m_size;
}

void Framing::clear()
{
    *this = Framing(m_limit);
}

Framing::Next Framing::next(QByteArrayView &frame)
{
    if (m_broken != Next::NeedMore)
        return m_broken;
    if (m_depth == 0) {
        const QByteArrayView rest(m_buffer.constData() + m_at, m_size - m_at);
        constexpr QByteArrayView Mark("\xEF\xBB\xBF");
        if (m_first && !rest.isEmpty() && rest.size() < Mark.size() && Mark.startsWith(rest))
            return Next::NeedMore;
        if (m_first && rest.startsWith(Mark))
            m_at += Mark.size();
        m_first = m_first && rest.isEmpty();
        while (m_at < m_size && isSpace(m_buffer.at(m_at)))
            ++m_at;
        m_begin = m_at;
        if (m_at < m_size && m_buffer.at(m_at) != '{')
            return m_broken = Next::Garbage;
    }
    const Next found = scan();
    if (found == Next::Frame) {
        frame = QByteArrayView(m_buffer.constData() + m_begin, m_at - m_begin);
        m_begin = m_at;
    }
    return found;
}

Framing::Next Framing::scan()
{
    const char *const bytes = m_buffer.constData();
    const char *const end = bytes + std::min(m_size, m_begin + m_limit);
    const char *at = bytes + m_at;
    while (at < end) {
        if (m_inString) {
            if (m_escaped) {
                m_escaped = false;
                ++at;
                continue;
            }
            at = skipText(at, end);
            if (at == end)
                break;
            m_escaped = *at == '\\';
            m_inString = m_escaped;
            ++at;
            continue;
        }
        while (at < end && !Marks[static_cast<uchar>(*at)])
            ++at;
        if (at == end)
            break;
        const char c = *at++;
        if (c == '"') {
            m_inString = true;
        } else if (c == '{' || c == '[') {
            ++m_depth;
        } else if (--m_depth == 0) {
            m_at = at - bytes;
            return Next::Frame;
        }
    }
    m_at = at - bytes;
    if (m_size - m_begin > m_limit)
        return m_broken = Next::TooLong;
    return Next::NeedMore;
}

}  // namespace net
