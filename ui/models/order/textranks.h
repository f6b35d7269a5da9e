// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

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
    QHash<const QChar *, quint32> m_known;
    std::vector<QString> m_texts;     ///< each place in memory once
    std::vector<quint32> m_sequence;  ///< of m_texts
};

}  // namespace models
