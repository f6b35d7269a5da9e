// SPDX-License-Identifier: Apache-2.0
#include "views/lanewords.h"

#include "kube/duration.h"
#include "style/wording.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <chrono>

namespace views {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestTip = 600;

QString cut(const QString &text)
{
    return text.size() <= LongestTip ? text : text.first(LongestTip) + u'…';
}

}  // namespace

QString LaneWords::word(timeline::SpanKind kind)
{
    switch (kind) {
    case timeline::SpanKind::ScheduledWait: return tr("Waiting for a node");
    case timeline::SpanKind::Queue: return tr("Waiting in the pull queue");
    case timeline::SpanKind::Transfer: return tr("Pulling the image");
    case timeline::SpanKind::Create: return tr("Creating and starting");
    case timeline::SpanKind::Run: return tr("Running");
    case timeline::SpanKind::BackOff: return tr("Back-off");
    case timeline::SpanKind::Wait: return tr("Waiting");
    case timeline::SpanKind::Gap: return tr("No evidence");
    }
    return {};
}

QString LaneWords::word(timeline::MarkKind kind)
{
    switch (kind) {
    case timeline::MarkKind::Scheduled: return tr("Scheduled");
    case timeline::MarkKind::Pulling: return tr("Pull begins");
    case timeline::MarkKind::Pulled: return tr("Pulled");
    case timeline::MarkKind::AlreadyPresent: return tr("Image already present");
    case timeline::MarkKind::Created: return tr("Created");
    case timeline::MarkKind::Started: return tr("Started");
    case timeline::MarkKind::BackOff: return tr("Back-off");
    case timeline::MarkKind::Failure: return tr("Failure");
    case timeline::MarkKind::Killing: return tr("Stopping");
    case timeline::MarkKind::Other: return tr("Event");
    }
    return {};
}

QString LaneWords::word(kube::ContainerKind kind)
{
    switch (kind) {
    case kube::ContainerKind::Init: return tr("init");
    case kube::ContainerKind::Sidecar: return tr("sidecar");
    case kube::ContainerKind::Ephemeral: return tr("ephemeral");
    case kube::ContainerKind::Volume: return tr("image volume");
    case kube::ContainerKind::Regular: return {};
    }
    return {};
}

QString LaneWords::exactTime(kube::Timestamp at)
{
    if (at.isNull())
        return tr("unknown time");
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.unixMilliseconds());
    return local.toString(u"yyyy-MM-dd HH:mm:ss.zzz "_s) + local.timeZoneAbbreviation();
}

QString LaneWords::duration(std::chrono::nanoseconds duration)
{
    using namespace std::chrono_literals;
    const double seconds = std::chrono::duration<double>(duration).count();
    if (duration < 1s)
        return tr("%1 ms").arg(QLocale().toString(seconds * 1000, 'f', 0));
    if (duration < 60s)
        return tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    return kube::humanDuration(duration);
}

QString LaneWords::tip(const timeline::Span &span, kube::Timestamp now)
{
    QStringList lines{word(span.kind)};
    if (!span.text.isEmpty())
        lines << cut(style::Wording::ofCore(span.text));
    const kube::Timestamp end = span.end.isNull() ? now : span.end;
    lines << tr("From %1").arg(exactTime(span.begin));
    if (span.end.isNull())
        lines << tr("Still going on, for %1").arg(duration(end - span.begin));
    else
        lines << tr("To %1, %2").arg(exactTime(end), duration(end - span.begin));
    if (!span.evidence.isEmpty())
        lines << tr("Evidence: %1").arg(cut(span.evidence));
    return lines.join(u'\n');
}

QString LaneWords::tip(const timeline::Mark &mark, int stands)
{
    QStringList lines;
    lines << (mark.reason.isEmpty() ? word(mark.kind) : tr("%1: event %2").arg(word(mark.kind), mark.reason));
    if (!mark.message.isEmpty())
        lines << cut(mark.message);
    lines << tr("At %1").arg(exactTime(mark.at));
    if (mark.count > 1 && mark.last > mark.at)
        lines << tr("%1 times, last at %2").arg(mark.count).arg(exactTime(mark.last));
    if (stands > 1)
        lines << tr("One of %1 at this place; zoom in to see each").arg(stands);
    return lines.join(u'\n');
}

QString LaneWords::podName(const kube::Key &pod)
{
    return pod.ns.isEmpty() ? pod.name : pod.ns + u'/' + pod.name;
}

}  // namespace views
