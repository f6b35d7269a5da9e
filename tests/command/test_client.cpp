// SPDX-License-Identifier: Apache-2.0
#include "command/bench.h"

using namespace Qt::StringLiterals;
using bench::Bench;
using bench::Deployment;
using bench::Pod;
using bench::wait;
using command::Document;
using command::Fate;
using command::Outcome;
using support::Exchange;

namespace {

const Document Namespace{R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"dev"}})", u"f.yaml"_s, 0};
const Document Unknown{R"({"apiVersion":"example.com/v1","kind":"Foo","metadata":{"name":"x"}})", u"f.yaml"_s, 3};

}  // namespace

class TestClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void createsInOrder()
    {
        Bench bench;
        const QList<Outcome> outcomes = wait(bench.client.create({Namespace, Pod, Deployment}, u"prod"_s));
        QCOMPARE(outcomes.size(), 3);
        QCOMPARE(outcomes[0].line, u"namespace/dev created"_s);
        QCOMPARE(outcomes[1].line, u"pod/web created"_s);
        QCOMPARE(outcomes[2].line, u"deployment.apps/d1 created"_s);
        QCOMPARE(outcomes[2].key, (kube::Key{u"prod"_s, u"d1"_s}));
        QCOMPARE(bench.writes.size(), 3);
        QCOMPARE(bench.writes[0].url.path(), u"/api/v1/namespaces"_s);
        QCOMPARE(bench.writes[1].url.path(), u"/api/v1/namespaces/dev/pods"_s);
        QCOMPARE(bench.writes[2].url.path(), u"/apis/apps/v1/namespaces/prod/deployments"_s);
        QCOMPARE(bench.writes[0].verb, "POST");
        QCOMPARE(bench.writes[0].body, Namespace.json);
        QCOMPARE(bench.writes[0].url.query(), u"fieldManager=gantry&fieldValidation=Strict"_s);
        QCOMPARE(bench.discoveries, 2);
        wait(bench.client.create({Pod}, u"prod"_s));
        QCOMPARE(bench.discoveries, 2);
    }

    void appliesOnTheServer()
    {
        Bench bench;
        const QList<Outcome> outcomes = wait(bench.client.apply({Pod}, u"default"_s, true));
        QCOMPARE(outcomes[0].line, u"pod/web serverside-applied"_s);
        QCOMPARE(bench.writes[0].verb, "PATCH");
        QCOMPARE(bench.writes[0].url.path(), u"/api/v1/namespaces/dev/pods/web"_s);
        QCOMPARE(bench.writes[0].headers.value("content-type"), "application/apply-patch+yaml");
        QCOMPARE(bench.writes[0].query.queryItemValue(u"force"_s), u"true"_s);
        QCOMPARE(bench.writes[0].query.queryItemValue(u"fieldManager"_s), u"gantry"_s);
    }

    void deletesInTheBackground()
    {
        Bench bench;
        bench.objects = {
            {bench::PodPath, bench::held(Pod.json, u"u-1"_s)},
            {u"/apis/apps/v1/namespaces/default/deployments/d1"_s, bench::held(Deployment.json, u"u-2"_s)}};
        const QList<Outcome> outcomes = wait(bench.client.remove({Pod, Deployment}, u"default"_s));
        QCOMPARE(outcomes[0].line, u"pod \"web\" deleted"_s);
        QCOMPARE(outcomes[1].line, u"deployment.apps \"d1\" deleted"_s);
        QCOMPARE(bench.writes[0].verb, "DELETE");
        QVERIFY(bench.writes[0].url.query().isEmpty());
        QVERIFY(bench.writes[0].body.contains("\"propagationPolicy\":\"Background\""));
    }

    void saysWhatItDoesNotKnowAndGoesOn()
    {
        Bench bench;
        const Document noKind{"{\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"x\"}}", u"f.yaml"_s, 4};
        const Document escape{
            "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"x\",\"namespace\":\"../kube-system\"}}",
            u"f.yaml"_s, 5};
        const QList<Outcome> outcomes = wait(bench.client.create({Unknown, noKind, escape, Pod}, u"default"_s));
        QCOMPARE(outcomes[0].error->message,
                 u"resource mapping not found for name: \"x\" namespace: \"\" from \"f.yaml\": no matches for kind "
                 "\"Foo\" in version \"example.com/v1\"\nensure CRDs are installed first"_s);
        QCOMPARE(outcomes[1].error->kind, kube::Error::Kind::Input);
        QCOMPARE(outcomes[1].error->message, u"error validating data: kind not set"_s);
        QCOMPARE(outcomes[2].error->kind, kube::Error::Kind::Input);
        QCOMPARE(outcomes[3].line, u"pod/web created"_s);
        QCOMPARE(bench.writes.size(), 1);
    }

    void bringsTheServersErrorAndWarnings()
    {
        Bench bench;
        bench.onWrite = [](const Exchange &x) {
            x.answer(409,
                     "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"pods \\\"web\\\" "
                     "already exists\",\"reason\":\"AlreadyExists\",\"code\":409}",
                     "Warning: 299 - \"deprecated\"\r\n");
        };
        const QList<Outcome> outcomes = wait(bench.client.create({Pod}, u"default"_s));
        QCOMPARE(outcomes[0].error->kind, kube::Error::Kind::AlreadyExists);
        QCOMPARE(outcomes[0].error->message, u"pods \"web\" already exists"_s);
        QCOMPARE(outcomes[0].warnings, {u"deprecated"_s});
        QVERIFY(outcomes[0].line.isEmpty());
    }

    void writesAgainWhenTheServerAsks()
    {
        // What a young namespace without its service account token answers, and an overloaded server.
        const QByteArray status = "{\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"retry after the token is "
                                  "created\",\"reason\":\"ServerTimeout\",\"code\":500}";
        Bench bench;
        bench.onWrite = [&](const Exchange &x) {
            if (bench.writes.size() == 1)
                x.answer(500, status, "Retry-After: 1\r\n");
            else
                x.answer(201, x.body);
        };
        const QList<Outcome> outcomes = wait(bench.client.create({Pod}, u"default"_s));
        QCOMPARE(outcomes[0].line, u"pod/web created"_s);
        QCOMPARE(bench.writes.size(), 2);
        QCOMPARE(bench.writes[1].body, bench.writes[0].body);
    }

    void doesNotWaitForEver_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("too long") << 429 << QByteArray("Retry-After: 600\r\n");
        QTest::newRow("no header") << 429 << QByteArray();
        QTest::newRow("500 without a header") << 500 << QByteArray();
        QTest::newRow("not retriable") << 409 << QByteArray("Retry-After: 1\r\n");
    }

    void doesNotWaitForEver()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, header);
        Bench bench;
        bench.onWrite = [&](const Exchange &x) { x.answer(status, "{}", header); };
        const QList<Outcome> outcomes = wait(bench.client.create({Pod}, u"default"_s));
        QVERIFY(outcomes[0].error);
        QCOMPARE(bench.writes.size(), 1);
    }

    void getsAnyPath()
    {
        Bench bench;
        QCOMPARE(wait(bench.client.get(u"/readyz"_s, {}, {})), "ok");
        QCOMPARE(wait(bench.client.get(u"/nothing"_s, {}, {})).error().kind, kube::Error::Kind::NotFound);
    }

    void keepsItsPromiseWhenTheThreadIsGone()
    {
        command::Courier orphan([](const command::Courier::Task &) {});
        const QList<Outcome> outcomes = wait(orphan.create({Pod}, u"default"_s));
        QCOMPARE(outcomes.size(), 1);
        QCOMPARE(outcomes[0].error->kind, kube::Error::Kind::Cancelled);
        QCOMPARE(outcomes[0].fate, Fate::NotDone);
    }

    void saysWhatIsUnknownWhenTheClusterIsClosed()
    {
        Bench bench;
        bench.onWrite = [&bench](const Exchange &x) {
            if (bench.writes.size() == 1)
                x.answer(201, x.body);
        };
        auto answer = bench.client.create({Pod, Pod, Pod}, u"default"_s);
        QTRY_COMPARE(bench.writes.size(), 2);
        bench.service.reset();
        const QList<Outcome> outcomes = wait(answer);
        QCOMPARE(outcomes.size(), 3);
        QCOMPARE(outcomes[0].fate, Fate::Done);
        QCOMPARE(outcomes[0].line, u"pod/web created"_s);
        QCOMPARE(outcomes[1].fate, Fate::Unknown);
        QCOMPARE(outcomes[1].error->kind, kube::Error::Kind::Cancelled);
        QCOMPARE(outcomes[2].fate, Fate::NotDone);
        QCOMPARE(outcomes[2].error->kind, kube::Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "test_client.moc"
