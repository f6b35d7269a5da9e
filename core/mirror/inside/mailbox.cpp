// SPDX-License-Identifier: Apache-2.0
#include "mirror/inside/mailbox.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace mirror {

namespace {
constexpr std::chrono::milliseconds Interval = 50ms;
}

Mailbox::Mailbox(Timing &timing, std::function<void(Batch &)> fill, std::function<void(const Batch &)> send)
    : m_timing(timing), m_fill(std::move(fill)), m_send(std::move(send))
{
}

void Mailbox::touch()
{
    m_isDirty = true;
    schedule();
}

void Mailbox::reset(bool isOtherCluster)
{
    pods.clear();
    events.clear();
    nodes.clear();
    namespaces.clear();
    m_isReset = true;
    m_isOtherCluster |= isOtherCluster;
    touch();
}

void Mailbox::acknowledge()
{
    m_isInFlight = false;
    if (m_isDirty)
        schedule();
}

void Mailbox::schedule()
{
    if (m_isScheduled || m_isInFlight)
        return;
    m_isScheduled = true;
    std::chrono::milliseconds wait = 0ms;
    if (m_lastSent)
        wait = std::clamp(Interval - (m_timing.elapsed() - *m_lastSent), 0ms, Interval);
    m_timing.after(wait, this, [this] { deliver(); });
}

void Mailbox::deliver()
{
    m_isScheduled = false;
    m_isDirty = false;
    m_isInFlight = true;
    m_lastSent = m_timing.elapsed();
    Batch batch;
    batch.reset = std::exchange(m_isReset, false);
    batch.otherCluster = std::exchange(m_isOtherCluster, false);
    batch.pods = pods.take();
    batch.events = events.take();
    batch.nodes = nodes.take();
    batch.namespaces = namespaces.take();
    m_fill(batch);
    m_send(batch);
}

}  // namespace mirror
