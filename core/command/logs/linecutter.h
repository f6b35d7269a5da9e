// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/logs/logpart.h"

namespace command {

/** Bytes of a log that was asked for with timestamps, cut anywhere, to lines. Keeps less than one line. */
class LineCutter {
public:
    /** A longer line comes in pieces of so many bytes. */
    static constexpr qsizetype LineLimit = 64 * 1024;

    /** The lines that these bytes complete. */
    [[nodiscard]] QList<LogLine> take(QByteArrayView bytes);
    /** The stream is over: what came of a line without an end, if anything; the cutter is as new. */
    [[nodiscard]] std::optional<LogLine> rest();

private:
    [[nodiscard]] LogLine line(QByteArrayView bytes) const;

    QByteArray m_partial;
    bool m_continues = false;
};

}  // namespace command
