// SPDX-License-Identifier: Apache-2.0
// gantryctl why and forecast on recordings: no cluster, no kubeconfig, and JSON keys that stay.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString Fixtures = QStringLiteral(TEST_DATA "/fixtures/");

struct Run {
    int code = -1;
    QByteArray out, errors;
    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

/** With a kubeconfig that is not there: reading it would fail. */
Run gantryctl(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KUBECONFIG"_s, u"/nonexistent/kubeconfig"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(GANTRYCTL), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(20000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList keys(const QJsonValue &value)
{
    return value.toObject().keys();
}

}  // namespace

class TestCliStories : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whyAsText();
    void whyAsJson();
    void whyOfOneContainer();
    void watchFramesAlone();
    void errorsAreSaid_data();
    void errorsAreSaid();
    void forecastAsText();
    void forecastAsJson();
};

void TestCliStories::whyAsText()
{
    const Run run = gantryctl({u"why"_s, u"--from"_s, Fixtures + u"k8s-1.36/slow-pull"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.errors, QByteArray());
    QVERIFY2(run.out.startsWith("Container nginx: good\n"), run.out);
    QVERIFY2(run.out.contains("pulled 23:08:52.232 in 21.372s"), run.out);
}

void TestCliStories::whyAsJson()
{
    const Run run = gantryctl({u"why"_s, u"--from="_s + Fixtures + u"k8s-1.20/registry-refused"_s, u"-o"_s, u"json"_s});
    QCOMPARE(run.code, 0);
    const QJsonObject whole = run.json().object();
    QCOMPARE(whole.keys(), QStringList({u"containers"_s, u"now"_s, u"pod"_s}));
    QCOMPARE(whole["now"_L1].toString(), u"2026-11-23T22:33:24Z"_s);
    QCOMPARE(keys(whole["pod"_L1]), QStringList({u"name"_s, u"namespace"_s, u"node"_s, u"uid"_s}));
    const QJsonValue container = whole["containers"_L1][0];
    QCOMPARE(keys(container), QStringList({u"advice"_s, u"attempts"_s, u"category"_s, u"cause"_s, u"kind"_s, u"name"_s,
                                           u"nextTry"_s, u"rawFailure"_s, u"statements"_s, u"tries"_s, u"verdict"_s}));
    QCOMPARE(container["verdict"_L1].toString(), u"failed"_s);
    QCOMPARE(container["category"_L1].toString(), u"connection-refused"_s);
    QCOMPARE(container["tries"_L1].toInt(), 3);
    QCOMPARE(container["nextTry"_L1]["from"_L1].toString(), u"2026-11-23T22:33:54Z"_s);
    const QJsonArray attempts = container["attempts"_L1].toArray();
    QCOMPARE(attempts.size(), 3);
    QCOMPARE(attempts.at(1)["number"_L1].toInt(), 2);
    QVERIFY(!attempts.at(1).toObject().contains("pulling"_L1));
    QCOMPARE(attempts.at(2)["failed"_L1].toString(), u"2026-11-23T22:33:14Z"_s);
    bool rests = false;
    for (const QJsonValue &statement : container["statements"_L1].toArray()) {
        for (const QString &key :
             {u"step"_s, u"verdict"_s, u"id"_s, u"args"_s, u"text"_s, u"source"_s, u"confidence"_s, u"gap"_s})
            QVERIFY2(statement.toObject().contains(key), qPrintable(key));
        rests =
            rests || (statement["source"_L1].toString() == u"event" && !statement["eventUid"_L1].toString().isEmpty());
    }
    QVERIFY(rests);
}

void TestCliStories::whyOfOneContainer()
{
    const QString folder = Fixtures + u"k8s-1.36/sidecar-init"_s;
    const Run run = gantryctl({u"why"_s, u"--from"_s, folder, u"-c"_s, u"prepare"_s});
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.startsWith("Container prepare (init): good\n"));
    QVERIFY(!run.out.contains("Container web"));
    QCOMPARE(gantryctl({u"why"_s, u"--from"_s, folder, u"-c"_s, u"nobody"_s}).code, 1);
}

/** A watch saw each time an event was said again: no try is left without its times. */
void TestCliStories::watchFramesAlone()
{
    const QString source = Fixtures + u"k8s-1.36/manifest-not-found/"_s;
    const QTemporaryDir folder;
    for (const QString &name : {u"pods.watch.jsonl"_s, u"events.watch.jsonl"_s, u"now.txt"_s})
        QVERIFY(QFile::copy(source + name, folder.filePath(name)));
    Run run = gantryctl({u"why"_s, u"--from"_s, folder.path()});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.startsWith("Container nginx: failed, not-found\n"), run.out);
    QVERIFY2(run.out.contains("#2 pulling 23:20:31, failed 23:20:31"), run.out);
    QVERIFY(!run.out.contains("being deleted"));  // that came after now.txt
    QVERIFY(QFile::remove(folder.filePath(u"now.txt"_s)));
    run = gantryctl({u"why"_s, u"--from"_s, folder.path()});
    QVERIFY2(run.out.contains("being deleted"), run.out);
}

void TestCliStories::errorsAreSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("message");
    const QString folder = Fixtures + u"k8s-1.36/slow-pull"_s;
    QTest::newRow("no folder") << QStringList{u"why"_s, u"--from"_s, u"/nonexistent"_s}
                               << QByteArray("error: /nonexistent: no such folder\n");
    QTest::newRow("no such pod") << QStringList{u"why"_s, u"--from"_s, folder, u"pod"_s, u"other"_s}
                                 << "error: " + folder.toUtf8() + " holds no pod \"other\"\n";
    QTest::newRow("no pod named") << QStringList{u"forecast"_s, u"--from"_s, folder}
                                  << QByteArray("error: must specify one of -f\n");
    QTest::newRow("no pods in it") << QStringList{u"forecast"_s, u"--from"_s, folder, u"-f"_s, u"-"_s}
                                   << QByteArray("error: nothing in there makes pods\n");
}

void TestCliStories::errorsAreSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, message);
    const Run run = gantryctl(arguments, "apiVersion: v1\nkind: Service\nmetadata: {name: x}\n");
    QCOMPARE(run.code, 1);
    QCOMPARE(run.errors, message);
    QCOMPARE(run.out, QByteArray());
}

void TestCliStories::forecastAsText()
{
    const Run run = gantryctl({u"forecast"_s, u"--from"_s, Fixtures + u"k8s-1.36/slow-pull"_s, u"-f"_s, u"-"_s},
                              "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n"
                              "    spec:\n      containers:\n      - {name: web, image: '127.0.0.1:5002/app:next'}\n");
    QCOMPARE(run.code, 0);
    QVERIFY2(run.out.startsWith("Deployment default/web\nContainer web (regular): 127.0.0.1:5002/app:next\n"), run.out);
    QVERIFY2(run.out.contains("On node2: It would pull: the node does not list the image. About 21s, by one earlier "
                              "pull of this repository.\n"),
             run.out);
}

void TestCliStories::forecastAsJson()
{
    const Run run =
        gantryctl({u"forecast"_s, u"--from"_s, Fixtures + u"k8s-1.36/slow-pull"_s, u"-f"_s, u"-"_s, u"-o"_s, u"json"_s},
                  "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: dev}\nspec:\n  containers:\n"
                  "  - {name: web, image: app, imagePullPolicy: IfNotPresent}\n");
    QCOMPARE(run.code, 0);
    const QJsonValue object = run.json().array().first();
    QCOMPARE(keys(object), QStringList({u"containers"_s, u"leftOut"_s, u"object"_s}));
    QCOMPARE(object["object"_L1]["namespace"_L1].toString(), u"dev"_s);
    const QJsonValue container = object["containers"_L1][0];
    QCOMPARE(keys(container),
             QStringList({u"image"_s, u"kind"_s, u"name"_s, u"nodes"_s, u"policy"_s, u"policyFrom"_s, u"traps"_s}));
    QCOMPARE(container["nodes"_L1][0]["expectation"_L1].toString(), u"pull"_s);
    QVERIFY(!container["nodes"_L1][0].toObject().contains("time"_L1));
    QCOMPARE(container["traps"_L1][0]["id"_L1].toString(), u"trap.latest"_s);
}

QTEST_GUILESS_MAIN(TestCliStories)
#include "test_cli_stories.moc"
