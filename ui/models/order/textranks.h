// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <array>
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
        m_known.reserve(qsizetype(count));
        m_sequence.reserve(count);
    }
    /** Takes one more text. */
    void add(const QString &text);
    /** The number of each text, in the order in which they were added. */
    [[nodiscard]] std::vector<quint32> ranks() const;

private:
    /** A text with its first characters as numbers, where most comparisons end. */
    struct Entry {
        std::array<quint64, 3> prefix{};
        quint32 text = 0;
        bool isPlain = true;  ///< not so for letters whose order is not that of their numbers
    };
    [[nodiscard]] static Entry entryOf(const QString &text, quint32 number);

    QHash<const QChar *, quint32> m_known;
    std::vector<QString> m_texts;     ///< each place in memory once
    std::vector<Entry> m_entries;     ///< of them, in their order
    std::vector<quint32> m_sequence;  ///< of m_texts
};

}  // namespace models
