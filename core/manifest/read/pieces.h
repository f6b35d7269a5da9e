// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/splitter.h"

namespace manifest {

/** What one chunk says, read alone: its documents count from 0, its places from the chunk's first line. */
[[nodiscard]] Parsed readPiece(const Chunk &chunk, const QString &source);

/** Puts a piece behind what was read before; its lines are `lines` further down than when it was read. */
void append(Parsed &whole, const Parsed &piece, int lines);

}  // namespace manifest
