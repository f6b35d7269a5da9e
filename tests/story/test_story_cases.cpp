// SPDX-License-Identifier: Apache-2.0
// Stories that no recording has: image volumes, static pods, lost and aggregated events, eviction, verification.
#include "pull/story/story.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using pull::Verdict;
using Phase = kube::ContainerState::Phase;

namespace {

const kube::Timestamp Born = kube::Timestamp::fromUnixSeconds(1'780'000'000);

kube::EventPtr said(const QString &reason, const QString &message, std::chrono::milliseconds after,
                    const QString &fieldPath = u"spec.containers{web}"_s, int count = 1,
                    std::chrono::seconds lastAfter = 0s)
{
    static int serial = 0;
    kube::Event e;
    const kube::Timestamp at = Born + after;
    const kube::Timestamp whole = kube::Timestamp::fromUnixSeconds(at.unixMilliseconds() / 1000);
    e.meta.uid = u"e%1"_s.arg(++serial);
    e.meta.key = {u"dev"_s, u"web."_s + QString::number(at.unixNanoseconds(), 16)};
    e.involved = {u"Pod"_s, u"dev"_s, u"web"_s, u"pod-uid"_s, fieldPath};
    e.reason = reason;
    e.message = message;
    e.type = reason.startsWith(u"Failed") || reason.startsWith(u"Err") || reason == u"InspectFailed" ||
                     reason == u"Unhealthy"
                 ? u"Warning"_s
                 : u"Normal"_s;
    e.firstTimestamp = whole;
    e.lastTimestamp = count > 1 ? Born + lastAfter : whole;
    e.count = count;
    return std::make_shared<const kube::Event>(e);
}

kube::Pod podOf(const QString &image, kube::PullPolicy policy = kube::PullPolicy::IfNotPresent)
{
    kube::Pod pod;
    pod.meta.key = {u"dev"_s, u"web"_s};
    pod.meta.uid = u"pod-uid"_s;
    pod.meta.creationTimestamp = Born;
    pod.nodeName = u"node1"_s;
    pod.phase = u"Pending"_s;
    pod.restartPolicy = u"Always"_s;
    pod.containers = {{u"web"_s, image, policy, kube::ContainerKind::Regular}};
    return pod;
}

kube::ContainerStatus waiting(const QString &reason, const QString &message = {})
{
    kube::ContainerStatus status;
    status.name = u"web"_s;
    status.state.phase = Phase::Waiting;
    status.state.reason = reason;
    status.state.message = message;
    return status;
}

kube::ContainerStatus running(std::chrono::seconds after)
{
    kube::ContainerStatus status;
    status.name = u"web"_s;
    status.ready = true;
    status.state.phase = Phase::Running;
    status.state.startedAt = Born + after;
    return status;
}

kube::Node nodeOf(const QString &version, const QStringList &images = {u"docker.io/library/other:1"_s})
{
    kube::Node node;
    node.meta.key.name = u"node1"_s;
    node.ready = true;
    node.kubeletVersion = version;
    node.images = {{images, 1000}};
    return node;
}

pull::Story told(const kube::Pod &pod, const QList<kube::EventPtr> &events, const kube::Node *node = nullptr,
                 std::chrono::seconds after = 60s)
{
    return pull::tell(pod, events, node, Born + after).constFirst();
}

bool says(const pull::Story &story, const QString &id)
{
    return std::ranges::contains(story.statements, id, &pull::Statement::id);
}

}  // namespace

#define SAYS(story, id) QVERIFY2(says(story, u##id##_s), qPrintable(pull::toText(story)))

class TestStoryCases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void imageVolumeIsPulledFirst();
    void imageVolumeFails();
    void ephemeralContainer();
    void staticPodIsKnownByItsHash();
    void eventsOfAnotherPodDoNotCount();
    void successWhoseEventsWereLost();
    void pullBeforeTheLastRunIsOver();
    void backOffWithoutACauseSharesIt();
    void expiredEvents();
    void aggregatesOpenNoTry();
    void aggregateOfTheOnlyUserCounts();
    void neverWithAnImageThatIsThere();
    void pullOfAnImageThatIsThere();
    void restartFindsTheRegistryGone();
    void statusLagsBehindThePull();
    void sidecarHoldsTheRestBack();
    void containersStartOneAfterTheOther();
    void volumeTroubleThatIsOver();
    void evicted();
    void deletionOverdue();
    void nodeThatIsSilent();
    void unscheduledWithoutEvents();
    void startupProbe();
    void failuresOfAnotherContainerCount();
    void restartPolicyNever();
    void podStatusWithoutContainers();
    void lastAppliedPolicyOfAVolumeIsNotTheContainers();
};

void TestStoryCases::imageVolumeIsPulledFirst()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.imageVolumes = {{u"model"_s, u"models/x:2"_s, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Volume}};
    pod.statuses = {waiting(u"ContainerCreating"_s)};
    const auto stories =
        pull::tell(pod, QList{said(u"Pulling"_s, u"Pulling image \"models/x:2\""_s, 1s, {})}, nullptr, Born + 5s);
    QCOMPARE(stories.size(), 2);
    QCOMPARE(stories.at(0).container, u"model"_s);
    QCOMPARE(stories.at(0).kind, kube::ContainerKind::Volume);
    QCOMPARE(stories.at(0).verdict, Verdict::Working);
    SAYS(stories.at(0), "outcome.pulling");
    QCOMPARE(stories.at(0).statements.first().evidence, u"spec.volumes{model}.image.reference"_s);
    QCOMPARE(stories.at(1).verdict, Verdict::Waiting);
    QVERIFY(stories.at(1).attempts.isEmpty());
}

void TestStoryCases::imageVolumeFails()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.imageVolumes = {{u"model"_s, u"models/x:2"_s, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Volume}};
    pod.statuses = {waiting(u"ImagePullBackOff"_s, u"Back-off pulling image \"models/x:2\""_s)};
    const auto stories =
        pull::tell(pod,
                   QList{said(u"Pulling"_s, u"Pulling image \"models/x:2\""_s, 1s, {}),
                         said(u"Failed"_s, u"Failed to pull image \"models/x:2\": not found: denied: denied"_s, 2s, {}),
                         said(u"Failed"_s, u"Error: ErrImagePull"_s, 2100ms)},
                   nullptr, Born + 5s);
    QCOMPARE(stories.at(0).verdict, Verdict::Failed);
    QVERIFY(!stories.at(0).failureCategory.isEmpty());
    QCOMPARE(pull::tries(stories.at(0)), 1);
    QCOMPARE(stories.at(1).verdict, Verdict::Failed);
    QVERIFY(!stories.at(0).nextTryFrom.isNull());
}

void TestStoryCases::ephemeralContainer()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.statuses = {running(3s)};
    pod.ephemeralContainers = {{u"debug"_s, u"busybox"_s, kube::PullPolicy::Always, kube::ContainerKind::Ephemeral}};
    kube::ContainerStatus status = running(20s);
    status.name = u"debug"_s;
    status.ready = false;  // ephemeral containers have no probes: this is no lack of readiness
    pod.ephemeralStatuses = {status};
    const QString path = u"spec.ephemeralContainers{debug}"_s;
    const auto stories = pull::tell(
        pod,
        QList{said(u"Pulling"_s, u"Pulling image \"busybox\""_s, 18s, path),
              said(u"Pulled"_s, u"Successfully pulled image \"busybox\" in 1.5s (2s including waiting)"_s, 20s, path),
              said(u"Started"_s, u"Started container debug"_s, 20500ms, path)},
        nullptr, Born + 30s);
    QCOMPARE(stories.at(1).verdict, Verdict::Good);
    QCOMPARE(stories.at(1).statements.first().evidence, u"spec.ephemeralContainers{debug}.image"_s);
    QCOMPARE(stories.at(1).attempts.size(), 1);
    QCOMPARE(stories.at(1).attempts.first().pullTime, 1500ms);
    QCOMPARE(stories.at(1).attempts.first().totalTime, 2s);
    SAYS(stories.at(1), "outcome.pulled.queue");
}

void TestStoryCases::staticPodIsKnownByItsHash()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.meta.uid = u"mirror-uid"_s;
    pod.meta.annotations = {{u"kubernetes.io/config.hash"_s, u"pod-uid"_s}};
    pod.statuses = {waiting(u"ContainerCreating"_s)};
    SAYS(told(pod, {said(u"Pulling"_s, u"Pulling image \"app:1\""_s, 1s)}), "outcome.pulling");
}

void TestStoryCases::eventsOfAnotherPodDoNotCount()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.meta.uid = u"another"_s;
    pod.statuses = {waiting(u"ContainerCreating"_s)};
    const auto story = told(pod, {said(u"Pulling"_s, u"Pulling image \"app:1\""_s, 1s)});
    QCOMPARE(story.verdict, Verdict::Waiting);
    QVERIFY(story.attempts.isEmpty());
}

/** The kubelet's limit swallows the events of a late success: the status is the truth. */
void TestStoryCases::successWhoseEventsWereLost()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.statuses = {running(400s)};
    const auto story = told(
        pod,
        {said(u"Pulling"_s, u"Pulling image \"app:1\""_s, 1s, u"spec.containers{web}"_s, 12, 310s),
         said(u"Failed"_s, u"Failed to pull image \"app:1\": no such host"_s, 2s, u"spec.containers{web}"_s, 12, 311s)},
        nullptr, 500s);
    QCOMPARE(story.verdict, Verdict::Good);
    QVERIFY(story.failureCategory.isEmpty());
    QVERIFY(story.nextTryFrom.isNull());
    SAYS(story, "outcome.overcome");
    SAYS(story, "outcome.running");
    SAYS(story, "gap.uncounted");
    QCOMPARE(pull::tries(story), 13);  // twelve failed, and one must have worked
    QCOMPARE(story.attempts.last().started, Born + 400s);
}

/** The pull under way that the last event speaks of has ended: the container ran after it. */
void TestStoryCases::pullBeforeTheLastRunIsOver()
{
    kube::Pod pod = podOf(u"app:1"_s, kube::PullPolicy::Always);
    kube::ContainerStatus status = waiting(u"CrashLoopBackOff"_s, u"back-off 1m20s restarting failed container=web"_s);
    status.restartCount = 4;
    status.lastState.phase = Phase::Terminated;
    status.lastState.exitCode = 1;
    status.lastState.startedAt = Born + 115s;
    status.lastState.finishedAt = Born + 116s;
    pod.statuses = {status};
    const auto story = told(
        pod, {said(u"Pulling"_s, u"Pulling image \"app:1\""_s, 1s, u"spec.containers{web}"_s, 4, 115s)}, nullptr, 150s);
    QCOMPARE(story.failureCategory, u"CrashLoopBackOff"_s);
    SAYS(story, "outcome.overcome.pulling");
    QVERIFY(!says(story, u"outcome.pulling"_s));
    QCOMPARE(pull::tries(story), 5);
    QCOMPARE(story.attempts.last().ended, Born + 116s);
    QCOMPARE(story.nextTryFrom, Born + 196s);
}

void TestStoryCases::backOffWithoutACauseSharesIt()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.containers.prepend({u"twin"_s, u"app:1"_s, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Regular});
    pod.statuses = {waiting(u"ImagePullBackOff"_s, u"Back-off pulling image \"app:1\""_s)};
    const auto stories = pull::tell(
        pod,
        QList{said(u"Failed"_s, u"Failed to pull image \"app:1\": no such host"_s, 1s, u"spec.containers{twin}"_s)},
        nullptr, Born + 5s);
    QCOMPARE(stories.at(1).failureCategory, u"dns"_s);
    QCOMPARE(stories.at(1).nextTryFrom, Born + 11s);
}

void TestStoryCases::expiredEvents()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.statuses = {running(3s)};
    SAYS(told(pod, {}, nullptr, 5h), "gap.expired");
    SAYS(told(pod, {}, nullptr, 50s), "gap.noevents");
    pod.statuses = {waiting(u"ImagePullBackOff"_s, u"Back-off pulling image \"app:1\": ErrImagePull: no such host"_s)};
    const auto story = told(pod, {}, nullptr, 5h);
    QCOMPARE(story.verdict, Verdict::Failed);
    QCOMPARE(story.failureCategory, u"dns"_s);
    QVERIFY(story.nextTryFrom.isNull());
    SAYS(story, "next.retry.unknown");
}

void TestStoryCases::aggregatesOpenNoTry()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.containers.append({u"twin"_s, u"app:1"_s, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Regular});
    pod.statuses = {waiting(u"ContainerCreating"_s)};
    const auto story = told(
        pod,
        {said(u"Pulled"_s,
              u"(combined from similar events): Successfully pulled image \"app:1\" in 2s (2s including waiting)"_s,
              9s)});
    QVERIFY(story.attempts.isEmpty());
    QCOMPARE(story.verdict, Verdict::Waiting);
    SAYS(story, "gap.combined");
}

void TestStoryCases::aggregateOfTheOnlyUserCounts()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.statuses = {waiting(u"ContainerCreating"_s)};
    const auto story = told(
        pod,
        {said(u"Pulled"_s,
              u"(combined from similar events): Successfully pulled image \"app:1\" in 2s (2s including waiting)"_s,
              9s)});
    SAYS(story, "outcome.pulled");
    QCOMPARE(story.attempts.size(), 1);
}

/** From 1.35 the same text stands for an image that is there but that the pod may not use. */
void TestStoryCases::neverWithAnImageThatIsThere()
{
    kube::Pod pod = podOf(u"app:1"_s, kube::PullPolicy::Never);
    const QString text = u"Container image \"app:1\" is not present with pull policy of Never"_s;
    pod.statuses = {waiting(u"ErrImageNeverPull"_s, text)};
    const QList events = {said(u"ErrImageNeverPull"_s, text, 1s)};
    const kube::Node there = nodeOf(u"v1.36.1"_s, {u"docker.io/library/app:1"_s});
    SAYS(told(pod, events, &there), "decision.refuse.verify");
    const kube::Node old = nodeOf(u"v1.30.1"_s, {u"docker.io/library/app:1"_s});
    SAYS(told(pod, events, &old), "decision.refuse");
    const kube::Node absent = nodeOf(u"v1.36.1"_s);
    SAYS(told(pod, events, &absent), "decision.refuse");
    SAYS(told(pod, events, &absent), "node.lacked");
}

void TestStoryCases::pullOfAnImageThatIsThere()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.statuses = {waiting(u"ErrImagePull"_s, u"401 Unauthorized"_s)};
    const kube::Node there = nodeOf(u"v1.36.1"_s, {u"docker.io/library/app:1"_s});
    const auto story = told(pod,
                            {said(u"Pulling"_s, u"Pulling image \"app:1\""_s, 1s),
                             said(u"Failed"_s, u"Failed to pull image \"app:1\": 401 Unauthorized"_s, 1500ms)},
                            &there);
    SAYS(story, "decision.verify");
    QCOMPARE(story.failureCategory, u"unauthorized"_s);
}

void TestStoryCases::restartFindsTheRegistryGone()
{
    kube::Pod pod = podOf(u"app"_s, kube::PullPolicy::Always);
    pod.phase = u"Running"_s;
    kube::ContainerStatus status = waiting(u"ErrImagePull"_s, u"dial tcp: connection refused"_s);
    status.restartCount = 0;  // the restart has not got past its pull
    status.lastState.phase = Phase::Terminated;
    status.lastState.startedAt = Born + 5s;
    status.lastState.finishedAt = Born + 100s;
    pod.statuses = {status};
    const QList events = {said(u"Pulling"_s, u"Pulling image \"app\""_s, 1s, u"spec.containers{web}"_s, 2, 101s),
                          said(u"Pulled"_s, u"Successfully pulled image \"app\" in 3s (3s including waiting)"_s, 4s),
                          said(u"Created"_s, u"Created container web"_s, 4500ms),
                          said(u"Started"_s, u"Started container web"_s, 5s),
                          said(u"Failed"_s, u"Failed to pull image \"app\": dial tcp: connection refused"_s, 101500ms)};
    const auto story = told(pod, events, nullptr, 105s);
    QCOMPARE(story.verdict, Verdict::Failed);
    QCOMPARE(story.failureCategory, u"connection-refused"_s);
    QCOMPARE(story.attempts.size(), 2);
    QCOMPARE(story.attempts.first().ended, Born + 100s);
    QVERIFY(story.attempts.last().restart);
}

/** The status keeps the reason of the last try while the next is pulling, for minutes. */
void TestStoryCases::statusLagsBehindThePull()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.statuses = {waiting(u"ImagePullBackOff"_s, u"Back-off pulling image \"app:1\""_s)};
    QList events = {said(u"Pulling"_s, u"Pulling image \"app:1\""_s, 1s, u"spec.containers{web}"_s, 2, 15s),
                    said(u"Failed"_s, u"Failed to pull image \"app:1\": i/o timeout"_s, 3s)};
    const auto story = told(pod, events, nullptr, 300s);
    QCOMPARE(story.verdict, Verdict::Working);
    SAYS(story, "outcome.pulling");
    SAYS(story, "next.pulled");
    events << said(u"Pulled"_s, u"Successfully pulled image \"app:1\" in 4m50s"_s, 305s)
           << said(u"Created"_s, u"Created container web"_s, 306s);
    QCOMPARE(told(pod, events, nullptr, 306s).verdict, Verdict::Working);
    events << said(u"Started"_s, u"Started container web"_s, 307s);
    const auto started = told(pod, events, nullptr, 307s);
    QCOMPARE(started.verdict, Verdict::Good);
    SAYS(started, "outcome.started.event");
    QCOMPARE(started.attempts.last().totalTime, 290s);
}

void TestStoryCases::sidecarHoldsTheRestBack()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.initContainers = {{u"proxy"_s, u"proxy:1"_s, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Sidecar}};
    pod.statuses = {waiting(u"PodInitializing"_s)};
    kube::ContainerStatus proxy = running(5s);
    proxy.name = u"proxy"_s;
    proxy.started = false;
    pod.initStatuses = {proxy};
    SAYS(pull::tell(pod, {}, nullptr, Born + 9s).at(1), "outcome.init");
    pod.initStatuses.first().started = true;
    SAYS(pull::tell(pod, {}, nullptr, Born + 9s).at(1), "outcome.taken");
}

void TestStoryCases::containersStartOneAfterTheOther()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.containers.append({u"second"_s, u"app:2"_s, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Regular});
    kube::ContainerStatus second = waiting(u"ContainerCreating"_s);
    second.name = u"second"_s;
    pod.statuses = {waiting(u"ContainerCreating"_s), second};
    const QList events = {said(u"Pulling"_s, u"Pulling image \"app:1\""_s, 1s)};
    const auto stories = pull::tell(pod, events, nullptr, Born + 9s);
    SAYS(stories.at(0), "outcome.pulling");
    SAYS(stories.at(1), "outcome.turn");
    QCOMPARE(stories.at(1).verdict, Verdict::Waiting);
    SAYS(pull::tell(pod, {}, nullptr, Born + 9s).at(1), "outcome.taken");
}

void TestStoryCases::volumeTroubleThatIsOver()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.statuses = {waiting(u"ContainerCreating"_s)};
    QList events = {said(u"FailedMount"_s, u"MountVolume.SetUp failed for volume \"v\" : timed out"_s, 1s, {})};
    const auto blocked = told(pod, events);
    QCOMPARE(blocked.failureCategory, u"FailedMount"_s);
    QCOMPARE(blocked.verdict, Verdict::Waiting);
    events << said(u"Pulling"_s, u"Pulling image \"app:1\""_s, 9s);
    const auto over = told(pod, events);
    QVERIFY(over.failureCategory.isEmpty());
    QCOMPARE(over.verdict, Verdict::Working);
}

void TestStoryCases::evicted()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.phase = u"Failed"_s;
    pod.reason = u"Evicted"_s;
    pod.message = u"The node was low on resource: ephemeral-storage."_s;
    const auto story = told(pod, {});
    QCOMPARE(story.verdict, Verdict::Failed);
    QCOMPARE(story.failureCategory, u"Evicted"_s);
    QCOMPARE(story.rawFailure, pod.message);
}

void TestStoryCases::deletionOverdue()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.statuses = {running(3s)};
    pod.meta.deletionTimestamp = Born + 90s;
    SAYS(told(pod, {}, nullptr, 60s), "next.gone");
    SAYS(told(pod, {}, nullptr, 200s), "next.gone.late");
    QCOMPARE(told(pod, {}, nullptr, 60s).verdict, Verdict::Working);
}

void TestStoryCases::nodeThatIsSilent()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.statuses = {running(3s)};
    kube::Node node = nodeOf(u"v1.36.0"_s);
    node.ready = false;
    node.pressures = {u"DiskPressure"_s};
    const auto story = told(pod, {}, &node);
    SAYS(story, "node.silent");
    SAYS(story, "node.pressure");
}

void TestStoryCases::unscheduledWithoutEvents()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.nodeName.clear();
    SAYS(told(pod, {}), "outcome.unscheduled");
    pod.conditions = {{u"PodScheduled"_s, u"False"_s, u"SchedulingGated"_s, u"held back"_s, Born}};
    const auto gated = told(pod, {});
    QCOMPARE(gated.failureCategory, u"SchedulingGated"_s);
    QCOMPARE(gated.verdict, Verdict::Waiting);
}

void TestStoryCases::startupProbe()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.statuses = {running(3s)};
    const QList events = {said(u"Started"_s, u"Started container web"_s, 3s),
                          said(u"Unhealthy"_s, u"Liveness probe failed: HTTP 500"_s, 50s)};
    const auto story = told(pod, events, nullptr, 60s);
    QCOMPARE(story.failureCategory, u"Unhealthy"_s);
    QCOMPARE(told(pod, events, nullptr, 10min).verdict, Verdict::Good);
}

/** Containers of one pod with the same image text share one back-off. */
void TestStoryCases::failuresOfAnotherContainerCount()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.containers.prepend({u"twin"_s, u"app:1"_s, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Regular});
    kube::ContainerStatus twin = waiting(u"ErrImagePull"_s);
    twin.name = u"twin"_s;
    pod.statuses = {twin, waiting(u"ErrImagePull"_s)};
    const QString failed = u"Failed to pull image \"app:1\": i/o timeout"_s;
    const auto stories = pull::tell(
        pod, QList{said(u"Failed"_s, failed, 1s, u"spec.containers{twin}"_s), said(u"Failed"_s, failed, 12s)}, nullptr,
        Born + 20s);
    QCOMPARE(stories.at(1).nextTryFrom, Born + 12s + 20s);
}

void TestStoryCases::restartPolicyNever()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.restartPolicy = u"Never"_s;
    pod.phase = u"Failed"_s;
    kube::ContainerStatus status;
    status.name = u"web"_s;
    status.state.phase = Phase::Terminated;
    status.state.exitCode = 137;
    status.state.reason = u"OOMKilled"_s;
    status.state.startedAt = Born + 1s;
    status.state.finishedAt = Born + 9s;
    pod.statuses = {status};
    const auto story = told(pod, {said(u"Started"_s, u"Started container web"_s, 1s)});
    QCOMPARE(story.failureCategory, u"OOMKilled"_s);
    SAYS(story, "next.none.failed");
    QCOMPARE(story.attempts.first().ended, Born + 9s);
}

void TestStoryCases::podStatusWithoutContainers()
{
    const kube::Pod pod = podOf(u"app:1"_s);
    const auto story = told(pod, {});
    QCOMPARE(story.verdict, Verdict::Waiting);
    SAYS(story, "outcome.nothing");
    SAYS(told(pod, {said(u"Started"_s, u"Started container web"_s, 1s)}), "outcome.started.event");
}

void TestStoryCases::lastAppliedPolicyOfAVolumeIsNotTheContainers()
{
    kube::Pod pod = podOf(u"app:1"_s);
    pod.hasLastApplied = true;
    pod.lastAppliedPolicies = {{u"web"_s, kube::PullPolicy::IfNotPresent}};
    pod.imageVolumes = {{u"web"_s, u"model"_s, kube::PullPolicy::Always, kube::ContainerKind::Volume}};
    const auto stories = pull::tell(pod, {}, nullptr, Born);
    SAYS(stories.at(0), "policy.cannottell.latest");
    SAYS(stories.at(1), "policy.explicit");
}

QTEST_APPLESS_MAIN(TestStoryCases)
#include "test_story_cases.moc"
