// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/read/run.h"

namespace manifest {

/**
 * Reads a long text again and again while somebody writes in it. Lists and maps without brackets whose lines are as
 * they were are taken from the last reading; what is around them is read, and the whole where that cannot be told
 * apart.
 */
class Recall {
public:
    /** What readTree() says of this text. */
    [[nodiscard]] Reading read(const QByteArray &utf8, int firstLine);

private:
    [[nodiscard]] std::optional<Reading> readAgain(const TextLines &lines, bool takesRest) const;

    QByteArray m_text;
    int m_firstLine = 0;
    Reading m_reading;  ///< of m_text: the last one that was plain, without trouble and duplicates
};

}  // namespace manifest
