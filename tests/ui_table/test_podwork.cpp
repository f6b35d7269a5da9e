// SPDX-License-Identifier: Apache-2.0
#include "command/client.h"
#include "mirror/cluster.h"
#include "practice/browser.h"
#include "report/csv.h"
#include "report/tables.h"
#include "views/deletion/poddeletion.h"
#include "views/editor/editorpanel.h"
#include "views/table/densetable.h"
#include "views/table/podtable.h"
#include "windows/actions.h"
#include "windows/mainwindow.h"
#include "windows/work/podcopy.h"
#include "windows/work/production.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using views::PodDeletion;
using windows::CopyForm;

namespace {

const QByteArray Pods = "/api/v1/namespaces/dev/pods";

QByteArray pod(const QByteArray &name)
{
    return podJson("nginx:1.17.1").replace("pod-image-pull-policy", name);
}

kube::PodRef made(const QString &ns, const QString &name, const QList<kube::OwnerReference> &owners = {})
{
    kube::Pod pod;
    pod.meta.key = {ns, name};
    pod.meta.uid = u"uid-"_s + name;
    pod.meta.owners = owners;
    return std::make_shared<const kube::Pod>(pod);
}

QList<kube::PodPtr> whole(const QList<kube::PodRef> &pods)
{
    QList<kube::PodPtr> all;
    for (const kube::PodRef &pod : pods)
        all.append(pod.whole());
    return all;
}

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (QPushButton *one : dialog.findChildren<QPushButton *>())
        if (one->text() == text)
            return one;
    return nullptr;
}

}  // namespace

/** Copying and deleting pods, over the practice cluster and its real socket. */
class TestPodWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cluster = std::make_unique<practice::Cluster>();
        QVERIFY(m_cluster->start({0, 100, {}}));
        m_browser = std::make_unique<Browser>(*m_cluster);
        QCOMPARE(m_browser->send("POST", "/api/v1/namespaces", namespaceJson()).code, 201);
        for (const char *name : {"a", "b", "c"})
            QCOMPARE(m_browser->send("POST", Pods, pod(name)).code, 201);
        m_settings = std::make_unique<style::Settings>(m_dir.filePath(QString::number(++m_count)));
        m_window = std::make_unique<windows::MainWindow>(*m_settings);
        open(u"lab"_s);
    }

    void cleanup()
    {
        m_window.reset();
        m_cluster.reset();
    }

    void copiesAreWhatReportSays()
    {
        select({u"a"_s, u"c"_s});
        const QList<kube::PodRef> pods = m_desk->pods().selection();
        QCOMPARE(pods.size(), 2);
        const models::PodModel &model = m_desk->podModel();
        const QString table = report::print(report::podTable(whole(pods), model.now(), model.version()), {});
        m_window->actions().copyText->trigger();
        QCOMPARE(clipboard().section(u'\n', 0, 0), table.section(u'\n', 0, 0));
        QCOMPARE(clipboard().count(u'\n'), 3);
        m_window->actions().copyNames->trigger();
        QCOMPARE(clipboard(), u"a\nc\n"_s);
        m_window->actions().copyCsv->trigger();
        QVERIFY(clipboard().startsWith(
            u"NAMESPACE,NAME,READY,STATUS,RESTARTS,AGE,IP,NODE,NOMINATED NODE,READINESS GATES\r\n"_s));
        QVERIFY(clipboard().contains(u"\r\ndev,a,"_s) && clipboard().contains(u"\r\ndev,c,"_s));
    }

    void namespacesAreToldWhereThereAreSeveral()
    {
        const QList<kube::PodRef> pods = {made(u"dev"_s, u"a"_s), made(u"prod"_s, u"b"_s)};
        const auto now = kube::Timestamp::fromUnixSeconds(1'800'000'000);
        QCOMPARE(windows::copyOf(pods, CopyForm::Names, now, {}), u"dev/a\nprod/b\n"_s);
        report::PrintOptions options;
        options.namespaces = true;
        QCOMPARE(windows::copyOf(pods, CopyForm::Text, now, {}),
                 report::print(report::podTable(whole(pods), now), options));
        QCOMPARE(windows::copyOf(pods, CopyForm::Csv, now, {}), report::csv(report::podTable(whole(pods), now), true));
    }

    void csvIsSafe()
    {
        kube::Table table;
        table.columns = {{u"Name"_s}, {u"Note"_s}};
        table.rows = {{{u"=1+1"_s, u"say \"a, b\""_s}, {u"dev"_s, u"x"_s}, {}}};
        QCOMPARE(report::csv(table, true), u"NAMESPACE,NAME,NOTE\r\ndev,'=1+1,\"say \"\"a, b\"\"\"\r\n"_s);
    }

    void wholeObjectsAreFetched()
    {
        select({u"a"_s});
        m_window->actions().copyJson->trigger();
        QTRY_VERIFY(clipboard().startsWith(u'{'));
        const QJsonObject object = QJsonDocument::fromJson(clipboard().toUtf8()).object();
        QCOMPARE(object["kind"_L1].toString(), u"Pod"_s);
        QCOMPARE(object["metadata"_L1]["name"_L1].toString(), u"a"_s);
        select({u"a"_s, u"b"_s});
        m_window->actions().copyYaml->trigger();
        QTRY_VERIFY(clipboard().startsWith(u"apiVersion: v1\nitems:\n"_s));
        QVERIFY(clipboard().contains(u"kind: List\n"_s));
    }

    void deletesWhatWasSelectedAndTells()
    {
        select({u"a"_s, u"b"_s});
        PodDeletion *dialog = ask();
        const auto *list = dialog->findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItemCount(), 2);
        QCOMPARE(list->topLevelItem(0)->text(0), u"dev/a"_s);
        QCOMPARE(list->topLevelItem(0)->text(1), u"nobody: it is gone for good"_s);
        button(*dialog, u"Delete"_s)->click();
        QTRY_COMPARE(list->topLevelItem(1)->text(2), u"deleted"_s);
        QCOMPARE(list->topLevelItem(0)->text(2), u"deleted"_s);
        QTRY_COMPARE(m_desk->podModel().rowCount(), 1);
        QCOMPARE(m_desk->podModel().pod(0)->meta.key.name, u"c"_s);
        QVERIFY(dialog->isVisible());  // results stay until they are closed
        button(*dialog, u"Close"_s)->click();
        QVERIFY(!dialog->isVisible());
    }

    void anotherPodOfTheNameStays()
    {
        select({u"c"_s});
        PodDeletion *dialog = ask();
        QCOMPARE(m_browser
                     ->send("DELETE", Pods + "/c", R"({"kind":"DeleteOptions","gracePeriodSeconds":0})",
                            "Content-Type: application/json\r\n")
                     .code,
                 200);
        QTRY_COMPARE(m_browser->send("GET", Pods + "/c").code, 404);
        QCOMPARE(m_browser->send("POST", Pods, pod("c")).code, 201);
        const auto *list = dialog->findChild<QTreeWidget *>();
        button(*dialog, u"Delete"_s)->click();
        QTRY_VERIFY(!list->topLevelItem(0)->text(2).isEmpty());
        QVERIFY2(list->topLevelItem(0)->text(2) != u"deleted"_s, qPrintable(list->topLevelItem(0)->text(2)));
        QCOMPARE(m_browser->send("GET", Pods + "/c").code, 200);
    }

    void theOptionsAreSent()
    {
        PodDeletion dialog({made(u"dev"_s, u"a"_s)}, u"lab"_s, false);
        QVERIFY(!dialog.documents().first().removal.grace);
        QCOMPARE(QJsonDocument::fromJson(dialog.documents().first().json)["metadata"_L1]["uid"_L1].toString(),
                 u"uid-a"_s);
        dialog.findChild<QCheckBox *>()->setChecked(false);
        dialog.findChild<QSpinBox *>()->setValue(0);
        dialog.findChild<QComboBox *>()->setCurrentIndex(2);
        QCOMPARE(dialog.documents().first().removal.grace, std::optional(std::chrono::seconds(0)));
        QCOMPARE(dialog.documents().first().removal.propagation, command::Propagation::Orphan);
    }

    void saysWhoMakesThemAnew()
    {
        QCOMPARE(PodDeletion::successor(*made({}, u"web-1"_s, {{u"StatefulSet"_s, u"web"_s, {}, true}})),
                 u"StatefulSet/web"_s);
        QVERIFY(PodDeletion::successor(*made({}, u"j"_s, {{u"Job"_s, u"import"_s, {}, true}}))
                    .startsWith(u"Job/import, unless"_s));
        QVERIFY(
            PodDeletion::successor(*made({}, u"etcd"_s, {{u"Node"_s, u"node-1"_s, {}, true}})).startsWith(u"static"_s));
    }

    void productionAsksForItsName()
    {
        PodDeletion dialog({made(u"dev"_s, u"a"_s)}, u"prod-eu"_s, true);
        QVERIFY(!button(dialog, u"Delete"_s)->isEnabled());
        auto *name = dialog.findChild<QLineEdit *>(u"contextName"_s);
        QVERIFY(name);
        name->setText(u"prod"_s);
        QVERIFY(!button(dialog, u"Delete"_s)->isEnabled());
        name->setText(u"prod-eu"_s);
        QVERIFY(button(dialog, u"Delete"_s)->isEnabled());
    }

    void productionIsKnownByItsName_data()
    {
        QTest::addColumn<QString>("context");
        QTest::addColumn<bool>("is");
        for (const char16_t *name : {u"prod", u"prod-eu", u"eks_PROD_1", u"company/production", u"live", u"prd2"})
            QTest::newRow(qPrintable(QString(name))) << QString(name) << true;
        for (const char16_t *name : {u"product-dev", u"reproduction", u"alive", u"lab", u"non-prod", u""})
            QTest::newRow(qPrintable(u'[' + QString(name))) << QString(name) << false;
    }

    void productionIsKnownByItsName()
    {
        QFETCH(QString, context);
        QTEST(windows::soundsLikeProduction(context), "is");
    }

    void readOnlyWritesNothing()
    {
        select({u"a"_s});
        QVERIFY(m_window->actions().remove->isEnabled());
        m_window->actions().readOnly->trigger();
        QVERIFY(m_settings->isReadOnly(u"lab"_s));
        QVERIFY(!m_window->actions().remove->isEnabled());
        QCOMPARE(m_window->actions().remove->toolTip(), u"lab is read-only"_s);
        for (const QAction *action :
             {m_window->editor().createAction(), m_window->editor().applyAction(), m_window->editor().deleteAction()})
            QVERIFY(!action->isEnabled());
        // and where requests are made, whoever asks
        command::Client &client = m_desk->cluster()->client();
        const command::Document document{pod("new"), u"test"_s};
        const command::Document there{pod("a"), u"test"_s};
        for (const auto &answer : {client.create({document}, u"dev"_s), client.apply({there}, u"dev"_s, true),
                                   client.remove({there}, u"dev"_s)}) {
            QTRY_VERIFY(answer.isFinished());
            const command::Outcome outcome = answer.result().first();
            QCOMPARE(outcome.fate, command::Fate::NotDone);
            QVERIFY(outcome.error && outcome.error->message.contains(u"read-only"_s));
        }
        QCOMPARE(m_browser->send("GET", Pods + "/a").code, 200);
        QCOMPARE(m_browser->send("GET", Pods + "/new").code, 404);
        m_window->actions().copyJson->trigger();  // reading goes on
        QTRY_VERIFY(clipboard().startsWith(u'{'));
        m_window->actions().readOnly->trigger();
        QVERIFY(m_window->actions().remove->isEnabled());
        const auto created = client.create({document}, u"dev"_s);
        QTRY_VERIFY(created.isFinished());
        QCOMPARE(created.result().first().fate, command::Fate::Done);
    }

    void readOnlyIsRemembered()
    {
        m_settings->setReadOnly(u"other"_s, true);
        open(u"other"_s);
        QVERIFY(m_desk->isReadOnly());
        QVERIFY(m_window->actions().readOnly->isChecked());
        const auto answer = m_desk->cluster()->client().remove({{pod("a"), u"test"_s}}, u"dev"_s);
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(answer.result().first().error);
        QCOMPARE(m_browser->send("GET", Pods + "/a").code, 200);
    }

private:
    void open(const QString &context)
    {
        config::Connection connection;
        connection.server = QUrl(m_cluster->serverUrl());
        connection.token = m_cluster->token();
        m_desk = &m_window->desks().open({context, u"/config"_s});
        m_desk->attach(std::make_unique<mirror::Cluster>(connection), {u"dev"_s});
        m_window->desks().show(m_desk);
        QTRY_COMPARE(m_desk->podModel().rowCount(), 3);
        QGuiApplication::clipboard()->clear();
    }
    void select(const QStringList &names)
    {
        auto *selection = m_desk->pods().grid().selectionModel();
        selection->clear();
        for (const QString &name : names)
            selection->setCurrentIndex(m_desk->pods().filter().find({u"dev"_s, name}),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    PodDeletion *ask()
    {
        m_window->show();
        m_window->actions().remove->trigger();
        return m_window->findChild<PodDeletion *>();
    }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }

    QTemporaryDir m_dir;
    std::unique_ptr<practice::Cluster> m_cluster;
    std::unique_ptr<Browser> m_browser;
    std::unique_ptr<style::Settings> m_settings;
    std::unique_ptr<windows::MainWindow> m_window;
    windows::Desk *m_desk = nullptr;
    int m_count = 0;
};

QTEST_MAIN(TestPodWork)
#include "test_podwork.moc"
