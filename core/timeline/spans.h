// SPDX-License-Identifier: Apache-2.0
// Events to marks and spans: private to core/timeline.
#pragma once

#include "pull/events/message.h"
#include "timeline/lane.h"

namespace timeline {

/** One mark an event, by time. */
[[nodiscard]] QList<Mark> marksOf(const QList<kube::Event> &events);

/** Queue, Transfer, BackOff and Create spans of one container from its events; open ends stay open. */
[[nodiscard]] QList<Span> startSpans(const QList<kube::Event> &events);

/**
 * Sorts by begin; a span ends at the latest where the next begins, and an open one at `gone` (null: stays open). A
 * stretch between two spans that nothing tells of becomes a Gap.
 */
void tidy(QList<Span> &spans, kube::Timestamp gone);

}  // namespace timeline
