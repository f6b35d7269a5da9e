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
    /** What readTree() says of this text. Where it throws, what was known before is known. */
    [[nodiscard]] Reading read(const QByteArray &utf8, int firstLine, const MayStop &mayStop = {});

private:
    [[nodiscard]] std::optional<Reading> readAgain(const TextLines &lines, bool takesRest,
                                                   const MayStop &mayStop) const;

    TextLines m_lines{{}, 0};
    Reading m_reading;  ///< of m_lines: the last one that was plain, without trouble and duplicates
};

}  // namespace manifest
