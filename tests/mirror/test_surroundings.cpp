// SPDX-License-Identifier: Apache-2.0
#include "mirror/surroundings.h"

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

class TestSurroundings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void N14_tellsOfSleepOnceAndOfNoShortNap()
    {
        std::chrono::milliseconds slept = 3h;
        mirror::Surroundings surroundings(1ms, [&slept] { return slept; });
        QSignalSpy woke(&surroundings, &mirror::Surroundings::woke);
        QTest::qWait(20);
        QCOMPARE(woke.count(), 0);  // what was slept before it began is no news
        slept += 9s;
        QTest::qWait(20);
        QCOMPARE(woke.count(), 0);
        slept += 8h;
        QTRY_COMPARE(woke.count(), 1);
        QTest::qWait(20);
        QCOMPARE(woke.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSurroundings)
#include "test_surroundings.moc"
