// SPDX-License-Identifier: Apache-2.0
// A slim pod gives back the very pod that was folded, and shares what pods have in common.
#include "decode/reader.h"
#include "kube/slim/podref.h"
#include "support/vectors.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;

class TestSlimPod : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortTexts_data();
    void shortTexts();
    void givesRecordedPodsBack();
    void givesAnOddPodBack();
    void tellsMoments();
    void sharesShapes();
    void tellsWhatMayDiffer();
    void isReadAsAWholePodIs();
};

void TestSlimPod::shortTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("version") << u"123456789"_s;
    QTest::newRow("address") << u"255.255.255.255"_s;
    QTest::newRow("sixteen") << u"0123456789abcdef"_s;
    QTest::newRow("seventeen") << u"0123456789abcdefg"_s;
    QTest::newRow("uuid") << u"0f8fad5b-d9cb-469f-a165-70867728950e"_s;
    QTest::newRow("no uuid: capitals") << u"0F8FAD5B-d9cb-469f-a165-70867728950e"_s;
    QTest::newRow("no uuid: dashes") << u"0f8fad5bxd9cb-469f-a165-70867728950e"_s;
    QTest::newRow("beyond Latin-1") << u"\u4e2d"_s;
    QTest::newRow("long") << QString(300, u'x');
}

void TestSlimPod::shortTexts()
{
    QFETCH(const QString, text);
    const kube::ShortText kept(text);
    QCOMPARE(kept.toString(), text);
    QCOMPARE(kept.isEmpty(), text.isEmpty());
    kube::ShortText copy(kept);
    QVERIFY(copy == kept);
    const kube::ShortText moved(std::move(copy));
    QVERIFY(moved == text);
    copy = moved;
    QVERIFY(copy == kept);
    QVERIFY(!(kept == kube::ShortText(text + u'!')));
}

void TestSlimPod::givesRecordedPodsBack()
{
    decode::Reader reader;
    kube::Shapes shapes;
    int pods = 0;
    QDirIterator files(QStringLiteral(TEST_DATA "/fixtures"), {u"pods.json"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto list = reader.list<kube::Pod>(file.readAll());
        QVERIFY(list);
        for (const kube::PodPtr &pod : list->items) {
            QCOMPARE(kube::SlimPod(*pod, shapes).unfolded(), *pod);
            ++pods;
        }
    }
    QVERIFY(pods > 20);
}

void TestSlimPod::givesAnOddPodBack()
{
    kube::Pod pod;
    pod.meta.key = {u"ns"_s, u"web-0"_s};
    pod.meta.uid = u"not a uuid at all, but a text"_s;
    pod.meta.resourceVersion = u"99999999999999999999"_s;
    pod.meta.labels = {{u"app"_s, u"web"_s}, {u"statefulset.kubernetes.io/pod-name"_s, u"web-0"_s}};
    pod.meta.annotations = {{u"a"_s, u"\u4e2d\u6587"_s}, {u"sum"_s, QString(63, u'f')}, {u"z"_s, QString()}};
    pod.meta.deletionTimestamp = kube::Timestamp::fromUnixNanoseconds(1'700'000'000'123'456'789);
    pod.meta.deletionGracePeriodSeconds = 0;
    pod.podIp = u"fd00::1"_s;
    pod.podIps = {u"fd00::1"_s, u"10.0.0.7"_s};
    pod.message = u"evicted"_s;
    pod.startTime = kube::Timestamp::fromUnixSeconds(-5);
    pod.conditions = {{u"Ready"_s, u"Unknown"_s, u"Lost"_s, u"no word since"_s, kube::Timestamp::fromUnixSeconds(7)}};
    kube::ContainerStatus status;
    status.name = u"c"_s;
    status.containerId = u"docker://xyz"_s;
    status.restartCount = -1;
    status.state.message = u"m"_s;
    status.lastState.finishedAt = kube::Timestamp::fromUnixSeconds(3);
    status.started = false;
    pod.initStatuses = {status, kube::ContainerStatus()};
    kube::Shapes shapes;
    QCOMPARE(kube::SlimPod(pod, shapes).unfolded(), pod);
    pod.meta.creationTimestamp = kube::Timestamp::fromUnixSeconds(1'700'000'000);
    QCOMPARE(kube::SlimPod(pod, shapes).unfolded(), pod);
    pod.podIps.clear();
    const kube::SlimPod slim(pod, shapes);
    QCOMPARE(slim.unfolded(), pod);
    QVERIFY(slim.podIps().isEmpty());
    QCOMPARE(slim.label(u"statefulset.kubernetes.io/pod-name"), u"web-0"_s);
    QCOMPARE(slim.label(u"app"), u"web"_s);
    QVERIFY(slim.label(u"none").isNull());
}

void TestSlimPod::tellsMoments()
{
    decode::Reader reader;
    kube::Shapes shapes;
    const auto at = [](qint64 second) { return kube::Timestamp::fromUnixSeconds(second); };
    kube::Pod pod;
    pod.meta.creationTimestamp = at(100);
    pod.startTime = at(101);
    pod.podIps = {u"10.0.0.1"_s, u"10.0.0.2"_s};
    pod.conditions = {{u"A"_s, {}, {}, u"words"_s, at(102)}, {u"B"_s, {}, {}, {}, {}}};
    kube::ContainerStatus status;
    status.containerId = u"containerd://abc"_s;
    status.restartCount = 4;
    status.state = {kube::ContainerState::Phase::Running, {}, u"words"_s, 0, 0, at(103), {}};
    status.lastState = {kube::ContainerState::Phase::Terminated, {}, u"more"_s, 1, 0, at(90), at(95)};
    pod.initStatuses = {kube::ContainerStatus()};
    pod.statuses = {status};
    const kube::SlimPod::Moments moments = kube::SlimPod(pod, shapes).moments();
    QCOMPARE(moments.startTime, at(101));
    QCOMPARE(moments.transitions.size(), 2);
    QCOMPARE(moments.transitions.at(0), at(102));
    QVERIFY(moments.transitions.at(1).isNull());
    QCOMPARE(moments.containers.size(), 2);
    QCOMPARE(moments.containers.at(0).restartCount, 0);
    QCOMPARE(moments.containers.at(1).restartCount, 4);
    QCOMPARE(moments.containers.at(1).startedAt, at(103));
    QVERIFY(moments.containers.at(1).finishedAt.isNull());
    QCOMPARE(moments.containers.at(1).lastStartedAt, at(90));
    QCOMPARE(moments.containers.at(1).lastFinishedAt, at(95));
}

void TestSlimPod::sharesShapes()
{
    kube::Shapes shapes;
    kube::Pod pod;
    pod.containers = {{u"c"_s, u"image"_s, kube::PullPolicy::Always, kube::ContainerKind::Regular}};
    pod.statuses = {kube::ContainerStatus()};
    pod.meta.key.name = u"a"_s;
    const kube::SlimPod one(pod, shapes);
    pod.meta.key.name = u"b"_s;
    pod.statuses.first().restartCount = 3;
    pod.statuses.first().state.startedAt = kube::Timestamp::fromUnixSeconds(9);
    const kube::SlimPod other(pod, shapes);
    QCOMPARE(&one.spec(), &other.spec());
    QCOMPARE(&one.status(), &other.status());
    pod.containers.first().policy = kube::PullPolicy::Never;
    const kube::SlimPod third(pod, shapes);
    QVERIFY(&one.spec() != &third.spec());
    for (int i = 0; i < 5000; ++i) {  // shapes that nobody has any more go, those of others stay
        pod.containers.first().image = QString::number(i);
        const kube::SlimPod shortLived(pod, shapes);
    }
    pod.containers = one.unfolded().containers;
    QCOMPARE(&kube::SlimPod(pod, shapes).spec(), &one.spec());
}

void TestSlimPod::tellsWhatMayDiffer()
{
    kube::Pod pod;
    pod.meta.key = {u"ns"_s, u"a"_s};
    pod.meta.resourceVersion = u"1"_s;
    pod.statuses = {kube::ContainerStatus()};
    const kube::PodRef before(std::make_shared<const kube::Pod>(pod));
    pod.meta.resourceVersion = u"2"_s;
    const kube::PodRef same(std::make_shared<const kube::Pod>(pod));
    QVERIFY(!before->mayDiffer(*same));
    pod.statuses.first().ready = true;
    QVERIFY(before->mayDiffer(*kube::PodRef(std::make_shared<const kube::Pod>(pod))));
    pod.statuses.first() = {};
    pod.statuses.first().lastState.finishedAt = kube::Timestamp::fromUnixSeconds(1);
    QVERIFY(before->mayDiffer(*kube::PodRef(std::make_shared<const kube::Pod>(pod))));
}

void TestSlimPod::isReadAsAWholePodIs()
{
    decode::Reader reader;
    QFile file(QStringLiteral(TEST_DATA "/fixtures/k8s-1.36/sidecar-init/pods.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const auto whole = reader.list<kube::Pod>(bytes);
    const auto slim = reader.list<kube::SlimPod>(bytes);
    QVERIFY(whole && slim);
    QCOMPARE(slim->items.size(), whole->items.size());
    for (qsizetype i = 0; i < slim->items.size(); ++i)
        QCOMPARE(*slim->items.at(i).whole(), *whole->items.at(i));
    QVERIFY(!kube::PodRef().whole());
}

QTEST_APPLESS_MAIN(TestSlimPod)
#include "test_slimpod.moc"
