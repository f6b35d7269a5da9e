// SPDX-License-Identifier: Apache-2.0
#include "manifest/compare/merge.h"

#include "manifest/compare/difference.h"

#include <algorithm>

namespace manifest {

namespace {

/** Walks one side's difference to the base. */
class Side {
public:
    Side(const QStringList &base, const QStringList &lines) : m_lines(lines)
    {
        for (const Stretch &stretch : difference(base, lines))
            if (!stretch.same)
                m_changes.append(stretch);
    }

    [[nodiscard]] bool isAtEnd() const { return m_next == m_changes.size(); }
    /** Where in the base the next change begins. */
    [[nodiscard]] qsizetype start() const { return m_changes.at(m_next).left; }

    /** Takes the changes that touch the base from here to `end`; the new end. */
    qsizetype take(qsizetype end)
    {
        for (; !isAtEnd() && start() <= end; ++m_next)
            end = std::max(end, m_changes.at(m_next).left + m_changes.at(m_next).leftCount);
        return end;
    }

    /** This side's lines for the base's lines up to `end`; begins where the last call ended. */
    QStringList linesTo(qsizetype end)
    {
        qsizetype shift = 0;
        for (qsizetype i = 0; i < m_next; ++i)
            shift += m_changes.at(i).rightCount - m_changes.at(i).leftCount;
        const qsizetype to = end + shift;
        const QStringList lines = m_lines.sliced(m_given, to - m_given);
        m_given = to;
        return lines;
    }

private:
    QStringList m_lines;
    QList<Stretch> m_changes;
    qsizetype m_next = 0;
    qsizetype m_given = 0;
};

MergePiece::From sourceOf(const MergePiece &piece)
{
    using From = MergePiece::From;
    if (piece.mine == piece.theirs)
        return piece.mine == piece.base ? From::All : From::Same;
    if (piece.mine == piece.base)
        return From::Theirs;
    return piece.theirs == piece.base ? From::Mine : From::Conflict;
}

}  // namespace

QStringList MergePiece::result() const
{
    switch (from) {
    case From::All: return base;
    case From::Theirs: return theirs;
    case From::Mine:
    case From::Same: return mine;
    case From::Conflict: break;
    }
    return {};
}

QList<MergePiece> merge(const QStringList &base, const QStringList &mine, const QStringList &theirs)
{
    Side my(base, mine);
    Side their(base, theirs);
    QList<MergePiece> pieces;
    qsizetype at = 0;
    const auto add = [&](qsizetype end) {
        MergePiece piece{{}, base.sliced(at, end - at), my.linesTo(end), their.linesTo(end)};
        piece.from = sourceOf(piece);
        if (!piece.base.isEmpty() || !piece.mine.isEmpty() || !piece.theirs.isEmpty())
            pieces.append(piece);
        at = end;
    };
    while (!my.isAtEnd() || !their.isAtEnd()) {
        const qsizetype start =
            std::min(my.isAtEnd() ? base.size() : my.start(), their.isAtEnd() ? base.size() : their.start());
        add(start);
        qsizetype end = start;
        for (qsizetype before = -1; before != end;) {  // a change of one side may reach a further one of the other
            before = end;
            end = my.take(end);
            end = their.take(end);
        }
        add(end);
    }
    add(base.size());
    return pieces;
}

}  // namespace manifest
