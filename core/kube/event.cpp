// SPDX-License-Identifier: Apache-2.0
#include "kube/event.h"

#include "kube/duration.h"

namespace kube {

using namespace Qt::StringLiterals;

Timestamp Event::first() const
{
    if (!eventTime.isNull())
        return eventTime;
    return firstTimestamp.isNull() ? meta.creationTimestamp : firstTimestamp;
}

Timestamp Event::last() const
{
    if (hasSeries && !seriesLast.isNull())
        return seriesLast;
    if (!lastTimestamp.isNull())
        return lastTimestamp;
    return eventTime.isNull() ? meta.creationTimestamp : eventTime;
}

int Event::occurrences() const
{
    if (hasSeries && seriesCount > 0)
        return seriesCount;
    return count > 0 ? count : 1;
}

QString Event::from() const
{
    return component.isEmpty() ? reportingController : component;
}

Timestamp Event::exactFirst() const
{
    if (!eventTime.isNull() || firstTimestamp.isNull())
        return first();
    bool ok = false;
    const qint64 ns = QStringView(meta.key.name).sliced(meta.key.name.lastIndexOf(u'.') + 1).toLongLong(&ok, 16);
    if (!ok || !meta.key.name.contains(u'.'))
        return first();
    const auto exact = Timestamp::fromUnixNanoseconds(ns);
    const auto distance = exact - firstTimestamp;
    return std::chrono::abs(distance) <= std::chrono::seconds(2) ? exact : first();
}

QString eventInterval(const Event &event, Timestamp now)
{
    const Timestamp first = event.eventTime.isNull() ? event.firstTimestamp : event.eventTime;
    const QString since = age(first, now);
    if (event.hasSeries)
        return u"%1 (x%2 over %3)"_s.arg(age(event.seriesLast, now)).arg(event.seriesCount).arg(since);
    if (event.count > 1)
        return u"%1 (x%2 over %3)"_s.arg(age(event.lastTimestamp, now)).arg(event.count).arg(since);
    return since;
}

}  // namespace kube
