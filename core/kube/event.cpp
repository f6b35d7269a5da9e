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

QString Event::instance() const
{
    return host.isEmpty() ? reportingInstance : host;
}

Timestamp Event::nameTime() const
{
    const qsizetype dot = meta.key.name.lastIndexOf(u'.');
    const Timestamp about = firstTimestamp.isNull() ? eventTime : firstTimestamp;
    if (dot < 0 || about.isNull())
        return {};
    const QStringView suffix = QStringView(meta.key.name).sliced(dot + 1);
    bool ok = false;
    const qint64 ns = suffix.toLongLong(&ok, 16);
    if (!ok || ns <= 0 || suffix.startsWith(u'+'))
        return {};
    const auto exact = Timestamp::fromUnixNanoseconds(ns);
    return std::chrono::abs(exact - about) <= std::chrono::seconds(2) ? exact : Timestamp();
}

Timestamp Event::exactFirst() const
{
    if (!eventTime.isNull() || firstTimestamp.isNull())
        return first();
    const Timestamp exact = nameTime();
    return exact.isNull() ? first() : exact;
}

EventDistance eventDistance(const Event &first, const Event &second)
{
    const Timestamp from = first.nameTime();
    const Timestamp to = second.nameTime();
    if (!from.isNull() && !to.isNull())
        return {to - from, {}};
    const bool exact = !first.eventTime.isNull() && !second.eventTime.isNull();
    return {second.first() - first.first(), exact ? std::chrono::seconds(0) : std::chrono::seconds(1)};
}

QString eventInterval(const Event &event, Timestamp now, Version kubectl)
{
    const bool old = kubectl.minor < 23;
    const bool plainFirst = old ? !event.firstTimestamp.isNull() : event.eventTime.isNull();
    const QString since = age(plainFirst ? event.firstTimestamp : event.eventTime, now);
    if (event.hasSeries && !old)
        return u"%1 (x%2 over %3)"_s.arg(age(event.seriesLast, now)).arg(event.seriesCount).arg(since);
    if (event.count > 1)
        return u"%1 (x%2 over %3)"_s.arg(age(event.lastTimestamp, now))
            .arg(event.count)
            .arg(old ? age(event.firstTimestamp, now) : since);
    return since;
}

}  // namespace kube
