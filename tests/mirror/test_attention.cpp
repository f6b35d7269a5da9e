// SPDX-License-Identifier: Apache-2.0
#include "manualtiming.h"
#include "mirror/inside/attention.h"

#include <QTest>

using namespace std::chrono_literals;
using mirror::Attention;
using mirror::Kind;

class TestAttention : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void closesWhatNobodyLooksAtAfterFiveMinutes()
    {
        support::ManualTiming timing;
        Attention attention(timing);
        QList<std::pair<Kind, bool>> changes;
        connect(&attention, &Attention::changed, this, [&](Kind kind, bool isOn) { changes.emplaceBack(kind, isOn); });
        attention.setAttended(false);
        timing.pass(4min);
        attention.setAttended(true);  // came back
        attention.setAttended(false);
        timing.pass(4min);
        QVERIFY(changes.isEmpty());
        timing.pass(1min);
        QCOMPARE(changes.size(), 4);
        QVERIFY(!attention.isOn(Kind::Pods));
        attention.setAttended(true);
        QCOMPARE(changes.size(), 8);  // at once
        QVERIFY(attention.isOn(Kind::Pods));
    }

    void onDemandOnlyWhatViewsNeed()
    {
        support::ManualTiming timing;
        Attention attention(timing);
        attention.setOnDemand(true);
        attention.setWanted(Kind::Nodes, true);
        attention.setWanted(Kind::Nodes, true);
        timing.pass(6min);
        QVERIFY(attention.isOn(Kind::Pods));
        QVERIFY(attention.isOn(Kind::Nodes));
        QVERIFY(!attention.isOn(Kind::Events));
        attention.setWanted(Kind::Nodes, false);
        timing.pass(6min);
        QVERIFY(attention.isOn(Kind::Nodes));  // one view is left
        attention.setWanted(Kind::Events, true);
        QVERIFY(attention.isOn(Kind::Events));
        attention.setWanted(Kind::Nodes, false);
        timing.pass(6min);
        QVERIFY(!attention.isOn(Kind::Nodes));
        attention.setOnDemand(false);
        QVERIFY(attention.isOn(Kind::Nodes));
    }
};

QTEST_APPLESS_MAIN(TestAttention)
#include "test_attention.moc"
