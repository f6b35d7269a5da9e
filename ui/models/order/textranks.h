// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <array>
#include <deque>
#include <vector>

namespace models {

/**
 * Gives texts numbers that stand as the texts do without regard to case. Quick where many share one text in memory, as
 * those of pods do.
 */
class TextRanks {
public:
    /** So many texts are expected. */
    explicit TextRanks(size_t count)
    {
        m_texts.reserve(count);
        m_prefixes.reserve(count);
        m_sequence.reserve(count);
    }
    /** Takes one more text, which stays where it is until the ranks are told. */
    void add(QStringView text);
    /** The same of a text that nobody else keeps. */
    void keep(const QString &text);
    /** The number of each text, in the order in which they were added. */
    [[nodiscard]] std::vector<quint32> ranks() const;

private:
    /** First characters as numbers, where most comparisons end. */
    using Prefix = std::array<quint64, 3>;
    /** A text with one part of its prefix. */
    struct Entry {
        quint64 part = 0;
        quint32 text = 0;
    };
    [[nodiscard]] Prefix prefixOf(QStringView text);
    void sort(Entry *first, Entry *last, size_t part) const;
    [[nodiscard]] int compare(quint32 a, quint32 b) const;

    QHash<const QChar *, quint32> m_known;
    std::vector<QStringView> m_texts;  ///< each place in memory once, unless few are shared
    std::vector<Prefix> m_prefixes;    ///< of them
    std::vector<quint32> m_sequence;   ///< of m_texts
    std::deque<QString> m_kept;
    bool m_isPlain = true;  ///< not so where there are letters whose order is not that of their numbers
};

}  // namespace models
