// SPDX-License-Identifier: Apache-2.0
#include "kube/duration.h"
#include "pull/kubelet/decision.h"
#include "pull/kubelet/podsync.h"
#include "rows.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using pull::Action;
using pull::Circumstances;
using pull::Lookup;
using pull::Missing;
using pull::Verification;

class TestPullDecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decisions_data() { rows::add(u"kubelet-decision"_s, 25); }
    void decisions();
    void olderKubelets();
    void everyCombination();
    void unknownFacts();
    void pullErrors();
    void backOff_data() { rows::add(u"image-backoff"_s, 7); }
    void backOff();
    void backOffForgets();
    void retryWindows();

private:
    void oneDecision(const QJsonObject &input, const QJsonObject &expected);
    void twoContainers(const QJsonObject &input, const QJsonObject &expected);
    void initContainer(const QJsonObject &input, const QJsonObject &expected);
    void imageVolume(const QJsonObject &input, const QJsonObject &expected);
};

namespace {

const kube::Timestamp Now = support::vectorNow();

Circumstances circumstances(const QJsonObject &input)
{
    Circumstances c;
    c.kubelet = rows::version(input[u"k8s"_s]);
    c.image = input[u"image"_s].toString(u"x"_s);
    c.policy = kube::pullPolicyFromString(input[u"imagePullPolicy"_s].toString()).value_or(kube::PullPolicy::Unset);
    const QString lookup = input[u"localLookup"_s].toString();
    c.lookup = lookup == u"present" ? Lookup::Present : lookup == u"absent" ? Lookup::Absent : Lookup::Unknown;
    if (lookup.startsWith(u"error: ")) {
        c.lookup = Lookup::Failed;
        c.lookupError = lookup.sliced(7);
    }
    if (input[u"ensureSecretPulledImages"_s].toBool())
        c.verification = input[u"mustAttemptPull"_s].toBool() ? Verification::Unsatisfied : Verification::Satisfied;
    c.backOff = input[u"backoffActive"_s].toBool() ? pull::BackOff::Active : pull::BackOff::Idle;
    c.lastError = input[u"previousError"_s].toString();
    return c;
}

pull::PullResult result(const QJsonObject &input)
{
    pull::PullResult r;
    const QString pull = input[u"pull"_s].toString();
    r.error = pull.startsWith(u"error: ") ? pull.sliced(7) : QString();
    const QJsonValue timing = input[u"timing"_s];
    r.pullTime = kube::parseGoDuration(timing[u"pull"].toString()).value_or(0ns);
    r.totalTime = kube::parseGoDuration(timing[u"total"].toString()).value_or(0ns);
    r.bytes = timing[u"size"].toInteger();
    return r;
}

QString word(Action action)
{
    return action == Action::UseLocal  ? u"use-local"_s
           : action == Action::Pull    ? u"pull"_s
           : action == Action::BackOff ? u"backoff"_s
           : action == Action::Unknown ? u"unknown"_s
                                       : u"fail"_s;
}

QJsonArray json(const QList<pull::EventText> &events)
{
    QJsonArray array;
    for (const pull::EventText &e : events)
        array.append(QJsonObject{{u"type"_s, e.type}, {u"reason"_s, e.reason}, {u"message"_s, e.message}});
    return array;
}

/** `Failed(pull)`, `Failed(Error: ErrImagePull)`, `BackOff`. */
QJsonArray shortNames(const QList<pull::EventText> &events)
{
    QJsonArray array;
    for (const pull::EventText &e : events)
        array.append(e.reason != u"Failed"                ? e.reason
                     : e.message.startsWith(u"Error: "_s) ? u"Failed("_s + e.message + u')'
                                                          : u"Failed(pull)"_s);
    return array;
}

}  // namespace

void TestPullDecision::decisions()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    if (expected.contains(u"a"_s))
        twoContainers(input, expected);
    else if (input.contains(u"containers"_s))
        initContainer(input, expected);
    else if (input[u"object"_s].toString() == u"imageVolume")
        imageVolume(input, expected);
    else
        oneDecision(input, expected);
}

void TestPullDecision::oneDecision(const QJsonObject &input, const QJsonObject &expected)
{
    const Circumstances c = circumstances(input);
    const pull::Decision decision = pull::decide(c);
    QCOMPARE(word(decision.action), expected[u"action"_s].toString());
    pull::Visible visible = decision.visible;
    if (decision.action == Action::Pull)
        visible = pull::afterPull(c, result(input));
    QCOMPARE(QJsonArray::fromStringList(visible.calls), expected[u"criCalls"_s].toArray());
    QJsonArray events = expected[u"events"_s].toArray();
    for (QJsonValueRef event : events) {  // where a vector leaves times and size open, the result has none
        QJsonObject object = event.toObject();
        QString message = object[u"message"_s].toString();
        message.replace(u"{d}"_s, u"0s"_s).replace(u"{w}"_s, u"0s"_s).replace(u"{n}"_s, u"0"_s);
        object[u"message"_s] = message;
        event = object;
    }
    QCOMPARE(json(visible.events), events);
    QCOMPARE(rows::orNull(visible.waitingReason), expected[u"waitingReason"_s]);
    if (expected.contains(u"waitingMessage"_s))
        QCOMPARE(visible.waitingMessage, expected[u"waitingMessage"_s].toString());
    if (expected.contains(u"backoffAfter"_s)) {
        pull::BackOffClock clock;
        clock.fail(c.image, Now);
        QCOMPARE(kube::goDuration(clock.wait(c.image)), expected[u"backoffAfter"_s].toString());
    }
}

void TestPullDecision::twoContainers(const QJsonObject &input, const QJsonObject &expected)
{
    QJsonObject typo = input;
    typo[u"image"_s] = u"typo"_s;
    using Step = pull::StartStep;
    constexpr auto kind = kube::ContainerKind::Regular;
    const QList<Step> regular = {{u"a"_s, kind, circumstances(typo), result(typo)},
                                 {u"b"_s, kind, circumstances(typo), result(typo)}};
    pull::BackOffClock clock;
    const auto outcomes = pull::syncOnce(u"uid"_s, regular, clock, Now);
    QCOMPARE(shortNames(outcomes.at(0).visible.events), expected[u"a"_s].toArray());
    QCOMPARE(shortNames(outcomes.at(1).visible.events), expected[u"b"_s].toArray());
    // Another pod has an entry of its own.
    QCOMPARE(pull::syncOnce(u"other"_s, regular, clock, Now).at(0).decision.action, Action::Pull);
}

void TestPullDecision::initContainer(const QJsonObject &input, const QJsonObject &expected)
{
    QList<pull::StartStep> steps;
    for (const QJsonValue &name : input[u"containers"_s].toArray()) {
        pull::StartStep step;
        step.name = name.toString();
        step.kind = steps.isEmpty() ? kube::ContainerKind::Init : kube::ContainerKind::Regular;
        step.facts = circumstances(input);
        step.facts.policy = kube::PullPolicy::Always;
        step.result.error = u"404"_s;
        steps.append(step);
    }
    pull::BackOffClock clock;
    const auto outcomes = pull::syncOnce(u"uid"_s, steps, clock, Now);
    for (const pull::StartOutcome &outcome : outcomes)
        QCOMPARE(outcome.visible.waitingReason, expected[outcome.name].toString());
    QCOMPARE(outcomes.last().reached, expected[u"mainImagePulled"_s].toBool());
}

void TestPullDecision::imageVolume(const QJsonObject &input, const QJsonObject &expected)
{
    Circumstances c = circumstances(input);
    c.imageVolume = true;
    QJsonObject event = json(pull::decide(c).visible.events).at(0).toObject();
    event[u"message"_s] = event[u"message"_s].toString().replace(u"\"x\""_s, u"\"X\""_s);  // X stands for any image
    event[u"fieldPath"_s] = QJsonValue::Null;  // what `imageVolume` says: the pod's own event
    QCOMPARE(QJsonArray{event}, expected[u"events"_s].toArray());
    QCOMPARE(pull::repeatsEverySync(c), expected[u"repeats"_s].toString() == u"on every pod sync");
    c.kubelet.minor = 37;
    QVERIFY(!pull::repeatsEverySync(c));
    c.lookup = Lookup::Absent;
    QCOMPARE(pull::afterPull(c, {u"404"_s}).events.size(), 2);  // the error shows on the containers
}

void TestPullDecision::olderKubelets()
{
    Circumstances c{kube::Version{31}, u"a:1"_s, kube::PullPolicy::Always, Lookup::Failed, u"boom"_s};
    pull::Decision decision = pull::decide(c);
    QCOMPARE(decision.action, Action::RefuseInspect);
    QCOMPARE(decision.visible.waitingMessage, u"Failed to inspect image \"a:1\": boom"_s);
    c.lookup = Lookup::Present;
    QCOMPARE(pull::decide(c).action, Action::Pull);
    c.policy = kube::PullPolicy::Unset;
    QCOMPARE(pull::decide(c).action, Action::UseLocal);
    c.verification = Verification::Unsatisfied;  // no such gate
    QCOMPARE(pull::decide(c).action, Action::UseLocal);
    const auto pulled = [&](int minor) {
        return pull::afterPull({kube::Version{minor}, u"a:1"_s}, {{}, 1'500'000ns, 2'600'000ns, 7})
            .events.last()
            .message;
    };
    QCOMPARE(pulled(18), u"Successfully pulled image \"a:1\""_s);
    QCOMPARE(pulled(25), u"Successfully pulled image \"a:1\" in 2.6ms"_s);
    QCOMPARE(pulled(27), u"Successfully pulled image \"a:1\" in 1.5ms (2.6ms including waiting)"_s);
    QCOMPARE(pulled(29), u"Successfully pulled image \"a:1\" in 1ms (2ms including waiting)"_s);
    QCOMPARE(pulled(30), u"Successfully pulled image \"a:1\" in 1ms (2ms including waiting). Image size: 7 bytes."_s);
}

/** Total: any combination gives an answer, and one with nothing unknown gives one action. */
void TestPullDecision::everyCombination()
{
    using kube::PullPolicy;
    int tried = 0;
    for (int minor = 18; minor <= 37; ++minor)
        for (const auto &image : {u"nginx"_s, u"BAD"_s, QString()})
            for (const auto policy :
                 {PullPolicy::Unset, PullPolicy::Always, PullPolicy::IfNotPresent, PullPolicy::Never})
                for (const auto lookup : {Lookup::Unknown, Lookup::Present, Lookup::Absent, Lookup::Failed})
                    for (const auto verification :
                         {Verification::Unknown, Verification::Off, Verification::Satisfied, Verification::Unsatisfied})
                        for (const auto backOff :
                             {pull::BackOff::Unknown, pull::BackOff::Idle, pull::BackOff::Active}) {
                            const Circumstances c{kube::Version{minor}, image,  policy, lookup, {},
                                                  verification,         backOff};
                            const pull::Decision d = pull::decide(c);
                            QVERIFY(!d.possible.isEmpty() && !d.possible.contains(Action::Unknown));
                            QCOMPARE(d.action == Action::Unknown, d.possible.size() > 1);
                            QCOMPARE(d.missing.isEmpty(), d.possible.size() == 1);
                            const bool known = lookup != Lookup::Unknown && verification != Verification::Unknown &&
                                               backOff != pull::BackOff::Unknown;
                            QVERIFY(!known || d.action != Action::Unknown);
                            if (policy == PullPolicy::Never)
                                QVERIFY(!d.possible.contains(Action::Pull) && !d.possible.contains(Action::BackOff));
                            if (policy == PullPolicy::Always)
                                QVERIFY(!d.possible.contains(Action::UseLocal));
                            if (image != u"nginx")
                                QCOMPARE(d.action, Action::RefuseName);
                            ++tried;
                        }
    QCOMPARE(tried, 20 * 3 * 4 * 4 * 4 * 3);
}

void TestPullDecision::unknownFacts()
{
    Circumstances c{kube::Version{36}, u"a:1"_s, kube::PullPolicy::IfNotPresent};
    pull::Decision d = pull::decide(c);
    QCOMPARE(d.possible, (QList{Action::UseLocal, Action::Pull}));
    QCOMPARE(d.missing, QList{Missing::Lookup});
    QVERIFY(d.asksNode && d.visible.events.isEmpty());
    c.lookup = Lookup::Present;
    c.verification = pull::assumedVerification(c.kubelet);
    d = pull::decide(c);
    QCOMPARE(d.possible, (QList{Action::UseLocal, Action::Pull}));
    QCOMPARE(d.missing, QList{Missing::Verification});
    c.policy = kube::PullPolicy::Never;
    QCOMPARE(pull::decide(c).possible, (QList{Action::UseLocal, Action::RefuseNever}));
    c.policy = kube::PullPolicy::Always;  // presence and verification do not matter
    d = pull::decide(c);
    QCOMPARE(d.action, Action::Pull);
    QVERIFY(!d.asksNode && d.missing.isEmpty());
    c.backOff = pull::BackOff::Unknown;
    QCOMPARE(pull::decide(c).missing, QList{Missing::BackOff});
    QCOMPARE(pull::assumedVerification(kube::Version{34}), Verification::Off);
}

void TestPullDecision::pullErrors()
{
    const auto told = [](const QString &error, int minor) {
        const auto t = pull::pullError(error, u"a"_s, kube::Version{minor});
        return t.reason + u'|' + t.message;
    };
    QCOMPARE(told(u"RegistryUnavailable: x"_s, 28),
             u"RegistryUnavailable|image pull failed for a because the registry is unavailable: x"_s);
    QCOMPARE(told(u"RegistryUnavailable: x"_s, 27), u"ErrImagePull|RegistryUnavailable: x"_s);
    QCOMPARE(told(u"[SignatureValidationFailed: x, y]"_s, 36), u"ErrImagePull|[SignatureValidationFailed: x, y]"_s);
}

void TestPullDecision::backOff()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const QString key = pull::BackOffClock::key(u"uid"_s, u"a"_s);
    pull::BackOffClock clock;
    if (input.contains(u"consecutiveFailure"_s)) {
        const int n = input[u"consecutiveFailure"_s].toInt();
        QCOMPARE(pull::backOffAfter(n).count(), expected[u"backoffSeconds"_s].toInteger());
        QCOMPARE(pull::earliestFailure(n).count(), expected[u"earliestFailureOffsetSeconds"_s].toInteger());
        kube::Timestamp at = Now;
        for (int i = 1; i <= n; ++i) {  // the clock comes to the same
            QVERIFY(!clock.isActive(key, at));
            clock.fail(key, at);
            at = at + clock.wait(key);
        }
        QCOMPARE(clock.wait(key), pull::backOffAfter(n));
        return;
    }
    const bool succeeded = input[u"pullSucceeded"_s].toBool();
    const auto wait =
        std::chrono::seconds(input[succeeded ? u"previousBackoffSeconds"_s : u"backoffSeconds"_s].toInteger());
    while (clock.wait(key) < wait)
        clock.fail(key, Now);
    QCOMPARE(clock.wait(key), wait);
    if (succeeded) {  // a success is not told to the clock: it clears nothing
        clock.fail(key, Now + std::chrono::seconds(input[u"nextFailureAfterSeconds"_s].toInteger()));
        QCOMPARE(clock.wait(key).count(), expected[u"backoffSeconds"_s].toInteger());
    } else {
        const auto since = std::chrono::seconds(input[u"secondsSinceLastFailure"_s].toInteger());
        QCOMPARE(clock.isActive(key, Now + since), expected[u"inBackoff"_s].toBool());
        QVERIFY(clock.isActive(key, Now + (since - 1ns)));
    }
}

void TestPullDecision::backOffForgets()
{
    pull::BackOffClock clock;
    for (int i = 0; i < 3; ++i)
        clock.fail(u"k"_s, Now);
    QCOMPARE(clock.wait(u"k"_s), 40s);
    pull::BackOffClock other = clock;
    clock.fail(u"k"_s, Now + 600s);
    QCOMPARE(clock.wait(u"k"_s), 80s);
    other.fail(u"k"_s, Now + 600s + 1ns);
    QCOMPARE(other.wait(u"k"_s), 10s);
    QVERIFY(!clock.isActive(u"unknown"_s, Now));
}

void TestPullDecision::retryWindows()
{
    const auto third = pull::retryWindow(Now, 3);
    QVERIFY(third.exact);
    QCOMPARE(third.from - Now, 40s);
    QCOMPARE(third.until - Now, 56s);
    const auto unknown = pull::retryWindow(Now, std::nullopt);
    QVERIFY(!unknown.exact);
    QCOMPARE(unknown.from - Now, 10s);
    QCOMPARE(unknown.until - Now, 316s);
    QVERIFY(pull::retryWindow({}, 3).from.isNull());
    QCOMPARE(pull::backOffAfter(0), 0s);
    QCOMPARE(pull::backOffAfter(2'000'000'000), 300s);
}

QTEST_APPLESS_MAIN(TestPullDecision)
#include "test_pull_decision.moc"
