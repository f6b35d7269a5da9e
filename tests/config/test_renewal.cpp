// SPDX-License-Identifier: Apache-2.0
// When credentials are made anew, and how often: expiry, rests, 401.
#include "config/plugin.h"
#include "config/renewal.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using config::Credentials;
using config::Fresh;
using config::Grant;
using config::Renewal;
using kube::Error;

class TestRenewal : public QObject {
    Q_OBJECT

    /** A source that answers when told to, and a wall clock that stands still. */
    struct Bench {
        kube::Timestamp now = kube::Timestamp::fromUnixSeconds(1'780'000'000);
        int runs = 0;
        Renewal::Done done;
        std::unique_ptr<Renewal> renewal;
        QList<kube::Result<Fresh>> answers;
        QObject context;

        explicit Bench(Renewal::Times times = {})
        {
            times.now = [this] { return now; };
            renewal = std::make_unique<Renewal>(
                [this](Renewal::Done tell) {
                    ++runs;
                    done = std::move(tell);
                },
                times);
        }
        void ask()
        {
            renewal->request(&context, [this](const kube::Result<Fresh> &fresh, quint64) { answers.append(fresh); });
        }
        void give(const QByteArray &token, std::chrono::milliseconds life = 0ms)
        {
            Fresh fresh;
            fresh.authorization = token;
            if (life != 0ms)
                fresh.expires = now + life;
            done(fresh);
        }
        void fail(Error::Kind kind = Error::Kind::Config, const QString &reason = {})
        {
            Error error = kube::failure(kind, u"no"_s).error();
            error.reason = reason;
            done(std::unexpected(error));
        }
        QByteArray last() const { return answers.last() ? answers.last()->authorization : QByteArray("error"); }
    };

private Q_SLOTS:
    void whatHasNoEndIsKept()
    {
        Bench bench;
        bench.ask();
        bench.give("a");
        bench.now = bench.now + 24h * 365 * 20;
        bench.ask();
        QCOMPARE(bench.last(), "a");
        QCOMPARE(bench.runs, 1);
    }

    void itIsRenewedBeforeItsEndAndNobodyWaits()
    {
        Bench bench({.early = 1h, .shortestUse = 50ms});
        bench.ask();
        bench.give("a", 1h + 100ms);
        bench.ask();
        QCOMPARE(bench.runs, 1);
        QTRY_VERIFY((bench.ask(), bench.runs == 2));  // an hour before its end
        QCOMPARE(bench.last(), "a");                  // and still good for those who ask
        bench.ask();
        QCOMPARE(bench.runs, 2);
        bench.give("b", 2h);
        bench.ask();
        QCOMPARE(bench.last(), "b");
        QCOMPARE(bench.runs, 2);
    }

    void aShortLifeIsNoReasonToHurry()
    {
        Bench bench({.early = 1h, .shortestUse = 10min});
        bench.ask();
        bench.give("a", 30min);
        for (int i = 0; i < 50; ++i)
            bench.ask();
        QCOMPARE(bench.runs, 1);
    }

    void aFailedEarlyRenewalCostsNothingUntilTheEnd()
    {
        Bench bench({.early = 1h, .shortestUse = 20ms, .firstRest = 1h});
        bench.ask();
        bench.give("a", 300ms);
        QTRY_VERIFY((bench.ask(), bench.runs == 2));
        bench.fail();
        bench.ask();
        QCOMPARE(bench.last(), "a");
        QTRY_VERIFY((bench.ask(), bench.last() == "error"));
        QCOMPARE(bench.runs, 2);
    }

    void A53_theWallClockMayJump()
    {
        // What counts is the life that it had when it came, on the monotonic clock.
        Bench bench;
        bench.ask();
        bench.give("a", 1h);
        for (const auto jump : {24h * 365, -24h * 730}) {
            bench.now = bench.now + jump;
            bench.ask();
            QCOMPARE(bench.last(), "a");
        }
        QCOMPARE(bench.runs, 1);
    }

    void A53_theServersClockDecidesWhereItIsKnown()
    {
        Bench bench;
        bench.now = bench.now + 24h * 365;  // ours is a year ahead
        bench.renewal->setClockOffset(-24h * 365);
        bench.ask();
        Fresh fresh;
        fresh.authorization = "a";
        fresh.expires = kube::Timestamp::fromUnixSeconds(1'780'000'000) + 1h;
        bench.done(fresh);
        QCOMPARE(bench.last(), "a");
        QCOMPARE(bench.runs, 1);
        // And behind by a year: what seems to live for long has ended.
        bench.renewal->setClockOffset(24h * 365);
        bench.ask();
        QCOMPARE(bench.runs, 2);
    }

    void A53_anEndInThePastNamesBothClocks()
    {
        Bench bench;
        bench.ask();
        bench.give("a", -1h);
        QCOMPARE(bench.runs, 2);
        QVERIFY(bench.answers.isEmpty());
        bench.give("b", -1h);
        QCOMPARE(bench.answers.size(), 1);
        QCOMPARE(bench.answers.first().error().kind, Error::Kind::Unauthorized);
        QCOMPARE(bench.answers.first().error().message,
                 u"getting credentials: the new credentials had ended already, at 2026-05-28T19:26:40Z; this machine's "
                 "clock says 2026-05-28T20:26:40Z"_s);
        bench.ask();
        QCOMPARE(bench.runs, 2);
    }

    void L15_theRestGrowsAndEnds()
    {
        Bench bench({.firstRest = 20ms, .longestRest = 60s});
        bench.ask();
        bench.fail();
        for (int i = 0; i < 100; ++i)
            bench.ask();
        QCOMPARE(bench.runs, 1);
        QCOMPARE(bench.answers.size(), 101);
        QTRY_VERIFY((bench.ask(), bench.runs == 2));
        bench.fail();
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY((bench.ask(), bench.runs == 3));
        QVERIFY(timer.elapsed() >= 35);  // doubled
        bench.give("a");
        QCOMPARE(bench.last(), "a");
    }

    void L17_oneRunForAllAndNoneForThoseWhoLeft()
    {
        Bench bench;
        for (int i = 0; i < 20; ++i)
            bench.ask();
        {
            QObject gone;
            bench.renewal->request(&gone, [](const kube::Result<Fresh> &, quint64) { QFAIL("left"); });
        }
        QCOMPARE(bench.runs, 1);
        bench.give("a");
        QCOMPARE(bench.answers.size(), 20);
    }

    void L18_aRejectedOneIsMadeAnewOnceAndThenLeftAlone()
    {
        Bench bench({.afterReject = 60ms});
        bench.ask();
        bench.give("a");
        bench.renewal->reject();
        QVERIFY(bench.renewal->isDue());
        bench.ask();
        bench.give("b");
        QCOMPARE(bench.runs, 2);
        for (int watcher = 0; watcher < 50; ++watcher) {
            bench.renewal->reject();
            QVERIFY(!bench.renewal->isDue());
            bench.ask();
            QCOMPARE(bench.last(), "b");
        }
        QCOMPARE(bench.runs, 2);
        QTRY_VERIFY((bench.renewal->reject(), bench.renewal->isDue()));
        bench.ask();
        QCOMPARE(bench.runs, 3);
    }

    void L18_only401sOfTheCurrentCredentialsCount()
    {
        QTemporaryDir dir;
        const QString log = dir.filePath(u"runs"_s);
        Credentials credentials(plugin::running(u"echo >> %1; n=$(wc -l < %1); "_s.arg(log) +
                                                u"echo '%1'"_s.arg(plugin::credential(u"{\"token\":\"t'$n'\"}"_s))));
        const auto first = plugin::ask(credentials);
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QCOMPARE(first->authorization, "Bearer t1");
        credentials.reject(first->serial);
        QVERIFY(credentials.isRenewable());
        const auto second = plugin::ask(credentials);
        QCOMPARE(second->authorization, "Bearer t2");
        QVERIFY(second->serial != first->serial);
        QCOMPARE(second->identity, first->identity);  // another token is no reason to close connections
        for (int late = 0; late < 20; ++late) {
            credentials.reject(first->serial);  // watchers that still used the old one
            QCOMPARE(plugin::ask(credentials)->authorization, "Bearer t2");
        }
        credentials.reject(second->serial);  // so soon: the server means it
        QVERIFY(!credentials.isRenewable());
        QCOMPARE(plugin::ask(credentials)->authorization, "Bearer t2");
        QCOMPARE(QFile(log).size(), 2);
    }

    void aNoThatMayBecomeAYesNeedsNoRest()
    {
        Bench bench({.firstRest = 1h});
        bench.ask();
        bench.fail(Error::Kind::Unauthorized, config::ConsentNeeded);
        bench.ask();
        QCOMPARE(bench.runs, 2);
        bench.renewal->cancel();
        QCOMPARE(bench.answers.last().error().kind, Error::Kind::Cancelled);
        bench.give("late");  // is not heard
        QCOMPARE(bench.answers.size(), 2);
        bench.ask();
        QCOMPARE(bench.runs, 3);
    }
};

QTEST_GUILESS_MAIN(TestRenewal)
#include "test_renewal.moc"
