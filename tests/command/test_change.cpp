// SPDX-License-Identifier: Apache-2.0
// Orders that look first: dry runs beside what is there, conflicts, Replace under a lock, and where an order stops.
#include "command/bench.h"
#include "command/change/conflict.h"

using namespace Qt::StringLiterals;
using bench::Bench;
using bench::held;
using bench::Pod;
using bench::PodPath;
using bench::wait;
using command::Effect;
using command::Fate;
using command::Order;
using command::Outcome;
using command::Skip;
using command::Verb;
using support::Exchange;

namespace {

const QByteArray Conflicts =
    R"({"kind":"Status","status":"Failure","reason":"Conflict","code":409,"message":"Apply failed with 2 conflicts",)"
    R"("details":{"causes":[)"
    R"({"reason":"FieldManagerConflict","field":".spec.replicas",)"
    R"("message":"conflict with \u0022autoscaler\u0022 with subresource \u0022scale\u0022 using apps/v1 at 2026-01-02T03:04:05Z"},)"
    R"({"reason":"FieldManagerConflict","field":".spec.template","message":"conflict with \u0022helm\u0022"},)"
    R"({"reason":"FieldManagerConflict","field":".spec.replicas","message":"conflict with \u0022kubectl\u0022 using apps/v1"}]}})";

Order order(Verb verb, const QList<command::Document> &documents)
{
    Order asked;
    asked.verb = verb;
    asked.documents = documents;
    asked.defaultNamespace = u"default"_s;
    asked.looks = true;
    return asked;
}

QByteArray versioned(const QByteArray &json, const QString &version, const QString &label = {})
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.insert("resourceVersion"_L1, version);
    if (!label.isEmpty())
        meta.insert("labels"_L1, QJsonObject{{u"a"_s, label}});
    object.insert("metadata"_L1, meta);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

command::Document document(const QByteArray &json, int index)
{
    return {json, u"f.yaml"_s, index};
}

}  // namespace

class TestChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDryRunStandsBesideWhatIsThere()
    {
        Bench bench;
        bench.objects = {{PodPath, versioned(Pod.json, u"7"_s)}};
        bench.onWrite = [](const Exchange &x) { x.answer(200, versioned(x.body, u"7"_s, u"new"_s)); };
        Order asked = order(Verb::Apply, {Pod});
        asked.dryRun = true;
        const Outcome told = wait(bench.client.perform(asked)).value(0);
        QCOMPARE(bench.writes.at(0).query.queryItemValue(u"dryRun"_s), u"All"_s);
        QCOMPARE(bench.writes.at(0).query.queryItemValue(u"fieldValidation"_s), u"Strict"_s);
        QVERIFY(told.wasRead);
        QCOMPARE(told.before, bench.objects.value(PodPath));
        QVERIFY(told.after.contains("\"new\""));
        QCOMPARE(told.effect, Effect::Changed);
    }

    void whatIsNotThereIsNew()
    {
        Bench bench;
        const Outcome told = wait(bench.client.perform(order(Verb::Apply, {Pod}))).value(0);
        QVERIFY(told.wasRead);
        QVERIFY(told.before.isEmpty());
        QCOMPARE(told.effect, Effect::Created);
        QCOMPARE(told.line, u"pod/web created"_s);
    }

    void whoMayNotReadIsToldSo()
    {
        Bench bench;
        bench.onLook = [](const Exchange &x) { x.answer(403, bench::status(403, "Forbidden", "no")); };
        bench.onWrite = [](const Exchange &x) { x.answer(200, x.body); };
        const Outcome told = wait(bench.client.perform(order(Verb::Apply, {Pod}))).value(0);
        QVERIFY(!told.wasRead);
        QCOMPARE(told.effect, Effect::Unknown);
        QCOMPARE(told.line, u"pod/web serverside-applied"_s);
    }

    void theEffectOfAnApply_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("line");
        QTest::newRow("nothing was written") << u"7"_s << QString() << u"pod/web unchanged"_s;
        QTest::newRow("only what the server keeps") << u"8"_s << QString() << u"pod/web unchanged"_s;
        QTest::newRow("the content") << u"8"_s << u"b"_s << u"pod/web configured"_s;
    }

    void theEffectOfAnApply()
    {
        QFETCH(QString, version);
        QFETCH(QString, label);
        QFETCH(QString, line);
        Bench bench;
        bench.objects = {{PodPath, versioned(Pod.json, u"7"_s)}};
        bench.onWrite = [&](const Exchange &x) { x.answer(200, versioned(Pod.json, version, label)); };
        QCOMPARE(wait(bench.client.perform(order(Verb::Apply, {Pod}))).value(0).line, line);
    }

    void aReplaceIsMeantForOneVersion()
    {
        Bench bench;
        bench.objects = {{PodPath, versioned(Pod.json, u"7"_s)}};
        bench.onWrite = [](const Exchange &x) { x.answer(200, x.body); };
        Order asked = order(Verb::Replace, {Pod});
        asked.looks = false;
        const Outcome told = wait(bench.client.perform(asked)).value(0);
        QCOMPARE(bench.writes.at(0).verb, "PUT");
        QVERIFY(bench.writes.at(0).body.contains(R"("resourceVersion":"7")"));
        QCOMPARE(told.line, u"pod/web replaced"_s);
        wait(bench.client.perform(order(Verb::Replace, {document(versioned(Pod.json, u"5"_s), 0)})));
        QVERIFY(bench.writes.at(1).body.contains(R"("resourceVersion":"5")"));
    }

    void aReplaceOfNothingIsNotSent()
    {
        Bench bench;
        const Outcome told = wait(bench.client.perform(order(Verb::Replace, {Pod}))).value(0);
        QCOMPARE(told.error->kind, kube::Error::Kind::NotFound);
        QVERIFY(bench.writes.isEmpty());
    }

    void aLostReplaceIsFoundOut_data()
    {
        QTest::addColumn<QString>("label");  // of the object after the first PUT
        QTest::addColumn<Fate>("fate");
        QTest::newRow("it was done") << QString() << Fate::Done;
        QTest::newRow("somebody else was faster") << u"theirs"_s << Fate::Unknown;
    }

    void aLostReplaceIsFoundOut()
    {
        QFETCH(QString, label);
        QFETCH(Fate, fate);
        Bench bench;
        const QByteArray mine = versioned(Pod.json, u"7"_s, u"mine"_s);
        bench.objects = {{PodPath, versioned(Pod.json, u"7"_s)}};
        bench.onWrite = [&](const Exchange &x) {
            if (bench.writes.size() == 1) {
                bench.objects.insert(PodPath, versioned(mine, u"8"_s, label.isEmpty() ? u"mine"_s : label));
                x.socket->abort();
            } else {
                x.answer(409, bench::status(409, "Conflict", "the object has been modified"));
            }
        };
        const Outcome told = wait(bench.client.perform(order(Verb::Replace, {document(mine, 0)}))).value(0);
        QCOMPARE(told.fate, fate);
        QCOMPARE(bench.writes.size(), 2);
        for (const Exchange &write : std::as_const(bench.writes))
            QVERIFY(write.body.contains(R"("resourceVersion":"7")"));
        QCOMPARE(told.error.has_value(), fate != Fate::Done);
        if (told.error)
            QVERIFY(told.error->message.contains(u"it is not known whether pod/web was replaced"_s));
    }

    void aReplaceThatFailedInTheServerIsNotRepeated()
    {
        Bench bench;
        bench.objects = {{PodPath, versioned(Pod.json, u"7"_s)}};
        bench.onWrite = [](const Exchange &x) { x.answer(500, bench::status(500, "InternalError", "etcd")); };
        const Outcome told = wait(bench.client.perform(order(Verb::Replace, {Pod}))).value(0);
        QCOMPARE(told.fate, Fate::Unknown);
        QCOMPARE(bench.writes.size(), 1);
    }

    void anOrderMayStopAtAFailure()
    {
        Bench bench;
        bench.onWrite = [&](const Exchange &x) {
            x.answer(bench.writes.size() == 2 ? 403 : 201,
                     bench.writes.size() == 2 ? bench::status(403, "Forbidden", "no") : x.body);
        };
        QList<command::Document> all;
        for (int i = 0; i < 4; ++i)
            all.append(document("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p" +
                                    QByteArray::number(i) + "\",\"namespace\":\"dev\"}}",
                                i));
        Order asked = order(Verb::Create, all);
        asked.stopAtFailure = true;
        const QList<Outcome> told = wait(bench.client.perform(asked));
        QCOMPARE(bench.writes.size(), 2);
        QCOMPARE(told.size(), 4);
        QVERIFY(!told[0].error);
        QCOMPARE(told[1].error->kind, kube::Error::Kind::Forbidden);
        for (int i : {2, 3}) {
            QCOMPARE(told[i].skip, Skip::AfterFailure);
            QCOMPARE(told[i].fate, Fate::NotDone);
            QCOMPARE(told[i].key.name, u"p%1"_s.arg(i));
        }
    }

    void aDryRunKnowsWhatWaitsForItsNamespace()
    {
        Bench bench;
        bench.onWrite = [](const Exchange &x) {
            const bool isPod = x.url.path().contains(u"pods"_s);
            x.answer(isPod ? 404 : 201,
                     isPod ? bench::status(404, "NotFound", "namespaces \\\"dev\\\" not found") : x.body);
        };
        const command::Document space{R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"dev"}})", {}, 0};
        Order asked = order(Verb::Create, {space, Pod});
        asked.dryRun = true;
        QCOMPARE(wait(bench.client.perform(asked)).value(1).skip, Skip::NeedsEarlier);
        asked.documents = {Pod, space};
        QCOMPARE(wait(bench.client.perform(asked)).value(0).skip, Skip::None);
        asked.dryRun = false;
        asked.documents = {space, Pod};
        QCOMPARE(wait(bench.client.perform(asked)).value(1).skip, Skip::None);
    }

    void aDryRunKnowsWhatWaitsForItsKind()
    {
        Bench bench;
        const command::Document definition{
            R"({"apiVersion":"v1","kind":"CustomResourceDefinition","metadata":{"name":"foos.example.com"},)"
            R"("spec":{"group":"example.com","names":{"kind":"Foo"}}})",
            {},
            0};
        const command::Document foo{R"({"apiVersion":"example.com/v1","kind":"Foo","metadata":{"name":"x"}})", {}, 1};
        Order asked = order(Verb::Apply, {definition, foo});
        asked.dryRun = true;
        QCOMPARE(wait(bench.client.perform(asked)).value(1).skip, Skip::NeedsEarlier);
        asked.documents = {foo};
        QCOMPARE(wait(bench.client.perform(asked)).value(0).skip, Skip::None);
    }

    void conflictsNameTheirOwnersAndBothValues()
    {
        Bench bench;
        const QByteArray live =
            R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"dev","resourceVersion":"7",)"
            R"("managedFields":[{"manager":"helm","operation":"Apply","time":"2026-02-03T04:05:06Z"}]},)"
            R"("spec":{"replicas":9}})";
        const QByteArray mine =
            R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"dev"},"spec":{"replicas":3}})";
        bench.objects = {{PodPath, live}};
        bench.onWrite = [](const Exchange &x) { x.answer(409, Conflicts); };
        const Outcome told = wait(bench.client.perform(order(Verb::Apply, {document(mine, 0)}))).value(0);
        QCOMPARE(bench.writes.at(0).query.queryItemValue(u"force"_s), u"false"_s);
        QVERIFY(command::isConflict(*told.error));
        const QList<command::Conflict> conflicts = command::conflictsOf(told, mine);
        QCOMPARE(conflicts.size(), 2);
        QCOMPARE(conflicts[0].field, u".spec.replicas"_s);
        QCOMPARE(conflicts[0].theirs, QJsonValue(9));
        QCOMPARE(conflicts[0].mine, QJsonValue(3));
        QCOMPARE(conflicts[0].owners.size(), 2);
        QCOMPARE(conflicts[0].owners[0], (command::Owner{u"autoscaler"_s, u"Update"_s, u"scale"_s,
                                                         kube::Timestamp::parse(u"2026-01-02T03:04:05Z")}));
        QCOMPARE(conflicts[1].owners[0],
                 (command::Owner{u"helm"_s, u"Apply"_s, {}, kube::Timestamp::parse(u"2026-02-03T04:05:06Z")}));
        QVERIFY(conflicts[1].theirs.isUndefined());
    }

    void onlyTheDocumentThatSaysSoIsForced()
    {
        Bench bench;
        command::Document forced = Pod;
        forced.force = true;
        wait(bench.client.perform(order(Verb::Apply, {Pod, forced})));
        QCOMPARE(bench.writes.at(0).query.queryItemValue(u"force"_s), u"false"_s);
        QCOMPARE(bench.writes.at(1).query.queryItemValue(u"force"_s), u"true"_s);
    }

    void aConflictOfVersionsIsNoneOfOwners()
    {
        kube::Error error = kube::failure(kube::Error::Kind::Conflict, u"modified"_s).error();
        QVERIFY(!command::isConflict(error));
    }

    void aDecisionHoldsForWhatWasSeen()
    {
        const QByteArray locked = command::lockedTo(Pod.json, versioned(Pod.json, u"7"_s));
        QVERIFY(locked.contains(R"("resourceVersion":"7")"));
        QCOMPARE(command::lockedTo(locked, versioned(Pod.json, u"9"_s)), locked);
        QCOMPARE(command::lockedTo(Pod.json, {}), Pod.json);
    }

    void readOnlyContextsTryAndDoNotWrite()
    {
        Bench bench;
        bench.client.setReadOnly(true);
        Order asked = order(Verb::Replace, {Pod});
        const Outcome refused = wait(bench.client.perform(asked)).value(0);
        QCOMPARE(refused.error->kind, kube::Error::Kind::Cancelled);
        QVERIFY(bench.writes.isEmpty());
        asked.verb = Verb::Apply;
        asked.dryRun = true;
        QVERIFY(!wait(bench.client.perform(asked)).value(0).error);
    }
};

QTEST_GUILESS_MAIN(TestChange)
#include "test_change.moc"
