// SPDX-License-Identifier: Apache-2.0
// What of an object is the server's own, what a change looks like as text, and fields as server-side apply names them.
#include "manifest/compare/fieldpath.h"
#include "manifest/compare/serverfields.h"
#include "manifest/compare/unified.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using manifest::sidesOf;
using manifest::valueAt;
using manifest::withoutField;

namespace {

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

const QJsonObject Live = json(R"({"kind":"Deployment","metadata":{"name":"web","uid":"u","resourceVersion":"5",
    "generation":2,"creationTimestamp":"2026-01-01T00:00:00Z","managedFields":[{"manager":"x"}],
    "labels":{"app.kubernetes.io/name":"web","app":"a"},"finalizers":["x/y","z"]},
    "spec":{"replicas":2,"containers":[{"name":"a","image":"a:1"},{"name":"b","image":"b:1"}],
    "ports":[{"port":80,"protocol":"TCP","targetPort":1},{"port":80,"protocol":"UDP","targetPort":2}]},
    "status":{"replicas":2}})");

}  // namespace

class TestServerFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theServersOwnFieldsAreLeftOut()
    {
        const QJsonObject left = manifest::withoutServerFields(Live);
        QCOMPARE(left.keys(), (QStringList{u"kind"_s, u"metadata"_s, u"spec"_s}));
        QCOMPARE(left.value("metadata"_L1).toObject().keys(), (QStringList{u"finalizers"_s, u"labels"_s, u"name"_s}));
    }

    void whatAPutNeedsComesBack()
    {
        const QJsonObject text = manifest::withoutServerFields(Live);
        const QJsonObject sent = manifest::withServerFieldsBack(text, Live);
        QCOMPARE(sent["metadata"_L1]["resourceVersion"_L1].toString(), u"5"_s);
        QCOMPARE(sent["metadata"_L1]["uid"_L1].toString(), u"u"_s);
        QCOMPARE(sent.value("status"_L1), Live.value("status"_L1));
        QVERIFY(!sent["metadata"_L1].toObject().contains("managedFields"_L1));
        QJsonObject own = text;
        own.insert("status"_L1, u"mine"_s);
        QCOMPARE(manifest::withServerFieldsBack(own, Live).value("status"_L1).toString(), u"mine"_s);
    }

    void fieldsAreFound_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("plain") << u".spec.replicas"_s << QJsonValue(2);
        QTest::newRow("by key") << u".spec.containers[name=\"b\"].image"_s << QJsonValue(u"b:1"_s);
        QTest::newRow("by two keys") << u".spec.ports[port=80,protocol=\"UDP\"].targetPort"_s << QJsonValue(2);
        QTest::newRow("dots in a key") << u".metadata.labels.app.kubernetes.io/name"_s << QJsonValue(u"web"_s);
        QTest::newRow("the shorter key") << u".metadata.labels.app"_s << QJsonValue(u"a"_s);
        QTest::newRow("of a set") << u".metadata.finalizers[=\"z\"]"_s << QJsonValue(u"z"_s);
        QTest::newRow("by place") << u".metadata.finalizers[0]"_s << QJsonValue(u"x/y"_s);
        QTest::newRow("none") << u".spec.paused"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("no such element") << u".spec.containers[name=\"c\"].image"_s
                                         << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("broken") << u".spec.containers[name=\"b"_s << QJsonValue(QJsonValue::Undefined);
    }

    void fieldsAreFound()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QCOMPARE(valueAt(Live, field), value);
    }

    void fieldsAreTakenOutWithWhatIsEmptyThen()
    {
        const QJsonObject mine = json(R"({"metadata":{"labels":{"a.b/c":"1"}},"spec":{"replicas":3,"r":{"l":{"cpu":1}},
            "containers":[{"name":"a","image":"x"},{"name":"b","image":"y"}]}})");
        QCOMPARE(withoutField(mine, u".metadata.labels.a.b/c"_s).contains("metadata"_L1), false);
        QCOMPARE(valueAt(withoutField(mine, u".spec.r.l.cpu"_s), u".spec.r"_s), QJsonValue(QJsonValue::Undefined));
        const QJsonObject left = withoutField(mine, u".spec.containers[name=\"a\"].image"_s);
        QCOMPARE(valueAt(left, u".spec.containers[0]"_s), QJsonValue(QJsonObject{{u"name"_s, u"a"_s}}));
        QCOMPARE(valueAt(left, u".spec.containers[1].image"_s), QJsonValue(u"y"_s));
        QCOMPARE(withoutField(mine, u".spec.nothing"_s), mine);
    }

    void whatTheServerAddsIsToldApart()
    {
        const QJsonObject sent = json(R"({"kind":"Pod","metadata":{"name":"p"},"spec":{"containers":
            [{"name":"a","image":"a:1"}]}})");
        const QJsonObject after = json(R"({"kind":"Pod","metadata":{"name":"p","uid":"u"},"spec":{"containers":
            [{"name":"proxy","image":"p:1"},{"name":"a","image":"a:1","imagePullPolicy":"IfNotPresent"}],
            "tolerations":[{"key":"x","operator":"Exists"}],"restartPolicy":"Always"},"status":{"phase":"Pending"}})");
        const manifest::Sides sides = sidesOf({}, after, sent);
        QVERIFY(sides.before.isEmpty());
        QVERIFY(!sides.after.contains(u"uid"_s) && !sides.after.contains(u"Pending"_s));
        const QStringList lines = sides.after.split(u'\n');
        QStringList added;
        for (const int line : sides.byServer)
            added.append(lines.at(line).trimmed());
        const QStringList expected{u"- image: p:1"_s,          u"name: proxy"_s,  u"imagePullPolicy: IfNotPresent"_s,
                                   u"restartPolicy: Always"_s, u"tolerations:"_s, u"- key: x"_s,
                                   u"operator: Exists"_s};
        QStringList sorted = added;
        std::ranges::sort(sorted);
        QStringList wanted = expected;
        std::ranges::sort(wanted);
        QCOMPARE(sorted, wanted);
    }

    void whatWasThereBeforeIsNotTheServersAddition()
    {
        const QJsonObject sent = json(R"({"kind":"Pod","spec":{"a":2}})");
        QVERIFY(sidesOf(json(R"({"kind":"Pod","spec":{"a":1,"b":1}})"), json(R"({"kind":"Pod","spec":{"a":2,"b":1}})"),
                        sent)
                    .byServer.isEmpty());
    }

    void aStatusIsShownWhereItChanges()
    {
        QJsonObject after = Live;
        QVERIFY(!sidesOf(Live, after, {}).after.contains(u"status"_s));
        after.insert("status"_L1, QJsonObject{{u"replicas"_s, 3}});
        QVERIFY(sidesOf(Live, after, {}).after.contains(u"status"_s));
    }

    void valuesOfSecretsAreNotShown()
    {
        const QJsonObject before = json(R"({"kind":"Secret","metadata":{"name":"s","annotations":
            {"kubectl.kubernetes.io/last-applied-configuration":"aGFsbG8="}},
            "data":{"same":"c2VjcmV0","other":"b2xk","gone":"Z29uZQ=="}})");
        const QJsonObject after = json(R"({"kind":"Secret","metadata":{"name":"s"},
            "data":{"same":"c2VjcmV0","other":"bmV3","born":"Ym9ybg=="}})");
        const manifest::Sides sides = sidesOf(before, after, after);
        for (const QString &value : {u"c2VjcmV0"_s, u"b2xk"_s, u"bmV3"_s, u"Z29uZQ"_s, u"Ym9ybg"_s, u"aGFsbG8"_s})
            QVERIFY2(!sides.before.contains(value) && !sides.after.contains(value), qPrintable(value));
        QVERIFY(sides.before.contains(u"other: '*** (before)'"_s));
        QVERIFY(sides.after.contains(u"other: '*** (after)'"_s));
        QVERIFY(sides.after.contains(u"same: '***'"_s));
    }

    void keptValuesOfSecretsComeBack()
    {
        const QJsonObject live = json(R"({"kind":"Secret","data":{"a":"c2VjcmV0","b":"b2xk"}})");
        QJsonObject text = manifest::withKeptSecrets(live);
        QCOMPARE(text["data"_L1]["a"_L1].toString(), u"(kept: 6 bytes)"_s);
        QCOMPARE(manifest::withSecretsBack(text, live), live);
        QJsonObject values = text.value("data"_L1).toObject();
        values.insert("b"_L1, u"bmV3"_s);
        text.insert("data"_L1, values);
        QCOMPARE(manifest::withSecretsBack(text, live)["data"_L1]["b"_L1].toString(), u"bmV3"_s);
        QCOMPARE(manifest::withKeptSecrets(Live), Live);
    }

    void aUnifiedDiffIsDiffs_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("hunks");  // as GNU diff 3.10 printed them
        QTest::newRow("same") << u"a\nb\n"_s << u"a\nb\n"_s << QString();
        QTest::newRow("new file") << QString() << u"a\nb\n"_s << u"@@ -0,0 +1,2 @@\n+a\n+b\n"_s;
        QTest::newRow("one line") << u"a\n"_s << u"b\n"_s << u"@@ -1 +1 @@\n-a\n+b\n"_s;
        QTest::newRow("at the end") << u"1\n2\n3\n4\n5\n"_s << u"1\n2\n3\n4\n6\n"_s
                                    << u"@@ -2,4 +2,4 @@\n 2\n 3\n 4\n-5\n+6\n"_s;
        QTest::newRow("near") << u"a\n1\n2\n3\n4\n5\n6\nb\n"_s << u"x\n1\n2\n3\n4\n5\n6\ny\n"_s
                              << u"@@ -1,8 +1,8 @@\n-a\n+x\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+y\n"_s;
        QTest::newRow("apart") << u"a\n1\n2\n3\n4\n5\n6\n7\nb\n"_s << u"x\n1\n2\n3\n4\n5\n6\n7\n"_s
                               << u"@@ -1,4 +1,4 @@\n-a\n+x\n 1\n 2\n 3\n@@ -6,4 +6,3 @@\n 5\n 6\n 7\n-b\n"_s;
    }

    void aUnifiedDiffIsDiffs()
    {
        QFETCH(QString, left);
        QFETCH(QString, right);
        QFETCH(QString, hunks);
        QCOMPARE(manifest::unified(u"L"_s, left, u"R"_s, right),
                 hunks.isEmpty() ? QString() : u"--- L\n+++ R\n"_s + hunks);
    }

    void whatWasSentIsHeldOrNot()
    {
        const QJsonObject live =
            json(R"({"spec":{"a":1,"l":[{"n":"x","d":true}]},"metadata":{"resourceVersion":"9"}})");
        QVERIFY(manifest::holdsAll(live, json(R"({"spec":{"l":[{"n":"x"}]},"metadata":{"resourceVersion":"8"}})")));
        QVERIFY(!manifest::holdsAll(live, json(R"({"spec":{"a":2}})")));
        QVERIFY(!manifest::holdsAll(live, json(R"({"spec":{"l":[{"n":"x"},{"n":"y"}]}})")));
        QVERIFY(!manifest::holdsAll(live, json(R"({"spec":{"b":1}})")));
    }
};

QTEST_APPLESS_MAIN(TestServerFields)
#include "test_serverfields.moc"
