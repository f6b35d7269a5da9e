// SPDX-License-Identifier: Apache-2.0
// A write from the editor whose answer is lost on the line: it is looked for, and never blindly sent again.
#include "config/kubeconfig.h"
#include "mirror/cluster.h"
#include "style/settings.h"
#include "support/faultserver.h"
#include "views/editor/editorpanel.h"
#include "views/editor/outcomelist.h"
#include "views/sending/reviewdialog.h"
#include "windows/desks/desks.h"
#include "windows/mainwindow.h"

#include <QAction>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Exchange;

namespace {

const QString Path = u"/api/v1/namespaces/default/configmaps"_s;
const QByteArray Resources =
    "{\"kind\":\"APIResourceList\",\"groupVersion\":\"v1\",\"resources\":[{\"name\":\"configmaps\","
    "\"singularName\":\"\",\"namespaced\":true,\"kind\":\"ConfigMap\",\"verbs\":[\"create\"]}]}";
const QByteArray NotThere = "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"NotFound\",\"code\":404}";
const QByteArray Modified = "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"Conflict\",\"code\":409,"
                            "\"message\":\"the object has been modified\"}";
const QString Text =
    u"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  namespace: default\ndata:\n  a: b\n"_s;

/** An API server of one object that loses the answer to each write that it carries out. */
struct LossyServer {
    QByteArray object;  ///< as it holds it
    QList<QByteArray> writes;
    int version = 6;
    support::FaultServer server{[this](const Exchange &x) { serve(x); }};

    void store(const QByteArray &sent)
    {
        QJsonObject made = QJsonDocument::fromJson(sent).object();
        QJsonObject meta = made.value("metadata"_L1).toObject();
        meta.insert("uid"_L1, u"u-1"_s);
        meta.insert("resourceVersion"_L1, QString::number(++version));
        meta.insert("creationTimestamp"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
        meta.insert("managedFields"_L1, QJsonArray{QJsonObject{{u"manager"_s, u"gantry"_s}}});
        made.insert("metadata"_L1, meta);
        object = QJsonDocument(made).toJson(QJsonDocument::Compact);
    }

    void serve(const Exchange &x)
    {
        const QString now = QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss"_s);
        const QByteArray date = "Date: " + now.toLatin1() + " GMT\r\n";
        if (x.verb != "GET" && x.query.hasQueryItem(u"dryRun"_s)) {
            x.answer(x.verb == "POST" ? 201 : 200, x.body, date);
        } else if (x.verb != "GET") {
            writes << x.verb;
            if (writes.size() > 1)
                return x.answer(409, Modified, date);
            store(x.body);
            x.socket->abort();
        } else if (x.url.path() == "/api/v1"_L1) {
            x.answer(200, Resources, date);
        } else if (x.url.path() == Path + u"/shop"_s && !object.isEmpty()) {
            x.answer(200, object, date);
        } else {
            x.answer(404, NotThere, date);
        }
    }
};

}  // namespace

class TestLostReply : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWriteIsFoundOut_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<QList<QByteArray>>("writes");
        QTest::addColumn<QString>("line");
        QTest::newRow("create: looked for") << false << QList<QByteArray>{"POST"} << u"configmap/shop created"_s;
        QTest::newRow("replace: under the same lock, then looked for")
            << true << QList<QByteArray>{"PUT", "PUT"} << u"configmap/shop replaced"_s;
    }

    void theWriteIsFoundOut()
    {
        QFETCH(bool, isThere);
        QFETCH(QList<QByteArray>, writes);
        QFETCH(QString, line);
        LossyServer lossy;
        if (isThere)
            lossy.store("{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"shop\",\"namespace\":"
                        "\"default\"},\"data\":{\"a\":\"old\"}}");
        const QTemporaryDir folder;
        style::Settings settings(folder.filePath(u"settings"_s));
        windows::MainWindow window(settings);
        windows::Desk &desk = window.desks().open({u"lossy"_s, u"file"_s});
        window.desks().show(&desk);
        config::Connection connection;
        connection.server = lossy.server.url();
        connection.defaultNamespace = u"default"_s;
        desk.attach(std::make_unique<mirror::Cluster>(connection), {});
        window.show();
        window.editor().openText(u"shop.yaml"_s, Text);
        (isThere ? window.editor().replaceAction() : window.editor().createAction())->trigger();
        views::ReviewDialog *review = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((review = window.findChild<views::ReviewDialog *>()) && review->isReady(), 10'000);
        QVERIFY(lossy.writes.isEmpty());
        review->confirm();
        const auto *results = window.editor().findChild<views::OutcomeList *>();
        QTRY_COMPARE_WITH_TIMEOUT(results->count(), 1, 20'000);
        QCOMPARE(results->item(0)->text(), line);
        QCOMPARE(lossy.writes, writes);
    }
};

QTEST_MAIN(TestLostReply)
#include "test_lostreply.moc"
