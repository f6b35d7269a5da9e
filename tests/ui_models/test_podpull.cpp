// SPDX-License-Identifier: Apache-2.0
// What the pod table says of pulls, and what that costs.
#include "models/podfilter.h"
#include "models/podmodel.h"
#include "models/pullwords.h"
#include "models/snapshot.h"
#include "models/workload.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::PodModel;
using models::PodPull;
using State = PodPull::State;
using Phase = kube::ContainerState::Phase;

namespace {

constexpr qint64 Now = 1'800'000'000;
const QString Image = u"nginx:1.27"_s;

kube::PodRef slim(const kube::Pod &pod)
{
    return std::make_shared<const kube::Pod>(pod);
}

kube::Pod podNamed(const QString &name)
{
    kube::Pod pod;
    pod.meta.key = {u"dev"_s, name};
    pod.meta.uid = u"uid-"_s + name;
    pod.nodeName = u"node1"_s;
    pod.phase = u"Pending"_s;
    pod.containers = {{u"app"_s, Image, kube::PullPolicy::IfNotPresent, kube::ContainerKind::Regular}};
    return pod;
}

kube::Pod in(kube::Pod pod, Phase phase, const QString &reason = {}, const QString &message = {})
{
    kube::ContainerStatus status;
    status.name = u"app"_s;
    status.state.phase = phase;
    status.state.reason = reason;
    status.state.message = message;
    if (phase == Phase::Running)
        status.containerId = u"containerd://1"_s;
    pod.statuses = {status};
    return pod;
}

kube::EventPtr said(const kube::Pod &pod, const QString &reason, const QString &message, qint64 second, int count = 1)
{
    static int serial = 0;
    kube::Event e;
    e.meta.key = {u"dev"_s, pod.meta.key.name + u'.' + QString::number(++serial)};
    e.meta.uid = QString::number(serial);
    e.involved = {u"Pod"_s, u"dev"_s, pod.meta.key.name, pod.meta.uid, u"spec.containers{app}"_s};
    e.type = reason == u"Failed" ? u"Warning"_s : u"Normal"_s;
    e.reason = reason;
    e.message = message;
    e.count = count;
    e.firstTimestamp = e.lastTimestamp = kube::Timestamp::fromUnixSeconds(second);
    return std::make_shared<const kube::Event>(e);
}

const QString Pulling = u"Pulling image \"nginx:1.27\""_s;
const QString Pulled =
    u"Successfully pulled image \"nginx:1.27\" in 15.4s (20s including waiting). Image size: 100 bytes."_s;
const QString OnNode = u"Container image \"nginx:1.27\" already present on machine"_s;
const QString NotFound =
    u"Failed to pull image \"nginx:1.27\": rpc error: code = NotFound desc = docker.io/library/nginx:1.27: not found"_s;

/** A model with its snapshot, as the window has them. */
struct Shown {
    models::Snapshot snapshot;
    PodModel model;
    Shown()
    {
        model.setClock([] { return kube::Timestamp::fromUnixSeconds(Now); });
        model.setEvents([this](const kube::SlimPod &pod) { return snapshot.eventsOf(pod); });
    }
    void apply(const QList<kube::Pod> &pods, const QList<kube::EventPtr> &events)
    {
        mirror::Batch batch;
        for (const kube::Pod &pod : pods)
            batch.pods.upserts.append(std::make_shared<const kube::Pod>(pod));
        batch.events.upserts = events;
        snapshot.apply(batch);
        model.apply(batch);
    }
    [[nodiscard]] QString cell(int column) const { return model.index(0, column).data().toString(); }
};

}  // namespace

class TestPodPull : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<kube::Pod>("pod");
        QTest::addColumn<QList<kube::EventPtr>>("events");
        QTest::addColumn<QStringList>("cells");
        const kube::Pod pod = podNamed(u"web"_s);
        const kube::Pod waits = in(pod, Phase::Waiting, u"ContainerCreating"_s);
        const kube::Pod runs = in(pod, Phase::Running);
        const QList pulling{said(pod, u"Pulling"_s, Pulling, Now - 12)};
        const QList pulled = pulling + QList{said(pod, u"Pulled"_s, Pulled, Now - 2)};
        using Events = QList<kube::EventPtr>;
        QTest::newRow("waiting") << waits << Events{} << QStringList{u"waiting"_s, {}, {}};
        QTest::newRow("no status yet") << pod << Events{} << QStringList{u"waiting"_s, {}, {}};
        QTest::newRow("pulling") << waits << pulling << QStringList{u"pulling 12s"_s, {}, {}};
        QTest::newRow("pulled") << runs << pulled << QStringList{u"pulled 15.4s"_s, u"15.4s"_s, {}};
        QTest::newRow("on node") << runs << Events{said(pod, u"Pulled"_s, OnNode, Now)}
                                 << QStringList{u"on node"_s, {}, {}};
        QTest::newRow("a Pulling that nothing ends is no pull of a running container")
            << runs << pulling << QStringList{u"unknown"_s, {}, {}};
        QTest::newRow("running, events gone") << runs << Events{} << QStringList{u"unknown"_s, {}, {}};
        QTest::newRow("failed") << in(pod, Phase::Waiting, u"ImagePullBackOff"_s)
                                << Events{said(pod, u"Failed"_s, NotFound, Now)}
                                << QStringList{u"failed"_s, {}, u"not found"_s};
        QTest::newRow("failed, told by the status alone")
            << in(pod, Phase::Waiting, u"ErrImagePull"_s, u"dial tcp: lookup example.test: no such host"_s) << Events{}
            << QStringList{u"failed"_s, {}, u"name not resolved (DNS)"_s};
        QTest::newRow("never") << in(pod, Phase::Waiting, u"ErrImageNeverPull"_s) << Events{}
                               << QStringList{u"failed"_s, {}, u"not on node, policy Never"_s};
        QTest::newRow("a second try") << waits
                                      << Events{said(pod, u"Pulled"_s, Pulled, Now - 100),
                                                said(pod, u"Pulling"_s, Pulling, Now - 3)}
                                      << QStringList{u"pulling 3s"_s, u"15.4s"_s, {}};
    }

    void judges()
    {
        QFETCH(kube::Pod, pod);
        QFETCH(QList<kube::EventPtr>, events);
        QFETCH(QStringList, cells);
        Shown shown;
        QAbstractItemModelTester tester(&shown.model);
        shown.apply({pod}, events);
        QCOMPARE(QStringList({shown.cell(PodModel::Pull), shown.cell(PodModel::PullTime), shown.cell(PodModel::Cause)}),
                 cells);
    }

    void theWorstContainerSpeaks()
    {
        kube::Pod pod = in(podNamed(u"web"_s), Phase::Running);
        pod.initContainers = {{u"setup"_s, Image, kube::PullPolicy::Always, kube::ContainerKind::Init}};
        const kube::EventPtr main = said(pod, u"Pulled"_s, Pulled, Now);
        auto setup = std::make_shared<kube::Event>(*said(pod, u"Pulled"_s, Pulled, Now - 30));
        setup->involved.fieldPath = u"spec.initContainers{setup}"_s;
        const QList<kube::EventPtr> events{main, setup};
        const PodPull pull = models::pullOf(*slim(pod), events);
        QCOMPARE(pull.state, State::Pulled);
        QCOMPARE(pull.time, std::optional<std::chrono::nanoseconds>(30800ms));
        kube::ContainerStatus refused;
        refused.name = u"setup"_s;
        refused.state.phase = Phase::Waiting;
        refused.state.reason = u"InvalidImageName"_s;
        pod.initStatuses = {refused};
        QCOMPARE(models::pullOf(*slim(pod), events).state, State::Failed);
        QCOMPARE(models::pullOf(*slim(pod), events).category, u"InvalidImageName"_s);
        QVERIFY(models::hasPullProblem(*slim(pod)));
    }

    void eventsChangeOnlyThePullColumns()
    {
        Shown shown;
        QAbstractItemModelTester tester(&shown.model);
        const kube::Pod pod = in(podNamed(u"web"_s), Phase::Waiting, u"ContainerCreating"_s);
        shown.apply({pod}, {});
        QSignalSpy changed(&shown.model, &PodModel::dataChanged);
        QCOMPARE(shown.cell(PodModel::Pull), u"waiting"_s);
        shown.apply({}, {said(pod, u"Pulling"_s, Pulling, Now - 5)});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex(), shown.model.index(0, PodModel::Pull));
        QCOMPARE(changed.first().at(1).toModelIndex(), shown.model.index(0, PodModel::PullTime));
        shown.apply({}, {said(pod, u"Unhealthy"_s, u"probe failed"_s, Now)});
        QCOMPARE(changed.size(), 1);
    }

    void whatWasSeenStaysKnownWhenItsEventsGo()
    {
        Shown shown;
        const kube::Pod pod = in(podNamed(u"web"_s), Phase::Running);
        const kube::EventPtr told = said(pod, u"Pulled"_s, Pulled, Now);
        shown.apply({pod}, {told});
        QCOMPARE(shown.cell(PodModel::Pull), u"pulled 15.4s"_s);
        mirror::Batch expired;
        expired.events.removals = {told->meta.key};
        shown.snapshot.apply(expired);
        shown.model.apply(expired);
        kube::Pod later = pod;
        later.statuses.first().ready = true;
        shown.apply({later}, {});
        QCOMPARE(shown.cell(PodModel::Pull), u"pulled 15.4s"_s);
    }

    void timesSortAsTimes()
    {
        Shown shown;
        models::PodFilter filter(shown.model);
        QAbstractItemModelTester tester(&filter);
        const kube::Pod slow = in(podNamed(u"slow"_s), Phase::Running);
        const kube::Pod quick = in(podNamed(u"quick"_s), Phase::Running);
        shown.apply({slow, quick},
                    {said(slow, u"Pulled"_s,
                          u"Successfully pulled image \"nginx:1.27\" in 1m40s (1m40s including waiting)"_s, Now),
                     said(quick, u"Pulled"_s,
                          u"Successfully pulled image \"nginx:1.27\" in 9.5s (9.5s including waiting)"_s, Now)});
        filter.sort(PodModel::PullTime);
        QCOMPARE(filter.pod(0)->meta.key.name, u"quick"_s);
    }

    void problemsAreCountedAndFound()
    {
        Shown shown;
        models::PodFilter filter(shown.model);
        const kube::Pod bad = in(podNamed(u"bad"_s), Phase::Waiting, u"ImagePullBackOff"_s);
        shown.apply({bad, in(podNamed(u"crash"_s), Phase::Waiting, u"CrashLoopBackOff"_s)}, {});
        QCOMPARE(shown.model.pullProblems(), 1);
        filter.setText(u"is:pull-problem"_s);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.pod(0)->meta.key.name, u"bad"_s);
        filter.setText(u"-is:pull-problem"_s);
        QCOMPARE(filter.pod(0)->meta.key.name, u"crash"_s);
        shown.apply({in(bad, Phase::Running)}, {});
        QCOMPARE(shown.model.pullProblems(), 0);
        filter.setText(u"is:pull"_s);
        QCOMPARE(filter.rowCount(), 0);
    }

    void theFilterWordGoesInAndOut()
    {
        using models::PodQuery;
        const QString word = models::wordOf(models::Trait::PullProblem);
        const QString with = PodQuery::withWord(u"image:nginx  -node:a"_s, word, true);
        QCOMPARE(with, u"image:nginx -node:a is:pull-problem"_s);
        QVERIFY(PodQuery::hasWord(with, word));
        QCOMPARE(PodQuery::withWord(with, word, false), u"image:nginx -node:a"_s);
    }

    void everyCategoryHasWords()
    {
        for (const auto &rule : {u"not-found"_s, u"dns"_s, u"unauthorized"_s, u"rate-limited"_s, u"unknown"_s})
            QVERIFY(!models::PullWords::cause(rule).contains(u'-'));
        QCOMPARE(models::PullWords::cause(u"some-new-one"_s), u"some new one"_s);
        QVERIFY(models::PullWords::cause({}).isEmpty());
    }

    void workloads()
    {
        kube::Pod pod = podNamed(u"web-7f9c-x"_s);
        QVERIFY(models::workloadOf(*slim(pod)).isEmpty());
        pod.meta.owners = {{u"ReplicaSet"_s, u"web-7f9c"_s, u"1"_s, true}};
        QCOMPARE(models::workloadOf(*slim(pod)), u"ReplicaSet/web-7f9c"_s);
        pod.meta.labels = {{u"pod-template-hash"_s, u"7f9c"_s}};
        QCOMPARE(models::workloadOf(*slim(pod)), u"Deployment/web"_s);
        pod.meta.owners = {{u"Job"_s, u"import"_s, u"1"_s, true}};
        QCOMPARE(models::workloadOf(*slim(pod)), u"Job/import"_s);
    }

    void manyPodsCostLittle()
    {
        Shown shown;
        QList<kube::Pod> pods;
        QList<kube::EventPtr> events;
        for (int i = 0; i < 20'000; ++i) {
            pods.append(in(podNamed(u"pod-%1"_s.arg(i)), Phase::Running));
            events.append(said(pods.last(), u"Pulled"_s, Pulled, Now));
        }
        shown.apply(pods, {});
        int asked = 0;
        shown.model.setEvents([&](const kube::SlimPod &pod) {
            ++asked;
            return shown.snapshot.eventsOf(pod);
        });
        shown.apply({}, events);
        QCOMPARE(asked, 0);  // nobody has looked
        for (int row = 0; row < 40; ++row)
            std::ignore = shown.model.index(row, PodModel::Pull).data();
        std::ignore = shown.model.index(0, PodModel::Cause).data();
        QCOMPARE(asked, 40);
    }
};

QTEST_GUILESS_MAIN(TestPodPull)
#include "test_podpull.moc"
