// SPDX-License-Identifier: Apache-2.0
#include "models/order/textranks.h"

#include <algorithm>

namespace models {

namespace {

/** The first characters as one number: most comparisons end here. Nothing for letters whose order this is not. */
struct Prefix {
    quint64 first = 0, second = 0, third = 0;
    bool isPlain = true;
    auto operator<=>(const Prefix &) const = default;
};

Prefix prefixOf(const QString &text)
{
    Prefix prefix;
    for (qsizetype i = 0; i < 24; ++i) {
        const char16_t c = i < text.size() ? text.at(i).unicode() : u'\0';
        prefix.isPlain = prefix.isPlain && c < 128;
        const quint64 small = c >= u'A' && c <= u'Z' ? c + 32 : c;
        quint64 &part = i < 8 ? prefix.first : i < 16 ? prefix.second : prefix.third;
        part = (part << 8) | (small & 255);
    }
    return prefix;
}

}  // namespace

void TextRanks::add(const QString &text)
{
    quint32 &number = m_known[text.constData()];
    if (size_t(m_known.size()) > m_texts.size()) {
        number = quint32(m_texts.size());
        m_texts.push_back(text);
    }
    m_sequence.push_back(number);
}

std::vector<quint32> TextRanks::ranks() const
{
    struct Entry {
        Prefix prefix;
        quint32 text = 0;
    };
    std::vector<Entry> order;
    order.reserve(m_texts.size());
    for (quint32 i = 0; i < m_texts.size(); ++i)
        order.push_back({prefixOf(m_texts[i]), i});
    const auto compare = [this](const Entry &a, const Entry &b) {
        if (a.prefix.isPlain && b.prefix.isPlain)
            if (const auto by = a.prefix <=> b.prefix; by != 0)
                return by < 0 ? -1 : 1;
        return m_texts[a.text].compare(m_texts[b.text], Qt::CaseInsensitive);
    };
    std::ranges::sort(order, [&](const Entry &a, const Entry &b) { return compare(a, b) < 0; });
    std::vector<quint32> rankOf(m_texts.size());
    quint32 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && compare(order[i - 1], order[i]) != 0)
            ++rank;
        rankOf[order[i].text] = rank;
    }
    std::vector<quint32> ranks;
    ranks.reserve(m_sequence.size());
    for (const quint32 text : m_sequence)
        ranks.push_back(rankOf[text]);
    return ranks;
}

}  // namespace models
