// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/read/recall.h"
#include "manifest/splitter.h"

namespace manifest {

/**
 * What one chunk says, read alone: its documents count from 0, its places are those of the chunk. A long one is read by
 * what is known of the one that was read before.
 */
[[nodiscard]] Parsed readPiece(const Chunk &chunk, const QString &source, Recall &recall, const MayStop &mayStop);

/** Puts a piece behind what was read before; its lines are `lines` further down than when it was read. */
void append(Parsed &whole, const Parsed &piece, int lines);

}  // namespace manifest
