// SPDX-License-Identifier: Apache-2.0
#include "manifest/compare/difference.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace manifest {

namespace {

/** Equal lines have equal numbers, so that lines are compared once. */
struct Numbers {
    std::vector<int> left;
    std::vector<int> right;
};

Numbers numbered(const QStringList &left, const QStringList &right)
{
    QHash<QStringView, int> known;
    const auto number = [&known](const QStringList &lines) {
        std::vector<int> numbers;
        numbers.reserve(size_t(lines.size()));
        for (const QString &line : lines) {
            const auto found = known.constFind(line);
            numbers.push_back(found != known.cend() ? *found : *known.insert(line, int(known.size())));
        }
        return numbers;
    };
    Numbers numbers;
    numbers.left = number(left);
    numbers.right = number(right);
    return numbers;
}

/** Joins stretches of a kind that follow each other; empty ones go. */
class Script {
public:
    void same(qsizetype count) { add({true, m_left, count, m_right, count}); }
    void other(qsizetype left, qsizetype right) { add({false, m_left, left, m_right, right}); }
    [[nodiscard]] QList<Stretch> take() { return std::move(m_stretches); }

private:
    void add(const Stretch &stretch)
    {
        if (stretch.leftCount == 0 && stretch.rightCount == 0)
            return;
        m_left += stretch.leftCount;
        m_right += stretch.rightCount;
        if (m_stretches.isEmpty() || m_stretches.constLast().same != stretch.same) {
            m_stretches.append(stretch);
            return;
        }
        m_stretches.last().leftCount += stretch.leftCount;
        m_stretches.last().rightCount += stretch.rightCount;
    }

    QList<Stretch> m_stretches;
    qsizetype m_left = 0;
    qsizetype m_right = 0;
};

/** One step of the way back: how many lines were the same, and whether a line was removed or added before them. */
struct Step {
    bool removed;
    qsizetype same;
};

/** Myers' greedy walk over the middle of two texts; empty where it would take more than `effort` steps. */
std::vector<Step> walk(const int *left, qsizetype leftCount, const int *right, qsizetype rightCount, qsizetype effort)
{
    const qsizetype most = std::min(effort, leftCount + rightCount);
    std::vector<qsizetype> furthest(size_t(2 * most + 3), 0);
    const auto at = [&](qsizetype diagonal) -> qsizetype & { return furthest[size_t(diagonal + most + 1)]; };
    std::vector<std::vector<qsizetype>> trace;
    qsizetype depth = 0;
    for (bool arrived = false; !arrived; ++depth) {
        if (depth > most)
            return {};
        trace.emplace_back(furthest.begin() + (most + 1 - depth), furthest.begin() + (most + 2 + depth));
        for (qsizetype k = -depth; k <= depth && !arrived; k += 2) {
            const bool down = k == -depth || (k != depth && at(k - 1) < at(k + 1));
            qsizetype x = depth == 0 ? 0 : (down ? at(k + 1) : at(k - 1) + 1);
            while (x < leftCount && x - k < rightCount && left[x] == right[x - k])
                ++x;
            at(k) = x;
            arrived = x >= leftCount && x - k >= rightCount;
        }
    }
    std::vector<Step> steps;
    qsizetype x = leftCount;
    qsizetype y = rightCount;
    for (qsizetype d = depth - 1; d > 0; --d) {
        const std::vector<qsizetype> &before = trace[size_t(d)];  // what stood there when the depth began: -d .. d
        const auto was = [&](qsizetype diagonal) { return before[size_t(diagonal + d)]; };
        const qsizetype k = x - y;
        const bool down = k == -d || (k != d && was(k - 1) < was(k + 1));
        const qsizetype fromX = down ? was(k + 1) : was(k - 1);
        const qsizetype fromY = fromX - (down ? k + 1 : k - 1);
        steps.push_back({!down, x - fromX - (down ? 0 : 1)});
        x = fromX;
        y = fromY;
    }
    steps.push_back({false, x});  // what is the same from the start; nothing is removed or added before it
    std::ranges::reverse(steps);
    return steps;
}

}  // namespace

QList<Stretch> difference(const QStringList &left, const QStringList &right, qsizetype effort)
{
    const Numbers numbers = numbered(left, right);
    const auto [leftEnd, rightEnd] = std::ranges::mismatch(numbers.left, numbers.right);
    const qsizetype head = leftEnd - numbers.left.begin();
    qsizetype tail = 0;
    while (tail < left.size() - head && tail < right.size() - head &&
           numbers.left[size_t(left.size() - 1 - tail)] == numbers.right[size_t(right.size() - 1 - tail)])
        ++tail;
    Script script;
    script.same(head);
    const qsizetype leftMiddle = left.size() - head - tail;
    const qsizetype rightMiddle = right.size() - head - tail;
    const auto steps = walk(numbers.left.data() + head, leftMiddle, numbers.right.data() + head, rightMiddle, effort);
    if (steps.empty())
        script.other(leftMiddle, rightMiddle);
    for (size_t i = 0; i < steps.size(); ++i) {
        if (i > 0)
            script.other(steps[i].removed ? 1 : 0, steps[i].removed ? 0 : 1);
        script.same(steps[i].same);
    }
    script.same(tail);
    return script.take();
}

}  // namespace manifest
