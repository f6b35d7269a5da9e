// SPDX-License-Identifier: Apache-2.0
// gantryctl logs on a practice cluster in this process. The texts are those that kubectl 1.32 printed for the same.
#include "practice/cluster.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Run {
    QByteArray out;
    QString errors;
    int code = -1;
};

/** The lines without those that tell how long the container ran: on a busy machine it runs longer. */
QByteArrayList said(const QByteArray &log)
{
    QByteArrayList lines = log.split('\n');
    lines.removeIf([](const QByteArray &line) { return line.contains(": running for "); });
    return lines;
}

}  // namespace

class TestCliLogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theWholeLog();
    void partsOfIt();
    void theRunBefore();
    void aFollowedLogEndsWithItsContainer();
    void whatKubectlSays_data();
    void whatKubectlSays();

private:
    Run run(const QStringList &arguments) const;
    [[nodiscard]] QString statusOf(const QString &pod) const;

    practice::Cluster m_cluster;
    QTemporaryDir m_folder;
};

/** The process talks to a server in this one: the event loop runs while it does. */
Run TestCliLogs::run(const QStringList &arguments) const
{
    QProcess process;
    process.start(QStringLiteral(GANTRYCTL), QStringList{u"--kubeconfig"_s, m_cluster.kubeconfigPath()} + arguments);
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 20'000))
        process.kill();
    return {process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError()), process.exitCode()};
}

QString TestCliLogs::statusOf(const QString &pod) const
{
    return QString::fromUtf8(run({u"get"_s, u"pod"_s, pod, u"--no-headers"_s, u"-n"_s, u"default"_s}).out);
}

void TestCliLogs::initTestCase()
{
    practice::Options options;
    options.speed = 20;
    options.kubeconfigPath = m_folder.filePath(u"kubeconfig"_s);
    QVERIFY(m_cluster.start(options));
    QFile file(m_folder.filePath(u"pods.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: default}, spec: {initContainers: [{name: "
               "setup, image: 'busybox:1.36', command: ['seq 5']}], containers: [{name: nginx, image: 'nginx:1.27'}, "
               "{name: side, image: 'nginx:1.27'}]}}\n---\n"
               "{apiVersion: v1, kind: Pod, metadata: {name: crash, namespace: default}, spec: {containers: [{name: c, "
               "image: 'busybox:1.36', command: [sh, -c, exit 3]}]}}\n---\n"
               "{apiVersion: v1, kind: Pod, metadata: {name: bad, namespace: default}, spec: {containers: [{name: c, "
               "image: 'nginx:nope'}]}}\n");
    file.close();
    QCOMPARE(run({u"create"_s, u"-f"_s, file.fileName()}).errors, QString());
    QTRY_VERIFY_WITH_TIMEOUT(statusOf(u"web"_s).contains("2/2"_L1), 30'000);
    // Not QTRY, which looks once more at the end: a crash loop is in this state only for a while.
    QVERIFY(QTest::qWaitFor([this] { return statusOf(u"crash"_s).contains("CrashLoopBackOff"_L1); }, 30'000));
    QVERIFY(QTest::qWaitFor([this] { return statusOf(u"bad"_s).contains("Pull"_L1); }, 30'000));
}

void TestCliLogs::theWholeLog()
{
    const Run plain = run({u"logs"_s, u"web"_s, u"-c"_s, u"setup"_s});
    QCOMPARE(plain.errors, QString());
    QCOMPARE(plain.code, 0);
    const QByteArrayList lines = said(plain.out);
    QCOMPARE(lines.size(), 8);
    QVERIFY(lines.at(0).startsWith("setup: the practice cluster started this container from "));
    QCOMPARE(lines.mid(1), (QByteArrayList{"1", "2", "3", "4", "5", "setup: ended with code 0", ""}));
    QCOMPARE(run({u"logs"_s, u"pod/web"_s, u"-c"_s, u"setup"_s}).out, plain.out);
    QCOMPARE(run({u"logs"_s, u"web"_s, u"setup"_s}).out, plain.out);
    const QByteArrayList timed = said(run({u"logs"_s, u"web"_s, u"setup"_s, u"--timestamps"_s}).out);
    QCOMPARE(timed.size(), lines.size());
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        QCOMPARE(timed.at(i).indexOf(' '), 30);  // nine digits of a second
        QCOMPARE(timed.at(i).sliced(31), lines.at(i));
    }
}

void TestCliLogs::partsOfIt()
{
    const QByteArrayList whole = run({u"logs"_s, u"web"_s, u"setup"_s}).out.split('\n');
    QCOMPARE(run({u"logs"_s, u"web"_s, u"setup"_s, u"--tail"_s, u"2"_s}).out.split('\n'), whole.last(3));
    QCOMPARE(run({u"logs"_s, u"web"_s, u"setup"_s, u"--tail=0"_s}).out, "");
    QCOMPARE(run({u"logs"_s, u"web"_s, u"setup"_s, u"--limit-bytes=5"_s}).out, "setup");
    QCOMPARE(run({u"logs"_s, u"web"_s, u"setup"_s, u"--since-time=2100-01-01T00:00:00Z"_s}).out, "");
    QVERIFY(run({u"logs"_s, u"web"_s, u"setup"_s, u"--since=1h"_s}).out.startsWith("setup: the practice"));
}

void TestCliLogs::theRunBefore()
{
    const Run before = run({u"logs"_s, u"crash"_s, u"-p"_s});
    QCOMPARE(before.errors, QString());
    QVERIFY(before.out.endsWith("c: ended with code 3\n"));
}

void TestCliLogs::aFollowedLogEndsWithItsContainer()
{
    const Run followed = run({u"logs"_s, u"-f"_s, u"web"_s, u"setup"_s});
    QCOMPARE(followed.code, 0);
    QVERIFY(followed.out.endsWith("setup: ended with code 0\n"));
}

void TestCliLogs::whatKubectlSays_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("errors");
    QTest::addColumn<int>("code");
    const auto add = [](const QString &line, const QString &errors, int code = 1) {
        QTest::newRow(qPrintable(line)) << line.split(u' ') << errors << code;
    };
    add(u"web --tail=1"_s, u"Defaulted container \"nginx\" out of: nginx, side, setup (init)\n"_s, 0);
    add(u"web -c nope"_s, u"error: container nope is not valid for pod web\n"_s);
    add(u"web -c nginx -p"_s,
        u"Error from server (BadRequest): previous terminated container \"nginx\" in pod \"web\" not found\n"_s);
    add(u"nope"_s, u"error: error from server (NotFound): pods \"nope\" not found in namespace \"default\"\n"_s);
    add(u"web --tail=-2"_s, u"error: --tail must be greater than or equal to -1\n"_s);
    add(u"web --since=5m --since-time=2020-01-01T00:00:00Z"_s,
        u"error: at most one of `sinceTime` or `sinceSeconds` may be specified\n"_s);
}

void TestCliLogs::whatKubectlSays()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, errors);
    QFETCH(int, code);
    const Run said = run(QStringList{u"logs"_s, u"-n"_s, u"default"_s} + arguments);
    QCOMPARE(said.errors, errors);
    QCOMPARE(said.code, code);
}

QTEST_GUILESS_MAIN(TestCliLogs)
#include "test_cli_logs.moc"
