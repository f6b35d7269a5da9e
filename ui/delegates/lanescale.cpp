// SPDX-License-Identifier: Apache-2.0
#include "delegates/lanescale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace delegates {

using namespace std::chrono_literals;

namespace {

constexpr double Margin = 0.04;  ///< of the width, at each end of a fit
constexpr double LongestReach = 4e18;

double bounded(double nsPerPixel)
{
    return std::clamp(nsPerPixel, static_cast<double>(LaneScale::Finest.count()),
                      static_cast<double>(LaneScale::Coarsest.count()));
}

kube::Timestamp moved(kube::Timestamp from, double ns)
{
    const double target = static_cast<double>(from.unixNanoseconds()) + ns;
    if (std::abs(target) > LongestReach)
        return kube::Timestamp::fromUnixNanoseconds(static_cast<qint64>(std::copysign(LongestReach, target)));
    return kube::Timestamp::fromUnixNanoseconds(from.unixNanoseconds() + std::llround(ns));
}

}  // namespace

LaneScale::LaneScale(kube::Timestamp begin, double nsPerPixel) : m_begin(begin), m_nsPerPixel(bounded(nsPerPixel)) {}

LaneScale LaneScale::fit(kube::Timestamp begin, kube::Timestamp end, double width)
{
    const double length = std::max<double>(static_cast<double>((end - begin).count()), 1e9);
    const double room = std::max(width, 1.0) * (1 - 2 * Margin);
    const LaneScale scale(begin, length / room);
    return scale.panned(std::max(width, 1.0) * Margin);
}

LaneScale LaneScale::exact(kube::Timestamp begin, kube::Timestamp end, double width)
{
    return {begin, static_cast<double>((end - begin).count()) / std::max(width, 1.0)};
}

double LaneScale::x(kube::Timestamp at) const
{
    return static_cast<double>((at - m_begin).count()) / m_nsPerPixel;
}

kube::Timestamp LaneScale::time(double x) const
{
    return moved(m_begin, x * m_nsPerPixel);
}

LaneScale LaneScale::zoomed(double factor, double x) const
{
    const double wanted = bounded(m_nsPerPixel / factor);
    return {moved(m_begin, x * (m_nsPerPixel - wanted)), wanted};
}

LaneScale LaneScale::panned(double pixels) const
{
    return {moved(m_begin, -pixels * m_nsPerPixel), m_nsPerPixel};
}

LaneScale LaneScale::placed(kube::Timestamp at, double x) const
{
    return {moved(at, -x * m_nsPerPixel), m_nsPerPixel};
}

std::chrono::nanoseconds niceStep(std::chrono::nanoseconds least)
{
    static constexpr std::array<std::chrono::nanoseconds, 32> steps = {
        1ms,  2ms,  5ms,   10ms,  20ms,  50ms, 100ms, 200ms, 500ms, 1s,  2s,  5s,  10s,  15s,  30s,  1min,
        2min, 5min, 10min, 15min, 30min, 1h,   2h,    3h,    6h,    12h, 24h, 48h, 168h, 336h, 720h, 2160h};
    const auto found = std::ranges::lower_bound(steps, least);
    return found == steps.end() ? steps.back() : *found;
}

QList<kube::Timestamp> ticks(const LaneScale &scale, double width, std::chrono::nanoseconds step,
                             std::chrono::nanoseconds offset)
{
    QList<kube::Timestamp> list;
    const qint64 size = step.count();
    const qint64 begin = scale.begin().unixNanoseconds() + offset.count();
    qint64 at = begin - begin % size;
    if (at < begin)
        at += size;
    const qint64 end = scale.time(width).unixNanoseconds() + offset.count();
    for (; at <= end; at += size)
        list.append(kube::Timestamp::fromUnixNanoseconds(at - offset.count()));
    return list;
}

}  // namespace delegates
