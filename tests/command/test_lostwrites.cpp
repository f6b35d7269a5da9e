// SPDX-License-Identifier: Apache-2.0
// A write whose answer is lost: sent once, looked for, and told as done, not done or unknown.
#include "command/bench.h"
#include "command/settlement.h"

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

const command::Document Generated{
    R"({"apiVersion":"v1","kind":"Pod","metadata":{"generateName":"job-","namespace":"dev"}})", u"f.yaml"_s, 0};

decode::Trace trace(int age, const QStringList &managers)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return {u"u-1"_s, kube::Timestamp(now - std::chrono::seconds(age)), {}, managers};
}

kube::Timestamp now()
{
    return kube::Timestamp(std::chrono::time_point_cast<std::chrono::nanoseconds>(
        std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())));
}

}  // namespace

class TestLostWrites : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void A42_aLostCreateIsResolvedByLooking_data()
    {
        QTest::addColumn<int>("age");  // in seconds, of the object that is there after the POST; -1: none is
        QTest::addColumn<QStringList>("managers");
        QTest::addColumn<Fate>("fate");
        QTest::addColumn<QString>("says");
        const QStringList ours{u"gantry"_s};
        QTest::newRow("A42 it was created") << 0 << ours << Fate::Done << QString();
        QTest::newRow("A42 it was not created") << -1 << ours << Fate::NotDone << u"pod/web was not created"_s;
        QTest::newRow("A42 an older one is there")
            << 3600 << ours << Fate::NotDone << u"an older object of that name"_s;
        QTest::newRow("A42 somebody else made one")
            << 0 << QStringList{u"kubectl"_s} << Fate::Unknown << u"created meanwhile by kubectl"_s;
        QTest::newRow("A42 a server that names no managers")
            << 0 << QStringList() << Fate::Unknown << u"does not say by whom"_s;
        QTest::newRow("A42 just before, by an earlier run of ours")
            << 20 << ours << Fate::Unknown << u"at about that time"_s;
    }

    void A42_aLostCreateIsResolvedByLooking()
    {
        QFETCH(int, age);
        QFETCH(QStringList, managers);
        QFETCH(Fate, fate);
        QFETCH(QString, says);
        Bench bench;
        bench.onWrite = [&](const Exchange &x) {
            if (age >= 0)
                bench.objects.insert(PodPath, held(Pod.json, u"there"_s, age, managers));
            x.socket->abort();
        };
        const Outcome outcome = wait(bench.client.create({Pod}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, fate);
        QCOMPARE(bench.writes.size(), 1);
        QVERIFY(bench.looks > 0);
        QCOMPARE(outcome.error.has_value(), fate != Fate::Done);
        QCOMPARE(outcome.line, fate == Fate::Done ? u"pod/web created"_s : QString());
        if (!outcome.error)
            return;
        QCOMPARE(outcome.error->kind, kube::Error::Kind::Unreachable);
        QVERIFY2(outcome.error->message.contains(says), qPrintable(outcome.error->message));
        QCOMPARE(outcome.error->message.contains(u"it is not known whether pod/web was created"_s),
                 fate == Fate::Unknown);
    }

    void A42_itIsLookedForUntilTheServersTimeIsOver()
    {
        Bench bench;
        bench.onWrite = [](const Exchange &x) { x.hangUp(); };
        bench.onLook = [&bench](const Exchange &x) {
            if (bench.looks == 3)
                bench.objects.insert(PodPath, held(Pod.json, u"late"_s));
            bench.show(x);
        };
        const Outcome outcome = wait(bench.client.create({Pod}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, Fate::Done);
        QCOMPARE(bench.looks, 3);
        QCOMPARE(bench.writes.size(), 1);
    }

    void A42_whereLookingTellsNothingItIsUnknown_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("A42 the server is gone") << 0;
        QTest::newRow("A42 a proxy's 404") << 404;
        QTest::newRow("A42 forbidden") << 403;
        QTest::newRow("A42 no object") << 200;
    }

    void A42_whereLookingTellsNothingItIsUnknown()
    {
        QFETCH(int, status);
        Bench bench;
        bench.onWrite = [&](const Exchange &x) {
            if (status == 0)
                bench.vanish();
            else
                x.hangUp();
        };
        bench.onLook = [&](const Exchange &x) { x.answer(status, "<html>nothing here</html>"); };
        const Outcome outcome = wait(bench.client.create({Pod}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, Fate::Unknown);
        QVERIFY(outcome.error && outcome.error->message.contains(u"it is not known whether pod/web was created"_s));
        QCOMPARE(bench.writes.size(), 1);
    }

    void A42_whatNeverLeftIsNotInDoubt()
    {
        Bench bench;
        QVERIFY(wait(bench.client.create({Pod}, u"default"_s)).value(0).fate == Fate::Done);
        bench.vanish();
        const Outcome outcome = wait(bench.client.create({Pod}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, Fate::NotDone);
        QVERIFY(outcome.error && outcome.error->message.contains(u"refused"_s));
        QVERIFY(!outcome.error->message.contains(u"known"_s));
        QCOMPARE(bench.looks, 0);
    }

    void A42_theBirthOfAnObjectTellsWhoseItIs()
    {
        using command::judgeCreation;
        const QStringList ours{u"kube-controller-manager"_s, u"gantry"_s};
        QCOMPARE(judgeCreation(trace(0, ours), now()).fate, Fate::Done);
        QCOMPARE(judgeCreation(trace(-5, ours), now()).fate, Fate::Done);
        QCOMPARE(judgeCreation(trace(2, ours), now()).fate, Fate::Unknown);
        QCOMPARE(judgeCreation(trace(61, ours), now()).fate, Fate::NotDone);
        QCOMPARE(judgeCreation(trace(61, {}), now()).fate, Fate::NotDone);
        QCOMPARE(judgeCreation(trace(0, ours), {}).fate, Fate::Unknown);
        QCOMPARE(judgeCreation({u"u-1"_s, {}, {}, ours}, now()).fate, Fate::Unknown);
    }

    void A42_anApplyIsRepeatedBecauseTwiceIsOnce()
    {
        Bench bench;
        bench.onWrite = [&](const Exchange &x) {
            if (bench.writes.size() < 3)
                x.socket->abort();
            else
                x.answer(200, x.body);
        };
        const Outcome outcome = wait(bench.client.apply({Pod}, u"default"_s, false)).value(0);
        QCOMPARE(outcome.fate, Fate::Done);
        QCOMPARE(outcome.line, u"pod/web serverside-applied"_s);
        QCOMPARE(bench.writes.size(), 3);
    }

    void A42_anApplyThatIsNeverAnsweredIsUnknown()
    {
        Bench bench;
        bench.onWrite = [](const Exchange &x) { x.socket->abort(); };
        const Outcome outcome = wait(bench.client.apply({Pod}, u"default"_s, false)).value(0);
        QCOMPARE(outcome.fate, Fate::Unknown);
        QVERIFY(outcome.error->message.contains(u"it is not known whether pod/web was applied"_s));
        QCOMPARE(bench.writes.size(), 5);
    }

    void A43_aGeneratedNameIsNeverSentAgain()
    {
        Bench bench;
        bench.onWrite = [](const Exchange &x) { x.hangUp(); };
        const Outcome outcome = wait(bench.client.create({Generated}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, Fate::Unknown);
        QCOMPARE(bench.writes.size(), 1);
        const QString message = outcome.error->message;
        QVERIFY2(message.contains(u"it is not known whether pod/job- was created"_s), qPrintable(message));
        QVERIFY(!message.contains(u"may or may not"_s));
        QVERIFY2(message.contains(u"not sent again"_s) && message.contains(u"begin with \"job-\""_s),
                 qPrintable(message));
    }

    void A44_aDeleteMeansOneObjectOnly()
    {
        Bench bench;
        bench.objects.insert(PodPath, held(Pod.json, u"u-1"_s));
        bench.onWrite = [](const Exchange &x) {
            x.answer(409, bench::status(409, "Conflict", "Precondition failed: UID in precondition: u-1, now u-2"));
        };
        const Outcome outcome = wait(bench.client.remove({Pod}, u"default"_s)).value(0);
        QVERIFY2(bench.writes[0].body.contains(R"("preconditions":{"uid":"u-1"})"), bench.writes[0].body.constData());
        QCOMPARE(outcome.fate, Fate::NotDone);
        QCOMPARE(outcome.error->kind, kube::Error::Kind::Conflict);
        QCOMPARE(bench.writes.size(), 1);
    }

    void A44_aDocumentsUidIsTheOneThatIsMeant()
    {
        Bench bench;
        const command::Document seen{
            R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"dev","uid":"seen"}})", u"row"_s,
            0};
        QCOMPARE(wait(bench.client.remove({seen}, u"default"_s)).value(0).fate, Fate::Done);
        QVERIFY(bench.writes[0].body.contains(R"("preconditions":{"uid":"seen"})"));
        QCOMPARE(bench.looks, 0);
    }

    void A44_aLostDeleteSparesTheRecreatedObject_data()
    {
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<int>("sendings");
        const QByteArray going =
            QByteArray(held(Pod.json, u"u-1"_s))
                .replace(R"("uid":"u-1")", R"("uid":"u-1","deletionTimestamp":"2026-01-01T00:00:00Z")");
        QTest::newRow("A44 gone") << QByteArray() << 1;
        QTest::newRow("A44 made anew") << held(Pod.json, u"u-2"_s) << 1;
        QTest::newRow("A44 going") << going << 1;
        QTest::newRow("A44 untouched, so the same DELETE goes out again") << held(Pod.json, u"u-1"_s) << 2;
    }

    void A44_aLostDeleteSparesTheRecreatedObject()
    {
        QFETCH(QByteArray, there);
        QFETCH(int, sendings);
        Bench bench;
        bench.objects.insert(PodPath, held(Pod.json, u"u-1"_s));
        bench.onWrite = [&](const Exchange &x) {
            bench.objects.insert(PodPath, there);
            if (bench.writes.size() == 1)
                x.hangUp();
            else
                x.answer(404, bench::status(404, "NotFound", "not found"));
        };
        const Outcome outcome = wait(bench.client.remove({Pod}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, Fate::Done);
        QCOMPARE(outcome.line, u"pod \"web\" deleted"_s);
        QCOMPARE(bench.writes.size(), sendings);
        for (const Exchange &write : std::as_const(bench.writes))
            QVERIFY(write.body.contains(R"("preconditions":{"uid":"u-1"})"));
    }

    void A44_whoMayNotReadIsToldThatItIsUnknown()
    {
        Bench bench;
        bench.onLook = [](const Exchange &x) { x.answer(403, bench::status(403, "Forbidden", "no")); };
        bench.onWrite = [](const Exchange &x) { x.hangUp(); };
        const Outcome outcome = wait(bench.client.remove({Pod}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, Fate::Unknown);
        QCOMPARE(bench.writes.size(), 1);
    }

    void N08_aWriteOverAHalfOpenConnection_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("N08 it arrived, the answer did not") << true;
        QTest::newRow("N08 it never arrived") << false;
    }

    void N08_aWriteOverAHalfOpenConnection()
    {
        QFETCH(bool, arrived);
        Bench bench;
        bench.service = std::make_unique<command::Service>(
            bench.session, command::Patience{std::chrono::milliseconds(100), std::chrono::milliseconds(60),
                                             std::chrono::milliseconds(10)});
        bench.onWrite = [&](const Exchange &) {  // and not a byte in return
            if (arrived)
                bench.objects.insert(PodPath, held(Pod.json, u"new"_s));
        };
        const Outcome outcome = wait(bench.client.create({Pod}, u"default"_s)).value(0);
        QCOMPARE(outcome.fate, arrived ? Fate::Done : Fate::NotDone);
        QCOMPARE(bench.writes.size(), 1);
        QVERIFY(command::Patience().answer <= std::chrono::seconds(30));
    }
};

QTEST_GUILESS_MAIN(TestLostWrites)
#include "test_lostwrites.moc"
