// SPDX-License-Identifier: Apache-2.0
// Recorded scenarios become lanes: without holes, without overlap, never backwards, and the same in any order.
#include "support/scenario.h"
#include "timeline/recorder.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using timeline::Lane;
using timeline::MarkKind;
using timeline::Span;
using timeline::SpanKind;

namespace {

/** All frames as the mirror feeds them; without the end only those before somebody deletes the pod. */
timeline::PodLanesPtr lanesOf(const support::Scenario &scenario, bool withEnd = true)
{
    timeline::Recorder recorder;
    kube::PodPtr before;
    for (const support::Frame &frame : scenario.frames) {
        if (frame.event && !frame.deleted)
            recorder.observeEvent(*frame.event);
        if (!frame.pod || (!withEnd && !frame.pod->meta.deletionTimestamp.isNull()))
            continue;
        recorder.observePod(before.get(), frame.deleted ? nullptr : frame.pod.get(), scenario.now + 60s);
        before = frame.pod;
    }
    return recorder.lanes(scenario.pod->meta.key);
}

Lane lane(const timeline::PodLanesPtr &lanes, const QString &name)
{
    for (const Lane &one : lanes->lanes)
        if (one.name == name)
            return one;
    return {};
}

QList<SpanKind> kinds(const Lane &lane)
{
    QList<SpanKind> result;
    for (const Span &span : lane.spans)
        result << span.kind;
    return result;
}

/** What is wrong with a lane; empty where it is whole. */
QString flaw(const Lane &lane)
{
    for (qsizetype i = 0; i < lane.spans.size(); ++i) {
        const Span &span = lane.spans.at(i);
        if (span.begin.isNull())
            return u"a span without a beginning"_s;
        if (!span.end.isNull() && span.end < span.begin)
            return u"a span of negative length"_s;
        if (span.evidence.isEmpty())
            return u"a span that rests on nothing"_s;
        if (i == 0)
            continue;
        const Span &before = lane.spans.at(i - 1);
        if (before.end.isNull())
            return u"an open span before another"_s;
        if (span.begin < before.end)
            return u"two spans at once"_s;
        // Up to a whole-second time's truncation the lane has no hole: what nothing tells of is a Gap.
        if (span.begin - before.end > 1500ms)
            return u"a hole"_s;
    }
    for (qsizetype i = 1; i < lane.marks.size(); ++i)
        if (lane.marks.at(i).at < lane.marks.at(i - 1).at)
            return u"marks out of order"_s;
    return {};
}

}  // namespace

class TestRecorder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyScenarioHasWholeLanes();
    void wholeAtEveryMoment();
    void slowPullIsATransfer();
    void failingPullWaits();
    void missingEventsAreAGap();
    void restartsAreRuns();
    void initComesFirst();
    void orderOfArrivalDoesNotMatter();
    void eventsBeforeTheirPod();
    void newPodOfTheSameName();
    void changedOnlyOnce();
    void deletedPodEndsItsLanes();
    void flawsAreFound();
};

void TestRecorder::everyScenarioHasWholeLanes()
{
    for (const QString &name : support::scenarioNames()) {
        const auto scenario = support::scenario(name);
        const auto lanes = lanesOf(scenario);
        QVERIFY(lanes);
        // A container that runs is in its run, not in what came before it.
        const auto alive = lanesOf(scenario, false);
        for (const kube::ContainerStatus &status : scenario.pod->statuses)
            if (status.state.phase == kube::ContainerState::Phase::Running)
                QCOMPARE(lane(alive, status.name).spans.last().kind, SpanKind::Run);
        QCOMPARE(lanes->lanes.size(), 1 + scenario.pod->allContainers().size());
        QVERIFY(lanes->lanes.first().ofPod);
        for (const Lane &one : lanes->lanes)
            QVERIFY2(flaw(one).isEmpty(), qPrintable(name + u' ' + one.name + u": "_s + flaw(one)));
    }
}

void TestRecorder::wholeAtEveryMoment()
{
    for (const QString &name : support::scenarioNames()) {
        const auto scenario = support::scenario(name);
        timeline::Recorder recorder;
        kube::PodPtr before;
        for (const support::Frame &frame : scenario.frames) {
            if (frame.deleted)
                continue;
            if (frame.event)
                recorder.observeEvent(*frame.event);
            if (frame.pod)
                recorder.observePod(before.get(), frame.pod.get(), scenario.now);
            before = frame.pod ? frame.pod : before;
            if (const auto lanes = recorder.lanes(scenario.pod->meta.key))
                for (const Lane &one : lanes->lanes)
                    QVERIFY2(flaw(one).isEmpty(), qPrintable(name + u' ' + one.name + u": "_s + flaw(one)));
        }
    }
}

void TestRecorder::slowPullIsATransfer()
{
    const Lane web = lane(lanesOf(support::scenario(u"k8s-1.36/slow-pull"_s), false), u"nginx"_s);
    QCOMPARE(kinds(web).first(3), QList({SpanKind::Transfer, SpanKind::Create, SpanKind::Run}));
    // The kubelet says 21.372 s; the events' own times agree to the millisecond or so.
    QVERIFY(std::chrono::abs((web.spans.first().end - web.spans.first().begin) - 21372ms) < 20ms);
    QVERIFY(web.spans.at(2).end.isNull());  // it runs, and that is the last word
    QCOMPARE(web.spans.size(), 3);
    QCOMPARE(web.marks.first().kind, MarkKind::Pulling);
}

void TestRecorder::failingPullWaits()
{
    const auto lanes = lanesOf(support::scenario(u"k8s-1.36/manifest-not-found"_s), false);
    const Lane web = lane(lanes, u"nginx"_s);
    QVERIFY(kinds(web).contains(SpanKind::BackOff));
    QVERIFY(!kinds(web).contains(SpanKind::Create));
    QVERIFY(std::ranges::any_of(web.marks, [](const timeline::Mark &mark) { return mark.count == 3; }));
    QCOMPARE(lanes->lanes.first().spans.first().kind, SpanKind::ScheduledWait);
}

/** Without the events between two runs nobody knows what happened there: that is shown, not bridged. */
void TestRecorder::missingEventsAreAGap()
{
    const auto scenario = support::scenario(u"k8s-1.20/liveness-restart"_s);
    timeline::Recorder recorder;
    kube::PodPtr before;
    for (const support::Frame &frame : scenario.frames) {
        if (!frame.pod || frame.deleted)
            continue;
        recorder.observePod(before.get(), frame.pod.get(), scenario.now);
        before = frame.pod;
    }
    const Lane web = lane(recorder.lanes(scenario.pod->meta.key), u"web"_s);
    QVERIFY(kinds(web).contains(SpanKind::Gap));
    QVERIFY2(flaw(web).isEmpty(), qPrintable(flaw(web)));
    for (qsizetype i = 0; i < web.spans.size(); ++i)
        if (web.spans.at(i).kind == SpanKind::Gap) {
            QCOMPARE(web.spans.at(i).begin, web.spans.at(i - 1).end);
            QCOMPARE(web.spans.at(i).end, web.spans.at(i + 1).begin);
        }
}

void TestRecorder::restartsAreRuns()
{
    const auto scenario = support::scenario(u"k8s-1.20/liveness-restart"_s);
    const Lane web = lane(lanesOf(scenario, false), u"web"_s);
    const auto runs = std::ranges::count(web.spans, SpanKind::Run, &Span::kind);
    QCOMPARE(runs, scenario.pod->statuses.first().restartCount + 1);
}

void TestRecorder::initComesFirst()
{
    const auto lanes = lanesOf(support::scenario(u"k8s-1.36/sidecar-init"_s), false);
    QCOMPARE(lanes->lanes.at(1).name, u"proxy"_s);
    QCOMPARE(lanes->lanes.at(1).kind, kube::ContainerKind::Sidecar);
    const Lane prepare = lane(lanes, u"prepare"_s);
    const Lane web = lane(lanes, u"web"_s);
    QVERIFY(prepare.spans.last().end <= web.spans.first().begin);
}

void TestRecorder::orderOfArrivalDoesNotMatter()
{
    std::mt19937 random(42);
    for (const QString &name :
         {u"k8s-1.36/crash-loop"_s, u"k8s-1.20/two-containers-one-bad"_s, u"k8s-1.36/slow-pull"_s}) {
        const auto scenario = support::scenario(name);
        QList<kube::EventPtr> events = scenario.events;
        timeline::PodLanesPtr told;
        for (int round = 0; round < 20; ++round) {
            timeline::Recorder recorder;
            const qsizetype split = round % (events.size() + 1);
            for (const kube::EventPtr &event : events.first(split))
                recorder.observeEvent(*event);
            recorder.observePod(nullptr, scenario.pod.get(), scenario.now);
            for (const kube::EventPtr &event : events.sliced(split))
                recorder.observeEvent(*event);
            const auto lanes = recorder.lanes(scenario.pod->meta.key);
            for (const Lane &one : lanes->lanes)
                QVERIFY2(flaw(one).isEmpty(), qPrintable(name + u": "_s + flaw(one)));
            if (told)
                for (qsizetype i = 0; i < told->lanes.size(); ++i)
                    QCOMPARE(lanes->lanes.at(i).spans, told->lanes.at(i).spans);
            told = lanes;
            std::ranges::shuffle(events, random);
        }
    }
}

void TestRecorder::eventsBeforeTheirPod()
{
    const auto scenario = support::scenario(u"k8s-1.36/slow-pull"_s);
    timeline::Recorder recorder;
    for (const kube::EventPtr &event : scenario.events)
        recorder.observeEvent(*event);
    QVERIFY(!recorder.lanes(scenario.pod->meta.key));
    QVERIFY(recorder.takeChanged().isEmpty());
    recorder.observePod(nullptr, scenario.pod.get(), scenario.now);
    QCOMPARE(lane(recorder.lanes(scenario.pod->meta.key), u"nginx"_s).marks.size(), 4);
}

void TestRecorder::newPodOfTheSameName()
{
    const auto scenario = support::scenario(u"k8s-1.36/slow-pull"_s);
    timeline::Recorder recorder;
    recorder.observePod(nullptr, scenario.pod.get(), scenario.now);
    for (const kube::EventPtr &event : scenario.events)
        recorder.observeEvent(*event);
    kube::Pod fresh = *scenario.pod;
    fresh.meta.uid = u"another"_s;
    fresh.statuses.clear();
    recorder.observePod(scenario.pod.get(), &fresh, scenario.now);
    const auto lanes = recorder.lanes(fresh.meta.key);
    QCOMPARE(lanes->uid, u"another"_s);
    QVERIFY(lane(lanes, u"nginx"_s).marks.isEmpty());
    QVERIFY(lane(lanes, u"nginx"_s).spans.isEmpty());
}

void TestRecorder::changedOnlyOnce()
{
    const auto scenario = support::scenario(u"k8s-1.36/slow-pull"_s);
    timeline::Recorder recorder;
    recorder.observePod(nullptr, scenario.pod.get(), scenario.now);
    for (const kube::EventPtr &event : scenario.events)
        recorder.observeEvent(*event);
    QCOMPARE(recorder.takeChanged(), QList{scenario.pod->meta.key});
    QVERIFY(recorder.takeChanged().isEmpty());
    recorder.forget(scenario.pod->meta.key);
    QVERIFY(!recorder.lanes(scenario.pod->meta.key));
}

void TestRecorder::deletedPodEndsItsLanes()
{
    const auto lanes = lanesOf(support::scenario(u"k8s-1.36/slow-pull"_s));
    QVERIFY(lanes->deleted);
    for (const Lane &one : lanes->lanes)
        for (const Span &span : one.spans)
            QVERIFY(!span.end.isNull());
}

/** The check above can fail. */
void TestRecorder::flawsAreFound()
{
    const kube::Timestamp zero = kube::Timestamp::fromUnixSeconds(1'780'000'000);
    Lane one;
    one.spans = {{SpanKind::Run, zero, zero + 5s, {}, u"x"_s}, {SpanKind::Run, zero + 5s, zero + 9s, {}, u"x"_s}};
    QVERIFY(flaw(one).isEmpty());
    one.spans.last().begin = zero + 8s;
    QCOMPARE(flaw(one), u"a hole"_s);
    one.spans.last().begin = zero + 4s;
    QCOMPARE(flaw(one), u"two spans at once"_s);
    one.spans.last().begin = zero + 10s;
    QCOMPARE(flaw(one), u"a span of negative length"_s);
}

QTEST_APPLESS_MAIN(TestRecorder)
#include "test_recorder.moc"
