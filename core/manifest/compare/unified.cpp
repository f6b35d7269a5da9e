// SPDX-License-Identifier: Apache-2.0
#include "manifest/compare/unified.h"

#include "manifest/compare/difference.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

constexpr qsizetype Context = 3;

QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    if (lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

/** `3,7`, `3`, `0,0`: GNU diff leaves a count of one out, and counts no lines from the one before. */
QString rangeOf(qsizetype first, qsizetype count)
{
    if (count == 1)
        return QString::number(first + 1);
    return u"%1,%2"_s.arg(count == 0 ? first : first + 1).arg(count);
}

/** Changes that stand so near that their surroundings touch. */
struct Hunk {
    qsizetype left, leftCount, right, rightCount;
    QStringList lines;
    void add(QChar mark, const QStringList &text, qsizetype from, qsizetype count)
    {
        for (qsizetype i = 0; i < count; ++i)
            lines.append(mark + text.at(from + i));
        leftCount += mark == u'+' ? 0 : count;
        rightCount += mark == u'-' ? 0 : count;
    }
};

}  // namespace

QString unified(const QString &leftName, const QString &left, const QString &rightName, const QString &right)
{
    const QStringList old = linesOf(left);
    const QStringList now = linesOf(right);
    const QList<Stretch> stretches = difference(old, now);
    QList<Hunk> hunks;
    for (qsizetype i = 0; i < stretches.size(); ++i) {
        const Stretch &stretch = stretches.at(i);
        if (stretch.same) {
            const bool isLast = i + 1 == stretches.size();
            if (i > 0)
                hunks.last().add(u' ', old, stretch.left,
                                 std::min(stretch.leftCount,
                                          isLast || stretch.leftCount > 2 * Context ? Context : stretch.leftCount));
            if (isLast || (i > 0 && stretch.leftCount <= 2 * Context))
                continue;
            const qsizetype shown = std::min(Context, stretch.leftCount);
            const qsizetype from = stretch.leftCount - shown;
            hunks.append({stretch.left + from, 0, stretch.right + from, 0, {}});
            hunks.last().add(u' ', old, stretch.left + from, shown);
            continue;
        }
        if (hunks.isEmpty())
            hunks.append({stretch.left, 0, stretch.right, 0, {}});
        hunks.last().add(u'-', old, stretch.left, stretch.leftCount);
        hunks.last().add(u'+', now, stretch.right, stretch.rightCount);
    }
    QString text;
    for (const Hunk &hunk : std::as_const(hunks)) {
        if (text.isEmpty())
            text = u"--- %1\n+++ %2\n"_s.arg(leftName, rightName);
        text += u"@@ -%1 +%2 @@\n"_s.arg(rangeOf(hunk.left, hunk.leftCount), rangeOf(hunk.right, hunk.rightCount)) +
                hunk.lines.join(u'\n') + u'\n';
    }
    return text;
}

}  // namespace manifest
