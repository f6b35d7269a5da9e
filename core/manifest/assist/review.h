// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/remark.h"
#include "manifest/assist/shelf.h"
#include "manifest/documents.h"
#include "manifest/read/recall.h"
#include "manifest/schema/passed.h"

namespace manifest {

/** A text as it was read, and what there is to say of it. */
struct Reviewed {
    Parsed parsed;
    QList<Remark> remarks;  ///< in the order of the text
    bool isBroken = false;  ///< it was told to stop; the rest is not worth anything then
};

/**
 * Reads a text again and again while somebody writes in it: only the documents that are others than last time are read
 * and checked anew. One thread at a time.
 */
class Reviewer {
public:
    /** `mayStop` is asked again and again, also while a long document is read; true ends it. */
    [[nodiscard]] Reviewed review(QStringView text, const QString &source, const Shelf &shelf,
                                  const MayStop &mayStop = {});

private:
    struct Piece {
        Parsed parsed;
        int firstLine = 0;
        QList<Remark> remarks;
        quint64 revision = 0;  ///< of the shelf that it was checked by
    };

    void renew(Piece &piece, const struct Chunk &chunk, const Shelf &shelf, const MayStop &mayStop);

    QHash<QByteArray, Piece> m_pieces;  ///< by their text
    Recall m_recall;
    Passed m_passed;
    quint64 m_revision = 0;  ///< of the shelf that m_passed is of
    QString m_source;
};

/** All that there is to say of what was read, in the order of the text: its problems and notes, what is against the
 * schemas, and what Kubernetes' rules say. `passed`: what was found good by this shelf, and now is. */
[[nodiscard]] QList<Remark> remarksOn(const Parsed &parsed, const Shelf &shelf, Passed *passed = nullptr);

}  // namespace manifest
