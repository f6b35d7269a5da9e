// SPDX-License-Identifier: Apache-2.0
#include "views/table/densetable.h"
#include "views/table/podtable.h"

#include <QAbstractItemModelTester>
#include <QProxyStyle>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::PodModel;
using views::PodTable;

namespace {

kube::PodPtr pod(int number, const QString &phase = u"Running"_s)
{
    kube::Pod pod;
    pod.meta.key = {u"dev"_s, u"pod-%1"_s.arg(number, 4, 10, QChar(u'0'))};
    pod.meta.uid = pod.meta.key.name;
    pod.phase = phase;
    return std::make_shared<const kube::Pod>(pod);
}

mirror::Batch pods(int count)
{
    mirror::Batch batch;
    for (int i = 0; i < count; ++i)
        batch.pods.upserts.append(pod(i * 2));
    return batch;
}

struct Stage {
    PodModel model;
    PodTable table{model};

    Stage()
    {
        style::Truth truth;
        truth.state.phase = mirror::State::Phase::Live;
        table.setTruth(truth);
        table.resize(900, 400);
        table.show();
        std::ignore = QTest::qWaitForWindowExposed(&table);
    }
    QSet<QString> chosen() const
    {
        QSet<QString> names;
        for (const kube::PodRef &one : table.selection())
            names.insert(one->meta.key.name);
        return names;
    }
    QString top() { return table.filter().pod(table.grid().rowAt(0))->meta.key.name; }
};

}  // namespace

/** What a person looks at stays where it is, whatever the cluster does. */
class TestSteady : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomBatchesMoveNothing_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("sort");
        for (int seed = 1; seed <= 4; ++seed)
            QTest::newRow(qPrintable(QString::number(seed)))
                << seed << int(seed % 2 ? PodModel::Name : PodModel::Status);
    }

    void randomBatchesMoveNothing()
    {
        QFETCH(int, seed);
        QFETCH(int, sort);
        QRandomGenerator dice(static_cast<quint32>(seed));
        Stage stage;
        const QAbstractItemModelTester tester(&stage.table.filter());
        stage.model.apply(pods(300));
        stage.table.grid().sortByColumn(sort, Qt::AscendingOrder);
        auto *selection = stage.table.grid().selectionModel();
        QSet<QString> wanted;
        selection->clear();  // the focus chose the first
        for (const int row : {40, 41, 90, 200}) {
            selection->setCurrentIndex(stage.table.filter().index(row, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
            wanted.insert(stage.table.filter().pod(row)->meta.key.name);
        }
        const QString current = stage.table.selected().name;
        stage.table.grid().verticalScrollBar()->setValue(120);
        const QString top = stage.top();
        for (int round = 0; round < 15; ++round) {
            mirror::Batch batch;
            QSet<int> used;
            for (int i = 0; i < 20; ++i) {
                const int number = dice.bounded(600);
                const QString name = pod(number)->meta.key.name;
                if (used.contains(number) || wanted.contains(name) || name == top)
                    continue;
                used.insert(number);
                if (dice.bounded(3) == 0)
                    batch.pods.removals.append(pod(number)->meta.key);
                else
                    batch.pods.upserts.append(pod(number, dice.bounded(2) ? u"Running"_s : u"Failed"_s));
            }
            stage.model.apply(batch);
            QCoreApplication::sendPostedEvents();
            QCOMPARE(stage.chosen(), wanted);
            QCOMPARE(stage.table.selected().name, current);
            QCOMPARE(stage.top(), top);
        }
    }

    void theTopThatGoesGivesWayToTheNext()
    {
        Stage stage;
        stage.model.apply(pods(200));
        stage.table.grid().verticalScrollBar()->setValue(50);
        const QString next = stage.table.filter().pod(51)->meta.key.name;
        mirror::Batch batch;
        for (int i = 30; i <= 50; ++i)
            batch.pods.removals.append(pod(i * 2)->meta.key);
        stage.model.apply(batch);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(stage.table.grid().rowAt(0), stage.table.filter().find({u"dev"_s, next}).row() - 1);
    }

    void aResetBringsTheSelectionBack()
    {
        Stage stage;
        stage.model.apply(pods(200));
        auto *selection = stage.table.grid().selectionModel();
        selection->clear();
        for (const int row : {60, 61, 100})
            selection->setCurrentIndex(stage.table.filter().index(row, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
        stage.table.grid().verticalScrollBar()->setValue(55);
        const QSet<QString> wanted = stage.chosen();
        const QString top = stage.top();
        QSignalSpy told(&stage.table, &PodTable::podSelected);
        mirror::Batch batch = pods(150);
        batch.reset = true;
        stage.model.apply(batch);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(stage.chosen(), wanted);
        QCOMPARE(stage.top(), top);
        QCOMPARE(stage.table.selected().name, stage.table.filter().pod(100)->meta.key.name);
        QCOMPARE(told.size(), 0);
    }

    void onlyChangedCellsInSightLightUp()
    {
        Stage stage;
        stage.model.apply(pods(300));
        stage.table.grid().setFlashing(true);
        mirror::Batch batch;
        batch.pods.upserts = {pod(0, u"Failed"_s), pod(2), pod(500, u"Failed"_s)};
        stage.model.apply(batch);
        QCOMPARE(stage.table.grid().lit(), 1);  // STATUS of the first; the second is as it was, the third out of sight
        QTRY_COMPARE(stage.table.grid().lit(), 0);
    }

    /** A desktop that wants no motion has a style whose animations take no time. */
    void nothingLightsUpWhereMotionIsReduced()
    {
        struct Still : QProxyStyle {
            bool isReduced = true;
            int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *more) const override
            {
                return hint == SH_Widget_Animation_Duration ? (isReduced ? 0 : 200)
                                                            : QProxyStyle::styleHint(hint, option, widget, more);
            }
        } still;
        Stage stage;
        stage.model.apply(pods(10));
        stage.table.grid().setStyle(&still);
        stage.table.grid().setFlashing(true);
        mirror::Batch batch;
        batch.pods.upserts = {pod(0, u"Failed"_s)};
        stage.model.apply(batch);
        QCOMPARE(stage.table.grid().lit(), 0);
        still.isReduced = false;
        batch.pods.upserts = {pod(0, u"Running"_s)};
        stage.model.apply(batch);
        QCOMPARE(stage.table.grid().lit(), 1);
    }

    void nothingLightsUpWhereItIsSwitchedOff()
    {
        Stage stage;
        stage.model.apply(pods(10));
        stage.table.grid().setFlashing(false);
        mirror::Batch batch;
        batch.pods.upserts = {pod(0, u"Failed"_s)};
        stage.model.apply(batch);
        QCOMPARE(stage.table.grid().lit(), 0);
    }
};

QTEST_MAIN(TestSteady)
#include "test_steady.moc"
