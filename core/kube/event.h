// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/object.h"
#include "kube/version.h"

#include <memory>

namespace kube {

struct ObjectReference {
    QString kind;
    QString ns;
    QString name;
    QString uid;
    QString fieldPath;  ///< `spec.containers{nginx}` for container events; empty for pod-level ones
    bool operator==(const ObjectReference &) const = default;
};

/** A core/v1 Event, complete as far as kubectl prints it. Immutable once published. */
struct Event {
    ObjectMeta meta;
    ObjectReference involved;
    QString type;  ///< Normal or Warning
    QString reason;
    QString message;
    QString component;            ///< source.component
    QString host;                 ///< source.host
    QString reportingController;  ///< reportingComponent
    QString reportingInstance;
    QString action;
    Timestamp firstTimestamp;
    Timestamp lastTimestamp;
    Timestamp eventTime;
    int count = 0;  ///< 0: the field is absent
    bool hasSeries = false;
    int seriesCount = 0;
    Timestamp seriesLast;

    bool operator==(const Event &) const = default;

    /** When it happened first: eventTime, else firstTimestamp, else creationTimestamp. */
    [[nodiscard]] Timestamp first() const;
    /** When it happened last: series, else lastTimestamp, else eventTime, else creationTimestamp. */
    [[nodiscard]] Timestamp last() const;
    /** How often: series count, else count, else 1. */
    [[nodiscard]] int occurrences() const;
    /** source.component, else reportingComponent. */
    [[nodiscard]] QString from() const;
    /**
     * The exact first time, from the nanoseconds in the event's name; `first()` where the name does not
     * decode to within 2 s of firstTimestamp. Source: client-go tools/record makeEvent.
     */
    [[nodiscard]] Timestamp exactFirst() const;
    /** The moment in the event's name; null where it has none that fits. Of a counted event: its first occurrence. */
    [[nodiscard]] Timestamp nameTime() const;
    /** source.host, else reportingInstance: for the kubelet's events the node. */
    [[nodiscard]] QString instance() const;
};

/** How long after `first` `second` happened: a span between first occurrences, off by at most the tolerance. */
struct EventDistance {
    std::chrono::nanoseconds distance{0};
    std::chrono::nanoseconds tolerance{0};  ///< 0 where both names tell, else the fields' whole seconds: 1 s
};
/** By the names where both fit, else by the whole-second fields. Both must have a first time. */
[[nodiscard]] EventDistance eventDistance(const Event &first, const Event &second);

using EventPtr = std::shared_ptr<const Event>;

/**
 * The interval text of describe and `kubectl events`: `7s (x6 over 53s)`; up to 1.22 kubectl did not look at series.
 * Source: kubectl pkg/describe DescribeEvents.
 */
[[nodiscard]] QString eventInterval(const Event &event, Timestamp now, Version kubectl = {});

}  // namespace kube
