// SPDX-License-Identifier: Apache-2.0
#include "config/file/tokenfile.h"

#include "config/file/localfile.h"

#include <algorithm>
#include <chrono>

namespace config {

using namespace std::chrono_literals;

namespace {

constexpr auto Age = 30s;
constexpr qint64 SizeLimit = 64LL * 1024;

/** What may stand in a header: anything else would be an injection or no token at all. */
bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7F; });
}

}  // namespace

QByteArray TokenFile::token()
{
    if (m_path.isEmpty() || !m_readAgain.hasExpired())
        return m_token;
    m_readAgain = QDeadlineTimer(Age);
    if (const auto text = readLocalFile(m_path, SizeLimit); text && isToken(text->trimmed()))
        m_token = text->trimmed();
    return m_token;
}

}  // namespace config
