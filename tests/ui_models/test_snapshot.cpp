// SPDX-License-Identifier: Apache-2.0
#include "models/snapshot.h"

#include <QDateTime>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/** What the window knows beside the tables. */
class TestSnapshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /** A server's clock that runs ahead of the Date that was seen: nothing that it told lies in the future. */
    void nowIsNeverBeforeWhatTheServerTold()
    {
        const auto local = kube::Timestamp::fromUnixNanoseconds(QDateTime::currentMSecsSinceEpoch() * 1'000'000);
        models::Snapshot snapshot;
        QVERIFY(snapshot.now() < local + 1h);
        timeline::PodLanes pod;
        timeline::Lane lane;
        lane.spans = {{timeline::SpanKind::Create, local + 1h, local + 2h, {}, {}},
                      {timeline::SpanKind::Run, local + 2h, {}, {}, {}}};
        pod.lanes = {lane};
        mirror::Batch batch;
        batch.lanes = {std::make_shared<const timeline::PodLanes>(pod)};
        snapshot.apply(batch);
        QCOMPARE(snapshot.now(), local + 2h);
        batch.lanes.clear();
        batch.reset = true;  // another cluster, another clock
        snapshot.apply(batch);
        QVERIFY(snapshot.now() < local + 1h);
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "test_snapshot.moc"
