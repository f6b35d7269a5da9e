// SPDX-License-Identifier: Apache-2.0
#include "models/order/textranks.h"

#include <algorithm>

namespace models {

TextRanks::Prefix TextRanks::prefixOf(QStringView text)
{
    Prefix prefix{};
    for (qsizetype i = 0; i < 24; ++i) {
        const char16_t c = i < text.size() ? text[i].unicode() : u'\0';
        m_isPlain = m_isPlain && c < 128;
        const quint64 small = c >= u'A' && c <= u'Z' ? c + 32 : c;
        quint64 &part = prefix[size_t(i / 8)];
        part = (part << 8) | (small & 255);
    }
    return prefix;
}

void TextRanks::add(QStringView text)
{
    constexpr size_t Tried = 1000;
    // where most are new, as names are, it is not worth looking whether one is known
    if (m_sequence.size() < Tried || m_texts.size() < m_sequence.size() / 2) {
        const auto known = m_known.constFind(text.data());
        if (known != m_known.cend() && m_texts[*known].size() == text.size()) {
            m_sequence.push_back(*known);
            return;
        }
        m_known.insert(text.data(), quint32(m_texts.size()));
    }
    m_sequence.push_back(quint32(m_texts.size()));
    m_texts.push_back(text);
    m_prefixes.push_back(prefixOf(text));  // now, while it is at hand
}

void TextRanks::keep(const QString &text)
{
    add(m_kept.emplace_back(text));
}

int TextRanks::compare(quint32 a, quint32 b) const
{
    if (m_isPlain)
        if (const auto by = m_prefixes[a] <=> m_prefixes[b]; by != 0)
            return by < 0 ? -1 : 1;
    const bool isSame = m_texts[a].data() == m_texts[b].data() && m_texts[a].size() == m_texts[b].size();
    return isSame ? 0 : m_texts[a].compare(m_texts[b], Qt::CaseInsensitive);
}

/** Sorts texts whose prefixes are the same before that part. */
void TextRanks::sort(Entry *first, Entry *last, size_t part) const
{
    if (part == Prefix().size()) {
        std::sort(first, last, [this](const Entry &a, const Entry &b) { return compare(a.text, b.text) < 0; });
        return;
    }
    for (Entry *entry = first; entry != last; ++entry)
        entry->part = m_prefixes[entry->text][part];
    std::ranges::sort(first, last, {}, &Entry::part);
    while (first != last) {
        Entry *const end = std::ranges::find_if(first, last, [first](const Entry &e) { return e.part != first->part; });
        if (end - first > 1)
            sort(first, end, part + 1);
        first = end;
    }
}

std::vector<quint32> TextRanks::ranks() const
{
    std::vector<Entry> order(m_texts.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i].text = quint32(i);
    sort(order.data(), order.data() + order.size(), m_isPlain ? 0 : Prefix().size());
    std::vector<quint32> rankOf(m_texts.size());
    quint32 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && compare(order[i - 1].text, order[i].text) != 0)
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
