// SPDX-License-Identifier: Apache-2.0
// One kind in one scope: what may be listed only namespace by namespace.
#include "bench.h"
#include "mirror/hold/collection.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using mirror::Kind;
using mirror::State;
using support::Exchange;
using support::FaultServer;
using support::frame;
using support::list;
using support::pod;
using support::status;
using Phase = State::Phase;

namespace {

QByteArray podIn(const QByteArray &ns, const QByteArray &name, int version)
{
    return pod(name, version).replace("\"dev\"", '"' + ns + '"');
}

/** Pods of the namespaces `a`, `b` and `c`, of which some may be read. */
struct Cluster {
    bool mayAll = false;
    QSet<QString> may = {u"a"_s, u"b"_s};
    QHash<QString, Exchange> watches;
    QHash<QString, int> lists;

    void operator()(const Exchange &x)
    {
        const QString path = x.url.path();
        const QString ns = path.contains("/namespaces/"_L1) ? path.section(u'/', 4, 4) : QString();
        if (ns.isEmpty() ? !mayAll : !may.contains(ns)) {
            x.answer(403, status(403, "Forbidden"));
        } else if (x.isWatch()) {
            watches[ns] = x;
            x.open();
        } else {
            ++lists[ns];
            const QByteArray name = ns.toLatin1();
            x.answer(200, ns.isEmpty() ? list({podIn("a", "pod-a", 3), podIn("c", "pod-c", 5)}, 50)
                                       : list({podIn(name, "pod-" + name, 3)}, 10));
        }
    }
};

struct Bench {
    Cluster cluster;
    FaultServer server{std::ref(cluster)};
    support::ManualTiming timing;
    net::Session session{support::Bench::to(server)};
    mirror::SessionWire wire{session};
    mirror::Gate gate{timing};
    mirror::Counters counters;
    mirror::Habits habits;
    decode::Reader reader;
    mirror::Store<kube::SlimPod> store{[](const mirror::Change<kube::SlimPod> &) {}};
    mirror::Collection pods{{wire, gate, timing, counters}, Kind::Pods, {}, habits, [this](const QString &ns) {
                                return std::make_unique<mirror::KindIntake<kube::SlimPod>>(reader, store, counters, ns);
                            }};

    [[nodiscard]] QString names() const
    {
        QList<QString> found;
        for (const mirror::Holding &one : store.holdings())
            found << one.key.name;
        return found.join(u' ');
    }
};

}  // namespace

class TestCollection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void A31_readsNamespaceByNamespaceWhereTheWholeIsDenied()
    {
        Bench bench;
        bench.pods.setNamespaces({u"a"_s, u"b"_s, u"c"_s});
        bench.pods.start();
        QTRY_COMPARE(bench.names(), u"pod-a pod-b"_s);
        QTRY_COMPARE(bench.pods.state().phase, Phase::Live);
        QCOMPARE(bench.pods.state().missing, QList<QString>{u"c"_s});
        bench.cluster.watches[u"b"_s].chunk(frame("ADDED", podIn("b", "new", 11)));
        QTRY_COMPARE(bench.names(), u"pod-a new pod-b"_s);
        bench.pods.relist();  // a list of one namespace takes nothing from the others
        QTRY_COMPARE(bench.cluster.lists[u"a"_s], 2);
        QTRY_COMPARE(bench.pods.state().phase, Phase::Live);
        QVERIFY(bench.names().contains(u"pod-a"_s) && bench.names().contains(u"pod-b"_s));
    }

    void A31_followsNamespacesThatComeAndGo()
    {
        Bench bench;
        bench.pods.start();
        QTRY_COMPARE(bench.pods.state().phase, Phase::Denied);
        QCOMPARE(bench.pods.state().verb, u"list"_s);
        bench.pods.setNamespaces({u"a"_s});
        QTRY_COMPARE(bench.names(), u"pod-a"_s);
        bench.pods.setNamespaces({u"b"_s});
        QTRY_COMPARE(bench.names(), u"pod-b"_s);
        QTRY_COMPARE(bench.pods.state().phase, Phase::Live);
        QVERIFY(bench.pods.state().missing.isEmpty());
    }

    void A31_allDeniedIsDenied()
    {
        Bench bench;
        bench.cluster.may.clear();
        bench.pods.setNamespaces({u"a"_s, u"b"_s});
        bench.pods.start();
        QTRY_COMPARE(bench.pods.state().missing, (QList<QString>{u"a"_s, u"b"_s}));
        QCOMPARE(bench.pods.state().phase, Phase::Denied);
        QVERIFY(!bench.pods.state().nextTry.isNull());
    }

    void A31_goesBackToTheWholeWhenItMay()
    {
        Bench bench;
        bench.pods.setNamespaces({u"a"_s, u"b"_s});
        bench.pods.start();
        QTRY_COMPARE(bench.pods.state().phase, Phase::Live);
        QVERIFY(bench.pods.isSplit());
        bench.cluster.mayAll = true;
        bench.timing.pass(10min);
        QTRY_COMPARE(bench.names(), u"pod-a pod-c"_s);
        QTRY_COMPARE(bench.pods.state().phase, Phase::Live);
        QVERIFY(!bench.pods.isSplit());
    }

    void A32_whatMayNotBeReadAnyMoreStaysAndIsNamed()
    {
        Bench bench;
        bench.cluster.mayAll = true;
        bench.pods.setNamespaces({u"a"_s, u"b"_s});
        bench.pods.start();
        QTRY_COMPARE(bench.pods.state().phase, Phase::Live);
        QCOMPARE(bench.names(), u"pod-a pod-c"_s);
        bench.cluster.mayAll = false;
        bench.pods.relist();
        QTRY_VERIFY(bench.pods.isSplit());
        QTRY_COMPARE(bench.pods.state().phase, Phase::Live);
        QTRY_COMPARE(bench.names(), u"pod-a pod-b pod-c"_s);
        QCOMPARE(bench.pods.state().missing, QList<QString>{u"c"_s});
    }

    void mergesStates()
    {
        const auto state = [](Phase phase, qint64 asOf, int loaded) {
            State one;
            one.phase = phase;
            one.asOf = kube::Timestamp::fromUnixSeconds(asOf);
            one.loaded = loaded;
            one.undecodable = 1;
            return one;
        };
        const State live = state(Phase::Live, 50, 3);
        const State stale = state(Phase::Stale, 40, 4);
        const State denied = state(Phase::Denied, 10, 0);
        State whole = mirror::merged({{u"a"_s, live}, {u"b"_s, denied}});
        QCOMPARE(whole.phase, Phase::Live);
        QCOMPARE(whole.asOf, live.asOf);
        QCOMPARE(whole.missing, QList<QString>{u"b"_s});
        whole = mirror::merged({{u"a"_s, live}, {u"b"_s, stale}, {u"c"_s, denied}});
        QCOMPARE(whole.phase, Phase::Stale);
        QCOMPARE(whole.asOf, stale.asOf);
        QCOMPARE(whole.loaded, 7);
        QCOMPARE(whole.undecodable, 3);
        QCOMPARE(mirror::merged({{u"a"_s, stale}, {u"b"_s, state(Phase::LoginNeeded, 1, 0)}}).phase,
                 Phase::LoginNeeded);
        QCOMPARE(mirror::merged({{u"a"_s, denied}}).phase, Phase::Denied);
        QCOMPARE(mirror::merged({}).phase, Phase::Idle);
    }
};

QTEST_GUILESS_MAIN(TestCollection)
#include "test_collection.moc"
