// SPDX-License-Identifier: Apache-2.0
#include "mirror/cluster.h"
#include "support/faultserver.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using mirror::Batch;
using mirror::State;
using support::Exchange;
using support::FaultServer;

namespace {

QByteArray object(const QByteArray &kind, const QByteArray &name, const QByteArray &rest = {})
{
    return "{\"metadata\":{\"name\":\"" + name + "\",\"uid\":\"u-" + name + "\",\"resourceVersion\":\"5\"" +
           (kind == "Pod" ? QByteArray(",\"namespace\":\"dev\"") : QByteArray()) + "}" + rest + "}";
}

QByteArray list(const QByteArray &kind, const QList<QByteArray> &items)
{
    return "{\"kind\":\"" + kind +
           "List\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"10\"},\"items\":[" + items.join(',') +
           "]}";
}

/** A cluster of one pod and one node, whose nodes may be forbidden. */
void serve(const Exchange &x, bool nodesForbidden)
{
    const QString path = x.url.path();
    if (x.isWatch())
        x.open();
    else if (path.endsWith("/pods"_L1))
        x.answer(200, list("Pod",
                           {object("Pod", "web", ",\"spec\":{\"containers\":[]},\"status\":{\"phase\":\"Running\"}")}));
    else if (path.endsWith("/events"_L1))
        x.answer(200, list("Event", {}));
    else if (path == "/api/v1/namespaces"_L1)
        x.answer(200, list("Namespace", {object("Namespace", "dev")}));
    else if (path == "/version"_L1)
        x.answer(200, "{\"major\":\"1\",\"minor\":\"20\",\"gitVersion\":\"v1.20.2\"}",
                 "Date: Tue, 15 Nov 1994 08:12:31 GMT\r\n");
    else if (nodesForbidden)
        x.answer(403, "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"nodes is "
                      "forbidden\",\"reason\":\"Forbidden\",\"code\":403}");
    else
        x.answer(200, list("Node", {object("Node", "node1")}));
}

config::Connection to(const FaultServer &server)
{
    config::Connection connection;
    connection.server = server.url();
    return connection;
}

/** What a consumer holds after some batches. */
struct Consumer {
    QList<Batch> batches;
    int pods = 0;
    int nodes = 0;
    int namespaces = 0;

    void take(const Batch &batch)
    {
        if (batch.reset)
            pods = nodes = namespaces = 0;
        const auto count = [](int &held, const auto &set) {
            held += static_cast<int>(set.upserts.size() - set.removals.size());
        };
        count(pods, batch.pods);
        count(nodes, batch.nodes);
        count(namespaces, batch.namespaces);
        batches << batch;
    }
    [[nodiscard]] bool isLive() const
    {
        return !batches.isEmpty() && batches.last().states.pods.phase == State::Phase::Live;
    }
};

}  // namespace

class TestCluster : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bringsTheClusterToTheConsumer()
    {
        FaultServer server([](const Exchange &x) { serve(x, false); });
        Consumer consumer;
        mirror::Cluster cluster(to(server));
        connect(&cluster, &mirror::Cluster::arrived, this, [&](const Batch &batch) { consumer.take(batch); });
        cluster.watch({});
        QTRY_VERIFY(consumer.isLive() && consumer.pods == 1 && consumer.nodes == 1 && consumer.namespaces == 1);
        QVERIFY(consumer.batches.first().reset);
        QTRY_COMPARE(consumer.batches.last().serverGitVersion, u"v1.20.2"_s);
        QCOMPARE(consumer.batches.last().serverVersion.minor, 20);
        QVERIFY(consumer.batches.last().clockOffset < std::chrono::hours(-24));
        QVERIFY(std::ranges::any_of(consumer.batches, [](const Batch &batch) { return !batch.lanes.isEmpty(); }));

        consumer.batches.clear();
        cluster.watch(u"dev"_s);
        // A batch of before may still be under way: what counts comes after the reset.
        QTRY_VERIFY(std::ranges::any_of(consumer.batches, &Batch::reset));
        QTRY_VERIFY(consumer.isLive() && consumer.pods == 1 && consumer.nodes == 1 && consumer.namespaces == 1);
        cluster.stop();
        QTRY_COMPARE(consumer.batches.last().states.pods.phase, State::Phase::Idle);
    }

    void showsPodsWhereNodesAreForbidden()
    {
        FaultServer server([](const Exchange &x) { serve(x, true); });
        Consumer consumer;
        mirror::Cluster cluster(to(server));
        connect(&cluster, &mirror::Cluster::arrived, this, [&](const Batch &batch) { consumer.take(batch); });
        cluster.watch({});
        QTRY_VERIFY(consumer.isLive() && consumer.pods == 1);
        QTRY_COMPARE(consumer.batches.last().states.nodes.phase, State::Phase::Denied);
        QCOMPARE(consumer.batches.last().states.nodes.verb, u"list"_s);
        QCOMPARE(consumer.batches.last().states.nodes.error.message, u"nodes is forbidden"_s);
    }

    void answersOneShotRequestsBeforeAnythingIsWatched()
    {
        FaultServer server([](const Exchange &x) { serve(x, false); });
        mirror::Cluster cluster(to(server));
        auto version = cluster.client().get(u"/version"_s, {}, {});
        QTRY_VERIFY(version.isFinished());
        QVERIFY(version.result()->contains("v1.20.2"));
    }

    void pullsOutliveTheSession()
    {
        const QByteArray pulled =
            ",\"involvedObject\":{\"kind\":\"Pod\",\"namespace\":\"dev\",\"name\":\"web\",\"uid\":\"u-web\"},"
            "\"reason\":\"Pulled\",\"type\":\"Normal\",\"message\":\"Successfully pulled image \\\"nginx\\\" in 1s\","
            "\"count\":1,\"lastTimestamp\":\"" +
            QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1() + "\"";
        FaultServer server([&pulled](const Exchange &x) {
            if (!x.isWatch() && x.url.path().endsWith("/events"_L1))
                x.answer(200, list("Event", {object("Event", "web.1", pulled)}));
            else
                serve(x, false);
        });
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"history.sqlite"_s);
        {
            Consumer consumer;
            mirror::Cluster cluster(to(server), file);
            connect(&cluster, &mirror::Cluster::arrived, this, [&](const Batch &batch) { consumer.take(batch); });
            auto past = cluster.pastPulls();
            QTRY_VERIFY(past.isFinished());
            QVERIFY(past.result() && past.result()->isEmpty());
            cluster.watch({});
            QTRY_VERIFY(std::ranges::any_of(consumer.batches, [](const Batch &b) { return !b.events.isEmpty(); }));
        }
        mirror::Cluster later(to(server), file);
        auto past = later.pastPulls();
        QTRY_VERIFY(past.isFinished());
        QVERIFY(past.result() && past.result()->size() == 1);
        QCOMPARE(past.result()->first()->meta.uid, u"u-web.1"_s);
        mirror::Cluster without(to(server));
        auto nothing = without.pastPulls();
        QTRY_VERIFY(nothing.isFinished());
        QVERIFY(nothing.result() && nothing.result()->isEmpty());
    }

    void A14_anotherClusterAtTheSameAddressVoidsEverything()
    {
        QByteArray uid = "one";
        QList<Exchange> watches;
        FaultServer server([&](const Exchange &x) {
            if (x.url.path() == "/api/v1/namespaces/kube-system"_L1)
                x.answer(
                    200,
                    "{\"kind\":\"Namespace\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"kube-system\",\"uid\":\"" +
                        uid + "\"}}");
            else if (x.url.path() == "/hang"_L1)
                return;
            else if (x.isWatch())
                watches << x, x.open();
            else
                serve(x, false);
        });
        Consumer consumer;
        mirror::Cluster cluster(to(server));
        connect(&cluster, &mirror::Cluster::arrived, this, [&](const Batch &batch) { consumer.take(batch); });
        cluster.watch({});
        QTRY_VERIFY(consumer.isLive() && consumer.pods == 1);
        QTest::qWait(50);
        auto pending = cluster.client().get(u"/hang"_s, {}, {});
        uid = "two";
        consumer.batches.clear();
        cluster.networkChanged();
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(consumer.batches, &Batch::otherCluster), 10'000);
        const auto other = std::ranges::find_if(consumer.batches, &Batch::otherCluster);
        QVERIFY(other->reset);
        QTRY_VERIFY(pending.isFinished());  // nothing meant for the other cluster goes on
        QCOMPARE(pending.result().error().kind, kube::Error::Kind::Cancelled);
        QTRY_VERIFY(consumer.isLive() && consumer.pods == 1);
    }

    void N14_N15_afterSleepEverythingReconnectsAtOnceAndPodsFirst()
    {
        QList<QString> order;
        int lists = 0;
        FaultServer server([&](const Exchange &x) {
            if (x.isWatch())
                order << x.url.path();
            else if (x.url.path() != "/version"_L1 && !x.url.path().endsWith("kube-system"_L1))
                ++lists;
            serve(x, false);
        });
        Consumer consumer;
        mirror::Cluster cluster(to(server));
        connect(&cluster, &mirror::Cluster::arrived, this, [&](const Batch &batch) { consumer.take(batch); });
        cluster.watch({});
        QTRY_COMPARE(order.size(), 4);
        QTRY_VERIFY(consumer.isLive());
        order.clear();
        consumer.batches.clear();
        cluster.resume();
        // Where the turn comes within 50 ms, the batch that would say Stale says Live already.
        QTRY_COMPARE_WITH_TIMEOUT(order.size(), 4, 20'000);
        QCOMPARE(order.first(), u"/api/v1/pods"_s);
        QTRY_VERIFY(consumer.isLive());
        QCOMPARE(lists, 4);  // it went on from the last versions
        QCOMPARE(consumer.pods, 1);
    }

    void A31_looksIntoTheNamespacesThatItIsTold()
    {
        FaultServer server([](const Exchange &x) {
            const QString path = x.url.path();
            const bool isTold =
                path.startsWith("/api/v1/namespaces/dev/"_L1) || path.startsWith("/api/v1/namespaces/team/"_L1);
            if (path == "/version"_L1 || isTold)
                serve(x, false);
            else
                x.answer(403, "{\"kind\":\"Status\",\"code\":403,\"reason\":\"Forbidden\"}");
        });
        Consumer consumer;
        config::Connection connection = to(server);
        connection.defaultNamespace = u"dev"_s;
        mirror::Cluster cluster(connection);
        connect(&cluster, &mirror::Cluster::arrived, this, [&](const Batch &batch) { consumer.take(batch); });
        cluster.setNamespaces({u"team"_s, u"secret"_s});
        cluster.watch({});
        QTRY_VERIFY(consumer.isLive() && consumer.pods == 1);
        QTRY_COMPARE(consumer.batches.last().states.pods.missing, QList<QString>{u"secret"_s});
        QTRY_COMPARE(consumer.batches.last().states.events.missing, QList<QString>{u"secret"_s});
        QTRY_COMPARE(consumer.batches.last().states.nodes.phase, State::Phase::Denied);
    }

    void A36_anotherServerVersionIsANewServer()
    {
        QByteArray version = "v1.20.2";
        int streams = 0;
        FaultServer server([&](const Exchange &x) {
            if (x.url.path() == "/version"_L1) {
                x.answer(200, "{\"gitVersion\":\"" + version + "\"}");
            } else if (x.query.hasQueryItem(u"sendInitialEvents"_s)) {
                ++streams;
                x.answer(422, "{\"kind\":\"Status\",\"code\":422,\"reason\":\"Invalid\"}");
            } else {
                serve(x, false);
            }
        });
        Consumer consumer;
        mirror::Cluster cluster(to(server));
        connect(&cluster, &mirror::Cluster::arrived, this, [&](const Batch &batch) { consumer.take(batch); });
        cluster.watch({});
        QTRY_VERIFY(consumer.isLive());
        QCOMPARE(streams, 0);
        version = "v1.36.2";
        cluster.resume();
        QTRY_COMPARE_WITH_TIMEOUT(consumer.batches.last().serverGitVersion, u"v1.36.2"_s, 10'000);
        cluster.relist();
        QTRY_COMPARE(streams, 4);  // tried once each
        QTRY_VERIFY(consumer.isLive());
        cluster.relist();
        QTest::qWait(100);
        QTRY_VERIFY(consumer.isLive());
        QCOMPARE(streams, 4);
    }

    void tellsWhatItHoldsAndWhatItDid()
    {
        FaultServer server([](const Exchange &x) { serve(x, false); });
        Consumer consumer;
        mirror::Cluster cluster(to(server));
        connect(&cluster, &mirror::Cluster::arrived, this, [&](const Batch &batch) { consumer.take(batch); });
        auto nothing = cluster.dump(mirror::Kind::Pods);
        cluster.watch({});
        QTRY_VERIFY(consumer.isLive() && consumer.nodes == 1 && consumer.namespaces == 1);
        QVERIFY(nothing.result().isEmpty());
        auto pods = cluster.dump(mirror::Kind::Pods);
        auto nodes = cluster.dump(mirror::Kind::Nodes);
        auto counters = cluster.counters();
        QTRY_VERIFY(pods.isFinished() && nodes.isFinished() && counters.isFinished());
        QCOMPARE(pods.result().size(), 1);
        QCOMPARE(pods.result().first().key, (kube::Key{u"dev"_s, u"web"_s}));
        QCOMPARE(pods.result().first().resourceVersion, u"5"_s);
        QCOMPARE(pods.result().first().fingerprint.size(), 64);
        QCOMPARE(nodes.result().first().key.name, u"node1"_s);
        QCOMPARE(counters.result().lists, 4U);
        QCOMPARE(counters.result().relists, 0U);
        QVERIFY(counters.result().bytes > 100);
    }

    void whatNobodyHoldsIsNotAskedOnDemand()
    {
        QSet<QString> asked;
        FaultServer server([&asked](const Exchange &x) {
            asked << x.url.path();
            serve(x, false);
        });
        Consumer consumer;
        mirror::Cluster cluster(to(server));
        connect(&cluster, &mirror::Cluster::arrived, this, [&](const Batch &batch) { consumer.take(batch); });
        auto nodes = cluster.subscribe(mirror::Kind::Nodes);
        cluster.watch({});
        QTRY_VERIFY(consumer.isLive());
        nodes.reset();                                 // may outlive, may go: neither is an error
        QVERIFY(asked.contains(u"/api/v1/events"_s));  // the default: everything
    }

    void endsWithRequestsUnderWay()
    {
        FaultServer server([](const Exchange &) {});
        QFuture<kube::Result<QByteArray>> never;
        {
            mirror::Cluster cluster(to(server));
            cluster.watch({});
            never = cluster.client().get(u"/version"_s, {}, {});
            QTRY_VERIFY(server.connections() > 0);
        }
        QTRY_VERIFY(never.isFinished());
        QCOMPARE(never.result().error().kind, kube::Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestCluster)
#include "test_cluster.moc"
