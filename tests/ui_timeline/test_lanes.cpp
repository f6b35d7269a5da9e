// SPDX-License-Identifier: Apache-2.0
// The arithmetic of lanes: time to pixels, spans to boxes, marks to spots, what lies under a place, which rows there
// are.
#include "delegates/lanegeometry.h"
#include "delegates/lanescale.h"
#include "views/lanelist.h"
#include "views/timeviewport.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using delegates::LaneScale;
using timeline::MarkKind;
using timeline::SpanKind;

namespace {

constexpr kube::Timestamp at(double seconds)
{
    return kube::Timestamp::fromUnixNanoseconds(1'700'000'000'000'000'000 + static_cast<qint64>(seconds * 1e9));
}

timeline::Span span(SpanKind kind, double begin, double end)
{
    return {kind, at(begin), end < 0 ? kube::Timestamp() : at(end), {}, {}};
}

timeline::Mark mark(MarkKind kind, double when)
{
    timeline::Mark one;
    one.kind = kind;
    one.at = one.last = at(when);
    return one;
}

/** Ten pixels a second from second 0. */
double tenPixels(kube::Timestamp time)
{
    return static_cast<double>((time - at(0)).count()) / 1e8;
}

timeline::PodLanesPtr pod(const QString &name, const QString &uid, qsizetype lanes, bool deleted = false)
{
    timeline::PodLanes one;
    one.pod = {u"dev"_s, name};
    one.uid = uid;
    one.deleted = deleted;
    one.lanes.resize(lanes);
    return std::make_shared<timeline::PodLanes>(one);
}

}  // namespace

class TestLanes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scaleGoesThereAndBack();
    void zoomKeepsTheTimeUnderThePointer_data();
    void zoomKeepsTheTimeUnderThePointer();
    void zoomHasLimits();
    void fitShowsBothEnds();
    void stepsAreNice();
    void ticksFollowTheZone();
    void spansKeepThreePixels();
    void spansOutOfSightCostNothing();
    void openSpansEndNow();
    void manySpansGiveFewBoxes();
    void failuresAreNeverHidden();
    void marksOfOnePlaceShareIt();
    void hitPrefersFailures();
    void hitFindsSpans();
    void replacedPodKeepsItsLanes();
    void keepsThoseThatAreAskedFor();
    void anotherOfTheSameNameEndsAPod();
    void onlyWhatIsChosenShows();
    void namespacesNarrow();
    void alignedPodsBeginTogether();
    void theDeadLeaveInTime();
    void rowsStayInPlace();
    void deletedPodsAreBounded();
    void longRunningDoesNotSqueezeThePull();
    void followKeepsNowInPlace();
};

void TestLanes::scaleGoesThereAndBack()
{
    const LaneScale scale(at(5), 3.7e6);
    for (const double x : {-400.0, 0.0, 17.5, 1920.0})
        QVERIFY(std::abs(scale.x(scale.time(x)) - x) < 1e-3);
    QCOMPARE(scale.time(0), at(5));
}

void TestLanes::zoomKeepsTheTimeUnderThePointer_data()
{
    QTest::addColumn<double>("factor");
    QTest::addColumn<double>("x");
    QTest::newRow("in, left edge") << 1.25 << 0.0;
    QTest::newRow("in, middle") << 1.25 << 333.0;
    QTest::newRow("out, right edge") << 0.5 << 1000.0;
    QTest::newRow("far in") << 1000.0 << 512.0;
    QTest::newRow("beyond the limit") << 1e12 << 512.0;
}

void TestLanes::zoomKeepsTheTimeUnderThePointer()
{
    QFETCH(double, factor);
    QFETCH(double, x);
    const LaneScale scale(at(5), 6e7);
    const kube::Timestamp before = scale.time(x);
    const LaneScale zoomed = scale.zoomed(factor, x);
    QVERIFY(std::abs((zoomed.time(x) - before).count()) <= 2);
    QVERIFY(zoomed != scale);
}

void TestLanes::zoomHasLimits()
{
    const LaneScale scale(at(0), 6e7);
    QCOMPARE(scale.zoomed(1e30, 10).nsPerPixel(), static_cast<double>(LaneScale::Finest.count()));
    QCOMPARE(scale.zoomed(1e-30, 10).nsPerPixel(),
             static_cast<double>(std::chrono::nanoseconds(LaneScale::Coarsest).count()));
}

void TestLanes::fitShowsBothEnds()
{
    const LaneScale scale = LaneScale::fit(at(10), at(70), 600);
    QVERIFY(scale.x(at(10)) > 0 && scale.x(at(10)) < 60);
    QVERIFY(scale.x(at(70)) < 600 && scale.x(at(70)) > 540);
    QVERIFY(LaneScale::fit(at(1), at(1), 600).nsPerPixel() > 1e6);
}

void TestLanes::stepsAreNice()
{
    QCOMPARE(delegates::niceStep(1ns), 1ms);
    QCOMPARE(delegates::niceStep(3ms), 5ms);
    QCOMPARE(delegates::niceStep(7s), 10s);
    QCOMPARE(delegates::niceStep(10s), 10s);
    QCOMPARE(delegates::niceStep(40s), 1min);
    QCOMPARE(delegates::niceStep(13h), 24h);
}

void TestLanes::ticksFollowTheZone()
{
    const kube::Timestamp begin = kube::Timestamp::parse(u"2026-11-24T10:00:30Z");
    const LaneScale scale(begin, 60e9);
    const auto ticks = delegates::ticks(scale, 180, 1h, 30min);
    QCOMPARE(ticks.size(), 3);
    QCOMPARE(ticks.constFirst(), kube::Timestamp::parse(u"2026-11-24T10:30:00Z"));
}

void TestLanes::spansKeepThreePixels()
{
    timeline::Lane lane;
    lane.spans = {span(SpanKind::Queue, 1, 1.01), span(SpanKind::Transfer, 1.01, 5), span(SpanKind::Create, 5, 5.0001)};
    const auto boxes = delegates::spanBoxes(lane, tenPixels, 400, at(10));
    QCOMPARE(boxes.size(), 3);
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        QVERIFY(boxes.at(i).right - boxes.at(i).left >= delegates::MinSpanWidth);
        QVERIFY(i == 0 || boxes.at(i).left >= boxes.at(i - 1).right);
    }
}

void TestLanes::spansOutOfSightCostNothing()
{
    timeline::Lane lane;
    lane.spans = {span(SpanKind::Run, -100, -50), span(SpanKind::Run, 1, 2), span(SpanKind::Run, 100, 200)};
    lane.spans.first().end = at(-50);
    const auto boxes = delegates::spanBoxes(lane, tenPixels, 400, at(300));
    QCOMPARE(boxes.size(), 1);
    QCOMPARE(boxes.constFirst().span, 1);
}

void TestLanes::openSpansEndNow()
{
    timeline::Lane lane;
    lane.spans = {span(SpanKind::Run, 1, -1)};
    const auto boxes = delegates::spanBoxes(lane, tenPixels, 400, at(10));
    QCOMPARE(boxes, (QList<delegates::SpanBox>{{0, 10, 100, true}}));
    QCOMPARE(delegates::spanBoxes(lane, tenPixels, 400, at(0)).constFirst().right, 13.0);
}

void TestLanes::manySpansGiveFewBoxes()
{
    timeline::Lane lane;
    for (int i = 0; i < 10'000; ++i)
        lane.spans.append(span(i % 2 ? SpanKind::BackOff : SpanKind::Transfer, i * 0.002, (i + 1) * 0.002));
    QVERIFY(delegates::spanBoxes(lane, tenPixels, 400, at(30)).size() <= 140);
}

void TestLanes::failuresAreNeverHidden()
{
    timeline::Lane lane;
    lane.marks = {mark(MarkKind::Pulling, 1), mark(MarkKind::Failure, 1), mark(MarkKind::Pulled, 1)};
    const auto spots = delegates::markSpots(lane, tenPixels, 400);
    QCOMPARE(spots.size(), 3);
    QCOMPARE(lane.marks.at(spots.constLast().mark).kind, MarkKind::Failure);
}

void TestLanes::marksOfOnePlaceShareIt()
{
    timeline::Lane lane;
    for (int i = 0; i < 50; ++i)
        lane.marks.append(mark(MarkKind::BackOff, 1 + i * 0.001));
    const auto spots = delegates::markSpots(lane, tenPixels, 400);
    QCOMPARE(spots.size(), 1);
    QCOMPARE(spots.constFirst().stands, 50);
}

void TestLanes::hitPrefersFailures()
{
    timeline::Lane lane;
    lane.spans = {span(SpanKind::Run, 0, 10)};
    lane.marks = {mark(MarkKind::Failure, 1), mark(MarkKind::Started, 1.3)};
    QCOMPARE(delegates::hitLane(lane, tenPixels, 400, at(20), 13), (delegates::Hit{0, 0, 1}));
    QCOMPARE(delegates::hitLane(lane, tenPixels, 400, at(20), 18), (delegates::Hit{0, 1, 1}));
}

void TestLanes::hitFindsSpans()
{
    timeline::Lane lane;
    lane.spans = {span(SpanKind::Queue, 1, 1.001), span(SpanKind::Transfer, 2, 3)};
    QCOMPARE(delegates::hitLane(lane, tenPixels, 400, at(20), 12).span, 0);
    QCOMPARE(delegates::hitLane(lane, tenPixels, 400, at(20), 25).span, 1);
    QVERIFY(delegates::hitLane(lane, tenPixels, 400, at(20), 17).isNothing());
}

void TestLanes::replacedPodKeepsItsLanes()
{
    views::LaneList list;
    list.set({pod(u"a"_s, u"1"_s, 2), pod(u"b"_s, u"2"_s, 3)});
    list.apply({pod(u"a"_s, u"1"_s, 2, true), pod(u"a"_s, u"9"_s, 4)});
    QCOMPARE(list.podCount(), 3);
    QCOMPARE(list.rowCount(), 9);
    QCOMPARE(list.find({u"dev"_s, u"a"_s}), 1);
    QCOMPARE(list.pod(0).uid, u"2"_s);
    QCOMPARE(list.pod(1).uid, u"9"_s);
    QVERIFY(list.pod(2).deleted);
}

void TestLanes::keepsThoseThatAreAskedFor()
{
    views::LaneList list;
    list.set({pod(u"a"_s, u"1"_s, 2), pod(u"b"_s, u"2"_s, 3), pod(u"c"_s, u"3"_s, 1)});
    list.keep({{u"dev"_s, u"c"_s}, {u"dev"_s, u"a"_s}, {u"dev"_s, u"unknown"_s}});
    QCOMPARE(list.podCount(), 2);
    QCOMPARE(list.rowCount(), 3);
    QVERIFY(!list.find({u"dev"_s, u"b"_s}));
    list.apply({pod(u"b"_s, u"2"_s, 3)});
    QCOMPARE(list.podCount(), 3);
}

/** A deletion and a creation in one batch: nobody tells of the end, the name does. */
void TestLanes::anotherOfTheSameNameEndsAPod()
{
    views::LaneList list;
    const auto living = [](const QString &uid, double begin) {
        timeline::Lane own;
        own.ofPod = true;
        own.spans = {span(SpanKind::Run, begin, -1)};
        timeline::PodLanes lanes;
        lanes.pod = {u"dev"_s, u"a"_s};
        lanes.uid = uid;
        lanes.lanes = {own};
        return std::make_shared<const timeline::PodLanes>(lanes);
    };
    list.set({living(u"1"_s, 0)});
    list.choose(views::LaneList::Scope::Pod, {u"dev"_s, u"other"_s});
    list.apply({living(u"2"_s, 50)});
    list.choose(views::LaneList::Scope::All, {});
    QCOMPARE(list.pod(0).uid, u"2"_s);
    QVERIFY(list.pod(1).deleted);
    QCOMPARE(list.pod(1).lanes.first().spans.first().end, at(50));
    QCOMPARE(list.find({u"dev"_s, u"a"_s}, u"1"_s), 1);
}

void TestLanes::onlyWhatIsChosenShows()
{
    using Scope = views::LaneList::Scope;
    views::LaneList list;
    list.setOwners([](const kube::Key &key) { return key.name.section(u'-', 0, 0); });
    list.set({pod(u"web-1"_s, u"1"_s, 2), pod(u"db-1"_s, u"2"_s, 2), pod(u"web-2"_s, u"3"_s, 2)});
    list.choose(Scope::Pod, {});
    QCOMPARE(list.podCount(), 3);
    list.choose(Scope::Pod, {u"dev"_s, u"db-1"_s});
    QCOMPARE(list.podCount(), 1);
    QCOMPARE(list.pod(0).pod.name, u"db-1"_s);
    list.choose(Scope::Workload, {u"dev"_s, u"web-2"_s});
    QCOMPARE(list.podCount(), 2);
    list.apply({pod(u"web-3"_s, u"4"_s, 1), pod(u"db-2"_s, u"5"_s, 1)});
    QCOMPARE(list.podCount(), 3);
    list.choose(Scope::All, {});
    QCOMPARE(list.podCount(), 5);
}

void TestLanes::namespacesNarrow()
{
    const auto in = [](const QString &ns, const QString &name) {
        timeline::PodLanes one = *pod(name, name, 2);
        one.pod.ns = ns;
        return std::make_shared<const timeline::PodLanes>(one);
    };
    views::LaneList list;
    list.set({in(u"dev"_s, u"a"_s), in(u"prod"_s, u"b"_s), in(u"team"_s, u"c"_s)});
    list.setNamespaces({u"dev"_s, u"team"_s});
    QCOMPARE(list.podCount(), 2);
    QCOMPARE(list.rowCount(), 4);
    QVERIFY(!list.find({u"prod"_s, u"b"_s}));
    list.apply({in(u"prod"_s, u"d"_s), in(u"team"_s, u"e"_s)});
    QCOMPARE(list.podCount(), 3);
    list.choose(views::LaneList::Scope::Pod, {u"prod"_s, u"b"_s});
    QCOMPARE(list.podCount(), 0);
    list.setNamespaces({});
    QCOMPARE(list.podCount(), 1);
}

void TestLanes::alignedPodsBeginTogether()
{
    views::LaneList list;
    const auto from = [](const QString &uid, double begin) {
        timeline::Lane own;
        own.ofPod = true;
        own.spans = {span(SpanKind::ScheduledWait, begin, begin + 2)};
        timeline::PodLanes lanes;
        lanes.pod = {u"dev"_s, uid};
        lanes.uid = uid;
        lanes.lanes = {own};
        return std::make_shared<const timeline::PodLanes>(lanes);
    };
    list.set({from(u"1"_s, 0), from(u"2"_s, 500)});
    QCOMPARE(list.shift(1), std::chrono::nanoseconds(0));
    list.setAligned(true);
    const kube::Timestamp zero = kube::Timestamp::fromUnixSeconds(0);
    QCOMPARE(at(500) + list.shift(1), zero);
    QCOMPARE(list.extent().begin, zero);
    QCOMPARE(list.extent().end, zero + std::chrono::seconds(2));
}

void TestLanes::theDeadLeaveInTime()
{
    views::LaneList list;
    const auto gone = [](const QString &uid, double end) {
        timeline::Lane own;
        own.ofPod = true;
        own.spans = {span(SpanKind::Run, end - 5, end)};
        timeline::PodLanes lanes;
        lanes.pod = {u"dev"_s, uid};
        lanes.uid = uid;
        lanes.deleted = true;
        lanes.lanes = {own};
        return std::make_shared<const timeline::PodLanes>(lanes);
    };
    list.set({gone(u"old"_s, 10), gone(u"new"_s, 500), pod(u"living"_s, u"3"_s, 1)});
    QCOMPARE(list.pod(0).uid, u"3"_s);
    QCOMPARE(list.pod(1).uid, u"new"_s);
    list.forget(at(620));
    QCOMPARE(list.podCount(), 2);
    QCOMPARE(list.pod(1).uid, u"new"_s);
}

void TestLanes::rowsStayInPlace()
{
    views::LaneList list;
    list.set({pod(u"a"_s, u"1"_s, 2), pod(u"none"_s, u"0"_s, 0), pod(u"b"_s, u"2"_s, 3)});
    QCOMPARE(list.row(2), (views::LaneList::Row{2, 0}));
    QCOMPARE(list.row(4), (views::LaneList::Row{2, 2}));
    QCOMPARE(list.row(5), (views::LaneList::Row{-1, -1}));
    list.apply({pod(u"a"_s, u"1"_s, 3)});
    QCOMPARE(list.row(2), (views::LaneList::Row{0, 2}));
    QCOMPARE(list.firstRow(2), 3);
}

void TestLanes::deletedPodsAreBounded()
{
    views::LaneList list;
    QList<timeline::PodLanesPtr> gone;
    for (int i = 0; i < views::LaneList::KeptDeleted + 50; ++i)
        gone.append(pod(u"p"_s, QString::number(i), 1, true));
    list.apply(gone);
    QCOMPARE(list.podCount(), views::LaneList::KeptDeleted);
    QCOMPARE(list.pod(0).uid, QString::number(views::LaneList::KeptDeleted + 49));  // the newest
    QCOMPARE(list.pod(list.podCount() - 1).uid, u"50"_s);
}

void TestLanes::longRunningDoesNotSqueezeThePull()
{
    views::TimeViewport port;
    port.setWidth(1000);
    port.fit({at(0), at(20), true}, at(500'000), at(20));
    QVERIFY(port.scale().x(at(20)) > 200);
    port.fit({at(0), at(20), true}, at(30), at(20));
    QVERIFY(port.scale().x(at(30)) < 1000);
    QVERIFY(!port.outgrown(at(31)));
    QVERIFY(port.outgrown(at(60)));
}

void TestLanes::followKeepsNowInPlace()
{
    views::TimeViewport port;
    port.setWidth(1000);
    port.follow(at(100));
    const double place = port.scale().x(at(100));
    QVERIFY(port.advance(at(107)));
    QVERIFY(std::abs(port.scale().x(at(107)) - place) < 1e-3);
    port.pan(5);
    QVERIFY(!port.advance(at(110)));
}

QTEST_APPLESS_MAIN(TestLanes)
#include "test_lanes.moc"
