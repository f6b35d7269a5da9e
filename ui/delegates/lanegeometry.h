// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/lane.h"

#include <QList>

#include <functional>

namespace delegates {

/** Where a time lies, in pixels from the left edge of the lanes. Must be monotonic. */
using TimeToX = std::function<double(kube::Timestamp)>;

/** Smallest width of a span on the screen: what happened is never invisible. */
inline constexpr double MinSpanWidth = 3.0;
/** How near the pointer must be to a mark to mean it. */
inline constexpr double MarkReach = 6.0;

/** One span to paint. It may stand for following spans that have no room of their own. */
struct SpanBox {
    qsizetype span = -1;
    double left = 0;
    double right = 0;
    bool open = false;  ///< still going on: the right edge is now
    bool operator==(const SpanBox &) const = default;
};

/** One mark to paint; `stands` counts the marks of the same kind that share its place. */
struct MarkSpot {
    qsizetype mark = -1;
    double x = 0;
    double lastX = 0;  ///< of a repeated event; equals `x` for a single one
    int stands = 1;
    bool operator==(const MarkSpot &) const = default;
};

/**
 * The spans that show between 0 and `width`, left to right, each at least MinSpanWidth wide and none over another.
 * Open spans end at `now`. Cost: the visible spans only, and never more boxes than width / MinSpanWidth.
 */
[[nodiscard]] QList<SpanBox> spanBoxes(const timeline::Lane &lane, const TimeToX &x, double width, kube::Timestamp now);

/**
 * The marks that show between 0 and `width`, failures last so that nothing covers them. Marks of one kind closer than
 * a pixel share a spot; a failure always has one.
 */
[[nodiscard]] QList<MarkSpot> markSpots(const timeline::Lane &lane, const TimeToX &x, double width);

/** What lies under a place of a lane: a mark wins over a span, a failure over other marks, nearer over farther. */
struct Hit {
    qsizetype span = -1;
    qsizetype mark = -1;
    int stands = 1;  ///< marks at that spot
    [[nodiscard]] bool isNothing() const { return span < 0 && mark < 0; }
    bool operator==(const Hit &) const = default;
};
[[nodiscard]] Hit hitLane(const timeline::Lane &lane, const TimeToX &x, double width, kube::Timestamp now, double at);

}  // namespace delegates
