// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

namespace manifest {

/** A piece of a three-way merge, with what each side says there. */
struct MergePiece {
    enum class From {
        All,       ///< nobody changed it
        Mine,      ///< only I changed it
        Theirs,    ///< only they changed it
        Same,      ///< both made the same change
        Conflict,  ///< both changed it, each in another way: somebody has to choose
    };
    From from = From::All;
    QStringList base;
    QStringList mine;
    QStringList theirs;

    /** What the merge takes; of a conflict nothing. */
    [[nodiscard]] QStringList result() const;
    bool operator==(const MergePiece &) const = default;
};

/**
 * Merges two changes of a text by lines (diff3). Neighbouring changes of both sides without a line between them are one
 * conflict: what belongs together in YAML often stands in neighbouring lines. Pure; any thread.
 */
[[nodiscard]] QList<MergePiece> merge(const QStringList &base, const QStringList &mine, const QStringList &theirs);

}  // namespace manifest
