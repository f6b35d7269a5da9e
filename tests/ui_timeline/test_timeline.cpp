// SPDX-License-Identifier: Apache-2.0
// The timeline as its user meets it: selecting, zooming, keys, tool tips, what is shared with other views.
#include "style/timewindow.h"
#include "views/lanewords.h"
#include "views/timelineview.h"

#include <QPicture>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr kube::Timestamp at(double seconds)
{
    return kube::Timestamp::fromUnixNanoseconds(1'700'000'000'000'000'000 + static_cast<qint64>(seconds * 1e9));
}

timeline::PodLanesPtr pod(const QString &name, double begin, bool open = true)
{
    timeline::Lane own;
    own.ofPod = true;
    own.spans = {{timeline::SpanKind::ScheduledWait, at(begin), at(begin + 1), {}, u"event Scheduled"_s}};
    timeline::Lane app;
    app.name = u"nginx"_s;
    app.spans = {{timeline::SpanKind::Transfer, at(begin + 1), at(begin + 16), u"nginx:latest"_s, u"event Pulled"_s},
                 {timeline::SpanKind::Run, at(begin + 16), open ? kube::Timestamp() : at(begin + 30), {}, {}}};
    timeline::Mark failure;
    failure.kind = timeline::MarkKind::Failure;
    failure.at = failure.last = at(begin + 8);
    failure.reason = u"Failed"_s;
    failure.message = u"<b>not</b> markup"_s;
    app.marks = {failure};
    timeline::PodLanes lanes;
    lanes.pod = {u"dev"_s, name};
    lanes.uid = name;
    lanes.lanes = {own, app};
    return std::make_shared<timeline::PodLanes>(lanes);
}

struct Shown {
    views::TimelineView view;
    Shown()
    {
        view.setClock([] { return at(40); });
        view.resize(900, 300);
        view.setLanes({pod(u"web-0"_s, 0), pod(u"web-1"_s, 2)});
        view.show();
    }
    [[nodiscard]] QPoint place(int row, double seconds) const
    {
        const QRect lanes = view.lanesRect();
        return {lanes.left() + qRound(view.port().scale().x(at(seconds))), lanes.top() + row * 26 + 13};
    }
};

void wheel(views::TimelineView &view, QPoint at, int delta, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(view.viewport(), &event);
}

}  // namespace

class TestTimeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsSeenAtFirst();
    void wheelZoomsAtThePointer();
    void clickSelectsDragPans();
    void selectingFromOutsideIsSilent();
    void keysWork();
    void tipsSayWhenAndWhy();
    void tipsAreNoMarkup();
    void updatesKeepWhereTheUserIs();
    void cursorAndRangeAreShared();
    void manySpansArePaintedOnce();
    void itSpeaksToScreenReaders();
};

void TestTimeline::everythingIsSeenAtFirst()
{
    Shown shown;
    QVERIFY(shown.view.port().begin() < at(0));
    QVERIFY(shown.view.port().end() > at(40));
}

void TestTimeline::wheelZoomsAtThePointer()
{
    Shown shown;
    const QPoint place = shown.place(1, 8);
    const int x = place.x() - shown.view.lanesRect().left();
    const kube::Timestamp before = shown.view.port().scale().time(x);
    const double scale = shown.view.port().scale().nsPerPixel();
    wheel(shown.view, place, 360, Qt::ControlModifier);
    QVERIFY(shown.view.port().scale().nsPerPixel() < scale / 1.9);
    QVERIFY(std::abs((shown.view.port().scale().time(x) - before).count()) < 1000);
    wheel(shown.view, place, -360, Qt::ControlModifier);
    QVERIFY(std::abs(shown.view.port().scale().nsPerPixel() - scale) < 1);
}

void TestTimeline::clickSelectsDragPans()
{
    Shown shown;
    QSignalSpy selected(&shown.view, &views::TimelineView::podSelected);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.place(3, 8));
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.constFirst().constFirst().value<kube::Key>(), (kube::Key{u"dev"_s, u"web-1"_s}));

    const double scale = shown.view.port().scale().nsPerPixel();
    const kube::Timestamp begin = shown.view.port().begin();
    const QPoint from = shown.place(1, 8);
    QTest::mousePress(shown.view.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(shown.view.viewport(), from + QPoint(50, 0));
    QTest::mouseRelease(shown.view.viewport(), Qt::LeftButton, {}, from + QPoint(50, 0));
    QCOMPARE(selected.size(), 1);
    QVERIFY(std::abs(static_cast<double>((begin - shown.view.port().begin()).count()) - 50 * scale) < 1000);
}

void TestTimeline::selectingFromOutsideIsSilent()
{
    Shown shown;
    QSignalSpy selected(&shown.view, &views::TimelineView::podSelected);
    shown.view.setSelected({u"dev"_s, u"web-1"_s});
    QCOMPARE(shown.view.selected().name, u"web-1"_s);
    shown.view.setSelected({});
    shown.view.setSelected({u"dev"_s, u"nobody"_s});
    QVERIFY(selected.isEmpty());
}

void TestTimeline::keysWork()
{
    Shown shown;
    QSignalSpy selected(&shown.view, &views::TimelineView::podSelected);
    QSignalSpy activated(&shown.view, &views::TimelineView::podActivated);
    QTest::keyClick(&shown.view, Qt::Key_End);
    QTest::keyClick(&shown.view, Qt::Key_Return);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(activated.size(), 1);
    const double scale = shown.view.port().scale().nsPerPixel();
    QTest::keyClick(&shown.view, Qt::Key_Plus);
    QVERIFY(shown.view.port().scale().nsPerPixel() < scale);
    QTest::keyClick(&shown.view, Qt::Key_N);
    QCOMPARE(shown.view.port().mode(), views::TimeViewport::Mode::Follow);
    QTest::keyClick(&shown.view, Qt::Key_F);
    QCOMPARE(shown.view.port().mode(), views::TimeViewport::Mode::Fit);
    QTest::keyClick(&shown.view, Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(shown.view.accessibleDescription().contains(u"<b>not</b> markup"_s));
}

void TestTimeline::tipsSayWhenAndWhy()
{
    Shown shown;
    const QString tip = shown.view.tipAt(shown.place(1, 12));
    QVERIFY2(tip.contains(u"nginx:latest"_s), qPrintable(tip));
    QVERIFY2(tip.contains(u"2023-11-14 22:13:21.000 UTC"_s), qPrintable(tip));
    QVERIFY2(tip.contains(u"15.0 s"_s), qPrintable(tip));
    QVERIFY2(tip.contains(u"Evidence: event Pulled"_s), qPrintable(tip));
    QVERIFY(shown.view.tipAt(shown.place(1, 8)).contains(u"Failure"_s));
    QCOMPARE(shown.view.tipAt({4, shown.place(1, 8).y()}), u"dev/web-0 / nginx"_s);
    QVERIFY(shown.view.tipAt({4, 290}).isEmpty());
}

void TestTimeline::tipsAreNoMarkup() {}

void TestTimeline::updatesKeepWhereTheUserIs()
{
    Shown shown;
    shown.view.setSelected({u"dev"_s, u"web-1"_s});
    wheel(shown.view, shown.place(1, 8), 240, Qt::ControlModifier);
    const delegates::LaneScale scale = shown.view.port().scale();
    shown.view.apply({pod(u"web-1"_s, 2, false), pod(u"web-2"_s, 300)});
    QCOMPARE(shown.view.port().scale(), scale);
    QCOMPARE(shown.view.selected().name, u"web-1"_s);
}

void TestTimeline::cursorAndRangeAreShared()
{
    style::TimeWindow window;
    Shown shown;
    shown.view.setTimeWindow(&window);
    QCOMPARE(window.begin(), shown.view.port().begin());
    const QPoint place = shown.place(1, 8);
    QTest::mouseMove(shown.view.viewport(), place - QPoint(3, 0));
    QTest::mouseMove(shown.view.viewport(), place);
    QCOMPARE(window.cursor(), shown.view.port().scale().time(place.x() - shown.view.lanesRect().left()));
    window.setRange(at(5), at(6));
    QCOMPARE(shown.view.port().begin(), at(5));
    shown.view.jumpToNow();
    QCOMPARE(window.end(), shown.view.port().end());
}

/** What cannot be told apart on the screen is drawn once: ten times as many spans in the same place cost no more. */
void TestTimeline::manySpansArePaintedOnce()
{
    const auto drawn = [](int spans) {
        auto lanes = std::make_shared<timeline::PodLanes>(*pod(u"p"_s, 0));
        lanes->lanes[1].spans.clear();
        for (int i = 0; i < spans; ++i) {
            const double begin = 1000.0 * i / spans;
            lanes->lanes[1].spans.append(
                {timeline::SpanKind::BackOff, at(begin), at(begin + 800.0 / spans), u"x"_s, {}});
        }
        views::TimelineView view;
        view.resize(1200, 600);
        view.setLanes({lanes});
        QPicture picture;
        view.render(&picture);
        return picture.size();
    };
    const uint some = drawn(10'000);
    const uint many = drawn(100'000);
    QVERIFY(some > 0);
    QVERIFY2(many < some + some / 4, qPrintable(u"%1 of %2"_s.arg(many).arg(some)));
}

void TestTimeline::itSpeaksToScreenReaders()
{
    const views::TimelineView view;
    QVERIFY(!view.accessibleName().isEmpty());
    QVERIFY(view.accessibleDescription().contains(u"zoom"_s));
    QCOMPARE(view.focusPolicy(), Qt::StrongFocus);
}

QTEST_MAIN(TestTimeline)
#include "test_timeline.moc"
