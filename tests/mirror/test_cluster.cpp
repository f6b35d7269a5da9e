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
        QTRY_VERIFY(consumer.isLive() && consumer.pods == 1 && consumer.nodes == 1 && consumer.namespaces == 1);
        QVERIFY(std::ranges::any_of(consumer.batches, &Batch::reset));
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
