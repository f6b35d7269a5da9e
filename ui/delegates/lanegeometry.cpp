// SPDX-License-Identifier: Apache-2.0
#include "delegates/lanegeometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace delegates {

namespace {

kube::Timestamp endOf(const timeline::Span &span, kube::Timestamp now)
{
    const kube::Timestamp end = span.end.isNull() ? now : span.end;
    return std::max(span.begin, end);
}

/** First span that can show: the first whose end is not left of the edge. Spans are sorted and do not overlap. */
auto firstVisible(const timeline::Lane &lane, const TimeToX &x, kube::Timestamp now)
{
    return std::ranges::partition_point(
        lane.spans, [&](const timeline::Span &span) { return x(endOf(span, now)) < -MinSpanWidth; });
}

constexpr size_t KindCount = static_cast<size_t>(timeline::MarkKind::Other) + 1;

}  // namespace

QList<SpanBox> spanBoxes(const timeline::Lane &lane, const TimeToX &x, double width, kube::Timestamp now)
{
    QList<SpanBox> boxes;
    double taken = -MinSpanWidth;
    for (auto it = firstVisible(lane, x, now); it != lane.spans.cend(); ++it) {
        const double begin = x(it->begin);
        if (begin > width)
            break;
        const double end = x(endOf(*it, now));
        const double left = std::max(begin, taken);
        const bool crowded = !boxes.isEmpty() && left - begin >= MinSpanWidth && end <= taken;
        if (crowded)
            continue;
        const double right = std::max(end, left + MinSpanWidth);
        boxes.append({std::distance(lane.spans.cbegin(), it), left, right, it->end.isNull()});
        taken = right;
    }
    return boxes;
}

QList<MarkSpot> markSpots(const timeline::Lane &lane, const TimeToX &x, double width)
{
    QList<MarkSpot> spots;
    QList<MarkSpot> failures;
    std::array<qsizetype, KindCount> lastOfKind;
    lastOfKind.fill(-1);
    for (qsizetype i = 0; i < lane.marks.size(); ++i) {
        const timeline::Mark &mark = lane.marks.at(i);
        const double at = x(mark.at);
        const double last = std::max(at, mark.last.isNull() ? at : x(mark.last));
        if (last < -MarkReach || at > width + MarkReach)
            continue;
        const bool failure = mark.kind == timeline::MarkKind::Failure;
        QList<MarkSpot> &list = failure ? failures : spots;
        qsizetype &previous = lastOfKind[static_cast<size_t>(mark.kind)];
        if (previous >= 0 && std::abs(list.at(previous).x - at) < 1 && std::abs(list.at(previous).lastX - last) < 1) {
            ++list[previous].stands;
            continue;
        }
        previous = list.size();
        list.append({i, at, last, 1});
    }
    return spots + failures;
}

Hit hitLane(const timeline::Lane &lane, const TimeToX &x, double width, kube::Timestamp now, double at)
{
    Hit hit;
    double best = MarkReach;
    bool bestFails = false;
    for (const MarkSpot &spot : markSpots(lane, x, width)) {
        const bool fails = lane.marks.at(spot.mark).kind == timeline::MarkKind::Failure;
        const double distance = std::min(std::abs(spot.x - at), std::abs(spot.lastX - at));
        if (distance > MarkReach || (bestFails && !fails))
            continue;
        if (distance <= best || (fails && !bestFails)) {
            best = distance;
            bestFails = fails;
            hit.mark = spot.mark;
            hit.stands = spot.stands;
        }
    }
    for (const SpanBox &box : spanBoxes(lane, x, width, now))
        if (at >= box.left && at < box.right)
            hit.span = box.span;
    return hit;
}

}  // namespace delegates
