// SPDX-License-Identifier: Apache-2.0
#include "command/courier.h"
#include "support/faultserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using command::Document;
using command::Outcome;
using support::Exchange;
using support::FaultServer;

namespace {

const QByteArray CoreResources =
    "{\"kind\":\"APIResourceList\",\"groupVersion\":\"v1\",\"resources\":[{\"name\":\"namespaces\",\"singularName\":"
    "\"\",\"namespaced\":false,\"kind\":\"Namespace\",\"verbs\":[\"create\"]},{\"name\":\"pods\",\"singularName\":\"\","
    "\"namespaced\":true,\"kind\":\"Pod\",\"verbs\":[\"create\"]},{\"name\":\"pods/"
    "status\",\"singularName\":\"\",\"namespaced\":true,\"kind\":\"Pod\",\"verbs\":[\"get\"]}]}";
const QByteArray AppResources = "{\"kind\":\"APIResourceList\",\"groupVersion\":\"apps/"
                                "v1\",\"resources\":[{\"name\":\"deployments\",\"singularName\":\"\",\"namespaced\":"
                                "true,\"kind\":\"Deployment\",\"verbs\":[\"create\"]}]}";

const Document Namespace{"{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"dev\"}}", u"f.yaml"_s,
                         0};
const Document Pod{"{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web\",\"namespace\":\"dev\"}}",
                   u"f.yaml"_s, 1};
const Document Deployment{"{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"metadata\":{\"name\":\"d1\"}}",
                          u"f.yaml"_s, 2};
const Document Unknown{"{\"apiVersion\":\"example.com/v1\",\"kind\":\"Foo\",\"metadata\":{\"name\":\"x\"}}",
                       u"f.yaml"_s, 3};

/** A server that knows two groups and writes down what it is asked to write. */
struct Bench {
    QList<Exchange> writes;
    int discoveries = 0;
    std::function<void(const Exchange &)> onWrite = [](const Exchange &x) { x.answer(201, x.body); };
    FaultServer server{[this](const Exchange &x) {
        if (x.verb != "GET") {
            writes << x;
            onWrite(x);
            return;
        }
        ++discoveries;
        if (x.url.path() == "/api/v1"_L1)
            x.answer(200, CoreResources);
        else if (x.url.path() == "/apis/apps/v1"_L1)
            x.answer(200, AppResources);
        else if (x.url.path() == "/readyz"_L1)
            x.answer(200, "ok");
        else
            x.answer(404, "404 page not found");
    }};
    net::Session session{[this] {
        config::Connection connection;
        connection.server = server.url();
        return connection;
    }()};
    command::Service service{session};
    command::Courier client{[this](command::Courier::Task task) { task(service); }};
};

}  // namespace

class TestClient : public QObject {
    Q_OBJECT

    template <class T>
    static T wait(QFuture<T> future)
    {
        [&] { QTRY_VERIFY(future.isFinished()); }();
        return future.result();
    }

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

    void neverWritesTwice()
    {
        Bench bench;
        bench.onWrite = [](const Exchange &x) { x.hangUp(); };
        const QList<Outcome> outcomes = wait(bench.client.create({Pod}, u"default"_s));
        QCOMPARE(outcomes[0].error->kind, kube::Error::Kind::Unreachable);
        QCOMPARE(bench.writes.size(), 1);
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
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "test_client.moc"
