// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/pieces.h"

#include "manifest/read/assembly.h"

namespace manifest {

namespace {

constexpr qsizetype Long = 16 * 1024;  ///< bytes; what is shorter is read as fast as compared

}  // namespace

Parsed readPiece(const Chunk &chunk, const QString &source, Recall &recall, const MayStop &mayStop)
{
    Assembly assembly(source, chunk.text.size() < Long ? nullptr : &recall, mayStop);
    assembly.add(chunk);
    return std::move(assembly.parsed);
}

void append(Parsed &whole, const Parsed &piece, int lines)
{
    const int before = int(whole.documents.size());
    for (Document document : piece.documents) {
        document.index += before;
        if (lines != 0) {
            document.line += lines;
            document.lastLine += lines;
            document.places = document.places.moved(lines);
        }
        whole.documents.append(std::move(document));
    }
    for (Problem problem : piece.problems) {
        problem.place.line += lines;
        problem.document += before;
        whole.problems.append(std::move(problem));
    }
    for (Note note : piece.notes) {
        note.place.line += lines;
        note.document += before;
        whole.notes.append(std::move(note));
    }
}

}  // namespace manifest
