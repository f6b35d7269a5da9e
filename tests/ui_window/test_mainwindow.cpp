// SPDX-License-Identifier: Apache-2.0
#include "views/decisionview.h"
#include "views/podtable.h"
#include "views/timelineview.h"
#include "views/welcomepage.h"
#include "windows/actions.h"
#include "windows/mainwindow.h"

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
    batch.state.phase = mirror::State::Phase::Live;
    batch.pods.upserts = {std::make_shared<const kube::Pod>(pod)};
    return batch;
}

}  // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_settings = std::make_unique<style::Settings>(m_dir.filePath(QString::number(++m_count))); }

    void selectsInAllViews()
    {
        windows::MainWindow window(*m_settings);
        window.apply(live());
        window.select(Web);
        QCOMPARE(window.findChild<views::PodTable *>()->selected(), Web);
        QCOMPARE(window.findChild<views::TimelineView *>()->selected(), Web);
        QCOMPARE(window.findChild<views::DecisionView *>()->container(), u"nginx"_s);
        QVERIFY(window.actions().remove->isEnabled());
    }

    void forgetsAnotherClustersPods()
    {
        windows::MainWindow window(*m_settings);
        window.apply(live());
        window.attach(nullptr, {});
        QVERIFY(!window.snapshot().pod(Web));
        QCOMPARE(window.findChild<views::PodTable *>()->filter().rowCount(), 0);
    }

    void welcomesAndComesBack()
    {
        windows::MainWindow window(*m_settings);
        window.showWelcome({});
        QVERIFY(window.findChild<views::WelcomePage *>()->isVisibleTo(&window));
        QVERIFY(!window.findChild<views::TimelineView *>()->isVisibleTo(&window));
        window.attach(nullptr, {});
        QVERIFY(!window.findChild<views::WelcomePage *>()->isVisibleTo(&window));
        QVERIFY(window.findChild<views::TimelineView *>()->isVisibleTo(&window));
    }

    void filtersByTheBox()
    {
        windows::MainWindow window(*m_settings);
        window.apply(live());
        for (QLineEdit *line : window.findChildren<QLineEdit *>())
            if (line->accessibleName() == u"Filter")
                line->setText(u"-image:nginx"_s);
        QCOMPARE(window.findChild<views::PodTable *>()->filter().rowCount(), 0);
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
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<style::Settings> m_settings;
    int m_count = 0;
};

QTEST_MAIN(TestMainWindow)
#include "test_mainwindow.moc"
