// SPDX-License-Identifier: Apache-2.0
// A server's faults, one by one, over a real socket and with time by hand. The ids are those of the fault catalogue.
#include "bench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Bench;
using support::bookmark;
using support::error;
using support::Exchange;
using support::frame;
using support::isProbe;
using support::isStreamedList;
using support::list;
using support::pod;
using support::status;
using support::versionOf;
using Phase = mirror::State::Phase;

namespace {

/** A server of pod `a` at version 10 whose watches the test holds. */
struct Quiet {
    QList<Exchange> watches;
    int lists = 0;
    int probes = 0;
    int probeVersion = 10;
    QByteArray pods = list({pod("a", 3)}, 10);

    void operator()(const Exchange &x)
    {
        if (x.isWatch()) {
            watches << x;
            x.open();
        } else if (isProbe(x)) {
            ++probes;
            x.answer(200, list({}, probeVersion));
        } else {
            ++lists;
            x.answer(200, pods);
        }
    }
};

}  // namespace

class TestFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void A04_A05_aListThatExpiresBeginsAnewAndThenComesInOnePiece()
    {
        QList<QString> asked;
        Bench bench([&](const Exchange &x) {
            if (x.isWatch()) {
                x.open();
                return;
            }
            asked << x.query.queryItemValue(u"limit"_s) + u'/' + x.query.queryItemValue(u"continue"_s);
            const QString token = x.query.queryItemValue(u"continue"_s);
            if (token == "2"_L1)
                x.answer(410, QByteArray(status(410, "Expired"))
                                  .replace("\"status\"", "\"metadata\":{\"continue\":\"inconsistent\"},\"status\""));
            else if (x.query.hasQueryItem(u"limit"_s))
                x.answer(200, list({pod(token.isEmpty() ? "x" : "y", 3)}, 10,
                                   token.isEmpty() ? ",\"continue\":\"1\"" : ",\"continue\":\"2\""));
            else
                x.answer(200, list({pod("a", 3), pod("b", 4)}, 20));
        });
        QTRY_COMPARE(asked.size(), 3);
        QTRY_VERIFY(!bench.state().nextTry.isNull());  // one try a step of the back-off
        QCOMPARE(bench.pause(), 800ms);
        bench.passPause();
        QTRY_COMPARE(asked.size(), 6);
        QTRY_VERIFY(!bench.state().nextTry.isNull());
        QCOMPARE(bench.pause(), 1600ms);
        QCOMPARE(bench.names(), QString());
        bench.passPause();
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(asked.last(), u"/"_s);
        QVERIFY(!asked.contains(u"500/inconsistent"_s) && !asked.contains(u"2000/inconsistent"_s));
        QCOMPARE(bench.names(), u"a b"_s);
    }

    void A01_a410GoesToOurVersionFirstAndThenToTheNewest()
    {
        QList<QString> asked;
        int watches = 0;
        Bench bench([&](const Exchange &x) {
            if (x.isWatch()) {
                x.open();
                if (++watches == 1)
                    x.chunk(error(status(410, "Expired")));
                return;
            }
            asked << versionOf(x) + x.query.queryItemValue(u"resourceVersionMatch"_s);
            if (versionOf(x).isEmpty())
                x.answer(200, list({pod("a", 3)}, asked.size() > 1 ? 30 : 10));
            else
                x.answer(410, status(410, "Gone"));
        });
        QTRY_COMPARE(asked.size(), 3);
        QCOMPARE(asked, (QList<QString>{QString(), u"10NotOlderThan"_s, QString()}));
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(bench.counters.retries, 0U);
    }

    void A06_bookmarksAloneKeepItLive()
    {
        Quiet quiet;
        Bench bench(std::ref(quiet));
        QTRY_COMPARE(bench.phase(), Phase::Live);
        int news = 0;
        QObject::connect(&bench.reflector, &mirror::Reflector::stateChanged, this, [&news] { ++news; });
        for (int minute = 1; minute <= 60; ++minute) {
            bench.timing.pass(60s);
            quiet.watches.last().chunk(bookmark(10 + minute));
            QTRY_COMPARE(bench.reflector.version(), QString::number(10 + minute));
        }
        QCOMPARE(bench.phase(), Phase::Live);
        QCOMPARE(news, 0);
        QCOMPARE(quiet.watches.size(), 1);
        QCOMPARE(bench.counters.lists, 1U);
        QCOMPARE(bench.counters.mismatches, 0U);
        QCOMPARE(quiet.probes, 0);
        QCOMPARE(bench.changes, 1);
    }

    void A07_withoutBookmarksSilenceIsNoFault()
    {
        Quiet quiet;
        Bench bench(std::ref(quiet));
        QTRY_COMPARE(bench.phase(), Phase::Live);
        bool wasStale = false;
        QObject::connect(&bench.reflector, &mirror::Reflector::stateChanged, this,
                         [&] { wasStale = wasStale || bench.phase() != Phase::Live; });
        for (int i = 1; i <= 10; ++i) {
            bench.timing.pass(90s);
            QTRY_COMPARE(quiet.probes, i / 2);
            QTRY_COMPARE(quiet.watches.size(), 1 + i / 2);
            QTRY_COMPARE(bench.counters.watches, static_cast<quint64>(quiet.watches.size()));
        }
        QVERIFY(!wasStale);
        QCOMPARE(quiet.lists, 1);
        QCOMPARE(versionOf(quiet.watches.last()), u"10"_s);
    }

    void N07_aSilentServerIsStaleAsOfWhenItWasHeard()
    {
        Quiet quiet;
        bool isDead = false;
        Bench bench([&](const Exchange &x) {
            if (isDead)
                x.hangUp();
            else
                quiet(x);
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        bench.timing.pass(10s);
        quiet.watches.last().chunk(bookmark(11));
        QTRY_COMPARE(bench.reflector.version(), u"11"_s);
        const kube::Timestamp heard = bench.timing.now();
        isDead = true;
        bench.timing.pass(89s);
        QCOMPARE(bench.phase(), Phase::Live);
        bench.timing.pass(1s);
        QTRY_COMPARE(bench.phase(), Phase::Stale);
        QCOMPARE(bench.state().asOf, heard);
        QCOMPARE(bench.names(), u"a"_s);
        QVERIFY(!bench.state().nextTry.isNull());
        isDead = false;
        bench.passPause();
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(quiet.lists, 1);
    }

    void A08_aStreamedListWithoutAnEnd_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<std::chrono::milliseconds>("limit");
        QTest::newRow("A08 nothing") << QByteArray() << 30'000ms;
        QTest::newRow("A08 an event") << frame("ADDED", pod("x", 3)) << 10'000ms;
        QTest::newRow("A11 an end that says false") << frame("ADDED", pod("x", 3)) + bookmark(10, "false") << 10'000ms;
        QTest::newRow("A11 an end of another kind")
            << frame("ADDED", pod("x", 3)) + bookmark(10, "true", "Node") << 10'000ms;
    }
    void A08_aStreamedListWithoutAnEnd()
    {
        QFETCH(QByteArray, sent);
        QFETCH(std::chrono::milliseconds, limit);
        Quiet quiet;
        int streams = 0;
        Bench bench(
            [&](const Exchange &x) {
                if (!isStreamedList(x)) {
                    quiet(x);
                    return;
                }
                ++streams;
                x.open();
                if (!sent.isEmpty())
                    x.chunk(sent);
            },
            true);
        QTRY_COMPARE(bench.counters.watches, 1U);
        QTRY_COMPARE(bench.state().loaded, sent.isEmpty() ? 0 : 1);
        QTest::qWait(20);
        bench.timing.pass(limit - 1ms);
        QVERIFY(bench.phase() != Phase::Live);
        QCOMPARE(quiet.lists, 0);
        bench.timing.pass(1ms);
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(bench.names(), u"a"_s);  // nothing of what the stream sent
        QVERIFY(!bench.habits.canStream);
        bench.reflector.relist();
        QTRY_COMPARE(quiet.lists, 2);
        QCOMPARE(streams, 1);
    }

    void aStreamedListBecomesTheCopyAtItsEnd()
    {
        Exchange stream;
        Bench bench(
            [&](const Exchange &x) {
                stream = x;
                x.open();
                x.chunk(frame("ADDED", pod("b", 30)) + frame("ADDED", pod("a", 3)) + bookmark(7) +
                        frame("ADDED", pod("c", 5)) + frame("DELETED", pod("c", 31)));
            },
            true);
        QTRY_COMPARE(bench.state().loaded, 3);
        QCOMPARE(bench.phase(), Phase::Loading);
        QCOMPARE(bench.names(), QString());
        QCOMPARE(stream.query.queryItemValue(u"resourceVersionMatch"_s), u"NotOlderThan"_s);
        QVERIFY(versionOf(stream).isEmpty());
        stream.chunk(bookmark(31, "true"));
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(bench.names(), u"a b"_s);
        QCOMPARE(bench.reflector.version(), u"31"_s);
        stream.chunk(bookmark(31, "true") + frame("ADDED", pod("d", 32)));  // A11: an end twice is a bookmark
        QTRY_COMPARE(bench.names(), u"a b d"_s);
        QCOMPARE(bench.counters.lists, 1U);
    }

    void A09_aServerThatCannotStreamIsAskedOnce_data()
    {
        QTest::addColumn<int>("code");
        for (const int code : {400, 405, 422})
            QTest::addRow("A09 %d", code) << code;
    }
    void A09_aServerThatCannotStreamIsAskedOnce()
    {
        QFETCH(int, code);
        Quiet quiet;
        int streams = 0;
        Bench bench(
            [&](const Exchange &x) {
                if (isStreamedList(x)) {
                    ++streams;
                    x.answer(code, status(code, "Invalid"));
                } else {
                    quiet(x);
                }
            },
            true);
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(bench.counters.retries, 0U);
        bench.reflector.relist();
        QTRY_COMPARE(quiet.lists, 2);
        QCOMPARE(streams, 1);
    }

    void A10_aStreamedListThatBreaksThreeTimesComesInPages()
    {
        Quiet quiet;
        int streams = 0;
        Bench bench(
            [&](const Exchange &x) {
                if (!isStreamedList(x)) {
                    quiet(x);
                    return;
                }
                ++streams;
                x.open();
                x.chunk(frame("ADDED", pod("x", 3)));
                x.hangUp();
            },
            true);
        for (int i = 1; i < 3; ++i) {
            QTRY_COMPARE(streams, i);
            QTRY_VERIFY(!bench.state().nextTry.isNull());
            QCOMPARE(bench.names(), QString());
            bench.passPause();
        }
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(streams, 3);
        QCOMPARE(bench.names(), u"a"_s);
    }

    void A13_aRestoredClusterIsKnown_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("A13 by silence") << QByteArray();
        QTest::newRow("A13 by an event") << frame("ADDED", pod("z", 900));
        QTest::newRow("A13 by a bookmark") << bookmark(900);
    }
    void A13_aRestoredClusterIsKnown()
    {
        QFETCH(QByteArray, sent);
        Quiet quiet;
        quiet.pods = list({pod("a", 1100), pod("b", 1200)}, 1200);
        quiet.probeVersion = 1200;
        Bench bench(std::ref(quiet));
        QTRY_COMPARE(bench.phase(), Phase::Live);
        quiet.watches.last().chunk(bookmark(1201));
        QTRY_COMPARE(bench.reflector.version(), u"1201"_s);
        QVERIFY(bench.state().rolledBack.isNull());
        int told = 0;
        QObject::connect(&bench.reflector, &mirror::Reflector::rolledBack, this, [&told] { ++told; });
        quiet.pods = list({pod("a", 950)}, 1000);
        quiet.probeVersion = 1000;
        if (sent.isEmpty())
            bench.timing.pass(90s);
        else
            quiet.watches.last().chunk(sent);
        QTRY_COMPARE(bench.names(), u"a"_s);
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(bench.at(u"a"_s)->meta.resourceVersion, u"950"_s);
        QCOMPARE(bench.reflector.version(), u"1000"_s);
        QVERIFY(!bench.state().rolledBack.isNull());
        QCOMPARE(told, 1);
        QCOMPARE(bench.counters.rollbacks, 1U);
        QCOMPARE(versionOf(quiet.watches.last()), u"1000"_s);
    }

    void A13_A16_aRestoredClusterIsKnownByAVersionThatIsTooLargeTwice()
    {
        Quiet quiet;
        bool isRestored = false;
        QList<QString> asked;
        quiet.pods = list({pod("a", 1100)}, 1200);
        Bench bench([&](const Exchange &x) {
            if (!x.isWatch())
                asked << versionOf(x);
            if (!isRestored || versionOf(x) != "1200"_L1)
                quiet(x);
            else if (x.isWatch())
                x.answer(410, status(410, "Expired"));
            else
                x.answer(504, status(504, "Timeout", "ResourceVersionTooLarge"), "Retry-After: 1\r\n");
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        isRestored = true;
        quiet.pods = list({pod("a", 950)}, 1000);
        quiet.probeVersion = 1000;
        quiet.watches.last().chunk(error(status(410, "Expired")));
        QTRY_VERIFY(!bench.state().nextTry.isNull());
        QCOMPARE(bench.pause(), 1s);
        bench.passPause();
        QTRY_COMPARE(bench.counters.rollbacks, 1U);
        QTRY_COMPARE(bench.at(u"a"_s)->meta.resourceVersion, u"950"_s);
        QTRY_COMPARE(bench.phase(), Phase::Live);
        // The list, our version twice, the probe, the list of the restored cluster.
        QCOMPARE(asked, (QList<QString>{QString(), u"1200"_s, u"1200"_s, QString(), QString()}));
    }

    void A15_aLaggingServerNeverTakesTheCopyBack_data()
    {
        QTest::addColumn<bool>("byList");
        QTest::newRow("A15 by a list") << true;
        QTest::newRow("A15 by an event of the past") << false;
    }
    void A15_aLaggingServerNeverTakesTheCopyBack()
    {
        QFETCH(bool, byList);
        Quiet quiet;
        quiet.pods = list({pod("a", 90)}, 100);
        quiet.probeVersion = 103;
        Bench bench(std::ref(quiet));
        QTRY_COMPARE(bench.phase(), Phase::Live);
        quiet.watches.last().chunk(frame("DELETED", pod("a", 101)) + frame("ADDED", pod("b", 102)));
        QTRY_COMPARE(bench.names(), u"b"_s);
        QList<QString> seen;
        QObject::connect(&bench.reflector, &mirror::Reflector::stateChanged, this, [&] { seen << bench.names(); });
        if (byList)
            bench.reflector.relist();  // answered from version 100 still
        else
            quiet.watches.last().chunk(frame("MODIFIED", pod("a", 95)));
        QTRY_COMPARE(quiet.probes, 1);
        QTRY_VERIFY(!byList || !bench.state().nextTry.isNull());
        QVERIFY(bench.state().rolledBack.isNull());
        quiet.pods = list({pod("b", 102)}, 103);
        if (byList)
            bench.passPause();
        else
            QTest::qWait(20);
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(bench.names(), u"b"_s);
        for (const QString &names : std::as_const(seen))
            QCOMPARE(names, u"b"_s);  // never was the deleted pod back
        QCOMPARE(bench.counters.rollbacks, 0U);
    }

    void A16_aVersionThatTheServerHasNotSeenYet()
    {
        Quiet quiet;
        int refused = 0;
        Bench bench([&](const Exchange &x) {
            if (x.isWatch() && quiet.watches.size() == 1 && versionOf(x) == "20"_L1) {
                x.answer(410, status(410, "Expired"));
            } else if (!x.isWatch() && versionOf(x) == "20"_L1 && ++refused == 1) {
                x.answer(504, status(504, "Timeout", "ResourceVersionTooLarge"));
            } else {
                quiet(x);
            }
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        quiet.pods = list({pod("a", 3), pod("b", 20)}, 21);
        quiet.watches.last().chunk(bookmark(20));
        QTRY_COMPARE(bench.reflector.version(), u"20"_s);
        quiet.watches.last().end();
        quiet.watches.last().hangUp();
        QTRY_VERIFY(!bench.state().nextTry.isNull());
        if (bench.pause() != 1s) {
            bench.passPause();
            QTRY_COMPARE(refused, 1);
            QTRY_VERIFY(!bench.state().nextTry.isNull());
        }
        QCOMPARE(bench.pause(), 1s);
        bench.passPause();
        QTRY_COMPARE(bench.names(), u"a b"_s);
        QCOMPARE(bench.counters.rollbacks, 0U);
        QCOMPARE(quiet.probes, 0);
    }

    void A17_A18_lateAndDoubledNewsChangeNothing()
    {
        Quiet quiet;
        Bench bench(std::ref(quiet));
        QTRY_COMPARE(bench.phase(), Phase::Live);
        const Exchange watch = quiet.watches.last();
        watch.chunk(frame("MODIFIED", pod("b", 11)) +  // of an unknown object
                    frame("ADDED", pod("b", 11)) +     // twice
                    frame("DELETED", pod("c", 12)) +   // of an unknown object
                    frame("ADDED", pod("a", 13)) + frame("DELETED", pod("b", 14)) +
                    frame("DELETED", pod("b", 14)));  // twice
        QTRY_COMPARE(bench.reflector.version(), u"14"_s);
        QTRY_COMPARE(bench.names(), u"a"_s);
        QCOMPARE(bench.changes, 4);
        quiet.probeVersion = 15;
        watch.chunk(frame("MODIFIED", pod("b", 11)) + frame("MODIFIED", pod("a", 12)) + frame("ADDED", pod("d", 15)));
        QTRY_COMPARE(bench.names(), u"a d"_s);
        QTRY_COMPARE(quiet.probes, 1);
        QTest::qWait(20);
        QCOMPARE(bench.at(u"a"_s)->meta.resourceVersion, u"13"_s);
        QCOMPARE(bench.changes, 5);
        QCOMPARE(quiet.lists, 1);
    }

    void A19_anObjectMadeAnewWhileWeWereAway()
    {
        Quiet quiet;
        Bench bench(std::ref(quiet));
        QTRY_COMPARE(bench.phase(), Phase::Live);
        quiet.pods = list({pod("a", 25, "another")}, 30);
        bench.reflector.relist();
        QTRY_COMPARE(bench.reflector.version(), u"30"_s);
        QCOMPARE(bench.at(u"a"_s)->meta.uid, u"another"_s);
        QCOMPARE(bench.ended, (QList<kube::Key>{{u"dev"_s, u"a"_s}}));
    }

    void A20_anEmptyListOfTheRightKindIsTheTruth_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::newRow("A20 []") << QByteArray("[]");
        QTest::newRow("A20 null") << QByteArray("null");
    }
    void A20_anEmptyListOfTheRightKindIsTheTruth()
    {
        QFETCH(QByteArray, items);
        Quiet quiet;
        Bench bench(std::ref(quiet));
        QTRY_COMPARE(bench.names(), u"a"_s);
        quiet.pods = list({}, 20).replace("[]", items);
        bench.reflector.relist();
        QTRY_COMPARE(bench.names(), QString());
        QTRY_COMPARE(bench.phase(), Phase::Live);
    }

    void A22_aListWithoutALiveVersionIsShownAndPolled_data()
    {
        QTest::addColumn<QByteArray>("version");
        for (const char *text : {"", "0", "abc", "007", "-5"})
            QTest::addRow("A22 '%s'", text) << QByteArray(text);
    }
    void A22_aListWithoutALiveVersionIsShownAndPolled()
    {
        QFETCH(QByteArray, version);
        Quiet quiet;
        quiet.pods = list({pod("a", 3)}, version);
        Bench bench(std::ref(quiet));
        QTRY_COMPARE(bench.names(), u"a"_s);
        QCOMPARE(bench.phase(), Phase::Stale);
        QCOMPARE(bench.state().asOf, bench.timing.now());
        QCOMPARE(bench.pause(), 30s);
        quiet.pods = list({pod("b", 4)}, version);
        bench.passPause();
        QTRY_COMPARE(bench.names(), u"b"_s);
        QCOMPARE(quiet.watches.size(), 0);
    }

    void A28_A34_aServerInTroubleIsAskedAgain_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("A28 leader changed") << 500 << status(500, "InternalError");
        QTest::newRow("A34 unavailable") << 503 << QByteArray("upstream connect error");
        QTest::newRow("A27 a balancer's page") << 502 << QByteArray("<html>");
    }
    void A28_A34_aServerInTroubleIsAskedAgain()
    {
        QFETCH(int, code);
        QFETCH(QByteArray, body);
        Quiet quiet;
        bool isWell = true;
        Bench bench([&](const Exchange &x) {
            if (isWell)
                quiet(x);
            else
                x.answer(code, body);
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        isWell = false;
        quiet.watches.last().chunk(error(status(500, "InternalError")));
        QTRY_COMPARE(bench.phase(), Phase::Stale);
        QCOMPARE(bench.state().attempt, 1);
        bench.passPause();
        QTRY_COMPARE(bench.state().attempt, 2);
        QCOMPARE(bench.state().error.httpStatus, code);
        QCOMPARE(bench.names(), u"a"_s);
        isWell = true;
        bench.passPause();
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(bench.state().attempt, 0);
    }

    void A29_A32_rightsThatEndLeaveTheCopyStanding_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("A29 logged out") << 401;
        QTest::newRow("A32 revoked") << 403;
    }
    void A29_A32_rightsThatEndLeaveTheCopyStanding()
    {
        QFETCH(int, code);
        Quiet quiet;
        bool isAllowed = true;
        int refused = 0;
        Bench bench([&](const Exchange &x) {
            if (isAllowed) {
                quiet(x);
                return;
            }
            ++refused;
            x.answer(code, status(code, code == 401 ? "Unauthorized" : "Forbidden"));
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        isAllowed = false;
        quiet.watches.last().chunk(frame("ADDED", pod("b", 11)));
        QTRY_COMPARE(bench.names(), u"a b"_s);  // a watch that runs may live on
        QCOMPARE(bench.phase(), Phase::Live);
        quiet.watches.last().end();
        quiet.watches.last().hangUp();
        QTRY_COMPARE(bench.phase(), code == 401 ? Phase::LoginNeeded : Phase::Denied);
        QCOMPARE(bench.state().verb, code == 401 ? QString() : u"watch"_s);
        QCOMPARE(bench.names(), u"a b"_s);
        QVERIFY(!bench.state().asOf.isNull());
        QCOMPARE(refused, code == 401 ? 2 : 1);  // once with the old credentials, once with fresh ones
        if (code == 401)
            QVERIFY(bench.pause() >= 30s);
        isAllowed = true;
        bench.passPause();
        QTRY_COMPARE(bench.phase(), Phase::Live);
    }

    void A33_aCollectionThatIsGoneIsLookedForAgain()
    {
        Quiet quiet;
        bool isThere = true;
        Bench bench([&](const Exchange &x) {
            if (isThere)
                quiet(x);
            else
                x.answer(404, "404 page not found");
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        isThere = false;
        bench.reflector.relist();
        QTRY_COMPARE(bench.phase(), Phase::Failed);
        QCOMPARE(bench.state().error.kind, kube::Error::Kind::NotFound);
        QCOMPARE(bench.names(), u"a"_s);
        isThere = true;
        bench.passPause();
        QTRY_COMPARE(bench.phase(), Phase::Live);
    }

    void A35_aRollingRestartNeedsNoList()
    {
        Quiet quiet;
        int refused = 0;
        Bench bench([&](const Exchange &x) {
            if (quiet.watches.size() == 1 && refused < 2) {
                ++refused;
                x.socket->abort();
            } else {
                quiet(x);
            }
        });
        QTRY_COMPARE(bench.phase(), Phase::Live);
        bench.timing.pass(2s);
        quiet.watches.last().hangUp();
        const std::chrono::milliseconds before = bench.timing.elapsed();
        while (bench.phase() != Phase::Live || quiet.watches.size() < 2) {
            QTRY_VERIFY((bench.phase() == Phase::Live && quiet.watches.size() == 2) || !bench.state().nextTry.isNull());
            if (!bench.state().nextTry.isNull())
                bench.passPause();
        }
        QVERIFY(bench.timing.elapsed() - before <= 5s);
        QCOMPARE(quiet.lists, 1);
    }

    void A51_aListWithoutEndIsAnError_data()
    {
        QTest::addColumn<QList<QByteArray>>("tokens");
        QTest::newRow("A51 the same token") << QList<QByteArray>{"t"};
        QTest::newRow("A51 tokens in a circle") << QList<QByteArray>{"t", "u", "v"};
    }
    void A51_aListWithoutEndIsAnError()
    {
        QFETCH(QList<QByteArray>, tokens);
        int pages = 0;
        Bench bench([&](const Exchange &x) {
            x.answer(200, list({}, 10, ",\"continue\":\"" + tokens[pages++ % tokens.size()] + "\""));
        });
        QTRY_VERIFY(!bench.state().nextTry.isNull());
        QCOMPARE(bench.state().error.kind, kube::Error::Kind::Protocol);
        QCOMPARE(bench.phase(), Phase::Failed);
        QCOMPARE(pages, static_cast<int>(tokens.size()) + 1);
    }

    void P04_oneObjectThatCannotBeReadIsCountedAndKnown()
    {
        Quiet quiet;
        const QByteArray broken = pod("b", 4).replace("Running", "\xff");
        quiet.pods = list({pod("a", 3), broken}, 10);
        Bench bench(std::ref(quiet));
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(bench.names(), u"a"_s);
        QCOMPARE(bench.state().undecodable, 1);
        quiet.watches.last().chunk(frame("MODIFIED", pod("a", 11).replace("Running", "\\ud800")) +
                                   frame("ADDED", pod("c", 12)));
        QTRY_COMPARE(bench.names(), u"c"_s);  // what we held of `a` is not true any more
        QCOMPARE(bench.state().undecodable, 2);
        quiet.watches.last().chunk(frame("MODIFIED", pod("a", 13)) +
                                   frame("DELETED", broken).replace("\"4\"", "\"14\""));
        QTRY_COMPARE(bench.names(), u"a c"_s);
        QCOMPARE(bench.state().undecodable, 0);
        QCOMPARE(quiet.lists, 1);
        QCOMPARE(bench.phase(), Phase::Live);
    }

    void P04_anObjectWithoutANameListsAgainOnce()
    {
        Quiet quiet;
        quiet.pods = list({pod("a", 3), "{\"metadata\":{\"name\":7}}"}, 10);
        Bench bench(std::ref(quiet));
        QTRY_COMPARE(bench.phase(), Phase::Live);
        const QByteArray nameless = frame("MODIFIED", "{\"metadata\":{\"name\":7,\"resourceVersion\":\"11\"}}");
        quiet.watches.last().chunk(nameless);
        QTRY_VERIFY(!bench.state().nextTry.isNull());
        quiet.pods = list({pod("a", 3), "{\"metadata\":{\"name\":7}}"}, 20);
        bench.passPause();
        QTRY_COMPARE(quiet.watches.size(), 2);
        QTRY_COMPARE(bench.phase(), Phase::Live);
        for (int i = 0; i < 5; ++i)
            quiet.watches.last().chunk(QByteArray(nameless).replace("11", QByteArray::number(21 + i)));
        QTRY_COMPARE(bench.state().undecodable, 6);
        QCOMPARE(quiet.lists, 2);
        QCOMPARE(bench.phase(), Phase::Live);
    }

    void L25_A53_aClockThatLeapsChangesNoWait()
    {
        Quiet quiet;
        bool isWell = false;
        Bench bench([&](const Exchange &x) {
            if (isWell)
                quiet(x);
            else
                x.answer(503, {});
        });
        QTRY_VERIFY(!bench.state().nextTry.isNull());
        const std::chrono::milliseconds pause = bench.pause();
        bench.timing.leap = -1h;
        isWell = true;
        bench.timing.pass(pause);
        QTRY_COMPARE(bench.phase(), Phase::Live);
        quiet.watches.last().chunk(bookmark(11));
        QTRY_COMPARE(bench.reflector.version(), u"11"_s);
        bench.timing.leap = 24h * 365;
        bench.timing.pass(60s);
        quiet.watches.last().chunk(bookmark(12));
        QTRY_COMPARE(bench.reflector.version(), u"12"_s);
        bench.timing.pass(60s);
        QCOMPARE(bench.phase(), Phase::Live);
        QCOMPARE(quiet.probes, 0);
    }

    void whatNobodyLooksAtGoesOnFromItsLastVersion()
    {
        Quiet quiet;
        Bench bench(std::ref(quiet));
        QTRY_COMPARE(bench.phase(), Phase::Live);
        quiet.watches.last().chunk(bookmark(15));
        QTRY_COMPARE(bench.reflector.version(), u"15"_s);
        const QPointer<QTcpSocket> socket(quiet.watches.last().socket);
        bench.reflector.pause();
        QCOMPARE(bench.phase(), Phase::Stale);
        QCOMPARE(bench.state().error.kind, kube::Error::Kind::None);
        QCOMPARE(bench.state().asOf, bench.timing.now());
        QTRY_COMPARE(socket.isNull() || socket->state() != QAbstractSocket::ConnectedState, true);
        bench.timing.pass(1h);
        QCOMPARE(quiet.watches.size(), 1);
        QCOMPARE(bench.names(), u"a"_s);
        bench.reflector.goOn();
        QTRY_COMPARE(bench.phase(), Phase::Live);
        QCOMPARE(versionOf(quiet.watches.last()), u"15"_s);
        QCOMPARE(quiet.lists, 1);
    }

    void theAuditFindsWhatWasLost()
    {
        Quiet quiet;
        Bench bench(std::ref(quiet));
        QTRY_COMPARE(bench.phase(), Phase::Live);
        quiet.pods = list({pod("a", 3), pod("lost", 5)}, 10);
        for (int i = 0; i < 30 && bench.counters.checks == 0; ++i) {
            quiet.watches.last().chunk(bookmark(10));
            QTRY_COMPARE(bench.counters.bookmarks, static_cast<quint64>(i + 1));
            bench.timing.pass(61s);
        }
        QCOMPARE(bench.counters.checks, 1U);
        QTRY_COMPARE(quiet.lists, 2);
        QTest::qWait(20);
        QCOMPARE(bench.counters.mismatches, 0U);  // it may be on its way
        bench.timing.pass(15s);
        QTRY_COMPARE(bench.names(), u"a lost"_s);
        QCOMPARE(bench.counters.mismatches, 1U);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
