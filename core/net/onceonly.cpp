// SPDX-License-Identifier: Apache-2.0
#include "net/onceonly.h"

#include <algorithm>
#include <cstring>

namespace net {

qint64 OnceOnly::readData(char *into, qint64 size)
{
    if (m_at >= m_bytes.size())
        return -1;
    const qint64 count = std::min(size, m_bytes.size() - m_at);
    std::memcpy(into, m_bytes.constData() + m_at, static_cast<size_t>(count));
    m_at += count;
    return count;
}

}  // namespace net
