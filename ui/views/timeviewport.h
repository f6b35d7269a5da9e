// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "delegates/lanescale.h"
#include "views/lanelist.h"

namespace views {

/** Which stretch of time the timeline shows, and whether it moves with the clock. No widget. */
class TimeViewport {
public:
    enum class Mode {
        Fit,     ///< shows the whole story, again when it grows out of sight
        Follow,  ///< now stays at its place near the right edge
        Free,    ///< the user moved or zoomed: nothing moves by itself
    };

    [[nodiscard]] const delegates::LaneScale &scale() const { return m_scale; }
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] kube::Timestamp begin() const { return m_scale.begin(); }
    [[nodiscard]] kube::Timestamp end() const { return m_scale.time(m_width); }

    /** Keeps the left edge and the zoom, except in Fit mode, where the caller fits again. */
    void setWidth(double width) { m_width = width; }

    /**
     * Shows `extent`. While something is open this is up to `now` with room to grow; of a story that has long come to
     * rest its beginning, so that days of Running do not squeeze the pull to nothing (`storyEnd`: its last happening).
     */
    void fit(const LaneList::Extent &extent, kube::Timestamp now, kube::Timestamp storyEnd = {});
    /** Brings `now` near the right edge and keeps it there. */
    void follow(kube::Timestamp now);
    /** Zooms around pixel `x`; Follow zooms around now and goes on following. */
    void zoom(double factor, double x, kube::Timestamp now);
    /** The content moves right by `pixels`. */
    void pan(double pixels);
    /** Shows exactly this range, as another view asked. */
    void show(kube::Timestamp begin, kube::Timestamp end);
    /** The clock went on: follows. True if the range changed; in Fit mode the caller fits when this tells `outgrown`.
     */
    bool advance(kube::Timestamp now);
    /** Whether Fit mode has to fit again, because `now` left the right edge. */
    [[nodiscard]] bool outgrown(kube::Timestamp now) const;

private:
    delegates::LaneScale m_scale;
    Mode m_mode = Mode::Fit;
    double m_width = 600;
    bool m_growing = false;
};

}  // namespace views
