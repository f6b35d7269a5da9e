// SPDX-License-Identifier: Apache-2.0
#include "kube/slim/shorttext.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace kube {

namespace {

int digitOf(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    return c >= u'a' && c <= u'f' ? c.unicode() - u'a' + 10 : -1;
}

bool isDash(qsizetype at)
{
    return at == 8 || at == 13 || at == 18 || at == 23;
}

/** The bytes of a UUID as Kubernetes writes it, in small letters; false where the text is none. */
bool readUuid(QStringView text, std::array<quint8, 16> &bytes)
{
    if (text.size() != 36)
        return false;
    size_t digits = 0;
    for (qsizetype i = 0; i < 36; ++i) {
        if (isDash(i)) {
            if (text[i] != u'-')
                return false;
            continue;
        }
        const int digit = digitOf(text[i]);
        if (digit < 0)
            return false;
        quint8 &byte = bytes[digits / 2];
        byte = digits % 2 == 0 ? quint8(digit << 4) : quint8(byte | digit);
        ++digits;
    }
    return true;
}

}  // namespace

ShortText::ShortText(const QString &text)
{
    const bool fits = text.size() <= 16 && std::ranges::all_of(text, [](QChar c) { return c.unicode() < 256; });
    if (fits) {
        std::ranges::transform(text, m_bytes.begin(), [](QChar c) { return quint8(c.unicode()); });
        m_tag = quint8(text.size());
    } else if (readUuid(text, m_bytes)) {
        m_tag = Uuid;
    } else {
        auto *const kept = new QString(text);
        std::memcpy(m_bytes.data(), static_cast<const void *>(&kept), sizeof kept);
        m_tag = Long;
    }
}

ShortText::ShortText(const ShortText &other) : m_bytes(other.m_bytes), m_tag(other.m_tag)
{
    if (m_tag != Long)
        return;
    auto *const kept = new QString(*other.far());
    std::memcpy(m_bytes.data(), static_cast<const void *>(&kept), sizeof kept);
}

ShortText::ShortText(ShortText &&other) noexcept : m_bytes(other.m_bytes), m_tag(std::exchange(other.m_tag, 0)) {}

ShortText &ShortText::operator=(ShortText other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_tag, other.m_tag);
    return *this;
}

ShortText::~ShortText()
{
    if (m_tag == Long)
        delete far();
}

QString *ShortText::far() const
{
    QString *kept = nullptr;
    std::memcpy(static_cast<void *>(&kept), m_bytes.data(), sizeof kept);
    return kept;
}

QString ShortText::toString() const
{
    if (m_tag == Long)
        return *far();
    if (m_tag != Uuid)
        return QString::fromLatin1(reinterpret_cast<const char *>(m_bytes.data()), m_tag);
    constexpr char Digits[] = "0123456789abcdef";
    QString text(36, Qt::Uninitialized);
    size_t digits = 0;
    for (qsizetype i = 0; i < 36; ++i) {
        if (isDash(i)) {
            text[i] = u'-';
            continue;
        }
        const quint8 byte = m_bytes[digits / 2];
        text[i] = QLatin1Char(Digits[digits % 2 == 0 ? byte >> 4 : byte & 15]);
        ++digits;
    }
    return text;
}

bool operator==(const ShortText &a, const ShortText &b)
{
    if (a.m_tag != b.m_tag)
        return false;
    return a.m_tag == ShortText::Long ? *a.far() == *b.far() : a.m_bytes == b.m_bytes;
}

}  // namespace kube
