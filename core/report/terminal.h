// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace report {

/**
 * A text without the sequences that a terminal obeys: colours, cursor movements, titles, links (their text stays).
 * What is no whole sequence stays as it is. Source: ECMA-48 CSI and OSC, as xterm reads them.
 */
[[nodiscard]] QString withoutSequences(const QString &text);

/** One line of a log as it is shown: UTF-8, without sequences and a last carriage return, everything else visible. */
[[nodiscard]] QString logLine(QByteArrayView bytes);

}  // namespace report
