// SPDX-License-Identifier: Apache-2.0
#include "style/statewords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using mirror::State;
using style::Act;
using style::StateWords;
using style::Truth;
using Phase = mirror::State::Phase;

namespace {

const kube::Timestamp Now = kube::Timestamp::fromUnixSeconds(1'800'000'000);  // 2027-01-15 08:00:00 UTC

kube::Timestamp ago(int seconds)
{
    return Now + std::chrono::seconds(-seconds);
}

Truth truthOf(Phase phase, kube::Error::Kind kind = kube::Error::Kind::None)
{
    Truth truth;
    truth.now = Now;
    truth.state.phase = phase;
    truth.state.error.kind = kind;
    return truth;
}

QString all(const Truth &truth)
{
    QStringList lines;
    for (const style::Notice &notice : StateWords::notices(truth))
        lines.append(notice.text);
    return lines.join(u'\n');
}

}  // namespace

/** What the screen says of each state; a state that is not live never reads as if it were. */
class TestStateWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLiveListNeedsNoWords()
    {
        QVERIFY(StateWords::notices(truthOf(Phase::Live)).isEmpty());
        QVERIFY(!StateWords::page(truthOf(Phase::Live)));
        QCOMPARE(StateWords::asOf(truthOf(Phase::Live).state, Now), u"data as of 08:00:00"_s);
    }

    void everyOtherPhaseIsSaid_data()
    {
        QTest::addColumn<int>("phase");
        for (const Phase phase : {Phase::Idle, Phase::Connecting, Phase::Loading, Phase::Stale, Phase::LoginNeeded,
                                  Phase::Denied, Phase::Failed})
            QTest::addRow("%d", int(phase)) << int(phase);
    }
    void everyOtherPhaseIsSaid()
    {
        QFETCH(int, phase);
        Truth truth = truthOf(Phase(phase), kube::Error::Kind::Unreachable);
        truth.state.asOf = ago(200);
        QVERIFY(StateWords::page(truth));
        const QList<style::Notice> notices = StateWords::notices(truth);
        QCOMPARE(notices.size(), 1);
        QVERIFY2(notices.first().text.contains(u"What is shown is as of 07:56:40, 3m20s old"),
                 qPrintable(notices.first().text));
        QVERIFY(notices.first().tone != style::Tone::Running);
        QVERIFY(StateWords::asOf(truth.state, Now).contains(u"3m20s old"));
        truth.state.asOf = {};
        QVERIFY(all(truth).contains(u"never complete"));
        QVERIFY(StateWords::asOf(truth.state, Now).isEmpty());
    }

    void staleCountsDownToTheNextTry()
    {
        Truth truth = truthOf(Phase::Stale, kube::Error::Kind::Unreachable);
        truth.state.since = truth.state.asOf = ago(12);
        truth.state.attempt = 3;
        truth.state.nextTry = Now + std::chrono::milliseconds(4200);
        QVERIFY(all(truth).contains(u"Stale since 07:59:48: The API server does not answer."));
        QVERIFY(all(truth).contains(u"Attempt 4, next try in 5s."));
        truth.now = truth.now + std::chrono::seconds(2);
        QVERIFY(all(truth).contains(u"next try in 3s."));
        truth.state.nextTry = {};
        QVERIFY(all(truth).contains(u"Attempt 4 is under way."));
        QCOMPARE(StateWords::notices(truth).first().act, Act::Retry);
    }

    void staleOfAnotherDayHasItsDate()
    {
        Truth truth = truthOf(Phase::Stale);
        truth.state.since = truth.state.asOf = ago(24 * 3600);
        QVERIFY(all(truth).contains(u"2027-01-14 08:00:00"));
    }

    void nobodyLookedIsNoFailure()
    {
        Truth truth = truthOf(Phase::Stale);
        truth.state.asOf = ago(400);
        QVERIFY(all(truth).contains(u"not being read"));
        QVERIFY(!all(truth).contains(u"cannot"));
    }

    void N11_loadingSaysHowFarAndCanBeCancelled()
    {
        Truth truth = truthOf(Phase::Loading);
        truth.state.loaded = 500;
        truth.state.expected = 2000;
        QCOMPARE(StateWords::page(truth)->why, u"500 of about 2000"_s);
        QCOMPARE(StateWords::acts(truth), QList{Act::Cancel});
    }

    void deniedNamesVerbResourceAndPlace()
    {
        Truth truth = truthOf(Phase::Denied, kube::Error::Kind::Forbidden);
        truth.state.verb = u"list"_s;
        truth.state.error.message = u"pods is forbidden: User \"jane\" cannot list"_s;
        QCOMPARE(StateWords::page(truth)->what, u"You may not list pods in all namespaces"_s);
        QVERIFY(StateWords::page(truth)->why.contains(u"jane"));
        QCOMPARE(StateWords::acts(truth).first(), Act::ChooseNamespace);
        truth.state.verb = u"watch"_s;
        truth.scope.ns = u"team-a"_s;
        truth.scope.kind = mirror::Kind::Events;
        QCOMPARE(StateWords::page(truth)->what, u"You may not watch events in namespace team-a"_s);
        truth.scope.kind = mirror::Kind::Nodes;
        QCOMPARE(StateWords::page(truth)->what, u"You may not watch nodes"_s);
        QVERIFY(!StateWords::acts(truth).contains(Act::ChooseNamespace));
    }

    void loginSaysWhatToDo()
    {
        config::Connection connection;
        connection.hasExec = true;
        connection.exec.command = u"aws"_s;
        connection.exec.arguments = {u"eks"_s, u"get-token"_s};
        connection.token = u"CANARY-token"_s;
        Truth truth = truthOf(Phase::LoginNeeded, kube::Error::Kind::Unauthorized);
        truth.state.error.message = u"the server has asked for the client to provide credentials"_s;
        truth.scope.login = StateWords::login(connection);
        QCOMPARE(StateWords::page(truth)->what, u"Login needed"_s);
        QVERIFY(StateWords::page(truth)->advice.contains(u"aws eks get-token"));
        QVERIFY(StateWords::page(truth)->why.contains(u"asked for the client"));
        QVERIFY(all(truth).contains(u"aws eks get-token"));
        connection.hasExec = false;
        connection.password = u"CANARY-password"_s;
        connection.sourceFile = u"/home/you/.kube/config"_s;
        QVERIFY(StateWords::login(connection).contains(connection.sourceFile));
        QVERIFY(!StateWords::login(connection).contains(u"CANARY"));
    }

    void A13_aRollbackStaysUntilItIsDismissed()
    {
        Truth truth = truthOf(Phase::Live);
        truth.state.rolledBack = ago(3600);
        const QList<style::Notice> notices = StateWords::notices(truth);
        QCOMPARE(notices.size(), 1);
        QVERIFY(notices.first().text.contains(u"went back in time at 07:00:00"));
        QCOMPARE(notices.first().act, Act::Dismiss);
        truth.seen = ago(3600);
        QVERIFY(StateWords::notices(truth).isEmpty());
        truth.state.rolledBack = ago(10);
        QCOMPARE(StateWords::notices(truth).size(), 1);
    }

    void A31_partialNamesWhatIsMissing()
    {
        Truth truth = truthOf(Phase::Live);
        truth.state.missing = {u"a"_s, u"b"_s};
        QCOMPARE(all(truth), u"2 namespace(s) may not be read: a, b"_s);
        truth.scope.namespaces = 5;
        QCOMPARE(all(truth), u"2 of 5 namespace(s) may not be read: a, b"_s);
    }

    void P04_whatCouldNotBeReadIsCounted()
    {
        Truth truth = truthOf(Phase::Live);
        truth.state.undecodable = 3;
        QCOMPARE(all(truth), u"3 object(s) could not be read and are not shown."_s);
    }

    void P16_namesAreNoFormats()
    {
        Truth truth = truthOf(Phase::Denied, kube::Error::Kind::Forbidden);
        truth.scope.ns = u"%1%2%n"_s;
        truth.state.verb = u"list"_s;
        truth.state.error.message = u"%1 %2 %3"_s;
        QVERIFY(all(truth).contains(u"pods in namespace %1%2%n"));
        QVERIFY(all(truth).contains(u"%1 %2 %3"));
        truth = truthOf(Phase::Live);
        truth.state.missing = {u"%1"_s, u"%2"_s};
        QVERIFY(all(truth).contains(u": %1, %2"));
    }
};

QTEST_APPLESS_MAIN(TestStateWords)
#include "test_statewords.moc"
