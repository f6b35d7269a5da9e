// SPDX-License-Identifier: Apache-2.0
#include "views/timeviewport.h"

#include <algorithm>

namespace views {

using namespace std::chrono_literals;

namespace {

constexpr double NowPlace = 0.92;  ///< of the width, where Follow keeps now
constexpr int RestFactor = 4;      ///< a story at rest is shown at most this many times its own length
constexpr auto ShortestStory = 15s;

}  // namespace

void TimeViewport::fit(const LaneList::Extent &extent, kube::Timestamp now, kube::Timestamp storyEnd)
{
    m_mode = Mode::Fit;
    m_growing = false;
    if (extent.begin.isNull())
        return;
    kube::Timestamp end = extent.end;
    if (extent.open && now > end) {
        m_growing = true;
        end = now + (now - extent.begin) / 6;
    }
    if (!storyEnd.isNull() && extent.open) {
        const std::chrono::nanoseconds length =
            std::max<std::chrono::nanoseconds>(storyEnd - extent.begin, ShortestStory);
        const kube::Timestamp rest = extent.begin + length * RestFactor;
        if (end > rest) {
            end = rest;
            m_growing = now < rest;
        }
    }
    m_scale = delegates::LaneScale::fit(extent.begin, end, m_width);
}

void TimeViewport::follow(kube::Timestamp now)
{
    m_mode = Mode::Follow;
    m_scale = m_scale.placed(now, m_width * NowPlace);
}

void TimeViewport::zoom(double factor, double x, kube::Timestamp now)
{
    if (m_mode == Mode::Follow) {
        m_scale = m_scale.zoomed(factor, x);
        follow(now);
        return;
    }
    m_mode = Mode::Free;
    m_scale = m_scale.zoomed(factor, x);
}

void TimeViewport::pan(double pixels)
{
    m_mode = Mode::Free;
    m_scale = m_scale.panned(pixels);
}

void TimeViewport::show(kube::Timestamp begin, kube::Timestamp end)
{
    if (begin.isNull() || end.isNull() || end <= begin)
        return;
    m_mode = Mode::Free;
    m_scale = delegates::LaneScale::exact(begin, end, m_width);
}

bool TimeViewport::advance(kube::Timestamp now)
{
    if (m_mode != Mode::Follow)
        return false;
    follow(now);
    return true;
}

bool TimeViewport::outgrown(kube::Timestamp now) const
{
    return m_mode == Mode::Fit && m_growing && m_scale.x(now) > m_width;
}

}  // namespace views
