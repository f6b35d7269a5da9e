// SPDX-License-Identifier: Apache-2.0
// gantryctl get, describe and events against what kubectl printed: from a file with the objects of the same moment,
// and from a server that answers as a real one did.
#include "support/faultserver.h"
#include "support/vectors.h"

#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using support::Exchange;
using support::FaultServer;

namespace {

struct Run {
    int code = -1;
    QString out, errors;
};

/** Lets this thread's server answer meanwhile. */
Run gantryctl(const QStringList &arguments, const QString &kubeconfig = u"/nonexistent/kubeconfig"_s,
              const QString &input = QProcess::nullDevice())
{
    QProcess process;
    process.setStandardInputFile(input);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KUBECONFIG"_s, kubeconfig);
    process.setProcessEnvironment(environment);
    QEventLoop loop;
    QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    process.start(QStringLiteral(GANTRYCTL), arguments);
    if (process.state() != QProcess::NotRunning)
        loop.exec();
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/** `kubectl get pods -l 'a in (b)'` as its words, without the program. */
QStringList words(const QString &command)
{
    QStringList result;
    bool quoted = false;
    QString word;
    for (const QChar c : command + u' ') {
        if (c == u'\'')
            quoted = !quoted;
        else if (c != u' ' || quoted)
            word += c;
        else if (!word.isEmpty())
            result << std::exchange(word, QString());
    }
    return result;
}

QString verdict(const Run &run, const QJsonValue &expected)
{
    if (run.out != expected["stdout"_L1].toString())
        return u"standard output, "_s + support::difference(run.out, expected["stdout"_L1].toString());
    if (run.errors != expected["stderr"_L1].toString())
        return u"standard error: "_s + run.errors + u"not: "_s + expected["stderr"_L1].toString();
    if (run.code != expected["exit"_L1].toInt())
        return u"exit code %1"_s.arg(run.code);
    return {};
}

const QJsonObject &reads()
{
    static const QJsonObject data = QJsonDocument::fromJson(support::read(u"report/kubectl-reads.json"_s)).object();
    return data;
}
const QJsonObject &served()
{
    static const QJsonObject data = QJsonDocument::fromJson(support::read(u"report/kubectl-served.json"_s)).object();
    return data;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

}  // namespace

class TestCliReads : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fromFile_data();
    void fromFile();
    void fromServer_data();
    void fromServer();
    void recordedFolder();
    void coverage();
    void aPageOfAProxyIsNoEmptyList();
    void filesNameObjects();
    void describedByFiles();
    void errorsAreSaid_data();
    void errorsAreSaid();

private:
    QTemporaryDir m_folder;
    QStringList m_asked;
    FaultServer m_server{[this](const Exchange &x) {
        m_asked << x.url.path();
        const QJsonObject answers = served()["answers"_L1].toObject();
        const QJsonValue known = answers.value(x.url.path());
        const QJsonValue body = x.headers.value("accept").contains("as=Table") && !known["table"_L1].isUndefined()
                                    ? known["table"_L1]
                                    : known["list"_L1];
        if (body.isObject())
            x.answer(known["status"_L1].toInt(), support::json(body));
        else
            x.answer(404, "404 page not found");
    }};
};

void TestCliReads::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QVERIFY(write(m_folder.filePath(u"objects.json"_s), support::json(reads()["objects"_L1])));
    const QByteArray config = "apiVersion: v1\nkind: Config\ncurrent-context: c\nclusters:\n- name: c\n  cluster: "
                              "{server: \"" +
                              m_server.url().toEncoded() +
                              "\"}\ncontexts:\n- name: c\n  context: {cluster: c, user: u}\nusers:\n- name: u\n  user: "
                              "{}\n";
    QVERIFY(write(m_folder.filePath(u"config"_s), config));
}

void TestCliReads::fromFile_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QJsonValue>("expected");
    int count = 0;
    for (const QJsonValue &run : reads()["runs"_L1].toArray())
        for (const QString &version : {u"v1.20"_s, u"v1.36"_s}) {
            const QJsonValue expected = run[version];
            if (expected.isUndefined())
                continue;
            QStringList arguments = words(run["command"_L1].toString());
            if (!arguments.contains(u"-n") && !arguments.contains(u"-A"))
                arguments << u"-n"_s << u"default"_s;
            arguments << u"--from"_s << m_folder.filePath(u"objects.json"_s) << u"--now"_s
                      << expected["now"_L1].toString() << u"--as-of"_s << version;
            QTest::addRow("%s %s", qPrintable(version), qPrintable(run["command"_L1].toString()))
                << arguments << expected;
            ++count;
        }
    QVERIFY(count >= 90);
}

void TestCliReads::fromFile()
{
    QFETCH(QStringList, arguments);
    QFETCH(QJsonValue, expected);
    const QString wrong = verdict(gantryctl(arguments), expected);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TestCliReads::fromServer_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QJsonValue>("expected");
    for (const QJsonValue &run : served()["runs"_L1].toArray())
        QTest::addRow("%s", qPrintable(run["command"_L1].toString()))
            << run["command"_L1].toString() << QJsonValue(run["v1.36"_L1]);
}

/** Kinds that only the server knows: its own tables, found through its discovery. */
void TestCliReads::fromServer()
{
    QFETCH(QString, command);
    QFETCH(QJsonValue, expected);
    m_asked.clear();
    const QString wrong = verdict(gantryctl(words(command), m_folder.filePath(u"config"_s)), expected);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong + u"\nasked: "_s + m_asked.join(u' ')));
    QVERIFY(m_asked.contains(u"/api/v1"_s));
}

/** A recorded scenario needs no flag: its namespace is the only one, its moment is now.txt. */
void TestCliReads::recordedFolder()
{
    const QString folder = QStringLiteral(TEST_DATA "/fixtures/k8s-1.36/slow-pull");
    const QString second = u"2026-11-23T23:09:10Z"_s;  // the text was taken in the second before now.txt
    const Run get = gantryctl({u"get"_s, u"pods"_s, u"--from"_s, folder, u"-o"_s, u"wide"_s, u"--now"_s, second});
    QCOMPARE(get.out, QString::fromUtf8(support::read(u"fixtures/k8s-1.36/slow-pull/get-wide.txt"_s)));
    const Run describe = gantryctl({u"describe"_s, u"pods"_s, u"--from"_s, folder, u"--as-of"_s, u"v1.32"_s});
    const QString theirs = QString::fromUtf8(support::read(u"fixtures/k8s-1.36/slow-pull/describe.txt"_s));
    QVERIFY2(describe.out == theirs, qPrintable(support::difference(describe.out, theirs)));
}

/** The period is said beside kubectl's bytes, not in them. */
void TestCliReads::coverage()
{
    const QStringList events{u"events"_s, u"--from"_s, QStringLiteral(TEST_DATA "/fixtures/k8s-1.36/slow-pull")};
    const Run plain = gantryctl(events);
    const Run told = gantryctl(events + QStringList{u"--coverage"_s});
    QVERIFY(plain.out.contains(u"Pulling"));
    QCOMPARE(told.out, plain.out);
    QCOMPARE(plain.errors, QString());
    QCOMPARE(told.errors, u"Events from 2026-11-23T23:08:30Z to 2026-11-23T23:08:52Z; what was before may be "
                          "forgotten.\n"_s);
}

/** Something between us and the server answers 200 with a page of its own: nobody may read that as "no pods". */
void TestCliReads::aPageOfAProxyIsNoEmptyList()
{
    FaultServer proxy([](const Exchange &x) {
        const QJsonValue known = served()["answers"_L1][x.url.path()]["list"_L1];
        if (known.isObject() && !x.url.path().contains(u"/namespaces/"))
            x.answer(200, support::json(known));
        else
            x.answer(200, "{\"error\":\"please log in\"}");
    });
    const QString config = m_folder.filePath(u"proxied"_s);
    QVERIFY(write(config, "apiVersion: v1\nkind: Config\ncurrent-context: c\nclusters:\n- {name: c, cluster: {server: "
                          "\"" +
                              proxy.url().toEncoded() +
                              "\"}}\ncontexts:\n- {name: c, context: {cluster: c, user: u}}\nusers:\n- {name: u, "
                              "user: {}}\n"));
    for (const QString &command : {u"get pods -n dev"_s, u"get deploy -n dev"_s, u"get pod web-1 -n dev"_s,
                                   u"describe pod web-1 -n dev"_s, u"events -n dev"_s, u"get pods -n dev -o json"_s}) {
        const Run run = gantryctl(words(command), config);
        QCOMPARE(run.code, 1);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.errors.contains(u"is not what was asked for"), qPrintable(command + u": "_s + run.errors));
    }
}

/** A folder, several files and standard input, as kubectl 1.32 answers to them. */
void TestCliReads::filesNameObjects()
{
    const QString files = m_folder.filePath(u"files"_s);
    QVERIFY(QDir().mkpath(files + u"/more"_s));
    QVERIFY(write(files + u"/a.yaml"_s, "apiVersion: v1\nkind: Pod\nmetadata: {name: web-2}\n"));
    QVERIFY(write(files + u"/b.json"_s, R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"nope"}})"));
    QVERIFY(write(files + u"/more/c.yml"_s, "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d1}\n"));
    QVERIFY(write(files + u"/notes.txt"_s, "no manifest"));
    const QString config = m_folder.filePath(u"config"_s);
    const auto get = [&](const QStringList &more, const QString &input = QProcess::nullDevice()) {
        return gantryctl(QStringList{u"get"_s, u"-n"_s, u"dev"_s} + more, config, input);
    };
    const QString missing = u"Error from server (NotFound): pods \"nope\" not found\n"_s;
    const Run flat = get({u"-f"_s, files, u"-o"_s, u"name"_s});
    QCOMPARE(flat.out, u"pod/web-2\n"_s);
    QCOMPARE(flat.errors, missing);
    QCOMPARE(flat.code, 1);
    const Run deep = get({u"-f"_s, files, u"-R"_s, u"-o"_s, u"name"_s});
    QCOMPARE(deep.out, u"pod/web-2\ndeployment.apps/d1\n"_s);
    QCOMPARE(deep.errors, missing);
    const Run table = get({u"-f"_s, files + u"/a.yaml"_s, u"-f"_s, files + u"/more"_s});
    QVERIFY2(table.out.startsWith(u"NAME        READY") && table.out.contains(u"\npod/web-2 "), qPrintable(table.out));
    QVERIFY2(table.out.contains(u"\n\nNAME ") && table.out.contains(u"\ndeployment.apps/d1 "), qPrintable(table.out));
    QCOMPARE(table.code, 0);

    const Run named = get({u"pod"_s, u"web-2"_s, u"-o"_s, u"yaml"_s});
    QVERIFY(named.out.startsWith(u"apiVersion: v1\nkind: Pod\n"));
    QCOMPARE(get({u"-f"_s, u"-"_s, u"-o"_s, u"yaml"_s}, files + u"/a.yaml"_s).out, named.out);
    const Run list = get({u"-f"_s, files + u"/a.yaml,"_s + files + u"/b.json"_s, u"-o"_s, u"yaml"_s});
    QVERIFY2(list.out.contains(u"\nkind: List\n"), qPrintable(list.out));

    QVERIFY(write(files + u"/b.json"_s, "{"));  // what cannot be read hides nothing else
    const Run broken = get({u"-f"_s, files, u"-R"_s, u"-o"_s, u"name"_s});
    QCOMPARE(broken.out, deep.out);
    QVERIFY2(broken.errors.startsWith(u"error: "_s + files + u"/b.json:1"_s), qPrintable(broken.errors));
    QCOMPARE(broken.code, 1);
    const Run none = get({u"-f"_s, m_folder.path()});  // holds objects.json, of which nothing is on this server
    QVERIFY(!none.errors.isEmpty() && none.code == 1);
}

void TestCliReads::describedByFiles()
{
    const QString files = m_folder.filePath(u"described"_s);
    QVERIFY(QDir().mkpath(files + u"/empty"_s));
    QVERIFY(write(files + u"/a.yaml"_s, "apiVersion: v1\nkind: Pod\nmetadata: {name: web-1}\n---\n"
                                        "apiVersion: v1\nkind: Pod\nmetadata: {name: web-2}\n"));
    const QStringList from{u"--from"_s,  m_folder.filePath(u"objects.json"_s),
                           u"--as-of"_s, u"v1.32"_s,
                           u"-n"_s,      u"dev"_s,
                           u"--now"_s,   u"2026-12-01T00:00:00Z"_s};
    const Run byName = gantryctl(words(u"describe pod web-1 web-2"_s) + from);
    QVERIFY2(byName.out.startsWith(u"Name: ") && byName.out.contains(u"\n\n\nName: "), qPrintable(byName.out));
    const Run byFile = gantryctl(QStringList{u"describe"_s, u"-f"_s, files} + from);
    QCOMPARE(byFile.out, byName.out);
    QCOMPARE(byFile.code, 0);
    const Run byInput = gantryctl(words(u"describe -f -"_s) + from, {}, files + u"/a.yaml"_s);
    QCOMPARE(byInput.out, byName.out);
    const Run empty = gantryctl(QStringList{u"describe"_s, u"-f"_s, files + u"/empty"_s} + from);
    QCOMPARE(empty.errors,
             u"error: error reading [%1/empty]: recognized file extensions are [.json .yaml .yml]\n"_s.arg(files));
    QCOMPARE(empty.code, 1);
}

void TestCliReads::errorsAreSaid_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("message");
    QTest::newRow("no kind") << u"get"_s
                             << u"error: You must specify the type of resource to get: gantryctl get pods\n"_s;
    QTest::newRow("version") << u"get pods --as-of 2"_s << u"error: --as-of wants a version like v1.32, not \"2\"\n"_s;
    QTest::newRow("time") << u"get pods --now noon"_s
                          << u"error: --now wants a time like 2026-03-01T12:00:00Z, not \"noon\"\n"_s;
    QTest::newRow("no file") << u"get pods --from /nonexistent"_s
                             << u"error: the path \"/nonexistent\" does not exist\n"_s;
    QTest::newRow("selector") << u"get pods -n dev -l =x"_s
                              << u"Error from server (BadRequest): Unable to find \"/v1, Resource=pods\" that match "
                                 "label selector \"=x\", field selector \"\": unable to parse requirement: =x\n"_s;
    QTest::newRow("field")
        << u"get nodes --field-selector spec.foo=1"_s
        << u"Error from server (BadRequest): Unable to find \"/v1, Resource=nodes\" that match label "
           "selector \"\", field selector \"spec.foo=1\": field label not supported: spec.foo\n"_s;
    QTest::newRow("no field") << u"get pods -n dev --field-selector foo"_s
                              << u"Error from server (BadRequest): Unable to find \"/v1, Resource=pods\" that match "
                                 "label selector \"\", field selector \"foo\": invalid selector: 'foo'; can't "
                                 "understand 'foo'\n"_s;
    QTest::newRow("name and selector") << u"get pods web-1 -n dev -l app=web"_s
                                       << u"error: name cannot be provided when a selector is specified\n"_s;
    QTest::newRow("name everywhere") << u"get pods web-1 -A"_s
                                     << u"error: a resource cannot be retrieved by name across all namespaces\n"_s;
    QTest::newRow("half a name") << u"get pods/ -n dev"_s
                                 << u"error: arguments in resource/name form must have a single resource and name\n"_s;
    QTest::newRow("path") << u"get pods --sort-by {.items[*]}"_s
                          << u"error: --sort-by knows fields and indexes only, not \"[*]\"\n"_s;
    QTest::newRow("describe nothing") << u"describe deploy web"_s
                                      << u"Error from server (NotFound): deployments.apps \"web\" not found\n"_s;
    QTest::newRow("URL")
        << u"get -f https://example.com/a.yaml"_s
        << u"error: URLs are not read here: curl -fL https://example.com/a.yaml | gantryctl ... -f -\n"_s;
    QTest::newRow("input twice") << u"describe -f - -f -"_s
                                 << u"error: standard input cannot be used for multiple arguments\n"_s;
    QTest::newRow("files and kinds") << u"get pods -f a.yaml"_s
                                     << u"error: when paths, URLs, or stdin is provided as input, you may not specify "
                                        "resource arguments as well\n"_s;
    QTest::newRow("files and selector") << u"get -f a.yaml -l app=web"_s
                                        << u"error: a selector does not choose among files\n"_s;
    QTest::newRow("absent file") << u"get -f /nonexistent"_s << u"error: the path \"/nonexistent\" does not exist\n"_s;
    QTest::newRow("describe by prefix") << u"describe deploy,rs web"_s
                                        << u"Error from server (NotFound): deployments.apps \"web\" not found\n"
                                           "Error from server (NotFound): replicasets.apps \"web\" not found\n"_s;
}

void TestCliReads::errorsAreSaid()
{
    QFETCH(QString, command);
    QFETCH(QString, message);
    QStringList arguments = words(command);
    if (!arguments.contains(u"--from"))
        arguments << u"--from"_s << m_folder.filePath(u"objects.json"_s);
    const Run run = gantryctl(arguments);
    QCOMPARE(run.errors, message);
    QCOMPARE(run.code, 1);
    QCOMPARE(run.out, QString());
}

QTEST_GUILESS_MAIN(TestCliReads)
#include "test_cli_reads.moc"
