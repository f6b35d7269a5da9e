// SPDX-License-Identifier: Apache-2.0
#include "manualtiming.h"
#include "mirror/follow/gate.h"

#include <QTest>

using namespace std::chrono_literals;
using mirror::Gate;
using mirror::Pass;

class TestGate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void letsInSoManyASecond()
    {
        support::ManualTiming timing;
        Gate gate(timing, {.perSecond = 50, .burst = 100, .requests = 1000, .lists = 3});
        std::vector<std::unique_ptr<Pass>> passes;
        int inside = 0;
        for (int i = 0; i < 300; ++i) {
            passes.push_back(std::make_unique<Pass>(gate));
            passes.back()->ask(Pass::For::Request, 0, [&inside] { ++inside; });
        }
        QCOMPARE(inside, 100);
        timing.pass(1s);
        QVERIFY2(inside >= 145 && inside <= 151, qPrintable(QString::number(inside)));
        timing.pass(10s);
        QCOMPARE(inside, 300);
    }

    void letsInSoManyAtATime()
    {
        support::ManualTiming timing;
        Gate gate(timing);
        std::vector<std::unique_ptr<Pass>> passes;
        int requests = 0;
        int lists = 0;
        for (int i = 0; i < 20; ++i) {
            passes.push_back(std::make_unique<Pass>(gate));
            passes.back()->ask(Pass::For::Request, 0, [&requests] { ++requests; });
        }
        std::vector<std::unique_ptr<Pass>> whole;
        for (int i = 0; i < 5; ++i) {
            whole.push_back(std::make_unique<Pass>(gate));
            whole.back()->ask(Pass::For::List, 0, [&lists] { ++lists; });
        }
        QCOMPARE(requests, 16);
        QCOMPARE(lists, 3);
        passes.front()->release();
        whole.front().reset();
        timing.pass(1ms);
        QCOMPARE(requests, 17);
        QCOMPARE(lists, 4);
        whole.clear();
        QCOMPARE(lists, 4);  // who went away is not called
    }

    void A25_after429AllComeOneByOneAndPodsFirst()
    {
        support::ManualTiming timing;
        timing.chance = [] { return 0.5; };
        Gate gate(timing);
        gate.close(5s);
        gate.close(2s);  // the longer one counts
        QList<std::pair<int, std::chrono::milliseconds>> order;
        std::vector<std::unique_ptr<Pass>> passes;
        for (const int rank : {3, 1, 0, 2, 0}) {
            passes.push_back(std::make_unique<Pass>(gate));
            passes.back()->ask(rank == 1 ? Pass::For::Watch : Pass::For::Request, rank,
                               [&order, &timing, rank] { order.emplaceBack(rank, timing.elapsed()); });
        }
        timing.pass(4999ms);
        QVERIFY(order.isEmpty());
        timing.pass(1ms);
        QCOMPARE(order.size(), 1);
        timing.pass(10s);
        QCOMPARE(order, (QList<std::pair<int, std::chrono::milliseconds>>{
                            {0, 5000ms}, {0, 5150ms}, {1, 5300ms}, {2, 5450ms}, {3, 5600ms}}));
        bool isIn = false;
        Pass late(gate);
        timing.pass(1s);
        late.ask(Pass::For::Request, 9, [&isIn] { isIn = true; });
        QVERIFY(isIn);  // the storm is over
    }

    void A25_aSecond429StopsTheRest()
    {
        support::ManualTiming timing;
        Gate gate(timing);
        gate.close(1s);
        int asked = 0;
        std::vector<std::unique_ptr<Pass>> passes;
        for (int i = 0; i < 40; ++i) {
            passes.push_back(std::make_unique<Pass>(gate));
            passes.back()->ask(Pass::For::Request, i % 4, [&] {
                ++asked;
                gate.close(30s);  // as every answer of a storm does
            });
        }
        timing.pass(5min);
        QCOMPARE(asked, 10);  // one each half minute, not forty at its end
    }
};

QTEST_APPLESS_MAIN(TestGate)
#include "test_gate.moc"
