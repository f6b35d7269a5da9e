// SPDX-License-Identifier: Apache-2.0
#include "timeline/spans.h"

#include <algorithm>

namespace timeline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = pull::Message::Kind;

namespace {

MarkKind markKind(Kind kind, const kube::Event &event)
{
    switch (kind) {
    case Kind::Scheduled: return MarkKind::Scheduled;
    case Kind::Pulling: return MarkKind::Pulling;
    case Kind::Pulled: return MarkKind::Pulled;
    case Kind::AlreadyPresent: return MarkKind::AlreadyPresent;
    case Kind::Created: return MarkKind::Created;
    case Kind::Started: return MarkKind::Started;
    case Kind::BackOffPulling:
    case Kind::BackOffRestarting: return MarkKind::BackOff;
    case Kind::Killing: return MarkKind::Killing;
    case Kind::NeverPull:
    case Kind::PullFailed:
    case Kind::InspectFailed:
    case Kind::StartError:
    case Kind::FailedScheduling: return MarkKind::Failure;
    default: break;
    }
    return event.type == u"Warning" ? MarkKind::Failure : MarkKind::Other;
}

struct Said {
    kube::Timestamp at;
    Kind kind;
    pull::Message message;
    QString reason;
};

/** A counted event is said at its first and at its last time: what lay between is not recorded. */
QList<Said> inOrder(const QList<kube::Event> &events)
{
    QList<Said> said;
    for (const kube::Event &event : events) {
        const pull::Message message = pull::readMessage(event);
        if (message.combined)
            continue;
        said.append({event.exactFirst(), message.kind, message, event.reason});
        if (event.occurrences() > 1)
            said.append({event.last(), message.kind, message, event.reason});
    }
    std::ranges::stable_sort(said, {}, &Said::at);
    return said;
}

/** The pull from Pulling to Pulled, its queue apart where the kubelet measured it. */
void appendPull(QList<Span> &spans, kube::Timestamp begin, const Said &end)
{
    const pull::Message &m = end.message;
    kube::Timestamp transfer = begin;
    if (m.pullTime && m.totalTime && *m.totalTime > *m.pullTime) {
        transfer = std::min(begin + (*m.totalTime - *m.pullTime), end.at);
        if (transfer - begin > 50ms)
            spans.append({SpanKind::Queue, begin, transfer, u"Waiting in the node's pull queue"_s,
                          u"event Pulled: durations"_s});
        else
            transfer = begin;
    }
    spans.append({SpanKind::Transfer, transfer, end.at, m.image, u"events Pulling and %1"_s.arg(end.reason)});
}

}  // namespace

QList<Mark> marksOf(const QList<kube::Event> &events)
{
    QList<Mark> marks;
    for (const kube::Event &event : events) {
        Mark mark;
        mark.kind = markKind(pull::readMessage(event).kind, event);
        mark.at = event.exactFirst();
        mark.last = event.occurrences() > 1 ? std::max(event.last(), mark.at) : mark.at;
        mark.count = event.occurrences();
        mark.warning = event.type == u"Warning";
        mark.reason = event.reason;
        mark.message = event.message;
        mark.eventUid = event.meta.uid;
        if (!mark.at.isNull())
            marks.append(mark);
    }
    std::ranges::stable_sort(marks, {}, &Mark::at);
    return marks;
}

QList<Span> startSpans(const QList<kube::Event> &events)
{
    QList<Span> spans;
    kube::Timestamp pulling;
    kube::Timestamp ready;    // image there, container not started
    kube::Timestamp failing;  // waiting for the next try
    const auto endWait = [&](kube::Timestamp at) {
        if (!failing.isNull() && at > failing)
            spans.append(
                {SpanKind::BackOff, failing, at, u"Waiting for the next try"_s, u"events between two tries"_s});
        failing = {};
    };
    for (const Said &said : inOrder(events)) {
        switch (said.kind) {
        case Kind::Pulling:
            endWait(said.at);
            pulling = said.at;
            break;
        case Kind::Pulled:
        case Kind::AlreadyPresent:
            endWait(said.at);
            if (!pulling.isNull() && said.kind == Kind::Pulled)
                appendPull(spans, pulling, said);
            pulling = {};
            ready = said.at;
            break;
        case Kind::PullFailed:
        case Kind::NeverPull:
        case Kind::InspectFailed:
            endWait(said.at);
            if (!pulling.isNull())
                appendPull(spans, pulling, said);
            pulling = {};
            failing = said.at;
            break;
        case Kind::Started:
            if (!ready.isNull())
                spans.append(
                    {SpanKind::Create, ready, said.at, u"Creating and starting"_s, u"events Pulled and Started"_s});
            ready = {};
            break;
        default: break;
        }
    }
    if (!pulling.isNull())
        spans.append({SpanKind::Transfer, pulling, {}, u"Pulling"_s, u"event Pulling"_s});
    if (!failing.isNull())
        spans.append(
            {SpanKind::BackOff, failing, {}, u"Waiting for the next try"_s, u"the newest event is a failure"_s});
    return spans;
}

void tidy(QList<Span> &spans, kube::Timestamp gone)
{
    std::ranges::stable_sort(spans, {}, &Span::begin);
    QList<Span> result;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        Span span = spans.at(i);
        const kube::Timestamp next = i + 1 < spans.size() ? spans.at(i + 1).begin : gone;
        const bool open = span.end.isNull();
        if (!next.isNull() && (open || span.end > next))
            span.end = next;
        if (!result.isEmpty() && !result.constLast().end.isNull() && span.begin - result.constLast().end > 1500ms)
            result.append({SpanKind::Gap, result.constLast().end, span.begin, u"Nothing is recorded"_s,
                           u"no event, no status"_s});
        if (span.end.isNull() || span.end > span.begin || (open && next == span.begin))
            result.append(span);
    }
    spans = result;
}

}  // namespace timeline
