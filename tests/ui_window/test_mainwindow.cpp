// SPDX-License-Identifier: Apache-2.0
#include "mirror/cluster.h"
#include "models/registryboard.h"
#include "views/decisionview.h"
#include "views/imagematrixview.h"
#include "views/table/podtable.h"
#include "views/timelineview.h"
#include "views/welcomepage.h"
#include "windows/actions.h"
#include "windows/docks.h"
#include "windows/mainwindow.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const kube::Key Web{u"dev"_s, u"web"_s};

mirror::Batch live()
{
    kube::Pod pod;
    pod.meta.key = Web;
    pod.meta.uid = u"uid-web"_s;
    pod.meta.creationTimestamp = kube::Timestamp::fromUnixSeconds(1'800'000'000);
    pod.phase = u"Pending"_s;
    pod.containers = {{u"nginx"_s, u"nginx:latest"_s, kube::PullPolicy::Always, kube::ContainerKind::Regular}};
    mirror::Batch batch;
    batch.reset = true;
    batch.states.pods.phase = mirror::State::Phase::Live;
    batch.pods.upserts = {std::make_shared<const kube::Pod>(pod)};
    return batch;
}

/** Opens a context without a cluster, and shows it. */
windows::Desk &openDesk(windows::MainWindow &window, const QString &context = u"prod"_s)
{
    windows::Desk &desk = window.desks().open({context, u"/config"_s});
    window.desks().show(&desk);
    return desk;
}

}  // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_settings = std::make_unique<style::Settings>(m_dir.filePath(QString::number(++m_count))); }

    void selectsInAllViews()
    {
        windows::MainWindow window(*m_settings);
        openDesk(window).apply(live());
        window.desks().current()->select(Web);
        QCOMPARE(window.findChild<views::PodTable *>()->selected(), Web);
        QCOMPARE(window.findChild<views::TimelineView *>()->selected(), Web);
        QCOMPARE(window.findChild<views::DecisionView *>()->container(), u"nginx"_s);
        QVERIFY(window.actions().remove->isEnabled());
    }

    void welcomesAndComesBack()
    {
        windows::MainWindow window(*m_settings);
        windows::Desk &desk = openDesk(window);
        window.showWelcome({});
        QVERIFY(window.findChild<views::WelcomePage *>()->isVisibleTo(&window));
        QVERIFY(!window.findChild<views::TimelineView *>()->isVisibleTo(&window));
        window.showNothing();
        QVERIFY(!window.findChild<views::WelcomePage *>()->isVisibleTo(&window));
        window.desks().show(&desk);
        QVERIFY(window.findChild<views::TimelineView *>()->isVisibleTo(&window));
    }

    void filtersByTheBox()
    {
        windows::MainWindow window(*m_settings);
        openDesk(window).apply(live());
        for (QLineEdit *line : window.findChildren<QLineEdit *>())
            if (line->accessibleName() == u"Filter")
                line->setText(u"-image:nginx"_s);
        QCOMPARE(window.findChild<views::PodTable *>()->filter().rowCount(), 0);
    }

    void pullProblemsAreOneClickAway()
    {
        windows::MainWindow window(*m_settings);
        mirror::Batch batch = live();
        kube::Pod bad = batch.pods.upserts.first()->unfolded();
        bad.meta.key.name = bad.meta.uid = u"bad"_s;
        kube::ContainerStatus status;
        status.name = u"nginx"_s;
        status.state.phase = kube::ContainerState::Phase::Waiting;
        status.state.reason = u"ErrImagePull"_s;
        bad.statuses = {status};
        batch.pods.upserts.append(std::make_shared<const kube::Pod>(bad));
        openDesk(window).apply(batch);
        QLineEdit *filter = nullptr;
        for (QLineEdit *line : window.findChildren<QLineEdit *>())
            if (line->accessibleName() == u"Filter")
                filter = line;
        QVERIFY(filter);
        filter->setText(u"image:nginx"_s);
        auto *table = window.findChild<views::PodTable *>();
        QCOMPARE(table->filter().rowCount(), 2);
        window.actions().pullProblems->trigger();
        QCOMPARE(filter->text(), u"image:nginx is:pull-problem"_s);
        QCOMPARE(table->filter().rowCount(), 1);
        filter->setText(u"image:nginx"_s);
        QVERIFY(!window.actions().pullProblems->isChecked());
        window.actions().pullProblems->trigger();
        window.actions().pullProblems->trigger();
        QCOMPARE(filter->text(), u"image:nginx"_s);
    }

    void everyViewHasItsNumber()
    {
        windows::MainWindow window(*m_settings);
        openDesk(window).apply(live());
        window.show();
        auto &docks = *window.findChild<windows::Docks *>();
        const QList<QAction *> actions = docks.actions();
        QCOMPARE(actions.size(), 9);
        for (int i = 0; i < actions.size(); ++i)
            QCOMPARE(actions.at(i)->shortcut(), QKeySequence(u"Alt+%1"_s.arg(i + 1)));
        QAction *images = actions.at(int(windows::Docks::View::Images));
        QVERIFY(!images->isChecked());  // behind the timeline
        images->trigger();
        QTRY_VERIFY(images->isChecked());
        QTRY_VERIFY(window.findChild<views::ImageMatrixView *>()->isVisible());
        images->trigger();
        QTRY_VERIFY(!docks.dock(windows::Docks::View::Images)->isVisible());
    }

    void whatIsLookedAtInsteadOfPodsGetsTheRoom()
    {
        windows::MainWindow window(*m_settings);
        openDesk(window).apply(live());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.setAnimated(false);
        const auto height = [&window](const char *name) {
            return window.findChild<QDockWidget *>(QString::fromLatin1(name))->height();
        };
        const int timeline = height("timelineDock");
        const int events = height("eventDock");
        for (int round = 0; round < 3; ++round) {
            window.actions().kinds.first()->trigger();
            QTRY_COMPARE_GT(height("objectDock"), timeline * 5 / 4);
            window.actions().kinds.last()->trigger();
            window.actions().pods->trigger();
            QTRY_COMPARE(height("timelineDock"), timeline);
            QTRY_COMPARE(height("eventDock"), events);
        }
        // What was closed meanwhile stays closed.
        window.actions().kinds.first()->trigger();
        window.findChild<QDockWidget *>(u"eventDock"_s)->hide();
        window.actions().pods->trigger();
        QVERIFY(window.findChild<QDockWidget *>(u"eventDock"_s)->isHidden());
    }

    void imagesAndRegistriesFollowTheCluster()
    {
        windows::MainWindow window(*m_settings);
        mirror::Batch batch = live();
        kube::Event pulled;
        pulled.meta.key = {u"dev"_s, u"web.1"_s};
        pulled.meta.uid = u"e"_s;
        pulled.involved = {u"Pod"_s, u"dev"_s, u"web"_s, u"uid-web"_s, u"spec.containers{nginx}"_s};
        pulled.reason = u"Pulled"_s;
        pulled.message =
            u"Successfully pulled image \"nginx:latest\" in 2s (2s including waiting). Image size: 10 bytes."_s;
        batch.events.upserts = {std::make_shared<const kube::Event>(pulled)};
        window.show();
        openDesk(window).apply(batch);
        auto &docks = *window.findChild<windows::Docks *>();
        docks.raise(windows::Docks::View::Images);
        QTRY_COMPARE(window.findChild<views::ImageMatrixView *>()->filter().rowCount(), 1);
        docks.raise(windows::Docks::View::Registries);
        QTRY_COMPARE(window.findChild<models::RegistryBoard *>()->rowCount(), 1);
        std::ignore = window.desks().current()->detach();
        QTRY_COMPARE(window.findChild<models::RegistryBoard *>()->rowCount(), 0);
    }

    void noKeyMeansTwoThings()
    {
        windows::MainWindow window(*m_settings);
        QSet<QString> keys;
        for (const QAction *action : window.actions().all())
            if (!action->shortcut().isEmpty()) {
                QVERIFY2(!keys.contains(action->shortcut().toString()), qPrintable(action->shortcut().toString()));
                keys.insert(action->shortcut().toString());
            }
        for (const QAction *action : window.findChild<windows::Docks *>()->actions())
            QVERIFY(!keys.contains(action->shortcut().toString()));
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<style::Settings> m_settings;
    int m_count = 0;
};

QTEST_MAIN(TestMainWindow)
#include "test_mainwindow.moc"
