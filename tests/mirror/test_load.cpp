// SPDX-License-Identifier: Apache-2.0
// Many events at once: what comes out is bounded by objects, and takes a bounded time.
#include "bench.h"
#include "mirror/inside/mailbox.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using mirror::Change;
using support::frame;
using support::list;
using support::pod;

namespace {

/** A store that notes into a mailbox whose consumer answers when the test says so. */
struct Flow {
    support::ManualTiming timing;
    QList<mirror::Batch> sent;
    mirror::Mailbox mailbox{timing, [](mirror::Batch &) {}, [this](const mirror::Batch &batch) { sent << batch; }};
    mirror::Counters counters;
    decode::Reader reader;
    mirror::Store<kube::SlimPod> store{[this](const Change<kube::SlimPod> &change) {
        mailbox.pods.note(change);
        mailbox.touch();
    }};
    mirror::KindIntake<kube::SlimPod> intake{reader, store, counters};

    void hear(const QByteArray &type, const QByteArray &object)
    {
        if (!intake.frame(frame(type, object), {}))
            qFatal("a frame cannot be read");
    }
};

}  // namespace

class TestLoad : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void A37_aStormOfDeletionsIsOneBatch()
    {
        constexpr int Count = 20'000;
        Flow flow;
        for (int i = 0; i < Count; ++i)
            flow.hear("ADDED", pod(QByteArray::number(i), i + 1));
        flow.timing.pass(50ms);
        QCOMPARE(flow.sent.size(), 1);
        QCOMPARE(flow.sent.last().pods.upserts.size(), Count);
        flow.mailbox.acknowledge();
        for (int i = 0; i < Count; ++i)
            flow.hear("DELETED", pod(QByteArray::number(i), Count + i + 1));
        flow.timing.pass(50ms);
        QCOMPARE(flow.sent.size(), 2);
        QCOMPARE(flow.sent.last().pods.removals.size(), Count);
        QVERIFY(flow.sent.last().pods.vanished.isEmpty());  // their ends were seen
        QCOMPARE(flow.store.size(), 0);
    }

    void A38_A39_aConsumerThatStandsStillGetsTheLastOfEach()
    {
        constexpr int Count = 100'000;
        constexpr int Objects = 500;
        Flow flow;
        flow.hear("ADDED", pod("0", 1));
        flow.timing.pass(50ms);
        QCOMPARE(flow.sent.size(), 1);  // and is not acknowledged: a dialog is open
        QElapsedTimer timer;
        timer.start();
        for (int i = 1; i <= Count; ++i) {
            flow.hear("MODIFIED", pod(QByteArray::number(i % Objects), i + 1));
            if (i % 5000 == 0)
                flow.timing.pass(1s);
        }
        const double seconds = static_cast<double>(timer.elapsed()) / 1000;
        qInfo("%.0f events a second", Count / seconds);
        QCOMPARE(flow.sent.size(), 1);
        flow.mailbox.acknowledge();
        flow.timing.pass(50ms);
        QCOMPARE(flow.sent.size(), 2);
        QCOMPARE(flow.sent.last().pods.upserts.size(), Objects);
        for (const kube::PodRef &one : std::as_const(flow.sent.last().pods.upserts))
            QVERIFY(one->meta.resourceVersion.toString().toInt() > Count - Objects);
    }

    void vanishedAreThoseThatAListNamesNoMore()
    {
        Flow flow;
        flow.hear("ADDED", pod("a", 1));
        flow.hear("ADDED", pod("b", 2));
        flow.timing.pass(50ms);
        flow.mailbox.acknowledge();
        flow.hear("DELETED", pod("a", 3));
        int loaded = 0;
        QVERIFY(flow.intake.page(list({}, 9), loaded));
        flow.intake.commit(u"9"_s, false);
        flow.timing.pass(50ms);
        QCOMPARE(flow.sent.last().pods.removals.size(), 2);
        QCOMPARE(flow.sent.last().pods.vanished, (QList<kube::Key>{{u"dev"_s, u"b"_s}}));
    }

    void P03_P08_largeObjectsAreTaken()
    {
        Flow flow;
        QByteArray numbers;
        for (int i = 0; i < 2'000'000; ++i)
            numbers += "1,";
        QByteArray keys;
        for (int i = 0; i < 200'000; ++i)
            keys += "\"k" + QByteArray::number(i) + "\":\"v\",";
        const QByteArray large = pod("a", 1).replace("\"spec\":{", "\"x\":[" + numbers + "1],\"spec\":{");
        const QByteArray wide = pod("b", 2).replace("\"uid\"", "\"labels\":{" + keys + "\"k\":\"v\"},\"uid\"");
        const QByteArray heavy =
            pod("c", 3).replace("\"uid\"", "\"annotations\":{\"a\":\"" + QByteArray(1'500'000, 'x') + "\"},\"uid\"");
        flow.hear("ADDED", large);
        flow.hear("ADDED", wide);
        for (int i = 0; i < 20; ++i)
            flow.hear("MODIFIED",
                      QByteArray(heavy).replace("\"3\"", QByteArray("\"" + QByteArray::number(3 + i) + "\"")));
        QCOMPARE(flow.store.size(), 3);
        QCOMPARE(flow.store.value({u"dev"_s, u"b"_s})->family().labels.size(), 200'001);
    }
};

QTEST_GUILESS_MAIN(TestLoad)
#include "test_load.moc"
