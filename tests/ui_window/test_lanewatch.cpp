// SPDX-License-Identifier: Apache-2.0
// Whose lanes are asked for where only some pods have them.
#include "models/snapshot.h"
#include "views/table/densetable.h"
#include "views/table/podtable.h"
#include "views/timelinepanel.h"
#include "views/timelineview.h"
#include "windows/desks/lanewatch.h"
#include "windows/inspection.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Keys = QSet<kube::Key>;

namespace {

kube::Key key(int number)
{
    return {u"dev"_s, u"pod-%1"_s.arg(number, 4, 10, QChar(u'0'))};
}

/** `owner`: the ReplicaSet that made it; empty: none. */
kube::PodPtr pod(int number, const QString &owner = {})
{
    kube::Pod pod;
    pod.meta.key = key(number);
    pod.meta.uid = pod.meta.key.name;
    pod.phase = u"Running"_s;
    if (!owner.isEmpty())
        pod.meta.owners = {{u"ReplicaSet"_s, owner, u"u"_s, true}};
    return std::make_shared<const kube::Pod>(pod);
}

timeline::PodLanesPtr lanesOf(const kube::Key &of)
{
    timeline::PodLanes lanes;
    lanes.pod = of;
    lanes.uid = of.name;
    timeline::Lane own;
    own.ofPod = true;
    own.spans = {{timeline::SpanKind::Run, kube::Timestamp::fromUnixSeconds(1), {}, {}, {}}};
    lanes.lanes = {own};
    return std::make_shared<const timeline::PodLanes>(lanes);
}

/** A table of 500 pods, its timeline, and what stands between them. */
struct Stage {
    models::Snapshot snapshot;
    models::PodModel model;
    views::PodTable table{model};
    views::TimelinePanel timeline;
    windows::Inspection inspection{snapshot};
    windows::LaneWatch watch{snapshot, table, inspection, timeline, nullptr};
    QSignalSpy asked{&watch, &windows::LaneWatch::asked};

    /** The pods of these numbers are of one workload. */
    explicit Stage(bool areLanesAsked, const QSet<int> &kin = {})
    {
        style::Truth truth;
        truth.state.phase = mirror::State::Phase::Live;
        table.setTruth(truth);
        table.resize(900, 400);
        table.show();
        std::ignore = QTest::qWaitForWindowExposed(&table);
        mirror::Batch batch;
        batch.areLanesAsked = areLanesAsked;
        for (int i = 0; i < 500; ++i)
            batch.pods.upserts.append(pod(i, kin.contains(i) ? u"web"_s : QString()));
        apply(batch);
    }
    void apply(const mirror::Batch &batch)
    {
        snapshot.apply(batch);
        model.apply(batch);
        watch.apply(batch);
        inspection.follow(batch);
    }
    void applyLanes(const QList<timeline::PodLanesPtr> &lanes, bool areLanesAsked)
    {
        mirror::Batch batch;
        batch.lanes = lanes;
        batch.areLanesAsked = areLanesAsked;
        apply(batch);
    }
    void scroll(int row) { table.grid().verticalScrollBar()->setValue(row); }
    [[nodiscard]] Keys sight() const
    {
        const QList<kube::Key> seen = table.inSight();
        return {seen.cbegin(), seen.cend()};
    }
    /** What was asked last; what is under way is waited for. */
    Keys last()
    {
        if (asked.isEmpty())
            asked.wait();
        return asked.isEmpty() ? Keys() : asked.takeLast().first().value<Keys>();
    }
    bool has(const kube::Key &lanes) { return timeline.view().rows().find(lanes).has_value(); }
};

}  // namespace

class TestLaneWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatIsInSight()
    {
        Stage stage(true);
        QVERIFY(stage.sight().contains(key(0)));
        QCOMPARE(stage.last(), stage.sight());
        stage.scroll(200);
        QVERIFY(!stage.sight().contains(key(0)));
        QCOMPARE(stage.last(), stage.sight());
    }

    void asksOnceForAScroll()
    {
        Stage stage(true);
        std::ignore = stage.last();
        for (int row = 10; row <= 300; row += 10)
            stage.scroll(row);
        QVERIFY(stage.asked.wait());
        QCOMPARE(stage.asked.size(), 1);
        QCOMPARE(stage.last(), stage.sight());
    }

    void asksForWhatAFilterLeaves()
    {
        Stage stage(true);
        std::ignore = stage.last();
        stage.table.filter().setText(u"pod-040"_s);
        QCOMPARE(stage.last(), (Keys{key(400), key(401), key(402), key(403), key(404), key(405), key(406), key(407),
                                     key(408), key(409)}));
    }

    void asksForTheSelectedAndItsWorkload()
    {
        Stage stage(true, {300, 350, 499});
        std::ignore = stage.last();
        stage.inspection.select(key(350));
        QCOMPARE(stage.last(), stage.sight() + (Keys{key(300), key(350), key(499)}));
        stage.inspection.select(key(400));  // of no workload
        QCOMPARE(stage.last(), stage.sight() + Keys{key(400)});
        stage.inspection.select({});
        QCOMPARE(stage.last(), stage.sight());
    }

    void asksForTwoHundredOthersAtMost()
    {
        QSet<int> kin;
        for (int i = 100; i < 500; ++i)
            kin.insert(i);
        Stage stage(true, kin);
        std::ignore = stage.last();
        stage.inspection.select(key(450));
        const Keys asked = stage.last() - stage.sight();
        QCOMPARE(asked.size(), 201);
        QVERIFY(asked.contains(key(450)));
    }

    void showsOnlyWhatItAskedFor()
    {
        Stage stage(true);
        QVERIFY(stage.last().contains(key(0)));
        stage.applyLanes({lanesOf(key(0)), lanesOf(key(400))}, true);
        QVERIFY(stage.has(key(0)));
        QVERIFY(!stage.has(key(400)));
        stage.scroll(395);
        QVERIFY(stage.last().contains(key(400)));
        QVERIFY(!stage.has(key(0)));  // out of sight: whoever told it has forgotten it
        stage.applyLanes({lanesOf(key(400))}, true);
        QVERIFY(stage.has(key(400)));
    }

    void asksNothingWhereAllHaveLanes()
    {
        Stage stage(false);
        stage.applyLanes({lanesOf(key(0)), lanesOf(key(400))}, false);
        QVERIFY(stage.has(key(0)));
        QVERIFY(stage.has(key(400)));
        stage.scroll(200);
        stage.applyLanes({}, true);  // now there are too many
        QVERIFY(!stage.has(key(0)));
        QVERIFY(stage.asked.wait());
        QCOMPARE(stage.asked.size(), 1);  // and not once before
        QCOMPARE(stage.last(), stage.sight());
    }

    void takesAllWhenThereAreFewAgain()
    {
        Stage stage(true);
        std::ignore = stage.last();
        stage.scroll(200);  // what it was about to ask is not wanted any more
        stage.applyLanes({lanesOf(key(0)), lanesOf(key(400))}, false);
        QVERIFY(stage.has(key(0)));
        QVERIFY(stage.has(key(400)));
        stage.applyLanes({lanesOf(key(450))}, false);
        QVERIFY(stage.has(key(450)));
    }

    void asksAnewAfterAReset()
    {
        Stage stage(true);
        const Keys before = stage.last();
        mirror::Batch batch;
        batch.reset = true;
        batch.areLanesAsked = true;
        for (int i = 0; i < 500; ++i)
            batch.pods.upserts.append(pod(i));
        stage.applyLanes({lanesOf(key(0))}, true);
        stage.apply(batch);
        QVERIFY(!stage.has(key(0)));
        QCOMPARE(stage.last(), before);  // the same pods: another cluster has not been told of them
    }
};

QTEST_MAIN(TestLaneWatch)
#include "test_lanewatch.moc"
