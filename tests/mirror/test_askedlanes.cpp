// SPDX-License-Identifier: Apache-2.0
#include "mirror/inside/lanes.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int Many = 2001;

kube::PodPtr pod(int number, int version = 1)
{
    kube::Pod pod;
    pod.meta.key = {u"dev"_s, QString::number(number)};
    pod.meta.uid = u"uid-%1"_s.arg(number);
    pod.meta.resourceVersion = QString::number(version);
    pod.meta.creationTimestamp = kube::Timestamp::fromUnixSeconds(100);
    pod.containers = {{u"c"_s, u"image"_s, kube::PullPolicy::Always, kube::ContainerKind::Regular}};
    return std::make_shared<const kube::Pod>(pod);
}

kube::EventPtr said(int number)
{
    kube::Event event;
    event.meta.key = {u"dev"_s, u"event-%1"_s.arg(number)};
    event.meta.uid = event.meta.key.name;
    event.meta.resourceVersion = u"1"_s;
    event.involved = {u"Pod"_s, u"dev"_s, QString::number(number), u"uid-%1"_s.arg(number), {}};
    event.reason = u"Scheduled"_s;
    event.firstTimestamp = event.lastTimestamp = kube::Timestamp::fromUnixSeconds(101);
    return std::make_shared<const kube::Event>(event);
}

struct Bench {
    mirror::Store<kube::SlimPod> pods{[this](const mirror::Change<kube::SlimPod> &change) {
        lanes.observe(change, kube::Timestamp::fromUnixSeconds(200));
    }};
    mirror::Store<kube::Event> events{[this](const mirror::Change<kube::Event> &change) {
        if (change.now)
            lanes.observe(*change.now);
    }};
    mirror::Lanes lanes{pods, events};

    QStringList changed()
    {
        QStringList names;
        for (const timeline::PodLanesPtr &one : lanes.takeChanged())
            names << one->pod.name + (one->deleted ? u" gone"_s : QString());
        names.sort();
        return names;
    }
};

QSet<kube::Key> keys(const QList<int> &numbers)
{
    QSet<kube::Key> found;
    for (const int number : numbers)
        found.insert({u"dev"_s, QString::number(number)});
    return found;
}

}  // namespace

class TestAskedLanes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allOfFewPods();
    void askedOnesOfMany();
    void allAgain();
};

void TestAskedLanes::allOfFewPods()
{
    Bench bench;
    bench.pods.upsert(pod(1));
    bench.pods.upsert(pod(2));
    QVERIFY(!bench.lanes.areAsked());
    QCOMPARE(bench.changed(), (QStringList{u"1"_s, u"2"_s}));
    bench.lanes.ask(keys({2}));  // means nothing where all have lanes
    QVERIFY(bench.changed().isEmpty());
    bench.pods.remove({u"dev"_s, u"1"_s}, u"uid-1"_s, u"2"_s);
    QCOMPARE(bench.changed(), QStringList{u"1 gone"_s});
}

void TestAskedLanes::askedOnesOfMany()
{
    Bench bench;
    bench.events.upsert(said(7));
    for (int i = 0; i < Many; ++i)
        bench.pods.upsert(pod(i));
    QVERIFY(bench.lanes.areAsked());
    QVERIFY(bench.changed().isEmpty());

    bench.lanes.ask(keys({7, 9, 999'999}));
    const QList<timeline::PodLanesPtr> told = bench.lanes.takeChanged();
    QCOMPARE(told.size(), 2);
    for (const timeline::PodLanesPtr &one : told)  // with what was known before they were asked for
        QCOMPARE(one->lanes.first().marks.size(), one->pod.name == u"7" ? 1 : 0);

    bench.pods.upsert(pod(9, 2));
    bench.pods.upsert(pod(10, 2));
    QCOMPARE(bench.changed(), QStringList{u"9"_s});
    bench.lanes.ask(keys({9, 10}));
    QCOMPARE(bench.changed(), (QStringList{u"10"_s, u"9"_s}));
    bench.events.upsert(said(9));
    QCOMPARE(bench.changed(), QStringList{u"9"_s});
    bench.pods.remove({u"dev"_s, u"9"_s}, u"uid-9"_s, u"3"_s);
    QCOMPARE(bench.changed(), QStringList{u"9 gone"_s});
}

void TestAskedLanes::allAgain()
{
    Bench bench;
    for (int i = 0; i < Many; ++i)
        bench.pods.upsert(pod(i));
    QVERIFY(bench.lanes.areAsked());
    for (int i = 1000; i < Many; ++i)
        bench.pods.remove({u"dev"_s, QString::number(i)}, u"uid-%1"_s.arg(i), u"2"_s);
    QVERIFY(!bench.lanes.areAsked());
    QVERIFY(bench.changed().size() >= 1000);
}

QTEST_APPLESS_MAIN(TestAskedLanes)
#include "test_askedlanes.moc"
