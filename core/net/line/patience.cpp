// SPDX-License-Identifier: Apache-2.0
#include "net/line/patience.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net {

using std::chrono::milliseconds;

namespace {

QDeadlineTimer after(milliseconds limit)
{
    return limit.count() > 0 ? QDeadlineTimer(limit, Qt::PreciseTimer) : QDeadlineTimer(QDeadlineTimer::Forever);
}

QString text(milliseconds limit)
{
    return limit.count() % 1000 == 0 ? u"%1 s"_s.arg(limit.count() / 1000) : u"%1 ms"_s.arg(limit.count());
}

}  // namespace

Patience::Patience(const Limits &limits, QObject *parent)
    : QObject(parent), m_limits(limits), m_allEnds(after(limits.total))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Patience::check);
    arm();
}

void Patience::enter(Part part)
{
    m_part = part;
    switch (part) {
    case Part::Queue: m_partEnds = QDeadlineTimer(QDeadlineTimer::Forever); break;
    case Part::Connect: m_partEnds = after(m_limits.connect); break;
    case Part::Head: m_partEnds = after(m_limits.head); break;
    case Part::Body: m_partEnds = after(m_limits.quiet); break;
    }
    arm();
}

void Patience::moved()
{
    // The timer is left as it is: it wakes too early and then sees that there is time left.
    if (m_part == Part::Body)
        m_partEnds = after(m_limits.quiet);
}

void Patience::expectRest(bool isPartial)
{
    if (isPartial != m_restEnds.isForever())
        return;
    m_restEnds = isPartial ? after(m_limits.frame) : QDeadlineTimer(QDeadlineTimer::Forever);
    if (isPartial)
        arm();
}

void Patience::arm()
{
    const QDeadlineTimer next = std::min({m_partEnds, m_restEnds, m_allEnds});
    if (next.isForever())
        m_timer.stop();
    else
        m_timer.start(
            std::chrono::ceil<milliseconds>(std::max(next.remainingTimeAsDuration(), std::chrono::nanoseconds(0))));
}

void Patience::check()
{
    if (m_partEnds.hasExpired()) {
        switch (m_part) {
        case Part::Queue: break;
        case Part::Connect:
            Q_EMIT exhausted(u"did not accept a connection within %1"_s.arg(text(m_limits.connect)));
            return;
        case Part::Head: Q_EMIT exhausted(u"did not answer in time (%1)"_s.arg(text(m_limits.head))); return;
        case Part::Body: Q_EMIT exhausted(u"sent nothing for %1"_s.arg(text(m_limits.quiet))); return;
        }
    }
    if (m_restEnds.hasExpired()) {
        Q_EMIT exhausted(u"did not finish an object within %1"_s.arg(text(m_limits.frame)));
        return;
    }
    if (m_allEnds.hasExpired()) {
        Q_EMIT exhausted(u"did not finish its answer within %1"_s.arg(text(m_limits.total)));
        return;
    }
    arm();
}

}  // namespace net
