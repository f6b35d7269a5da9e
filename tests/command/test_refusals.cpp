// SPDX-License-Identifier: Apache-2.0
// What the server says no to, warns of, or leaves out.
#include "command/bench.h"
#include "command/kept.h"

using namespace Qt::StringLiterals;
using bench::Bench;
using bench::held;
using bench::Pod;
using bench::PodPath;
using bench::wait;
using command::Fate;
using command::Outcome;
using support::Exchange;

namespace {

QByteArray conflictOf(int count)
{
    QJsonArray causes;
    QString message = u"Apply failed with %1 conflicts: "_s.arg(count);
    for (int i = 0; i < count; ++i) {
        const QString field = u".spec.containers[name=\"c%1\"].image"_s.arg(i);
        causes.append(QJsonObject{{u"reason"_s, u"FieldManagerConflict"_s},
                                  {u"field"_s, field},
                                  {u"message"_s, u"conflict with \"kubectl\" using v1"_s}});
        message += u"conflicts with \"kubectl\" using v1:\n- "_s + field + u'\n';
    }
    return QJsonDocument(QJsonObject{{u"kind"_s, u"Status"_s},
                                     {u"apiVersion"_s, u"v1"_s},
                                     {u"status"_s, u"Failure"_s},
                                     {u"reason"_s, u"Conflict"_s},
                                     {u"message"_s, message},
                                     {u"code"_s, 409},
                                     {u"details"_s, QJsonObject{{u"causes"_s, causes}}}})
        .toJson();
}

}  // namespace

class TestRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void A27_A28_aServersFailureIsNoVerdict_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("A28 etcd changed its leader")
            << 500 << bench::status(500, "InternalError", "etcdserver: leader changed");
        QTest::newRow("A27 502 of a load balancer") << 502 << QByteArray("<html>Bad Gateway</html>");
        QTest::newRow("A27 503 without Retry-After") << 503 << QByteArray();
        QTest::newRow("A27 504") << 504 << bench::status(504, "Timeout", "the request timed out");
    }

    void A27_A28_aServersFailureIsNoVerdict()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Bench bench;
        bench.onWrite = [&](const Exchange &x) { x.answer(status, body); };
        Outcome outcome = wait(bench.client.create({Pod}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, Fate::Unknown);
        QCOMPARE(outcome.error->httpStatus, status);
        QVERIFY(outcome.error->message.contains(u"it is not known whether pod/web was created"_s));
        QCOMPARE(bench.writes.size(), 1);

        bench.onWrite = [&](const Exchange &x) {
            bench.objects.insert(PodPath, held(Pod.json, u"new"_s));
            x.answer(status, body);
        };
        outcome = wait(bench.client.create({Pod}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, Fate::Done);
        QCOMPARE(bench.writes.size(), 2);

        bench.onWrite = [&](const Exchange &x) { x.answer(status, body); };
        outcome = wait(bench.client.remove({Pod}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, Fate::Unknown);
        QCOMPARE(bench.writes.size(), 3);
        outcome = wait(bench.client.apply({Pod}, u"default"_s, false)).value(0);
        QCOMPARE(outcome.fate, Fate::Unknown);
        QCOMPARE(bench.writes.size(), 4);
    }

    void A40_aConflictIsAskedAboutAtOnce()
    {
        Bench bench;
        bench.onWrite = [](const Exchange &x) { x.answer(409, conflictOf(1)); };
        const Outcome outcome = wait(bench.client.apply({Pod}, u"default"_s, false)).value(0);
        QCOMPARE(bench.writes.size(), 1);
        QCOMPARE(outcome.fate, Fate::NotDone);
        QCOMPARE(outcome.error->kind, kube::Error::Kind::Conflict);
        QCOMPARE(bench.writes[0].query.queryItemValue(u"force"_s), u"false"_s);
    }

    void A41_aConflictOfManyCauses()
    {
        Bench bench;
        bench.onWrite = [](const Exchange &x) { x.answer(409, conflictOf(200)); };
        const Outcome outcome = wait(bench.client.apply({Pod}, u"default"_s, false)).value(0);
        QCOMPARE(outcome.error->causes.size(), 200);
        QCOMPARE(outcome.error->causes.last().field, u".spec.containers[name=\"c199\"].image"_s);
        QCOMPARE(outcome.error->causes.last().reason, u"FieldManagerConflict"_s);
        QVERIFY(outcome.error->message.size() <= 2049);
        QVERIFY(outcome.error->message.startsWith(u"Apply failed with 200 conflicts"_s));
        QCOMPARE(bench.writes.size(), 1);
        bench.onWrite = [](const Exchange &x) { x.answer(200, x.body); };
        wait(bench.client.apply({Pod}, u"default"_s, true));  // force is the caller's word only
        QCOMPARE(bench.writes.last().query.queryItemValue(u"force"_s), u"true"_s);
    }

    void A45_aWebhookWithoutDryRun()
    {
        Bench bench;
        bench.onWrite = [](const Exchange &x) {
            if (x.query.hasQueryItem(u"dryRun"_s))
                x.answer(400, bench::status(400, "BadRequest", "admission webhook \\\"w\\\" does not support dry run"));
            else
                x.answer(200, x.body);
        };
        const Outcome refused = wait(bench.client.rehearse(command::Verb::Apply, {Pod}, u"default"_s)).value(0);
        QCOMPARE(refused.fate, Fate::NotDone);
        QCOMPARE(refused.error->message, u"admission webhook \"w\" does not support dry run"_s);
        QCOMPARE(wait(bench.client.apply({Pod}, u"default"_s, false)).value(0).fate, Fate::Done);
    }

    void rehearsesWithoutDoing_data()
    {
        QTest::addColumn<command::Verb>("verb");
        QTest::addColumn<QString>("line");
        QTest::newRow("create") << command::Verb::Create << u"pod/web created (server dry run)"_s;
        QTest::newRow("apply") << command::Verb::Apply << u"pod/web serverside-applied (server dry run)"_s;
        QTest::newRow("delete") << command::Verb::Remove << u"pod \"web\" deleted (server dry run)"_s;
    }

    void rehearsesWithoutDoing()
    {
        QFETCH(command::Verb, verb);
        QFETCH(QString, line);
        Bench bench;
        bench.objects.insert(PodPath, held(Pod.json, u"u-1"_s));
        QCOMPARE(wait(bench.client.rehearse(verb, {Pod}, u"default"_s)).value(0).line, line);
        const Exchange &sent = bench.writes.constFirst();
        QVERIFY(sent.query.queryItemValue(u"dryRun"_s) == u"All" || sent.body.contains(R"("dryRun":["All"])"));
        bench.onWrite = [](const Exchange &x) { x.hangUp(); };
        const Outcome lost = wait(bench.client.rehearse(verb, {Pod}, u"default"_s)).value(0);
        QCOMPARE(lost.fate, Fate::NotDone);
        QCOMPARE(bench.writes.size(), 2);
    }

    void A46_aServerThatDropsFieldsWithoutAWord()
    {
        const command::Document typo{
            R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"dev","lables":{"a":"b"}},)"
            R"("spec":{"containers":[{"name":"c","image":"nginx","imagePullpolicy":"Never"}]}})",
            u"f.yaml"_s, 0};
        Bench bench;
        bench.onWrite = [](const Exchange &x) {  // a 1.20 server: fieldValidation is nothing to it
            x.answer(201, R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"dev"},)"
                          R"("spec":{"containers":[{"name":"injected"},{"name":"c","image":"nginx",)"
                          R"("imagePullPolicy":"Always"}]}})");
        };
        const Outcome outcome = wait(bench.client.create({typo}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, Fate::Done);
        QCOMPARE(outcome.warnings, (QStringList{u"the server did not keep \"metadata.lables\""_s,
                                                u"the server did not keep \"spec.containers[0].imagePullpolicy\""_s}));
    }

    void A46_whatServersDropByRightIsNoFault()
    {
        const QByteArray sent =
            R"({"kind":"Secret","metadata":{"name":"s","creationTimestamp":null,"resourceVersion":"7","namespace":"d"},)"
            R"("stringData":{"a":"b"},"immutable":false,"empty":{"deep":[{"x":""}]},"status":{"phase":"x"},"list":[1,2]})";
        QCOMPARE(command::notKept(sent, R"({"kind":"Secret","metadata":{"name":"s"},"list":[1]})"), QStringList());
        QCOMPARE(command::notKept(sent, "not json"), QStringList());
        QCOMPARE(command::notKept(sent, R"({"kind":"Status","status":"Success"})"), QStringList());
        QByteArray many = R"({"kind":"Pod")";
        for (int i = 0; i < 50; ++i)
            many += ",\"f" + QByteArray::number(i) + "\":1";
        QCOMPARE(command::notKept(many + "}", R"({"kind":"Pod"})").size(), 20);
    }

    void warningsComeWithEveryAnswer()
    {
        Bench bench;
        bench.onWrite = [](const Exchange &x) {
            x.answer(201, x.body, "Warning: 299 - \"v1beta1 is deprecated\"\r\n");
        };
        const Outcome outcome = wait(bench.client.create({Pod}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, Fate::Done);
        QCOMPARE(outcome.warnings, {u"v1beta1 is deprecated"_s});
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "test_refusals.moc"
