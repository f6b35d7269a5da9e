// SPDX-License-Identifier: Apache-2.0
// Which lanes the timeline shows, where it looks, and its pictures in files.
#include "style/timewindow.h"
#include "views/timelineexport.h"
#include "views/timelinepanel.h"
#include "views/timelineview.h"

#include <QImage>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int RowHeight = 26;

constexpr kube::Timestamp at(double seconds)
{
    return kube::Timestamp::fromUnixNanoseconds(1'700'000'000'000'000'000 + static_cast<qint64>(seconds * 1e9));
}

timeline::PodLanesPtr pod(const QString &name, const QString &uid, double begin, bool deleted = false)
{
    timeline::Lane own;
    own.ofPod = true;
    own.spans = {{timeline::SpanKind::ScheduledWait, at(begin), at(begin + 1), {}, u"event Scheduled"_s}};
    timeline::Lane app;
    app.name = u"nginx"_s;
    app.spans = {{timeline::SpanKind::Transfer, at(begin + 1), at(begin + 16), u"nginx:latest"_s, u"event Pulled"_s},
                 {timeline::SpanKind::BackOff, at(begin + 16), at(begin + 20), u"back-off"_s, {}},
                 {timeline::SpanKind::Run, at(begin + 20), deleted ? at(begin + 30) : kube::Timestamp(), {}, {}}};
    timeline::PodLanes lanes;
    lanes.pod = {u"dev"_s, name};
    lanes.uid = uid;
    lanes.deleted = deleted;
    lanes.lanes = {own, app};
    return std::make_shared<timeline::PodLanes>(lanes);
}

const kube::Key Web{u"dev"_s, u"web"_s};

struct Shown {
    views::TimelinePanel panel;
    views::TimelineView &view = panel.view();
    double now = 60;
    Shown()
    {
        view.setClock([this] { return at(now); });
        panel.resize(900, 200);
        panel.show();
    }
    /** Whether the selected pod's lanes stand inside of the view, and its spans inside of the range. */
    [[nodiscard]] bool seesSelected() const
    {
        const auto index = view.rows().find(view.selected());
        if (!index)
            return false;
        const int top = int(view.rows().firstRow(*index)) * RowHeight - view.verticalScrollBar()->value();
        const int bottom = top + int(view.rows().pod(*index).lanes.size()) * RowHeight;
        const views::LaneList::Extent extent = view.rows().extent(index);
        return top >= 0 && bottom <= view.lanesRect().height() && extent.begin >= view.port().begin() &&
               extent.begin < view.port().end();
    }
};

}  // namespace

class TestTimelinePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /** Made and deleted again and again under one name: the living one is what is seen. */
    void theLivingPodOfANameIsSeen()
    {
        Shown shown;
        shown.view.setLanes({});
        for (int i = 0; i < 6; ++i) {
            const double begin = i * 100;
            shown.now = begin + 25;
            shown.view.apply({pod(u"web"_s, QString::number(i), begin)});
            shown.view.setSelected(Web);
            QVERIFY2(shown.seesSelected(), qPrintable(QString::number(i)));
            QCOMPARE(shown.view.rows().pod(0).uid, QString::number(i));
            if (i < 5)
                shown.view.apply({pod(u"web"_s, QString::number(i), begin, true)});
        }
        QCOMPARE(shown.view.rows().podCount(), 6);
    }

    void aSelectedPodBelowIsScrolledTo()
    {
        Shown shown;
        QList<timeline::PodLanesPtr> pods;
        for (int i = 0; i < 30; ++i)
            pods.append(pod(u"p%1"_s.arg(i), QString::number(i), i));
        shown.view.setLanes(pods);
        shown.view.setSelected({u"dev"_s, u"p20"_s});
        QVERIFY(shown.seesSelected());
        const int scroll = shown.view.verticalScrollBar()->value();
        shown.view.apply({pod(u"p2"_s, u"2"_s, 2, true), pod(u"p40"_s, u"40"_s, 40)});
        QVERIFY(shown.seesSelected());
        QCOMPARE(shown.view.verticalScrollBar()->value(), scroll - 2 * RowHeight);  // what is seen stays where it is
    }

    void whereTheUserWentIsLeftAlone()
    {
        Shown shown;
        shown.view.setLanes({pod(u"web"_s, u"1"_s, 0), pod(u"db"_s, u"2"_s, 5)});
        shown.view.setSelected(Web);
        shown.view.zoomIn();
        const delegates::LaneScale scale = shown.view.port().scale();
        shown.view.setSelected({u"dev"_s, u"db"_s});
        shown.view.apply({pod(u"new"_s, u"3"_s, 30)});
        QCOMPARE(shown.view.port().scale(), scale);
    }

    void theChoiceOfPods()
    {
        Shown shown;
        shown.view.setOwners(
            [](const kube::Key &key) { return key.name.startsWith(u"web"_s) ? u"Deployment/web"_s : QString(); });
        shown.view.setLanes({pod(u"web-1"_s, u"1"_s, 0), pod(u"db"_s, u"2"_s, 0), pod(u"web-2"_s, u"3"_s, 90)});
        shown.view.setSelected({u"dev"_s, u"web-2"_s});
        shown.panel.setScope(views::LaneList::Scope::Pod);
        QCOMPARE(shown.view.rows().podCount(), 1);
        shown.panel.setScope(views::LaneList::Scope::Workload);
        QCOMPARE(shown.view.rows().podCount(), 2);
        shown.view.setSelected({u"dev"_s, u"db"_s});
        QCOMPARE(shown.view.rows().podCount(), 1);
        shown.panel.setScope(views::LaneList::Scope::All);
        QCOMPARE(shown.view.rows().podCount(), 3);
    }

    void alignedTimesAreSharedAsTheyWere()
    {
        Shown shown;
        style::TimeWindow time;
        shown.view.setTimeWindow(&time);
        shown.view.setLanes({pod(u"web"_s, u"1"_s, 0), pod(u"db"_s, u"2"_s, 1000)});
        shown.view.setSelected({u"dev"_s, u"db"_s});
        shown.view.setAligned(true);
        QVERIFY(time.begin() <= at(1000) && time.end() >= at(1020));
        const QRect lanes = shown.view.lanesRect();
        const double x = shown.view.port().scale().x(kube::Timestamp::fromUnixSeconds(10));
        QTest::mouseMove(shown.view.viewport(), QPoint(lanes.left() + int(x), lanes.top() + 2 * RowHeight + 13));
        QVERIFY(std::chrono::abs(time.cursor() - at(1010)) < std::chrono::seconds(1));  // db's own time
        QTest::mouseMove(shown.view.viewport(), QPoint(lanes.left() + int(x), lanes.top() + 13));
        QVERIFY(std::chrono::abs(time.cursor() - at(10)) < std::chrono::seconds(1));
        QVERIFY(shown.view.tipAt(QPoint(lanes.left() + int(x), lanes.top() + 3 * RowHeight + 13)).contains(u"nginx"_s));
        shown.view.setAligned(false);
        QVERIFY(shown.view.port().begin() > at(900));
    }

    void picturesInFiles()
    {
        QTemporaryDir dir;
        Shown shown;
        QList<timeline::PodLanesPtr> pods;
        for (int i = 0; i < 12; ++i)
            pods.append(pod(u"p%1"_s.arg(i), QString::number(i), i));
        shown.view.setLanes(pods);
        const int height = views::TimelinePicture::HeaderHeight + 24 * RowHeight;
        QVERIFY(views::exportTimeline(shown.view.frame(), dir.filePath(u"a.png"_s)));
        const QImage png(dir.filePath(u"a.png"_s));
        QCOMPARE(png.size(), QSize(shown.view.viewport()->width(), height) * 2);
        QVERIFY(views::exportTimeline(shown.view.frame(), dir.filePath(u"a.svg"_s)));
        QSvgRenderer svg(dir.filePath(u"a.svg"_s));
        QVERIFY(svg.isValid());
        QCOMPARE(svg.viewBox().height(), height);
        const auto refused = views::exportTimeline(shown.view.frame(), dir.filePath(u"no/such/folder.png"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, kube::Error::Kind::File);
    }
};

QTEST_MAIN(TestTimelinePanel)
#include "test_timelinepanel.moc"
