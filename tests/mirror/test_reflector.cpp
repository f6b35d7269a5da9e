// SPDX-License-Identifier: Apache-2.0
#include "bench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using mirror::State;
using support::Bench;
using support::bookmark;
using support::Exchange;
using support::frame;
using support::isProbe;
using support::list;
using support::pod;
using support::status;
using support::versionOf;

namespace {

using Phase = State::Phase;

}  // namespace

class TestReflector : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listsInPagesThenWatches()
    {
        QList<QString> asked;
        Exchange watch;
        Bench bench([&](const Exchange &x) {
            asked << x.query.toString();
            if (x.isWatch()) {
                watch = x;
                x.open();
            } else if (!x.query.hasQueryItem(u"continue"_s)) {
                x.answer(200, list({pod("a", 3), pod("b", 4)}, 10, ",\"continue\":\"t+/=1\",\"remainingItemCount\":1"));
            } else {
                x.answer(200, list({pod("c", 5)}, 10));
            }
        });
        QList<Phase> phases;
        QObject::connect(&bench.reflector, &mirror::Reflector::stateChanged, this, [&] {
            if (phases.isEmpty() || phases.last() != bench.phase())
                phases << bench.phase();
            if (bench.phase() == Phase::Loading) {
                QCOMPARE(bench.reflector.state().loaded, 2);
                QCOMPARE(bench.reflector.state().expected, std::optional<int>(3));
                QCOMPARE(bench.names(), QString());  // half a list is no list
            }
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(phases, (QList<Phase>{Phase::Loading, Phase::Live}));
        QCOMPARE(bench.names(), u"a b c"_s);
        QCOMPARE(asked.size(), 3);
        QCOMPARE(QUrlQuery(asked[1]).queryItemValue(u"continue"_s, QUrl::FullyDecoded), u"t+/=1"_s);
        QCOMPARE(QUrlQuery(asked[2]).queryItemValue(u"resourceVersion"_s), u"10"_s);
        QCOMPARE(QUrlQuery(asked[2]).queryItemValue(u"timeoutSeconds"_s), u"300"_s);
        QCOMPARE(watch.headers.value("accept-encoding"), "identity");
        watch.chunk(frame("ADDED", pod("d", 11)) + frame("DELETED", pod("a", 12)) + frame("MODIFIED", pod("b", 13)));
        QTRY_COMPARE(bench.names(), u"b c d"_s);
    }

    void N06_watchesOnFromTheLastVersionWhenCutInAnEvent()
    {
        QList<QString> from;
        int lists = 0;
        Bench bench([&](const Exchange &x) {
            if (!x.isWatch()) {
                ++lists;
                x.answer(200, list({pod("a", 3)}, 10));
                return;
            }
            from << x.query.queryItemValue(u"resourceVersion"_s);
            x.open();
            if (from.size() == 1) {
                x.chunk(frame("ADDED", pod("b", 11)) + bookmark(20) + frame("ADDED", pod("c", 21)).chopped(9));
                x.hangUp();
            } else {
                x.chunk(frame("ADDED", pod("c", 21)));
            }
        });
        QTRY_COMPARE(bench.names(), u"a b c"_s);
        QCOMPARE(from, (QList<QString>{u"10"_s, u"20"_s}));
        QCOMPARE(lists, 1);
        QCOMPARE(bench.phase(), Phase::Live);
        QCOMPARE(bench.changes, 3);
    }

    void A01_A02_listsAgainWhenTheVersionIsTooOld_data()
    {
        QTest::addColumn<bool>("inStream");
        QTest::newRow("ERROR event") << true;
        QTest::newRow("HTTP 410") << false;
    }
    void A01_A02_listsAgainWhenTheVersionIsTooOld()
    {
        QFETCH(bool, inStream);
        int lists = 0;
        int watches = 0;
        Bench bench([&](const Exchange &x) {
            if (!x.isWatch()) {
                x.answer(200, ++lists == 1 ? list({pod("a", 3)}, 10) : list({pod("b", 30)}, 30));
            } else if (++watches > 1) {
                x.open();
            } else if (inStream) {
                x.open();
                x.chunk("{\"type\":\"ERROR\",\"object\":" + status(410, "Expired") + "}\n");
            } else {
                x.answer(410, status(410, "Expired"));
            }
        });
        QTRY_COMPARE(bench.names(), u"b"_s);
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(lists, 2);
        QCOMPARE(bench.counters.retries, 0U);  // at once
    }

    void A03_backsOffWhenEveryVersionIsTooOld()
    {
        int lists = 0;
        Bench bench([&](const Exchange &x) {
            if (x.isWatch()) {
                x.answer(410, status(410, "Expired"));
                return;
            }
            ++lists;
            x.answer(200, list({}, 10));
        });
        QList<std::chrono::milliseconds> waits;
        while (waits.size() < 8) {
            QTRY_VERIFY(!bench.state().nextTry.isNull());
            QVERIFY(bench.phase() == Phase::Stale);
            waits << bench.pause();
            bench.passPause();
        }
        QCOMPARE(waits, (QList<std::chrono::milliseconds>{800ms, 1600ms, 3200ms, 6400ms, 12800ms, 25600ms, 30s, 30s}));
    }

    void honoursRetryAfterAndKeepsTheStore()
    {
        int watches = 0;
        int lists = 0;
        Bench bench([&](const Exchange &x) {
            if (!x.isWatch()) {
                ++lists;
                x.answer(200, list({pod("a", 3)}, 10));
            } else if (++watches == 1) {
                x.answer(429, "Too many requests, please try again later.", "Retry-After: 9\r\n");
            } else {
                x.open();
            }
        });
        QTRY_COMPARE(bench.phase(), Phase::Stale);
        QCOMPARE(bench.reflector.state().error.kind, kube::Error::Kind::TooManyRequests);
        QCOMPARE(bench.names(), u"a"_s);
        QCOMPARE(bench.pause(), std::chrono::milliseconds(9s));
        bench.passPause();
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(lists, 1);
        QCOMPARE(bench.reflector.state().attempt, 0);
    }

    void saysWhenOnlyTheUserCanHelp_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("401") << 401;
        QTest::newRow("403") << 403;
    }
    void saysWhenOnlyTheUserCanHelp()
    {
        QFETCH(int, code);
        bool isOpen = false;
        Bench bench([&](const Exchange &x) {
            if (!isOpen)
                x.answer(code, status(code, code == 401 ? "Unauthorized" : "Forbidden"));
            else if (x.isWatch())
                x.open();
            else
                x.answer(200, list({}, 5));
        });
        QTRY_COMPARE(bench.phase(), code == 401 ? Phase::LoginNeeded : Phase::Denied);
        QCOMPARE(bench.reflector.state().verb, code == 401 ? QString() : u"list"_s);
        QCOMPARE(bench.reflector.state().error.httpStatus, code);
        QVERIFY(!bench.reflector.state().nextTry.isNull());
        isOpen = true;
        bench.reflector.relist();
        QTRY_COMPARE(bench.phase(), Phase::Live);
    }

    void N05_keepsTheOldStoreWhenAPageFails()
    {
        int lists = 0;
        Bench bench([&](const Exchange &x) {
            if (x.isWatch())
                x.open();
            else if (++lists == 1)
                x.answer(200, list({pod("a", 3), pod("b", 4)}, 10));
            else if (!x.query.hasQueryItem(u"continue"_s))
                x.answer(200, list({pod("c", 5)}, 20, ",\"continue\":\"t\""));
            else
                x.answer(500, status(500, "InternalError"));
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        bench.reflector.relist();
        QTRY_COMPARE(bench.phase(), Phase::Stale);
        QCOMPARE(bench.names(), u"a b"_s);
    }

    void A20_A21_A23_neverTakesAStrangeAnswerForAnEmptyList_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("no items") << QByteArray(
            "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"1\"}}");
        QTest::newRow("Status") << status(500, "InternalError");
        QTest::newRow("other kind") << list({}, 10).replace("PodList", "NodeList");
    }
    void A20_A21_A23_neverTakesAStrangeAnswerForAnEmptyList()
    {
        QFETCH(QByteArray, body);
        int lists = 0;
        Bench bench([&](const Exchange &x) {
            if (x.isWatch())
                x.open();
            else
                x.answer(200, ++lists == 1 ? list({pod("a", 3)}, 10) : body);
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        bench.reflector.relist();
        QTRY_COMPARE(bench.reflector.state().attempt, 1);
        QCOMPARE(bench.names(), u"a"_s);
    }

    void goesStaleAndBackWhenTheServerIsGoneForAWhile()
    {
        Exchange watch;
        Bench bench([&](const Exchange &x) {
            if (x.isWatch()) {
                watch = x;
                x.open();
                x.chunk(bookmark(11));
            } else {
                x.answer(200, list({pod("a", 3)}, 10));
            }
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QTRY_VERIFY(bench.habits.hasBookmarks);
        const quint16 port = bench.server.serverPort();
        bench.server.close();
        watch.hangUp();
        QTRY_COMPARE(bench.phase(), Phase::Stale);
        QCOMPARE(bench.reflector.state().error.kind, kube::Error::Kind::Unreachable);
        QCOMPARE(bench.names(), u"a"_s);
        QVERIFY(bench.server.listen(QHostAddress::LocalHost, port));
        bench.passPause();
        QTRY_COMPARE(bench.phase(), Phase::Live);
    }

    void skipsWhatItDoesNotKnowAndListsAgainAfterGarbage()
    {
        int lists = 0;
        Exchange watch;
        Bench bench([&](const Exchange &x) {
            if (x.isWatch()) {
                watch = x;
                x.open();
            } else {
                x.answer(200, list({}, ++lists == 1 ? 10 : 20));
            }
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        watch.chunk(frame("SURPRISE", pod("a", 11)) + frame("ADDED", pod("b", 12)));
        QTRY_COMPARE(bench.names(), u"b"_s);
        QCOMPARE(lists, 1);
        watch.chunk("<html>");
        QTRY_VERIFY(!bench.state().nextTry.isNull());
        bench.passPause();
        QTRY_COMPARE(lists, 2);
    }
};

QTEST_GUILESS_MAIN(TestReflector)
#include "test_reflector.moc"
