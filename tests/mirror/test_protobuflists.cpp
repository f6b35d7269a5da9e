// SPDX-License-Identifier: Apache-2.0
// Lists that the server writes in protobuf, over real sockets.
#include "bench.h"
#include "support/protobuf.h"

using namespace Qt::StringLiterals;
using mirror::State;
using support::Bench;
using support::Exchange;
using support::frame;
using support::list;
using support::pod;
using support::podListBody;
using support::podMessage;

namespace {

using Phase = State::Phase;

bool asksForProtobuf(const Exchange &x)
{
    return x.headers.value("accept") == "application/vnd.kubernetes.protobuf,application/json";
}

/** Tells of each question when it is sent. */
class NotingWire final : public mirror::Wire {
public:
    explicit NotingWire(net::Session &session) : m_wire(session) {}
    mirror::Call fetch(const net::Request &request, QObject *owner, Answer answer) override
    {
        notes << u"ask"_s;
        return m_wire.fetch(request, owner, std::move(answer));
    }
    mirror::Call stream(const net::Request &request, QObject *owner, Ears ears) override
    {
        return m_wire.stream(request, owner, std::move(ears));
    }
    void forgetConnections() override { m_wire.forgetConnections(); }

    QList<QString> notes;

private:
    mirror::SessionWire m_wire;
};

QString tokenOf(const Exchange &x)
{
    return x.query.queryItemValue(u"continue"_s, QUrl::FullyDecoded);
}

}  // namespace

class TestProtobufLists : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pagesInProtobufBecomeOneListThatIsWatchedInJson()
    {
        Exchange watch;
        QList<QString> asked;
        int odd = 0;
        Bench bench([&](const Exchange &x) {
            odd += asksForProtobuf(x) == x.isWatch();
            if (x.isWatch()) {
                watch = x;
                x.open();
                return;
            }
            asked << tokenOf(x);
            if (asked.size() == 1)
                x.answer(200, podListBody({podMessage("a", 3), podMessage("b", 4)}, 10, "t/1", 2));
            else if (asked.size() == 2)
                x.answer(200, podListBody({podMessage("c", 5)}, 10, "t/2", 1));
            else
                x.answer(200, podListBody({podMessage("d", 6)}, 10));
        });
        QList<int> loaded;
        QObject::connect(&bench.reflector, &mirror::Reflector::stateChanged, this, [&] {
            if (bench.phase() != Phase::Loading)
                return;
            loaded << bench.state().loaded;
            QCOMPARE(bench.state().expected, std::optional<int>(4));
            QCOMPARE(bench.names(), QString());  // half a list is no list
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(asked, (QList<QString>{QString(), u"t/1"_s, u"t/2"_s}));
        QCOMPARE(loaded, (QList<int>{2, 3}));
        QCOMPARE(bench.names(), u"a b c d"_s);
        QCOMPARE(support::versionOf(watch), u"10"_s);
        QCOMPARE(odd, 0);
        QCOMPARE(bench.counters.pages, 3U);
        QByteArray changed = pod("a", 11);
        watch.chunk(frame("MODIFIED", changed.replace("dev", "ns")) + frame("ADDED", pod("e", 12)));
        QTRY_COMPARE(bench.names(), u"e a b c d"_s);
    }

    void theNextPageIsAskedForBeforeOneIsRead()
    {
        support::ManualTiming timing;
        mirror::Gate gate(timing);
        mirror::Counters counters;
        support::FaultServer server([](const Exchange &x) {
            const QString token = tokenOf(x);
            x.answer(200, token.isEmpty()  ? podListBody({podMessage("a", 3)}, 10, "t1", 2)
                          : token == u"t1" ? podListBody({podMessage("b", 4)}, 10, "t2", 1)
                                           : podListBody({podMessage("c", 5)}, 10));
        });
        net::Session session(Bench::to(server));
        NotingWire wire(session);
        mirror::Lister lister({wire, gate, timing, counters});
        bool isDone = false;
        QObject::connect(&lister, &mirror::Lister::finished, this, [&] { isDone = true; });
        mirror::Lister::Order order;
        order.path = u"/api/v1/pods"_s;
        order.isProtobuf = true;
        decode::Reader reader;
        lister.start(order, [&](QByteArrayView body, int &loaded) {
            wire.notes << u"read"_s;
            const auto page = reader.list<kube::SlimPod>(body);
            loaded += int(page->items.size());
            return kube::Result<decode::ListMeta>(page->meta);
        });
        QTRY_VERIFY(isDone);
        QCOMPARE(wire.notes, (QList<QString>{u"ask"_s, u"ask"_s, u"read"_s, u"ask"_s, u"read"_s, u"read"_s}));
    }

    void whatCameBeforeAPageThatNeverComesIsTold()
    {
        Bench bench([&](const Exchange &x) {
            if (tokenOf(x).isEmpty())
                x.answer(200, podListBody({podMessage("a", 3)}, 10, "t1", 2));
            else if (tokenOf(x) == u"t1")
                x.answer(200, podListBody({podMessage("b", 4)}, 10, "t2", 1));
        });
        QTRY_COMPARE(bench.state().loaded, 2);
        QTRY_COMPARE(bench.server.requests(), 3);
        QCOMPARE(bench.phase(), Phase::Loading);
        QCOMPARE(bench.names(), QString());
    }

    void whatCannotBeReadIsAskedForInJson_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::newRow("no message") << QByteArray("k8s\0<p>sign in</p>", 18) << QByteArray();
        QTest::newRow("other kind") << support::protobufBody("NodeList", std::string("\x0a\x00", 2)) << QByteArray();
        QTest::newRow("the second page") << podListBody({podMessage("z", 3)}, 10, "t1", 2)
                                         << QByteArray("k8s\0\xff\xff", 6);
        QTest::newRow("a list without end")
            << podListBody({podMessage("z", 3)}, 10, "t1", 2) << podListBody({podMessage("y", 3)}, 10, "t1", 2);
    }
    void whatCannotBeReadIsAskedForInJson()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QList<QByteArray> accepted;
        Bench bench([&](const Exchange &x) {
            if (x.isWatch()) {
                x.open();
                return;
            }
            accepted << x.headers.value("accept");
            if (!asksForProtobuf(x))
                x.answer(200, list({pod("a", 3)}, 10));
            else
                x.answer(200, tokenOf(x).isEmpty() ? first : second);
        });
        QList<Phase> phases;
        QObject::connect(&bench.reflector, &mirror::Reflector::stateChanged, this, [&] { phases << bench.phase(); });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QVERIFY(!phases.contains(Phase::Failed));
        QCOMPARE(bench.names(), u"a"_s);
        QCOMPARE(accepted.last(), "application/json");
        const qsizetype before = accepted.size();
        bench.reflector.relist();
        QTRY_COMPARE(accepted.size(), before + 1);
        QCOMPARE(accepted.last(), "application/json");  // and from now on
    }

    void aServerThatKnowsOnlyJsonIsReadAsWell()
    {
        Bench bench([&](const Exchange &x) {
            if (x.isWatch())
                x.open();
            else
                x.answer(200, list({pod("a", 3)}, 10));
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(bench.names(), u"a"_s);
        QVERIFY(bench.habits.isProtobuf);
    }

    void aRefusalInProtobufIsUnderstood()
    {
        std::string message;
        protozero::pbf_writer status(message);
        status.add_string(3, "pods is forbidden");
        status.add_string(4, "Forbidden");
        status.add_int32(6, 403);
        Bench bench([&](const Exchange &x) { x.answer(403, support::protobufBody("Status", message)); });
        QTRY_COMPARE(bench.phase(), Phase::Denied);
        QCOMPARE(bench.state().verb, u"list"_s);
        QCOMPARE(bench.state().error.message, u"pods is forbidden"_s);
    }

    void onePodThatCannotBeReadIsCounted()
    {
        Bench bench([&](const Exchange &x) {
            if (x.isWatch())
                x.open();
            else
                x.answer(200, podListBody({podMessage("a", 3), podMessage("b", 4, "\x1a\x05oops!")}, 10));
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(bench.names(), u"a"_s);
        QCOMPARE(bench.state().undecodable, 1);
    }
};

QTEST_GUILESS_MAIN(TestProtobufLists)
#include "test_protobuflists.moc"
