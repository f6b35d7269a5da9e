// SPDX-License-Identifier: Apache-2.0
#include "models/kinds/objecttext.h"
#include "models/kinds/tablemodel.h"
#include "models/query/podquery.h"
#include "stage.h"
#include "views/deletion/objectdeletion.h"
#include "views/describe/describetree.h"
#include "views/describeview.h"
#include "views/kinds/kindview.h"
#include "views/table/densetable.h"
#include "windows/desks/kindwatch.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace {

kube::TableRow row(const QString &name, const QString &uid, const QStringList &cells)
{
    return {cells, {u"dev"_s, name}, {}, uid, kube::Timestamp::fromUnixSeconds(1000), {}};
}

kube::Table table(const QList<kube::TableRow> &rows)
{
    return {{{u"Name"_s, 0}, {u"Data"_s, 0}, {u"Age"_s, 0}, {u"Where"_s, 1}}, rows};
}

QStringList columnOf(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int i = 0; i < model.rowCount(); ++i)
        texts << model.index(i, column).data().toString();
    return texts;
}

}  // namespace

/** Objects of any kind: the model, what is shown of one, and the view on a practice cluster. */
class TestObjects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsStayWhoTheyAre()
    {
        models::TableModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setClock([] { return kube::Timestamp::fromUnixSeconds(1000 + 300); });
        model.setTable(table({row(u"a"_s, u"1"_s, {u"a"_s, u"10"_s, u"<old>"_s}), row(u"b"_s, u"2"_s, {u"b"_s, u"9"_s}),
                              row(u"c"_s, u"3"_s, {u"c"_s, u"8"_s})}));
        QCOMPARE(columnOf(model, 1), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(columnOf(model, 3), (QStringList{u"5m"_s, u"5m"_s, u"5m"_s}));  // not as the server wrote it
        QVERIFY(model.isWide(4));
        const QPersistentModelIndex b = model.index(1, 1);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        // a is another object of the same name, b is other than it was, c is gone, d is new.
        model.setTable(table(
            {row(u"d"_s, u"4"_s, {u"d"_s}), row(u"b"_s, u"2"_s, {u"b"_s, u"99"_s}), row(u"a"_s, u"5"_s, {u"a"_s})}));
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
        QVERIFY(b.isValid());
        QCOMPARE(b.row(), 0);
        QCOMPARE(columnOf(model, 1), (QStringList{u"b"_s, u"d"_s, u"a"_s}));
        QCOMPARE(model.index(0, 2).data(models::TableModel::SortRole).toDouble(), 99.0);
        kube::Table other = table({});
        other.columns.removeLast();
        model.setTable(other);
        QCOMPARE(resets.size(), 1);
        QCOMPARE(model.columnCount(), 4);
    }

    void aSecretKeepsItsValues()
    {
        const QByteArray secret =
            R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","managedFields":[{"manager":"m"}],"annotations":)"
            R"({"kubectl.kubernetes.io/last-applied-configuration":"c2VjcmV0","a":"b"}},)"
            R"("data":{"password":"c2VjcmV0"},"stringData":{"other":"topsecret"}})";
        const QString text = models::objectText(secret);
        QVERIFY(!text.contains("c2VjcmV0"_L1));
        QVERIFY(!text.contains("secret\n"_L1));
        QVERIFY(!text.contains("managedFields"_L1));
        QVERIFY(text.contains("password: 6 bytes"_L1));
        QVERIFY(text.contains("other: 9 bytes"_L1));
        QVERIFY(text.contains("a: b"_L1));
        QVERIFY(models::objectText(R"({"kind":"ConfigMap","data":{"k":"v"}})").contains("k: v"_L1));
        QCOMPARE(models::objectText("[]"), QString());
    }

    void aSelectorIsAFilter_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("filter");
        QTest::newRow("deployment")
            << QByteArray(R"({"kind":"Deployment","spec":{"selector":{"matchLabels":{"app":"web","t":"x"}}}})")
            << u"label:app=web label:t=x"_s;
        QTest::newRow("service") << QByteArray(R"({"kind":"Service","spec":{"selector":{"app":"web"}}})")
                                 << u"label:app=web"_s;
        QTest::newRow("expressions")
            << QByteArray(
                   R"({"kind":"Deployment","spec":{"selector":{"matchLabels":{"a":"b"},"matchExpressions":[)"
                   R"({"key":"t","operator":"In","values":["y","x"]},{"key":"s","operator":"NotIn","values":["z"]},)"
                   R"({"key":"k","operator":"Exists"},{"key":"old","operator":"DoesNotExist"}]}}})")
            << u"selector:\"a=b,k,!old,s notin (z),t in (x,y)\""_s;
        QTest::newRow("everything") << QByteArray(R"({"kind":"Deployment","spec":{"selector":{}}})") << u""_s;
        QTest::newRow("none") << QByteArray(R"({"kind":"Service","spec":{}})") << QString();
        QTest::newRow("empty") << QByteArray(R"({"kind":"Service","spec":{"selector":{}}})") << QString();
    }
    void aSelectorIsAFilter()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, filter);
        const auto found = models::selectorFilter(json);
        QCOMPARE(found.has_value(), !filter.isNull());
        QCOMPARE(found.value_or(QString()), filter);
        QVERIFY(!found || models::PodQuery::parse(*found));
    }

    void kindsOfThePracticeCluster()
    {
        Stage stage;
        QVERIFY(stage.begin());
        windows::KindWatch &kinds = stage.desk->kinds();
        QSignalSpy changed(&kinds, &windows::KindWatch::changed);
        QTest::qWait(0);
        QCOMPARE(kinds.objects().rowCount(), 0);  // nobody looks yet
        const auto &all = stage.window->actions().kinds;
        const auto named = [&all](const QString &kind) {
            return *std::ranges::find_if(all, [&kind](const QAction *a) { return a->data() == kind; });
        };
        named(u"Node"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(kinds.objects().rowCount() >= 2, 10'000);

        QCOMPARE(kinds.objects().headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"NAME"_s);
        QVERIFY(columnOf(kinds.objects(), 1).contains(u"node1"_s));
        QVERIFY(kinds.view().stateLine().contains("as of"_L1));
        QVERIFY(kinds.view().kinds().findText(u"secrets"_s) >= 0);
        QVERIFY(kinds.view().kinds().findText(u"pods/log"_s) < 0);

        // A kind that this server does not have is said to be none, not shown as empty.
        named(u"Deployment"_s)->trigger();
        QVERIFY(kinds.view().findChildren<QLabel *>().size() > 0);
        QStringList texts;
        for (const QLabel *label : kinds.view().findChildren<QLabel *>())
            texts << label->text();
        QVERIFY2(kinds.objects().rowCount() > 0 || texts.contains(u"This server has no kind Deployment"_s),
                 qPrintable(texts.join(u'\n')));
    }

    void fromAPodToItsNodeAndBack()
    {
        Stage stage;
        QVERIFY(stage.begin());
        QVERIFY(stage.create({podNamed("web", R"({"name":"c","image":"nginx:1.27"})")}));
        QVERIFY(stage.runs({u"default"_s, u"web"_s}));
        stage.desk->select({u"default"_s, u"web"_s});
        const QString node = stage.desk->snapshot().pod({u"default"_s, u"web"_s})->nodeName;
        windows::KindWatch &kinds = stage.desk->kinds();
        stage.window->actions().node->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(kinds.view().current().has_value(), 10'000);
        QCOMPARE(kinds.view().current()->key.name, node);
        kinds.view().pods->trigger();
        QCOMPARE(stage.desk->filter(), u"node="_s + node);
        kinds.view().yaml->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(kinds.view().text().contains(u"name: "_s + node), 10'000);
    }

    void objectsAreDescribed()
    {
        Stage stage;
        QVERIFY(stage.begin());
        QVERIFY(stage.create(
            {R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"key","namespace":"default"},"data":{"word":"c2VjcmV0"}})",
             R"({"apiVersion":"v1","kind":"Secret","metadata":{"name":"other","namespace":"default"},"data":{"b":""}})"}));
        windows::KindWatch &kinds = stage.desk->kinds();
        views::DescribeView &view = kinds.view().description();
        stage.window->actions().anyKind->trigger();
        kinds.show(u"Secret"_s, QString(), {u"default"_s, u"key"_s});
        QTRY_VERIFY_WITH_TIMEOUT(kinds.view().current().has_value(), 10'000);
        kinds.view().describe->trigger();
        QVERIFY(view.isVisibleTo(&kinds.view()));
        QTRY_VERIFY_WITH_TIMEOUT(view.text().contains(u"word:  6 bytes"), 10'000);
        QVERIFY(!view.text().contains(u"c2VjcmV0") && !view.text().contains(u"secret\n"));
        QCOMPARE(view.tree().topLevelItem(0)->text(1), u"key"_s);
        kinds.view().select({u"default"_s, u"other"_s});
        QVERIFY(!view.text().contains(u"word"));  // never another object's description
        QTRY_VERIFY_WITH_TIMEOUT(view.text().contains(u"b:  0 bytes"), 10'000);
        kinds.view().yaml->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(kinds.view().text().contains(u"name: other"), 10'000);
        QVERIFY(!view.isVisibleTo(&kinds.view()) && !kinds.view().describe->isChecked());
    }

    void theEventsOfADescriptionStayFresh()
    {
        Stage stage;
        QVERIFY(stage.begin());
        QVERIFY(stage.create(
            {R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"map","namespace":"default"}})"}));
        windows::KindWatch &kinds = stage.desk->kinds();
        views::DescribeView &view = kinds.view().description();
        stage.window->actions().anyKind->trigger();
        kinds.show(u"ConfigMap"_s, QString(), {u"default"_s, u"map"_s});
        QTRY_VERIFY_WITH_TIMEOUT(kinds.view().current().has_value(), 10'000);
        kinds.view().describe->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(view.text().endsWith(u"Events:  <none>\n"), 10'000);
        QVERIFY(stage.create(
            {R"({"apiVersion":"v1","kind":"Event","metadata":{"name":"e","namespace":"default"},"reason":"Read",
            "type":"Normal","message":"all of it","involvedObject":{"kind":"ConfigMap","name":"map","namespace":"default",
            "uid":")" +
             kinds.view().current()->uid.toUtf8() + R"("}})"}));
        kinds.retry();
        QTRY_VERIFY_WITH_TIMEOUT(view.text().contains(u"all of it"), 10'000);
    }

    void anObjectIsDeletedAfterAQuestion()
    {
        Stage stage;
        QVERIFY(stage.begin());
        QVERIFY(stage.create(
            {R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"doomed","namespace":"default"}})"}));
        windows::KindWatch &kinds = stage.desk->kinds();
        stage.window->actions().anyKind->trigger();
        kinds.show(u"ConfigMap"_s, QString(), {u"default"_s, u"doomed"_s});
        QTRY_VERIFY_WITH_TIMEOUT(kinds.view().current().has_value(), 10'000);
        QCOMPARE(kinds.view().current()->key.name, u"doomed"_s);
        kinds.view().remove->trigger();
        auto *dialog = stage.window->findChild<views::ObjectDeletion *>();
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isReady(), 10'000);
        dialog->begin();
        QTRY_VERIFY_WITH_TIMEOUT((kinds.retry(), kinds.objects().rowOf({u"default"_s, u"doomed"_s}) < 0), 10'000);
    }
};

QTEST_MAIN(TestObjects)
#include "test_objects.moc"
