// SPDX-License-Identifier: Apache-2.0
#include "models/eventmodel.h"
#include "style/timewindow.h"
#include "views/eventtable.h"
#include "views/table/densetree.h"

#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = 1'800'000'000;

kube::Event eventNamed(const QString &name, const QString &reason, qint64 first, qint64 last, int count)
{
    kube::Event event;
    event.meta.key = {u"dev"_s, name};
    event.meta.uid = u"uid-"_s + name;
    event.involved = {u"Pod"_s, u"dev"_s, u"web"_s, u"pod"_s, {}};
    event.type = u"Warning"_s;
    event.reason = reason;
    event.firstTimestamp = kube::Timestamp::fromUnixSeconds(first);
    event.lastTimestamp = kube::Timestamp::fromUnixSeconds(last);
    event.count = count;
    return event;
}

/** The table of a live list with one pod's events: a pull, and a back-off that was told twice, once six times. */
struct Table {
    models::EventModel model;
    style::TimeWindow time;
    views::EventTable view{model, time};
    views::DenseTree &tree = *view.findChild<views::DenseTree *>();

    Table()
    {
        model.setClock([] { return kube::Timestamp::fromUnixSeconds(Now); });
        time.setRange(kube::Timestamp::fromUnixSeconds(Now - 600), kube::Timestamp::fromUnixSeconds(Now));
        mirror::Batch batch;
        for (const kube::Event &event : {eventNamed(u"pull"_s, u"Pulled"_s, Now - 200, Now - 200, 1),
                                         eventNamed(u"old"_s, u"BackOff"_s, Now - 180, Now - 180, 1),
                                         eventNamed(u"new"_s, u"BackOff"_s, Now - 60, Now - 7, 6)})
            batch.events.upserts << std::make_shared<const kube::Event>(event);
        model.apply(batch);
        style::Truth truth;
        truth.state.phase = mirror::State::Phase::Live;
        view.setTruth(truth);
        view.resize(900, 300);
        view.show();
        tree.setCurrentIndex(tree.model()->index(0, 0));
    }
};

}  // namespace

class TestEventTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysFoldAndUnfold()
    {
        Table table;
        QTest::keyClick(&table.tree, Qt::Key_End);
        const QModelIndex fold = table.tree.currentIndex().siblingAtColumn(0);
        QCOMPARE(fold.data().toString(), u"7s (x7 over 3m)"_s);
        QVERIFY(!table.tree.isExpanded(fold));
        QTest::keyClick(&table.tree, Qt::Key_Right);
        QVERIFY(table.tree.isExpanded(fold));
        QTest::keyClick(&table.tree, Qt::Key_Right);
        QCOMPARE(table.tree.currentIndex().parent(), fold);
        QTest::keyClick(&table.tree, Qt::Key_Left);
        QCOMPARE(table.tree.currentIndex().siblingAtColumn(0), fold);
        QTest::keyClick(&table.tree, Qt::Key_Left);
        QVERIFY(!table.tree.isExpanded(fold));
        QTest::keyClick(&table.tree, Qt::Key_Return);
        QVERIFY(table.tree.isExpanded(fold));
    }

    /** The time of the occurrence that is chosen is the shared cursor, and the cursor chooses what is in sight. */
    void anOccurrenceHasATime()
    {
        Table table;
        QTest::keyClick(&table.tree, Qt::Key_End);
        QCOMPARE(table.time.cursor(), kube::Timestamp::fromUnixSeconds(Now - 180));
        QTest::keyClick(&table.tree, Qt::Key_Right);
        QTest::keyClick(&table.tree, Qt::Key_End);
        QCOMPARE(table.time.cursor(), kube::Timestamp::fromUnixSeconds(Now - 7));
        table.time.setCursor(kube::Timestamp::fromUnixSeconds(Now - 60));
        QCOMPARE(table.tree.currentIndex().siblingAtColumn(models::EventModel::Reason).data().toString(),
                 u"First seen"_s);
    }

    void anEventUnderAFoldIsFound()
    {
        Table table;
        table.view.reveal(u"uid-new"_s);
        QVERIFY(table.tree.isExpanded(table.tree.currentIndex().parent()));
        QCOMPARE(table.time.cursor(), kube::Timestamp::fromUnixSeconds(Now - 60));
        table.view.reveal(u"uid-pull"_s);
        QCOMPARE(table.tree.currentIndex().parent(), QModelIndex());
        QCOMPARE(table.time.cursor(), kube::Timestamp::fromUnixSeconds(Now - 200));
    }

    /** An event is known for an hour after it happened last: the list is whole since the oldest of these times. */
    void theCoveredTimeIsTold()
    {
        Table table;
        QVERIFY(table.view.coverage().startsWith(u"Events since "));
        const auto labels = table.view.findChildren<QLabel *>();
        QVERIFY(
            std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == table.view.coverage(); }));
        QCOMPARE(table.model.completeSince(), kube::Timestamp::fromUnixSeconds(Now - 200));
    }

    void foldsStayOpenWhenEventsCome()
    {
        Table table;
        QTest::keyClick(&table.tree, Qt::Key_End);
        QTest::keyClick(&table.tree, Qt::Key_Right);
        const QPersistentModelIndex fold(table.tree.currentIndex().siblingAtColumn(0));
        mirror::Batch batch;
        batch.events.upserts = {
            std::make_shared<const kube::Event>(eventNamed(u"new"_s, u"BackOff"_s, Now - 60, Now, 7)),
            std::make_shared<const kube::Event>(eventNamed(u"first"_s, u"Scheduled"_s, Now - 300, Now - 300, 1))};
        table.model.apply(batch);
        QVERIFY(table.tree.isExpanded(fold));
        QCOMPARE(fold.data().toString(), u"0s (x8 over 3m)"_s);
        QCOMPARE(QPersistentModelIndex(table.tree.currentIndex().siblingAtColumn(0)), fold);
    }
};

QTEST_MAIN(TestEventTable)
#include "test_eventtable.moc"
