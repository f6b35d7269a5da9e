// SPDX-License-Identifier: Apache-2.0
// The arithmetic of pulls by registry and node.
#include "models/pullledger.h"
#include "models/registryboard.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::PullFigures;
using models::PullLedger;
using models::RegistryBoard;

namespace {

kube::Event said(const QString &name, const QString &reason, const QString &message, int count = 1)
{
    kube::Event e;
    e.meta.key = {u"dev"_s, name};
    e.meta.uid = u"uid-"_s + name;
    e.involved = {u"Pod"_s, u"dev"_s, u"web"_s, u"uid-web"_s, u"spec.containers{app}"_s};
    e.type = reason == u"Failed" ? u"Warning"_s : u"Normal"_s;
    e.reason = reason;
    e.message = message;
    e.count = count;
    e.host = u"node1"_s;
    e.firstTimestamp = e.lastTimestamp = kube::Timestamp::fromUnixSeconds(1'800'000'000 + count);
    return e;
}

QString pulled(const QString &image, const QString &time, qint64 bytes)
{
    return u"Successfully pulled image \"%1\" in %2 (1h including waiting). Image size: %3 bytes."_s.arg(image, time)
        .arg(bytes);
}

const QString NotFound = u"Failed to pull image \"ghcr.io/a/b:1\": ghcr.io/a/b:1: not found"_s;

void feed(PullLedger &ledger, const QList<kube::Event> &events)
{
    mirror::Batch batch;
    for (const kube::Event &e : events)
        batch.events.upserts.append(std::make_shared<const kube::Event>(e));
    ledger.take(batch);
    ledger.digest(1000, [](const kube::Key &) { return u"by pod"_s; });
}

}  // namespace

class TestRegistryBoard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheHistoryHoldsIsNotCountedAgain()
    {
        // The history gives back an event without the fields that no figure needs; the server may still send it too.
        kube::Event past = said(u"web.1"_s, u"Failed"_s, NotFound, 3);
        past.reportingController.clear();
        PullLedger ledger;
        feed(ledger, {past});
        feed(ledger, {said(u"web.1"_s, u"Failed"_s, NotFound, 3)});
        QCOMPARE(ledger.byRegistry().value(u"ghcr.io"_s).failures(), 3);
        feed(ledger, {said(u"web.1"_s, u"Failed"_s, NotFound, 5)});
        QCOMPARE(ledger.byRegistry().value(u"ghcr.io"_s).failures(), 5);
    }

    /** An event is its pod's namespace's, and all of them together are as one. */
    void namespacesNarrow()
    {
        PullLedger ledger;
        kube::Event other = said(u"web.2"_s, u"Failed"_s, NotFound, 4);
        other.meta.key.ns = other.involved.ns = u"prod"_s;
        feed(ledger, {said(u"web.1"_s, u"Failed"_s, NotFound, 3), other,
                      said(u"web.3"_s, u"Pulled"_s, pulled(u"nginx:1"_s, u"2s"_s, 4 << 20), 1)});
        QCOMPARE(ledger.byRegistry().value(u"ghcr.io"_s).failures(), 7);
        QCOMPARE(ledger.byRegistry({u"prod"_s}).value(u"ghcr.io"_s).failures(), 4);
        QCOMPARE(ledger.byRegistry({u"prod"_s}).keys(), QStringList{u"ghcr.io"_s});
        QCOMPARE(ledger.byNode({u"dev"_s, u"team"_s}).value(u"node1"_s).pulls(), 1);
        QCOMPARE(ledger.byNode({u"dev"_s, u"prod"_s}), ledger.byNode());
        RegistryBoard board;
        board.show(ledger, {u"team"_s});
        QCOMPARE(board.rowCount(), 0);
    }

    void percentilesByNearestRank_data()
    {
        QTest::addColumn<QList<int>>("seconds");
        QTest::addColumn<int>("median");
        QTest::addColumn<int>("slow");
        QTest::newRow("one") << QList<int>{7} << 7 << 7;
        QTest::newRow("two") << QList<int>{9, 1} << 1 << 9;
        QTest::newRow("three") << QList<int>{3, 1, 2} << 2 << 3;
        QList<int> hundred;
        for (int i = 100; i >= 1; --i)
            hundred.append(i);
        QTest::newRow("a hundred") << hundred << 50 << 95;
        QTest::newRow("twenty") << hundred.last(20) << 10 << 19;
    }

    void percentilesByNearestRank()
    {
        QFETCH(QList<int>, seconds);
        QFETCH(int, median);
        QFETCH(int, slow);
        PullFigures figures;
        for (const int s : std::as_const(seconds))
            figures.addPull(std::chrono::seconds(s), {});
        QCOMPARE(figures.percentile(50), PullFigures::Nanoseconds(std::chrono::seconds(median)));
        QCOMPARE(figures.percentile(95), PullFigures::Nanoseconds(std::chrono::seconds(slow)));
    }

    void unknownTimesAreNoTimes()
    {
        PullFigures figures;
        figures.addPull({}, 500);
        QCOMPARE(figures.pulls(), 1);
        QVERIFY(!figures.percentile(50));
        QVERIFY(!figures.throughput());
        figures.addPull(2s, {});
        QVERIFY(!figures.throughput());
        figures.addPull(4s, 800);
        figures.addPull(1s, 200);
        QCOMPARE(figures.throughput(), 200.0);  // 1000 bytes in the 5 s of the pulls that tell both
    }

    void causesByFrequency()
    {
        PullFigures figures;
        figures.addFailures(u"dns"_s, 2);
        figures.addFailures(u"not-found"_s, 3);
        figures.addFailures(u"a-tie"_s, 2);
        figures.addFailures(u"nothing"_s, 0);
        QCOMPARE(figures.failures(), 7);
        QCOMPARE(figures.causes(),
                 (QList<std::pair<QString, int>>{{u"not-found"_s, 3}, {u"a-tie"_s, 2}, {u"dns"_s, 2}}));
    }

    void countsEachOccurrenceOnce()
    {
        PullLedger ledger;
        feed(ledger, {said(u"f"_s, u"Failed"_s, NotFound, 1)});
        feed(ledger, {said(u"f"_s, u"Failed"_s, NotFound, 1)});
        QCOMPARE(ledger.byRegistry().value(u"ghcr.io"_s).failures(), 1);
        feed(ledger, {said(u"f"_s, u"Failed"_s, NotFound, 4)});
        feed(ledger, {said(u"f"_s, u"Failed"_s, NotFound, 3)});
        QCOMPARE(ledger.byRegistry().value(u"ghcr.io"_s).failures(), 4);
        kube::Event other = said(u"f"_s, u"Failed"_s, NotFound, 2);
        other.meta.uid = u"another"_s;
        feed(ledger, {other});
        QCOMPARE(ledger.byRegistry().value(u"ghcr.io"_s).failures(), 6);
        QCOMPARE(ledger.byRegistry().value(u"ghcr.io"_s).causes(),
                 (QList<std::pair<QString, int>>{{u"not-found"_s, 6}}));
    }

    void onlyRegistriesAreCounted()
    {
        PullLedger ledger;
        feed(ledger, {said(u"a"_s, u"Pulled"_s, u"Container image \"nginx:1\" already present on machine"_s),
                      said(u"b"_s, u"Failed"_s, u"Error: ErrImagePull"_s),
                      said(u"c"_s, u"Pulled"_s, pulled(u"nginx:1"_s, u"5s"_s, 100)),
                      said(u"d"_s, u"Killing"_s, u"Stopping"_s)});
        QCOMPARE(ledger.byRegistry().keys(), QStringList{u"docker.io"_s});
        QCOMPARE(ledger.byRegistry().value(u"docker.io"_s).pulls(), 1);
        QCOMPARE(ledger.byNode().keys(), QStringList{u"node1"_s});
        QCOMPARE(ledger.lastPull(u"docker.io/library/nginx:1"_s).bytes, 100);
        QVERIFY(ledger.lastPull(u"docker.io/library/redis:1"_s).at.isNull());
    }

    void combinedEventsTellOnlyTheirLatest()
    {
        PullLedger ledger;
        feed(ledger,
             {said(u"c"_s, u"Pulled"_s, u"(combined from similar events): "_s + pulled(u"nginx"_s, u"4s"_s, 400), 3)});
        const PullFigures figures = ledger.byRegistry().value(u"docker.io"_s);
        QCOMPARE(figures.pulls(), 3);
        QCOMPARE(figures.throughput(), 100.0);
    }

    void whatExpiresStaysCounted()
    {
        PullLedger ledger;
        feed(ledger, {said(u"f"_s, u"Failed"_s, NotFound, 2)});
        mirror::Batch expired;
        expired.events.removals = {{u"dev"_s, u"f"_s}};
        ledger.take(expired);
        QCOMPARE(ledger.byRegistry().value(u"ghcr.io"_s).failures(), 2);
        mirror::Batch reset;
        reset.reset = true;
        ledger.take(reset);
        QVERIFY(ledger.byRegistry().isEmpty());
    }

    void worksInSlices()
    {
        PullLedger ledger;
        mirror::Batch batch;
        for (int i = 0; i < 10; ++i)
            batch.events.upserts.append(std::make_shared<const kube::Event>(
                said(QString::number(i), u"Pulled"_s, pulled(u"nginx"_s, u"1s"_s, 1))));
        ledger.take(batch);
        ledger.digest(4, {});
        QVERIFY(ledger.isBehind());
        QCOMPARE(ledger.byRegistry().value(u"docker.io"_s).pulls(), 4);
        ledger.digest(100, {});
        QVERIFY(!ledger.isBehind());
        QCOMPARE(ledger.byRegistry().value(u"docker.io"_s).pulls(), 10);
    }

    void showsTheFigures()
    {
        RegistryBoard board;
        QAbstractItemModelTester tester(&board);
        PullLedger ledger;
        feed(ledger, {said(u"a"_s, u"Pulled"_s, pulled(u"nginx:1"_s, u"2s"_s, 4 << 20)),
                      said(u"f"_s, u"Failed"_s, NotFound, 2)});
        board.show(ledger);
        QCOMPARE(board.rowCount(), 2);
        const auto cell = [&board](int row, int column) { return board.index(row, column).data().toString(); };
        QCOMPARE(cell(0, RegistryBoard::Name), u"docker.io"_s);
        QCOMPARE(cell(0, RegistryBoard::Median), u"2.0s"_s);
        QCOMPARE(cell(0, RegistryBoard::Throughput), u"2.0 MiB/s"_s);
        QCOMPARE(cell(1, RegistryBoard::Failures), u"2"_s);
        QCOMPARE(cell(1, RegistryBoard::Causes), u"not found ×2"_s);
        QCOMPARE(cell(1, RegistryBoard::Median), QString());
        QVERIFY(board.headerData(RegistryBoard::Throughput, Qt::Horizontal, Qt::ToolTipRole)
                    .toString()
                    .contains(u"cached layers"_s));
        QSignalSpy changed(&board, &RegistryBoard::dataChanged);
        board.show(ledger);
        QCOMPARE(changed.size(), 0);
        feed(ledger, {said(u"f"_s, u"Failed"_s, NotFound, 3)});
        board.show(ledger);
        QCOMPARE(changed.size(), 1);
        board.setGroup(RegistryBoard::Group::Node);
        QCOMPARE(board.rowCount(), 1);
        QCOMPARE(cell(0, RegistryBoard::Pulls), u"1"_s);
        board.show(PullLedger());
        QCOMPARE(board.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRegistryBoard)
#include "test_registryboard.moc"
