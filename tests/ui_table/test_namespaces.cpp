// SPDX-License-Identifier: Apache-2.0
#include "style/settings.h"
#include "views/switcher/namespacepicker.h"
#include "views/table/podtable.h"
#include "windows/desks/desk.h"
#include "windows/stateline.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using views::NamespacePicker;

namespace {

mirror::Batch pods()
{
    mirror::Batch batch;
    batch.reset = true;
    batch.states.pods.phase = mirror::State::Phase::Live;
    for (const QString &ns : {u"dev"_s, u"prod"_s, u"team-a"_s}) {
        kube::Pod pod;
        pod.meta.key = {ns, u"web"_s};
        pod.meta.uid = ns;
        pod.phase = u"Pending"_s;
        pod.containers = {{u"c"_s, u"nginx"_s, {}, {}}};
        kube::ContainerStatus status;
        status.name = u"c"_s;
        status.state.phase = kube::ContainerState::Phase::Waiting;
        status.state.reason = u"ErrImagePull"_s;
        pod.statuses = {status};
        batch.pods.upserts.append(std::make_shared<const kube::Pod>(pod));
    }
    return batch;
}

/** A picker with its list open. */
struct Open {
    NamespacePicker picker;
    QSignalSpy chosen{&picker, &NamespacePicker::chosen};
    QLineEdit *search;
    QListWidget *list;

    explicit Open(const QStringList &now)
    {
        picker.setNamespaces({u"dev"_s, u"prod"_s, u"team-a"_s}, now);
        picker.show();
        picker.open();
        search = picker.popup().findChild<QLineEdit *>();
        list = picker.popup().findChild<QListWidget *>();
        std::ignore = QTest::qWaitForWindowActive(&picker.popup());
    }
};

}  // namespace

class TestNamespaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void severalByKeys()
    {
        Open open({});
        QCOMPARE(open.picker.text(), u"All namespaces"_s);
        QTest::keyClick(open.search, Qt::Key_Down);
        open.list->setFocus();
        QTest::keyClick(open.list, Qt::Key_Down);
        QTest::keyClick(open.list, Qt::Key_Space);
        QTest::keyClick(open.list, Qt::Key_Down);
        QTest::keyClick(open.list, Qt::Key_Space);
        QTest::keyClick(open.list, Qt::Key_Return);
        QCOMPARE(open.chosen.size(), 1);
        QCOMPARE(open.chosen.first().first().toStringList(), (QStringList{u"dev"_s, u"prod"_s}));
        QVERIFY(!open.picker.popup().isVisible());
    }

    void whatIsFoundIsTaken()
    {
        Open open({u"dev"_s});
        QCOMPARE(open.picker.text(), u"dev"_s);
        QTest::keyClicks(open.search, u"TEAM"_s);
        QVERIFY(open.list->item(1)->isHidden());
        QTest::keyClick(open.search, Qt::Key_Return);
        QCOMPARE(open.chosen.size(), 1);
        QCOMPARE(open.chosen.first().first().toStringList(), QStringList{u"team-a"_s});
    }

    void allAndSomeExcludeOneAnother()
    {
        Open open({u"dev"_s, u"gone"_s});
        QCOMPARE(open.list->count(), 5);  // what is chosen is listed, whether the cluster named it or not
        open.list->item(0)->setCheckState(Qt::Checked);
        for (int row = 1; row < open.list->count(); ++row)
            QCOMPARE(open.list->item(row)->checkState(), Qt::Unchecked);
        open.list->item(2)->setCheckState(Qt::Checked);
        QCOMPARE(open.list->item(0)->checkState(), Qt::Unchecked);
    }

    void escapeChangesNothing()
    {
        Open open({u"dev"_s});
        open.list->item(0)->setCheckState(Qt::Checked);
        QTest::keyClick(open.list, Qt::Key_Escape);
        QCOMPARE(open.chosen.size(), 0);
        QCOMPARE(open.picker.text(), u"dev"_s);
    }

    void severalAreFilteredHere()
    {
        QWidget window;
        windows::Desk desk({u"c"_s, u"f"_s}, &window);
        desk.apply(pods());
        QCOMPARE(desk.pods().filter().rowCount(), 3);
        QCOMPARE(desk.pods().filter().pullProblems(), 3);
        desk.watch(QStringList{u"dev"_s, u"team-a"_s});
        QCOMPARE(desk.pods().filter().rowCount(), 2);
        QCOMPARE(desk.pods().filter().pullProblems(), 2);
        QVERIFY(desk.truth(mirror::Kind::Pods).scope.ns.isEmpty());
        desk.watch(QStringList{u"dev"_s});
        QCOMPARE(desk.truth(mirror::Kind::Pods).scope.ns, u"dev"_s);
        desk.watch(QStringList{});
        QCOMPARE(desk.pods().filter().rowCount(), 3);
    }

    /** What is counted is what is shown, of all that there is. */
    void theStatusLineCountsWhatIsShown()
    {
        QStatusBar bar;
        windows::StateLine line(&bar);
        const auto text = [&bar, &line](windows::Desk &desk) {
            line.show(&desk);
            return bar.findChild<QLabel *>()->text().trimmed();
        };
        QWidget window;
        windows::Desk desk({u"c"_s, u"f"_s}, &window);
        desk.apply(pods());
        QCOMPARE(text(desk), u"3 pod(s)  ·  3 with a problem"_s);
        desk.watch(QStringList{u"dev"_s, u"team-a"_s});
        QCOMPARE(text(desk), u"2 of 3 pod(s)  ·  2 with a problem"_s);
        desk.setFilter(u"ns=dev"_s);
        QCOMPARE(text(desk), u"1 of 3 pod(s)  ·  1 with a problem"_s);
        desk.setFilter(u"status=Running"_s);
        QCOMPARE(text(desk), u"0 of 3 pod(s)"_s);
    }

    void whatWasNotChosenIsNotMissed()
    {
        QWidget window;
        windows::Desk desk({u"c"_s, u"f"_s}, &window);
        mirror::Batch batch = pods();
        batch.states.pods.missing = {u"dev"_s, u"other"_s};
        desk.apply(batch);
        desk.watch(QStringList{u"dev"_s, u"team-a"_s});
        QCOMPARE(desk.truth(mirror::Kind::Pods).state.missing, QList<QString>{u"dev"_s});
    }

    void theyComeBack()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"s.ini"_s);
        style::Settings(file).setLastNamespaces(u"a/b"_s, {u"dev"_s, u"team-a"_s});
        const style::Settings settings(file);
        QCOMPARE(settings.lastNamespaces(u"a/b"_s), (std::optional(QStringList{u"dev"_s, u"team-a"_s})));
        QCOMPARE(settings.lastNamespaces(u"other"_s), std::nullopt);
        style::Settings(file).setLastNamespaces(u"a/b"_s, {});
        QCOMPARE(style::Settings(file).lastNamespaces(u"a/b"_s), std::optional(QStringList()));
    }
};

QTEST_MAIN(TestNamespaces)
#include "test_namespaces.moc"
