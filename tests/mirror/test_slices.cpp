// SPDX-License-Identifier: Apache-2.0
#include "mirror/inside/slices.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using mirror::Slices;
using Phase = mirror::State::Phase;

namespace {

kube::PodPtr pod(int number)
{
    kube::Pod pod;
    pod.meta.key = {u"dev"_s, QString::number(number)};
    return std::make_shared<const kube::Pod>(pod);
}

}  // namespace

class TestSlices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesASmallBatchAsItIs();
    void cutsALargeOne();
    void removesBeforeItAdds();
};

void TestSlices::givesASmallBatchAsItIs()
{
    Slices slices;
    QVERIFY(slices.isEmpty());
    mirror::Batch batch;
    batch.reset = true;
    batch.states.pods.phase = Phase::Live;
    batch.serverGitVersion = u"v1.36.2"_s;
    batch.pods.upserts = {pod(1), pod(2)};
    batch.lanes = {std::make_shared<timeline::PodLanes>()};
    slices.take(batch);
    QVERIFY(!slices.isEmpty());
    const mirror::Batch part = slices.next();
    QVERIFY(slices.isEmpty());
    QVERIFY(part.reset);
    QCOMPARE(part.states.pods.phase, Phase::Live);
    QCOMPARE(part.serverGitVersion, u"v1.36.2"_s);
    QCOMPARE(part.pods.upserts.size(), 2);
    QCOMPARE(part.lanes.size(), 1);
    slices.take({});  // a batch without objects tells of a state
    QVERIFY(!slices.isEmpty());
    std::ignore = slices.next();
    QVERIFY(slices.isEmpty());
}

void TestSlices::cutsALargeOne()
{
    Slices slices;
    mirror::Batch batch;
    batch.reset = true;
    batch.states.pods.phase = Phase::Live;
    batch.lanes = {std::make_shared<timeline::PodLanes>()};
    const int count = int(Slices::Most) * 3 + 1;
    for (int i = 0; i < count; ++i)
        batch.pods.upserts.append(pod(i));
    slices.take(batch);
    QSet<QString> names;
    int parts = 0;
    while (!slices.isEmpty()) {
        const mirror::Batch part = slices.next();
        QCOMPARE(part.reset, parts == 0);
        QVERIFY(part.pods.upserts.size() <= Slices::Most);
        // what is not whole yet is not told as whole
        QCOMPARE(part.states.pods.phase, slices.isEmpty() ? Phase::Live : mirror::State().phase);
        QCOMPARE(part.lanes.size(), slices.isEmpty() ? 1 : 0);
        for (const kube::PodRef &one : part.pods.upserts)
            names.insert(one->meta.key.name);
        ++parts;
    }
    QCOMPARE(parts, 4);
    QCOMPARE(names.size(), count);
}

void TestSlices::removesBeforeItAdds()
{
    Slices slices;
    mirror::Batch batch;
    const int count = int(Slices::Most) + 500;
    for (int i = 0; i < count; ++i) {
        batch.pods.removals.append({u"dev"_s, QString::number(i)});
        batch.pods.upserts.append(pod(i));
    }
    slices.take(batch);
    QSet<QString> gone;
    while (!slices.isEmpty()) {
        const mirror::Batch part = slices.next();
        for (const kube::Key &key : part.pods.removals)
            gone.insert(key.name);
        for (const kube::PodRef &one : part.pods.upserts)
            QVERIFY(gone.contains(one->meta.key.name));
        QVERIFY(part.pods.removals.isEmpty() || part.pods.upserts.isEmpty() || gone.size() == count);
    }
    QCOMPARE(gone.size(), count);
}

QTEST_APPLESS_MAIN(TestSlices)
#include "test_slices.moc"
