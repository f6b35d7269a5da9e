// SPDX-License-Identifier: Apache-2.0
#include "timeline/recorder.h"

#include "timeline/spans.h"

#include <algorithm>

namespace timeline {

using namespace Qt::StringLiterals;
using Phase = kube::ContainerState::Phase;

namespace {
constexpr qsizetype EarlyLimit = 2000;  ///< pods whose events are kept before they are seen

/** The status truncates to whole seconds: a run begins where the events of that second say that its start ended. */
kube::Timestamp exactBegin(kube::Timestamp begin, const QList<Span> &starts)
{
    kube::Timestamp exact = begin;
    for (const Span &start : starts)
        if (!start.end.isNull() && start.end > begin && start.end < begin + std::chrono::seconds(1))
            exact = std::max(exact, start.end);
    return exact;
}

}  // namespace

void Recorder::observePod(const kube::Pod *before, const kube::Pod *now, kube::Timestamp seen)
{
    const kube::Pod *pod = now ? now : before;
    if (!pod)
        return;
    Track &track = m_tracks[pod->meta.key];
    if (track.pod && track.pod->meta.uid != pod->meta.uid)
        track = Track();  // the same name, another pod: its lanes start anew
    track.pod = std::make_shared<const kube::Pod>(*pod);
    track.gone = now ? kube::Timestamp() : seen;
    track.events.insert(m_early.take(pod->meta.uid));
    observeRuns(track, *pod);
    m_changed.insert(pod->meta.key);
}

void Recorder::observeEvent(const kube::Event &event)
{
    if (event.involved.kind != u"Pod")
        return;
    const kube::Key key{event.involved.ns, event.involved.name};
    const auto it = m_tracks.find(key);
    if (it != m_tracks.end() && it->pod && it->pod->meta.uid == event.involved.uid) {
        it->events.insert(event.meta.uid, event);
        m_changed.insert(key);
    } else if (m_early.size() < EarlyLimit || m_early.contains(event.involved.uid)) {
        m_early[event.involved.uid].insert(event.meta.uid, event);
    }
}

/** Running and terminated states become runs; a restart ends one and begins the next. */
void Recorder::observeRuns(Track &track, const kube::Pod &pod)
{
    for (const kube::Container &container : pod.allContainers()) {
        const kube::ContainerStatus *status = pod.statusOf(container);
        if (!status)
            continue;
        QList<Run> &runs = track.runs[container.name];
        const auto note = [&](const kube::ContainerState &state) {
            if (state.startedAt.isNull() || (state.phase != Phase::Running && state.phase != Phase::Terminated))
                return;
            const auto same = std::ranges::find(runs, state.startedAt, &Run::begin);
            Run &run = same != runs.end() ? *same : runs.emplaceBack();
            run.begin = state.startedAt;
            run.end = state.finishedAt;
            run.text = state.phase == Phase::Running ? u"Running"_s : state.reason;
        };
        note(status->lastState);
        note(status->state);
        std::ranges::sort(runs, {}, &Run::begin);
    }
}

Lane Recorder::podLane(const Track &track)
{
    Lane lane;
    lane.ofPod = true;
    QList<kube::Event> events;
    for (const kube::Event &event : track.events)
        if (pull::containerOf(event.involved.fieldPath).isEmpty())
            events.append(event);
    lane.marks = marksOf(events);
    const auto scheduled = std::ranges::find(lane.marks, MarkKind::Scheduled, &Mark::kind);
    Span wait;
    wait.kind = SpanKind::ScheduledWait;
    wait.begin = track.pod->meta.creationTimestamp;
    wait.text = u"Waiting for a node"_s;
    if (scheduled != lane.marks.end()) {
        wait.end = std::max(scheduled->at, wait.begin);
        wait.evidence = u"event Scheduled"_s;
    } else if (!track.pod->nodeName.isEmpty()) {
        wait.end = track.pod->startTime.isNull() ? wait.begin : track.pod->startTime;
        wait.evidence = u"spec.nodeName, status.startTime"_s;
    } else {
        wait.end = track.gone;
        wait.evidence = u"spec.nodeName is empty"_s;
    }
    if (!wait.begin.isNull())
        lane.spans.append(wait);
    return lane;
}

Lane Recorder::containerLane(const Track &track, const kube::Container &container)
{
    Lane lane;
    lane.name = container.name;
    lane.kind = container.kind;
    QList<kube::Event> events;
    for (const kube::Event &event : track.events)
        if (pull::containerOf(event.involved.fieldPath) == container.name)
            events.append(event);
    lane.marks = marksOf(events);
    lane.spans = startSpans(events);
    const QList<Span> starts = lane.spans;
    for (const Run &run : track.runs.value(container.name)) {
        const kube::Timestamp begin = exactBegin(run.begin, starts);
        lane.spans.append({SpanKind::Run, begin, run.end.isNull() ? run.end : std::max(run.end, begin), run.text,
                           u"status: started %1"_s.arg(run.begin.toRfc3339())});
    }
    tidy(lane.spans, track.gone);
    return lane;
}

PodLanesPtr Recorder::lanes(const kube::Key &pod) const
{
    const auto it = m_tracks.constFind(pod);
    if (it == m_tracks.constEnd() || !it->pod)
        return nullptr;
    auto result = std::make_shared<PodLanes>();
    result->pod = pod;
    result->uid = it->pod->meta.uid;
    result->deleted = !it->gone.isNull();
    result->lanes.append(podLane(*it));
    for (const kube::Container &container : it->pod->allContainers())
        result->lanes.append(containerLane(*it, container));
    return result;
}

QList<kube::Key> Recorder::takeChanged()
{
    const QList<kube::Key> keys(m_changed.begin(), m_changed.end());
    m_changed.clear();
    return keys;
}

void Recorder::forget(const kube::Key &pod)
{
    m_tracks.remove(pod);
    m_changed.remove(pod);
}

}  // namespace timeline
