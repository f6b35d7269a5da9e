// SPDX-License-Identifier: Apache-2.0
#include "style/settings.h"
#include "views/table/columnchooser.h"
#include "views/table/densetable.h"
#include "views/table/podtable.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::PodModel;
using views::Column;
using views::PodTable;

namespace {

kube::PodPtr pod(const QString &name, const QString &ip, const QString &tier = {})
{
    kube::Pod pod;
    pod.meta.key = {u"dev"_s, name};
    pod.meta.uid = name;
    pod.podIp = ip;
    if (!tier.isEmpty())
        pod.meta.labels = {{u"example.com/tier"_s, tier}};
    return std::make_shared<const kube::Pod>(pod);
}

mirror::Batch pods()
{
    mirror::Batch batch;
    batch.pods.upserts = {pod(u"a"_s, u"10.0.0.10"_s, u"back"_s), pod(u"b"_s, u"10.0.0.9"_s), pod(u"c"_s, u"fd00::1"_s),
                          pod(u"d"_s, {}, u"front"_s)};
    return batch;
}

/** The ids of the columns that can be seen, from left to right. */
QStringList seen(PodTable &table, const PodModel &model)
{
    QStringList ids;
    const QHeaderView *header = table.grid().horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual)
        if (const int place = header->logicalIndex(visual); !header->isSectionHidden(place))
            ids.append(model.columnId(place));
    return ids;
}

QStringList names(PodTable &table)
{
    QStringList found;
    for (int row = 0; row < table.filter().rowCount(); ++row)
        found.append(table.filter().pod(row)->meta.key.name);
    return found;
}

}  // namespace

class TestColumns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyColumnOfWideIsThere()
    {
        PodModel model;
        const QAbstractItemModelTester tester(&model);
        QStringList titles;
        for (int i = 0; i < model.columnCount(); ++i)
            titles.append(model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
        for (const auto &title : {u"NAME"_s, u"READY"_s, u"STATUS"_s, u"RESTARTS"_s, u"AGE"_s, u"IP"_s, u"NODE"_s,
                                  u"NOMINATED NODE"_s, u"READINESS GATES"_s})
            QVERIFY2(titles.contains(title), qPrintable(title));
    }

    void labelsGetColumnsAndLoseThem()
    {
        PodModel model;
        const QAbstractItemModelTester tester(&model);
        model.apply(pods());
        model.setLabelColumns({u"example.com/tier"_s});
        const int column = PodModel::ColumnCount;
        QCOMPARE(model.columnCount(), column + 1);
        QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(), u"TIER"_s);
        QCOMPARE(model.index(0, column).data().toString(), u"back"_s);
        QCOMPARE(model.columnId(column), u"label:example.com/tier"_s);
        QSignalSpy changed(&model, &PodModel::dataChanged);
        mirror::Batch batch;
        batch.pods.upserts = {pod(u"a"_s, u"10.0.0.10"_s, u"middle"_s)};
        model.apply(batch);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(1).toModelIndex().column(), column);
        model.setLabelColumns({});
        QCOMPARE(model.columnCount(), column);
    }

    void addressesSortAsNumbers()
    {
        PodModel model;
        PodTable table(model);
        model.apply(pods());
        table.filter().sort(PodModel::Ip);
        QCOMPARE(names(table), (QStringList{u"d"_s, u"b"_s, u"a"_s, u"c"_s}));
    }

    void theArrangementComesBack()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"s.ini"_s);
        QStringList before;
        {
            PodModel model;
            PodTable table(model);
            model.apply(pods());
            QSignalSpy told(&table, &PodTable::columnsChanged);
            table.arrange({{u"status"_s, {}, 200, true},
                           {u"label:example.com/tier"_s, {}, 90, true},
                           {u"name"_s, {}, 333, true},
                           {u"age"_s, {}, 60, false},
                           {u"ip"_s, {}, 120, true}});
            QCOMPARE(told.size(), 1);
            table.grid().sortByColumn(PodModel::Ip, Qt::DescendingOrder);
            before = seen(table, model);
            style::Settings(file).setColumns(u"pods"_s, table.columns());
        }
        PodModel model;
        PodTable table(model);
        model.apply(pods());
        table.setColumns(style::Settings(file).columns(u"pods"_s));
        QCOMPARE(seen(table, model), before);
        QCOMPARE(before.first(4), (QStringList{u"status"_s, u"label:example.com/tier"_s, u"name"_s, u"ip"_s}));
        QVERIFY(!before.contains(u"age"_s));
        QCOMPARE(table.grid().columnWidth(PodModel::Name), 333);
        QCOMPARE(names(table), (QStringList{u"c"_s, u"a"_s, u"b"_s, u"d"_s}));
    }

    void whatIsNotOursChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("saved");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("another release") << QByteArray("\0\0\0\xff\0\1", 6);
        QTest::newRow("no columns") << QByteArray(R"({"columns":[],"sort":"age"})");
        QTest::newRow("strangers") << QByteArray(R"({"columns":[{"id":"weight","width":5}]})");
        QTest::newRow("all hidden") << QByteArray(R"({"columns":[{"id":"name","shown":false}]})");
        QTest::newRow("not JSON") << QByteArray("{{{");
    }

    void whatIsNotOursChangesNothing()
    {
        QFETCH(QByteArray, saved);
        PodModel model;
        PodTable table(model);
        const QStringList before = seen(table, model);
        table.setColumns(saved);
        QCOMPARE(seen(table, model), before);
    }

    void theNamespaceStaysAwayWhereThereIsOne()
    {
        PodModel model;
        PodTable table(model);
        style::Truth truth;
        truth.scope.ns = u"dev"_s;
        table.setTruth(truth);
        QVERIFY(!seen(table, model).contains(u"namespace"_s));
        const QByteArray saved = table.columns();
        truth.scope.ns.clear();
        table.setTruth(truth);
        table.setColumns(saved);
        QVERIFY(seen(table, model).contains(u"namespace"_s));
    }

    void theChooserIsDrivenByKeys()
    {
        const QList<Column> columns = {{u"name"_s, u"NAME"_s, 100, true}, {u"age"_s, u"AGE"_s, 50, true}};
        views::ColumnChooser chooser(columns, columns, {u"app"_s});
        auto *list = chooser.findChild<QListWidget *>();
        chooser.show();
        std::ignore = QTest::qWaitForWindowActive(&chooser);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(chooser.columns().first().id, u"age"_s);
        QCOMPARE(chooser.columns().last(), (Column{u"name"_s, u"NAME"_s, 100, false}));
        auto *label = chooser.findChild<QComboBox *>();
        label->setEditText(u"app"_s);
        QTest::keyClick(label->lineEdit(), Qt::Key_Return);
        QCOMPARE(chooser.columns().last().id, u"label:app"_s);
        QVERIFY(chooser.isVisible());  // Return added, and did not close
        label->setEditText(u"app"_s);
        QTest::keyClick(label->lineEdit(), Qt::Key_Return);
        QCOMPARE(chooser.columns().size(), 3);
    }
};

QTEST_MAIN(TestColumns)
#include "test_columns.moc"
