// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/inside/changes.h"
#include "mirror/timing.h"

#include <optional>

namespace mirror {

/**
 * The door for streams: gathers what changed and hands out one batch at a time, at most 20 a second, the next only
 * after the last was acknowledged. Bounded by the number of objects, never by the number of events.
 */
class Mailbox : public QObject {
    Q_OBJECT
public:
    /** `fill` completes each batch with state, lanes and versions; `send` carries it away. */
    Mailbox(Timing &timing, std::function<void(Batch &)> fill, std::function<void(const Batch &)> send);

    Changes<kube::SlimPod> pods;
    Changes<kube::Event> events;
    Changes<kube::Node> nodes;
    Changes<kube::Namespace> namespaces;

    /** Something changed: a batch will go out. */
    void touch();
    /** All that the consumer holds is void; the next batch says so, and whether the cluster is another one. */
    void reset(bool isOtherCluster = false);
    /** The consumer has taken the last batch. */
    void acknowledge();

private:
    void schedule();
    void deliver();

    Timing &m_timing;
    std::function<void(Batch &)> m_fill;
    std::function<void(const Batch &)> m_send;
    std::optional<std::chrono::milliseconds> m_lastSent;
    bool m_isDirty = false;
    bool m_isReset = false;
    bool m_isOtherCluster = false;
    bool m_isInFlight = false;
    bool m_isScheduled = false;
};

}  // namespace mirror
