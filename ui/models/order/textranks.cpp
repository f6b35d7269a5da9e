// SPDX-License-Identifier: Apache-2.0
#include "models/order/textranks.h"

#include <algorithm>

namespace models {

TextRanks::Entry TextRanks::entryOf(const QString &text, quint32 number)
{
    Entry entry{.text = number};
    for (qsizetype i = 0; i < 24; ++i) {
        const char16_t c = i < text.size() ? text.at(i).unicode() : u'\0';
        entry.isPlain = entry.isPlain && c < 128;
        const quint64 small = c >= u'A' && c <= u'Z' ? c + 32 : c;
        quint64 &part = entry.prefix[size_t(i / 8)];
        part = (part << 8) | (small & 255);
    }
    return entry;
}

void TextRanks::add(const QString &text)
{
    quint32 &number = m_known[text.constData()];
    if (size_t(m_known.size()) > m_texts.size()) {
        number = quint32(m_texts.size());
        m_texts.push_back(text);
        m_entries.push_back(entryOf(text, number));  // now, while it is at hand
    }
    m_sequence.push_back(number);
}

std::vector<quint32> TextRanks::ranks() const
{
    std::vector<Entry> order = m_entries;
    const auto compare = [this](const Entry &a, const Entry &b) {
        if (a.isPlain && b.isPlain)
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
