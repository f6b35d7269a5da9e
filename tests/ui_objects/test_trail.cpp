// SPDX-License-Identifier: Apache-2.0
#include "stage.h"
#include "views/decisionview.h"
#include "views/describeview.h"
#include "views/trail/ownertrail.h"
#include "windows/desks/kindwatch.h"
#include "windows/kindrail.h"

#include <QToolButton>

using namespace Qt::StringLiterals;
using views::OwnerTrail;

namespace {

const QList<OwnerTrail::Step> Chain{
    {u"Deployment"_s, u"web"_s}, {u"ReplicaSet"_s, u"web-7f9c8d"_s}, {u"Pod"_s, u"web-7f9c8d-x2z"_s}};

QList<QToolButton *> buttons(const QWidget &widget)
{
    return widget.findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
}

}  // namespace

class TestTrail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachOwnerIsAWayToIt()
    {
        OwnerTrail trail;
        trail.setSteps(Chain);
        trail.resize(600, 30);
        QVERIFY(!trail.isHidden());
        QCOMPARE(trail.text(), u"Deployment web › ReplicaSet web-7f9c8d › Pod"_s);
        QSignalSpy chosen(&trail, &OwnerTrail::chosen);
        QCOMPARE(buttons(trail).size(), 2);
        QCOMPARE(buttons(trail).at(1)->text(), u"ReplicaSet web-7f9c8d"_s);
        buttons(trail).at(1)->click();
        QCOMPARE(chosen.takeFirst(), (QVariantList{u"ReplicaSet"_s, u"web-7f9c8d"_s}));
        trail.setSteps(Chain.last(1));
        QVERIFY(trail.isHidden());
        QVERIFY(buttons(trail).isEmpty());
    }

    void keysGoAlong()
    {
        QWidget window;
        OwnerTrail trail(&window);
        trail.setSteps(Chain);
        window.resize(600, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy chosen(&trail, &OwnerTrail::chosen);
        const auto all = buttons(trail);
        all.at(0)->setFocus();
        QTest::keyClick(all.at(0), Qt::Key_Left);
        QVERIFY(all.at(0)->hasFocus());
        QTest::keyClick(all.at(0), Qt::Key_Right);
        QVERIFY(all.at(1)->hasFocus());
        QTest::keyClick(all.at(1), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QTest::keyClick(all.at(1), Qt::Key_Space);
        QCOMPARE(chosen.size(), 2);
    }

    /** Only long names give way, and the line is never wider than its place. */
    void longNamesGiveWay()
    {
        OwnerTrail trail;
        trail.setSteps({Chain.at(0), {u"ReplicaSet"_s, QString(200, u'x')}, Chain.at(2)});
        for (const int width : {260, 400, 900}) {
            trail.resize(width, 30);
            trail.grab();
            QVERIFY(buttons(trail).at(1)->text().contains(u'…'));
            QVERIFY(trail.childrenRect().right() <= width);
        }
        QCOMPARE(buttons(trail).at(0)->text(), u"Deployment web"_s);
    }

    void aPodsOwnersStandAboveItsStory()
    {
        QWidget window;
        windows::Desk desk({u"c"_s, u"f"_s}, &window);
        kube::Pod pod;
        pod.meta.key = {u"dev"_s, u"web-1-x"_s};
        pod.meta.uid = u"u"_s;
        pod.meta.owners = {{u"ReplicaSet"_s, u"web-1"_s, u"r"_s, true}};
        pod.meta.labels = {{u"pod-template-hash"_s, u"1"_s}};
        mirror::Batch batch;
        batch.pods.upserts = {std::make_shared<const kube::Pod>(pod)};
        desk.apply(batch);
        desk.select(pod.meta.key);
        QCOMPARE(desk.why().trail().text(), u"Deployment web › ReplicaSet web-1 › Pod"_s);
        QCOMPARE(desk.description().trail().steps(), desk.why().trail().steps());
        desk.select({});
        QVERIFY(desk.why().trail().steps().isEmpty());
    }

    void theRailLeadsToKinds()
    {
        Stage stage;
        QVERIFY(stage.begin());
        auto *rail = stage.window->findChild<windows::KindRail *>();
        QVERIFY(rail && rail->isVisible());
        const auto marked = [rail] {
            QStringList texts;
            for (const QToolButton *button : buttons(*rail))
                if (button->isChecked())
                    texts << button->text();
            return texts.join(u' ');
        };
        QCOMPARE(marked(), u"po"_s);
        const auto all = buttons(*rail);
        const auto named = [&all](const QString &text) {
            return *std::ranges::find_if(all, [&text](const QToolButton *b) { return b->text() == text; });
        };
        named(u"po"_s)->setFocus();
        QTest::keyClick(named(u"po"_s), Qt::Key_Down);
        QTest::keyClick(named(u"no"_s), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(marked(), u"no"_s, 10'000);
        QCOMPARE(stage.desk->kinds().lookedAt(), u"Node"_s);
        stage.window->actions().pods->trigger();
        QTRY_COMPARE(marked(), u"po"_s);
        stage.window->showNothing();
        QVERIFY(!rail->isVisible());
    }
};

QTEST_MAIN(TestTrail)
#include "test_trail.moc"
