// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"
#include "kube/pod.h"

#include <QList>

#include <memory>

namespace timeline {

enum class SpanKind { ScheduledWait, Queue, Transfer, Create, Run, BackOff, Wait, Gap };

/** A stretch of time in one lane. `end` null: still going on. */
struct Span {
    SpanKind kind = SpanKind::Wait;
    kube::Timestamp begin;
    kube::Timestamp end;
    QString text;      ///< short fact, e.g. the waiting reason or the image; plain text from the cluster
    QString evidence;  ///< which event or status field says so
    bool operator==(const Span &) const = default;
};

enum class MarkKind { Scheduled, Pulling, Pulled, AlreadyPresent, Created, Started, BackOff, Failure, Killing, Other };

/** A point in time in one lane: one event. */
struct Mark {
    MarkKind kind = MarkKind::Other;
    kube::Timestamp at;
    kube::Timestamp last;  ///< of a repeated event; equals `at` for a single one
    int count = 1;
    bool warning = false;
    QString reason;
    QString message;
    QString eventUid;
    bool operator==(const Mark &) const = default;
};

struct Lane {
    QString name;  ///< container name; empty for the pod's own lane
    kube::ContainerKind kind = kube::ContainerKind::Regular;
    bool ofPod = false;
    QList<Span> spans;  ///< by begin, not overlapping
    QList<Mark> marks;  ///< by time
    bool operator==(const Lane &) const = default;
};

/** Every lane of one pod: its own first, then the containers in start order. Immutable once published. */
struct PodLanes {
    kube::Key pod;
    QString uid;
    bool deleted = false;
    QList<Lane> lanes;
    bool operator==(const PodLanes &) const = default;
};

using PodLanesPtr = std::shared_ptr<const PodLanes>;

}  // namespace timeline
