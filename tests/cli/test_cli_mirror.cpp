// SPDX-License-Identifier: Apache-2.0
// gantryctl mirror against a scripted server: what it writes, when it ends, and what it says.
#include "support/faultserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using support::Exchange;
using support::FaultServer;

namespace {

QByteArray object(const QByteArray &ns, const QByteArray &name)
{
    const QByteArray scope = ns.isEmpty() ? QByteArray() : ",\"namespace\":\"" + ns + '"';
    return "{\"metadata\":{\"name\":\"" + name + '"' + scope + ",\"uid\":\"u-" + name +
           "\",\"resourceVersion\":\"5\"}}";
}

QByteArray list(const QByteArray &kind, const QByteArrayList &items)
{
    return "{\"kind\":\"" + kind +
           "List\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"10\"},\"items\":[" + items.join(',') +
           "]}";
}

/** Two pods, a node, a namespace and no events; who asks for a streamed list is told that there is none. */
void serve(const Exchange &x)
{
    const QString path = x.url.path();
    if (x.query.hasQueryItem(u"sendInitialEvents"_s))
        x.answer(422, "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"Invalid\",\"code\":422}");
    else if (x.isWatch())
        x.open();
    else if (path.endsWith("/pods"_L1))
        x.answer(200, list("Pod", {object("dev", "web"), object("dev", "app")}));
    else if (path.endsWith("/events"_L1))
        x.answer(200, list("Event", {}));
    else if (path == "/api/v1/namespaces"_L1)
        x.answer(200, list("Namespace", {object({}, "dev")}));
    else if (path == "/api/v1/nodes"_L1)
        x.answer(200, list("Node", {object({}, "node1")}));
    else if (path == "/version"_L1)
        x.answer(200, "{\"gitVersion\":\"v1.36.0\"}");
    else
        x.answer(404, "{\"kind\":\"Status\",\"status\":\"Failure\",\"reason\":\"NotFound\",\"code\":404}");
}

/** gantryctl beside a server in this process. */
class Ctl : public QProcess {
public:
    Ctl(const FaultServer &server, const QTemporaryDir &folder, const QStringList &arguments)
    {
        const QString path = folder.filePath(u"kubeconfig"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no kubeconfig");
        file.write(
            "apiVersion: v1\nkind: Config\ncurrent-context: c\ncontexts: [{name: c, context: {cluster: c, user: u}}]\n"
            "users: [{name: u, user: {}}]\nclusters: [{name: c, cluster: {server: \"" +
            server.url().toEncoded() + "\"}}]\n");
        file.close();
        setWorkingDirectory(folder.path());
        start(QStringLiteral(GANTRYCTL), QStringList{u"mirror"_s, u"--kubeconfig"_s, path} + arguments);
    }
    ~Ctl() override
    {
        kill();
        waitForFinished(1000);
    }
    [[nodiscard]] bool hasEnded() const { return state() == QProcess::NotRunning; }
    [[nodiscard]] QString errors()
    {
        m_errors += readAllStandardError();
        return QString::fromUtf8(m_errors);
    }

private:
    QByteArray m_errors;
};

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList keysOf(const QJsonObject &dump, const QString &resource)
{
    QStringList keys;
    for (const QJsonValue &held : dump["resources"_L1][resource]["objects"_L1].toArray())
        keys << held["key"_L1].toString();
    return keys;
}

}  // namespace

class TestCliMirror : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItHolds()
    {
        FaultServer server(serve);
        const QTemporaryDir folder;
        Ctl ctl(server, folder, {u"--for=700ms"_s, u"--dump=out.json"_s, u"-A"_s});
        QTRY_VERIFY_WITH_TIMEOUT(ctl.hasEnded(), 20'000);
        QVERIFY2(ctl.exitCode() == 0, qPrintable(ctl.errors()));
        const QByteArray text = read(folder.filePath(u"out.json"_s));
        const QJsonObject dump = QJsonDocument::fromJson(text).object();
        QCOMPARE(keysOf(dump, u"pods"_s), (QStringList{u"dev/app"_s, u"dev/web"_s}));
        QCOMPARE(keysOf(dump, u"nodes"_s), QStringList{u"node1"_s});
        QCOMPARE(keysOf(dump, u"namespaces"_s), QStringList{u"dev"_s});
        QCOMPARE(keysOf(dump, u"events"_s), QStringList());
        const QJsonValue web = dump["resources"_L1]["pods"_L1]["objects"_L1][1];
        QCOMPARE(web["uid"_L1].toString(), u"u-web"_s);
        QCOMPARE(web["resourceVersion"_L1].toString(), u"5"_s);
        QCOMPARE(web["hash"_L1].toString().size(), 64);
        QCOMPARE(dump["resources"_L1]["pods"_L1]["state"_L1].toString(), u"Live"_s);
        QCOMPARE(dump["counters"_L1]["lists"_L1].toInt(), 4);
        QCOMPARE(dump["counters"_L1]["relists"_L1].toInt(), 0);
        QVERIFY(dump["counters"_L1]["watches"_L1].toInt() >= 4);
        QVERIFY(ctl.errors().contains(u"pods Live"_s));

        Ctl again(server, folder, {u"--for=700ms"_s, u"--dump=out2.json"_s, u"-A"_s});
        QTRY_VERIFY_WITH_TIMEOUT(again.hasEnded(), 20'000);
        const QJsonObject second = QJsonDocument::fromJson(read(folder.filePath(u"out2.json"_s))).object();
        QCOMPARE(second["resources"_L1], dump["resources"_L1]);
    }

    void endsEarlyAndStillWrites()
    {
        FaultServer server(serve);
        const QTemporaryDir folder;
        Ctl ctl(server, folder, {u"--for=5m"_s, u"--dump=out.json"_s, u"--resource=pods,nodes"_s, u"-n"_s, u"dev"_s});
        QTRY_VERIFY_WITH_TIMEOUT(ctl.errors().contains(u"pods Live"_s) && ctl.errors().contains(u"nodes Live"_s),
                                 20'000);
        ::kill(static_cast<pid_t>(ctl.processId()), SIGUSR1);
        QTRY_VERIFY(QFile::exists(folder.filePath(u"out.json"_s)));
        QVERIFY(QFile::remove(folder.filePath(u"out.json"_s)));
        ::kill(static_cast<pid_t>(ctl.processId()), SIGINT);
        QTRY_VERIFY_WITH_TIMEOUT(ctl.hasEnded(), 20'000);
        QCOMPARE(ctl.exitCode(), 0);
        const QJsonObject dump = QJsonDocument::fromJson(read(folder.filePath(u"out.json"_s))).object();
        QCOMPARE(dump["resources"_L1].toObject().keys(), (QStringList{u"nodes"_s, u"pods"_s}));
        QCOMPARE(dump["namespace"_L1].toString(), u"dev"_s);
    }

    void saysWhatIsNotLive()
    {
        FaultServer server([](const Exchange &x) {
            if (x.url.path() == "/api/v1/nodes"_L1)
                x.answer(403, "{\"kind\":\"Status\",\"status\":\"Failure\",\"message\":\"nodes is "
                              "forbidden\",\"reason\":\"Forbidden\",\"code\":403}");
            else
                serve(x);
        });
        const QTemporaryDir folder;
        Ctl ctl(server, folder, {u"--for=700ms"_s, u"--dump=out.json"_s, u"--resource=pods,nodes"_s, u"-A"_s});
        QTRY_VERIFY_WITH_TIMEOUT(ctl.hasEnded(), 20'000);
        QCOMPARE(ctl.exitCode(), 1);
        QVERIFY2(ctl.errors().contains(u"error: nodes are Denied, not Live: nodes is forbidden"_s),
                 qPrintable(ctl.errors()));
        const QJsonObject dump = QJsonDocument::fromJson(read(folder.filePath(u"out.json"_s))).object();
        QCOMPARE(dump["resources"_L1]["nodes"_L1]["state"_L1].toString(), u"Denied"_s);
        QCOMPARE(keysOf(dump, u"pods"_s).size(), 2);
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("time") << QStringList{u"--for=soon"_s} << u"invalid duration \"soon\""_s;
        QTest::newRow("no time") << QStringList{u"--for=0s"_s} << u"invalid duration \"0s\""_s;
        QTest::newRow("resource") << QStringList{u"--resource=pods,secrets"_s} << u"no resource \"secrets\""_s;
        QTest::newRow("a file that cannot be written")
            << QStringList{u"--for=100ms"_s, u"--dump=missing/out.json"_s} << u"missing/out.json"_s;
    }

    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        FaultServer server(serve);
        const QTemporaryDir folder;
        Ctl ctl(server, folder, arguments);
        QTRY_VERIFY_WITH_TIMEOUT(ctl.hasEnded(), 20'000);
        QCOMPARE(ctl.exitCode(), 1);
        QVERIFY2(ctl.errors().contains(says), qPrintable(ctl.errors()));
    }
};

QTEST_GUILESS_MAIN(TestCliMirror)
#include "test_cli_mirror.moc"
