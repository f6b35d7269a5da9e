// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/lane.h"

#include <QCoreApplication>
#include <QString>

namespace views {

/** What the timeline says in words. Everything that comes from the cluster is plain text, never markup. */
class LaneWords {
    Q_DECLARE_TR_FUNCTIONS(views::LaneWords)

public:
    /** `Queue`, `Transfer`, ... */
    [[nodiscard]] static QString word(timeline::SpanKind kind);
    [[nodiscard]] static QString word(timeline::MarkKind kind);
    /** `init`, `sidecar`, `ephemeral`; empty for a regular container. */
    [[nodiscard]] static QString word(kube::ContainerKind kind);

    /** Local time to the millisecond with its zone: `2026-11-24 10:02:10.250 CET`. */
    [[nodiscard]] static QString exactTime(kube::Timestamp at);
    /** A duration to read: `640 ms`, `15.4 s`, `3m20s`, `5h`. */
    [[nodiscard]] static QString duration(std::chrono::nanoseconds duration);

    /** Several lines: what it is, its text, from when to when and how long, the evidence. Long text is cut. */
    [[nodiscard]] static QString tip(const timeline::Span &span, kube::Timestamp now);
    /** Several lines: what it is, the message, when, how often. Long text is cut. */
    [[nodiscard]] static QString tip(const timeline::Mark &mark, int stands = 1);
    /** `dev/web-0`, or `web-0` where there is no namespace. */
    [[nodiscard]] static QString podName(const kube::Key &pod);
};

}  // namespace views
