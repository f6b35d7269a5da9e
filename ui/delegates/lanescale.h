// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/timestamp.h"

#include <QList>

#include <chrono>

namespace delegates {

/** Time to pixels and back for one width of lanes. A value: every change makes a new one. Pixel 0 is the left edge. */
class LaneScale {
public:
    using Nanoseconds = std::chrono::nanoseconds;

    /** Finest and coarsest zoom, in time a pixel. */
    static constexpr Nanoseconds Finest = std::chrono::microseconds(20);
    static constexpr Nanoseconds Coarsest = std::chrono::hours(6);

    constexpr LaneScale() = default;
    LaneScale(kube::Timestamp begin, double nsPerPixel);

    /** Shows `begin` to `end` in `width` pixels with a small margin at both ends; at least a second. */
    [[nodiscard]] static LaneScale fit(kube::Timestamp begin, kube::Timestamp end, double width);
    /** Shows exactly `begin` to `end` in `width` pixels. */
    [[nodiscard]] static LaneScale exact(kube::Timestamp begin, kube::Timestamp end, double width);

    [[nodiscard]] kube::Timestamp begin() const { return m_begin; }
    [[nodiscard]] double nsPerPixel() const { return m_nsPerPixel; }

    [[nodiscard]] double x(kube::Timestamp at) const;
    [[nodiscard]] kube::Timestamp time(double x) const;

    /** `factor` > 1 zooms in; the time under pixel `x` stays there. */
    [[nodiscard]] LaneScale zoomed(double factor, double x) const;
    /** The content moves right by `pixels`, as a hand drags it. */
    [[nodiscard]] LaneScale panned(double pixels) const;
    /** Same zoom, with `at` under pixel `x`. */
    [[nodiscard]] LaneScale placed(kube::Timestamp at, double x) const;

    bool operator==(const LaneScale &) const = default;

private:
    kube::Timestamp m_begin = kube::Timestamp::fromUnixSeconds(0);
    double m_nsPerPixel = 1e8;
};

/** The smallest step of 1, 2, 5 x 10^n below a second, or of clock and calendar above, that is `least` or longer. */
[[nodiscard]] std::chrono::nanoseconds niceStep(std::chrono::nanoseconds least);

/** Ticks between pixel 0 and `width` at multiples of `step` in a zone `offset` ahead of UTC. */
[[nodiscard]] QList<kube::Timestamp> ticks(const LaneScale &scale, double width, std::chrono::nanoseconds step,
                                           std::chrono::nanoseconds offset);

}  // namespace delegates
