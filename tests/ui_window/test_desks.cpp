// SPDX-License-Identifier: Apache-2.0
#include "mirror/cluster.h"
#include "support/faultserver.h"
#include "views/eventtable.h"
#include "views/statepage.h"
#include "views/switcher/clusterstrip.h"
#include "views/switcher/safetybadge.h"
#include "views/table/densetable.h"
#include "views/table/podtable.h"
#include "windows/actions.h"
#include "windows/mainwindow.h"
#include "windows/switcher.h"

#include <QAbstractItemModelTester>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Exchange;
using support::FaultServer;
using Phase = mirror::State::Phase;

namespace {

kube::PodPtr pod(const QString &name)
{
    kube::Pod made;
    made.meta.key = {u"dev"_s, name};
    made.meta.uid = u"uid-"_s + name;
    made.phase = u"Running"_s;
    made.containers = {{u"c"_s, u"nginx:1"_s, kube::PullPolicy::Always, kube::ContainerKind::Regular}};
    return std::make_shared<const kube::Pod>(made);
}

mirror::Batch live(const QStringList &names)
{
    mirror::Batch batch;
    batch.reset = true;
    for (mirror::State *state : {&batch.states.pods, &batch.states.events, &batch.states.nodes})
        state->phase = Phase::Live;
    for (const QString &name : names)
        batch.pods.upserts.append(pod(name));
    return batch;
}

QStringList numbered(int count)
{
    QStringList names;
    for (int i = 0; i < count; ++i)
        names.append(u"web-%1"_s.arg(i, 5, 10, QChar(u'0')));
    return names;
}

/** Counts what happens to a widget and to all in it. */
class Watcher : public QObject {
public:
    explicit Watcher(QWidget *widget)
    {
        widget->installEventFilter(this);
        for (QWidget *child : widget->findChildren<QWidget *>())
            child->installEventFilter(this);
    }
    int paints = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint;
        return false;
    }
};

QByteArray list(const QByteArray &kind, const QByteArray &items = {})
{
    return "{\"kind\":\"" + kind +
           "List\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"10\"},\"items\":[" + items + "]}";
}

QByteArray podJson(const QByteArray &name)
{
    return "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"dev\",\"uid\":\"u-" + name +
           "\",\"resourceVersion\":\"5\"},\"spec\":{\"containers\":[]},\"status\":{\"phase\":\"Running\"}}";
}

/** One pod of that name; watches stay open. */
void serve(const Exchange &x, const QByteArray &name)
{
    const QString path = x.url.path();
    if (x.isWatch())
        x.open();
    else if (path.endsWith("/pods"_L1))
        x.answer(200, list("Pod", podJson(name)));
    else if (path.endsWith("/events"_L1))
        x.answer(200, list("Event"));
    else if (path.endsWith("/nodes"_L1))
        x.answer(200, list("Node"));
    else if (path.endsWith("/namespaces"_L1))
        x.answer(200, list("Namespace"));
    else
        x.answer(200, "{\"major\":\"1\",\"minor\":\"30\",\"gitVersion\":\"v1.30.0\"}");
}

std::unique_ptr<mirror::Cluster> clusterAt(const QUrl &server)
{
    config::Connection connection;
    connection.server = server;
    return std::make_unique<mirror::Cluster>(connection);
}

}  // namespace

/** Several contexts in one window, each on its own. */
class TestDesks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<style::Settings>(m_dir.filePath(QString::number(++m_count)));
        m_window = std::make_unique<windows::MainWindow>(*m_settings);
    }
    void cleanup() { m_window.reset(); }

    void eachKeepsItsOwnView()
    {
        windows::Desk &a = open(u"a"_s);
        QAbstractItemModelTester tester(&a.pods().filter());
        a.apply(live(numbered(200)));
        m_window->show();
        a.setFilter(u"web-000"_s);
        a.select({u"dev"_s, u"web-00050"_s});
        a.watch(QStringList{u"dev"_s});
        const int scrolled = a.pods().grid().verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        windows::Desk &b = open(u"b"_s);
        b.apply(live({u"api"_s}));
        QCOMPARE(filterBox()->text(), QString());
        QVERIFY(b.namespaces().isEmpty());
        QCOMPARE(b.pods().filter().rowCount(), 1);
        filterBox()->setText(u"nothing"_s);
        m_window->desks().show(&a);
        QCOMPARE(filterBox()->text(), u"web-000"_s);
        QCOMPARE(a.pods().selected().name, u"web-00050"_s);
        QCOMPARE(a.pods().grid().verticalScrollBar()->value(), scrolled);
        QCOMPARE(a.namespaces(), QStringList{u"dev"_s});
        QCOMPARE(b.filter(), u"nothing"_s);
    }

    void switchingLoadsNothing()
    {
        windows::Desk &a = open(u"a"_s);
        a.apply(live(numbered(10'000)));
        windows::Desk &b = open(u"b"_s);
        b.apply(live(numbered(10'000)));
        m_window->show();
        QSignalSpy resets(&a.pods().filter(), &QAbstractItemModel::modelReset);
        QSignalSpy inserts(&a.pods().filter(), &QAbstractItemModel::rowsInserted);
        QElapsedTimer time;
        time.start();
        m_window->desks().show(&a);
        const qint64 took = time.elapsed();
        QCOMPARE(resets.size() + inserts.size(), 0);
        QVERIFY(a.pods().isVisible());
        QVERIFY(!b.pods().isVisible());
        qInfo("switched between two contexts of 10,000 pods in %lld ms", took);
    }

    void aHiddenOneTakesBatchesAndPaintsNothing()
    {
        windows::Desk &a = open(u"a"_s);
        a.apply(live({u"one"_s}));
        windows::Desk &b = open(u"b"_s);
        b.apply(live({u"other"_s}));
        m_window->show();
        QTest::qWait(20);
        Watcher table(&a.pods());
        Watcher events(&a.events());
        mirror::Batch more = live({u"one"_s, u"two"_s});
        more.reset = false;
        a.apply(more);
        QTest::qWait(20);
        QCOMPARE(table.paints + events.paints, 0);
        QCOMPARE(a.podModel().rowCount(), 2);
        QCOMPARE(b.podModel().rowCount(), 1);
        m_window->desks().show(&a);
        QTRY_VERIFY(table.paints > 0);
        QCOMPARE(a.pods().filter().rowCount(), 2);
    }

    void theStripSaysEachState()
    {
        auto *strip = m_window->findChild<views::ClusterStrip *>();
        auto *bar = m_window->findChild<windows::Switcher *>();
        windows::Desk &a = open(u"a&b"_s);
        a.apply(live({}));
        QVERIFY(!bar->isVisibleTo(m_window.get()));
        windows::Desk &b = open(u"b"_s);
        QVERIFY(bar->isVisibleTo(m_window.get()));
        mirror::Batch denied;
        denied.states.pods.phase = Phase::Denied;
        b.apply(denied);
        QCOMPARE(strip->count(), 2);
        QCOMPARE(strip->tabText(0), u"a&&b  ·  Live"_s);
        QCOMPARE(strip->tabText(1), u"b  ·  Denied"_s);
        QCOMPARE(strip->accessibleTabName(1), u"b: Denied"_s);
        QVERIFY(strip->tabIcon(0).pixmap(14).toImage() != strip->tabIcon(1).pixmap(14).toImage());
        QCOMPARE(strip->currentIndex(), 1);
        strip->setCurrentIndex(0);
        QCOMPARE(m_window->desks().current(), &a);
    }

    void keysMoveBetweenContexts()
    {
        windows::Desk &a = open(u"a"_s);
        windows::Desk &b = open(u"b"_s);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(m_window->desks().current(), &a);
        QTest::keyClick(m_window.get(), Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(m_window->desks().current(), &b);
        QTest::keyClick(m_window.get(), Qt::Key_9, Qt::ControlModifier);
        QCOMPARE(m_window->desks().current(), &b);
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(m_window->desks().current(), &a);
        QCOMPARE(m_window->desks().all().size(), 1);
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(m_window->desks().current(), nullptr);
    }

    void anotherOneOpensBesideTheFirst()
    {
        open(u"a"_s);
        m_window->setContexts({{u"a"_s, u"/config"_s}, {u"b"_s, u"/config"_s}});
        QSignalSpy chosen(m_window.get(), &windows::MainWindow::contextChosen);
        auto *switcher = m_window->findChild<windows::Switcher *>();
        QMenu menu;
        switcher->fill(menu);
        for (QAction *action : menu.actions())
            if (action->text() == u"b")
                action->trigger();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<windows::Place>(), (windows::Place{u"b"_s, u"/config"_s}));
        QCOMPARE(m_window->desks().all().size(), 1);
        const QList<QAction *> actions = switcher->actions();
        QVERIFY(std::ranges::any_of(actions, [](const QAction *a) { return a->text() == u"Open Context b"; }));
    }

    void aDeadContextSlowsNobody()
    {
        FaultServer dead([](const Exchange &) {});  // takes every request and answers none
        FaultServer good([](const Exchange &x) { serve(x, "web"); });
        windows::Desk &a = open(u"dead"_s);
        a.attach(clusterAt(dead.url()), {});
        windows::Desk &b = open(u"good"_s);
        b.attach(clusterAt(good.url()), {});
        QTRY_COMPARE(b.snapshot().state().phase, Phase::Live);
        QCOMPARE(a.snapshot().state().phase, Phase::Connecting);
        QCOMPARE(b.podModel().rowCount(), 1);
        // Showing it waits for none of the answers that it owes, and closing it takes them back.
        QTRY_VERIFY(dead.openConnections() > 0);
        const int asked = dead.requests();
        m_window->desks().show(&a);
        m_window->desks().show(&b);
        QCOMPARE(dead.requests(), asked);
        m_window->desks().close(a);
        QCOMPARE(b.snapshot().state().phase, Phase::Live);
        QTRY_COMPARE(dead.openConnections(), 0);
    }

    void A39_aModalDialogLosesNothing()
    {
        QList<Exchange> watches;
        FaultServer server([&](const Exchange &x) {
            serve(x, "first");
            if (x.isWatch() && x.url.path().endsWith("/pods"_L1))
                watches.append(x);
        });
        windows::Desk &desk = open(u"a"_s);
        desk.attach(clusterAt(server.url()), {});
        m_window->show();
        QTRY_COMPARE(desk.snapshot().state().phase, Phase::Live);
        QTRY_VERIFY(!watches.isEmpty());
        QDialog modal(m_window.get());
        modal.setModal(true);
        modal.open();
        int batches = 0;
        connect(desk.cluster(), &mirror::Cluster::arrived, this, [&batches] { ++batches; });
        constexpr int Events = 3000;
        for (int i = 0; i < Events; ++i) {
            const QByteArray name = "pod-" + QByteArray::number(i % 500);
            watches.first().chunk("{\"type\":\"" + QByteArray(i < 500 ? "ADDED" : "MODIFIED") +
                                  "\",\"object\":{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"" +
                                  name + "\",\"namespace\":\"dev\",\"uid\":\"u-" + name + "\",\"resourceVersion\":\"" +
                                  QByteArray::number(100 + i) +
                                  "\"},\"spec\":{\"containers\":[]},\"status\":{\"phase\":\"" +
                                  (i >= Events - 500 ? "Succeeded" : "Running") + "\"}}}\n");
        }
        QTRY_COMPARE_WITH_TIMEOUT(desk.podModel().rowCount(), 501, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.podModel().statusCounts().value(u"Succeeded"_s), 500, 20'000);
        QVERIFY(modal.isVisible());
        QVERIFY2(batches < Events / 10, qPrintable(QString::number(batches)));
        qInfo("%d changes of 500 pods came in %d batches", Events, batches);
    }

    void N11_aSlowListCanBeCancelled()
    {
        FaultServer slow([](const Exchange &x) {
            if (x.url.path().endsWith("/pods"_L1) && !x.isWatch())
                x.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"kind\"");
            else
                serve(x, "web");
        });
        windows::Desk &desk = open(u"a"_s);
        desk.attach(clusterAt(slow.url()), {});
        m_window->show();
        QTRY_COMPARE(desk.snapshot().states().nodes.phase, Phase::Live);
        QVERIFY(desk.snapshot().state().phase == Phase::Connecting || desk.snapshot().state().phase == Phase::Loading);
        QPushButton *cancel = button(desk.pods(), u"Cancel"_s);
        QVERIFY(cancel);
        cancel->click();
        QTRY_COMPARE(desk.snapshot().state().phase, Phase::Idle);
        QVERIFY(button(desk.pods(), u"Connect"_s));
    }

    void deniedEventsAreNotNoEvents()
    {
        windows::Desk &desk = open(u"a"_s);
        mirror::Batch batch = live({u"web"_s});
        batch.states.events.phase = Phase::Denied;
        batch.states.events.verb = u"list"_s;
        desk.apply(batch);
        QVERIFY(seen(desk.events()).contains(u"You may not list events in all namespaces"));
        QVERIFY(!seen(desk.events()).contains(u"No events"));
        QVERIFY(button(desk.events(), u"Choose a namespace"_s));
        batch.reset = false;
        batch.states.events.phase = Phase::Live;
        desk.apply(batch);
        QVERIFY(seen(desk.events()).contains(u"No events"));
    }

    void whatFailsKeepsItsRowsAsOld()
    {
        windows::Desk &desk = open(u"a"_s);
        desk.apply(live({u"web"_s}));
        kube::Error error;
        error.kind = kube::Error::Kind::Config;
        error.message = u"context \"a\" was removed"_s;
        desk.fail(error);
        QCOMPARE(desk.podModel().rowCount(), 1);
        QVERIFY(seen(desk.pods()).contains(u"was removed"));
        QVERIFY(seen(desk.pods()).contains(u"What is shown is as of"));
        QVERIFY(desk.pods().grid().isVisibleTo(&desk.pods()));
    }

    void insecureIsAlwaysInSight()
    {
        config::Connection connection;
        connection.server = QUrl(u"https://127.0.0.1:1"_s);
        connection.insecure = true;
        windows::Desk &desk = open(u"a"_s);
        desk.attach(std::make_unique<mirror::Cluster>(connection), {});
        m_window->show();
        auto *badge = m_window->findChild<views::SafetyBadge *>();
        QCOMPARE(badge->text(), u"Insecure TLS"_s);
        QVERIFY(badge->isVisible());
        open(u"b"_s);
        QVERIFY(!badge->isVisible());
        m_window->desks().show(&desk);
        QVERIFY(badge->isVisible());
    }

    void plainTextServersAreTold()
    {
        config::Connection connection;
        connection.server = QUrl(u"http://10.0.0.1:8080"_s);
        QCOMPARE(views::SafetyBadge::dangerOf(connection), u"No TLS"_s);
        connection.server = QUrl(u"http://127.0.0.1:8080"_s);
        QCOMPARE(views::SafetyBadge::dangerOf(connection), QString());
        connection.server = QUrl(u"https://10.0.0.1"_s);
        QCOMPARE(views::SafetyBadge::dangerOf(connection), QString());
    }

private:
    windows::Desk &open(const QString &context)
    {
        windows::Desk &desk = m_window->desks().open({context, u"/config"_s});
        m_window->desks().show(&desk);
        return desk;
    }
    [[nodiscard]] QLineEdit *filterBox() const
    {
        for (QLineEdit *line : m_window->findChildren<QLineEdit *>())
            if (line->accessibleName() == u"Filter")
                return line;
        return nullptr;
    }
    static QString seen(const QWidget &widget)
    {
        QStringList texts;
        for (const QLabel *label : widget.findChildren<QLabel *>())
            if (label->isVisibleTo(&widget))
                texts.append(label->text());
        return texts.join(u'\n');
    }
    static QPushButton *button(const QWidget &widget, const QString &text)
    {
        for (QPushButton *candidate : widget.findChildren<QPushButton *>())
            if (candidate->isVisibleTo(&widget) && candidate->text() == text)
                return candidate;
        return nullptr;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<style::Settings> m_settings;
    std::unique_ptr<windows::MainWindow> m_window;
    int m_count = 0;
};

QTEST_MAIN(TestDesks)
#include "test_desks.moc"
