// SPDX-License-Identifier: Apache-2.0
// gantryctl yaml: documents as kubectl's JSON, errors with their place, and no cluster or kubeconfig.
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Run {
    int code = -1;
    QByteArray out, errors;
};

Run gantryctl(const QStringList &arguments, const QByteArray &input = {}, const QString &folder = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KUBECONFIG"_s, u"/nonexistent/kubeconfig"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(GANTRYCTL), QStringList{u"yaml"_s} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(20000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

}  // namespace

class TestCliYaml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void documentsAreLines();
    void jsonIsWrittenAsGoWritesIt();
    void goodDocumentsAreThereBesideErrors();
    void everyFileIsRead();
    void splitting();
    void schemaFindingsAreErrors();
    void bundledFindingsAreWarnings();
    void notesAreAskedFor();
    void nothingMovesTheTerminal();
};

void TestCliYaml::documentsAreLines()
{
    const Run run =
        gantryctl({u"-"_s}, "kind: A\napiVersion: v1\nv: [no, 0777, 1e3, ~, <&>, 12345678901234567890, 1e21]\n"
                            "---\n# nothing\n---\napiVersion: v1\nkind: BList\nitems: [{a: 1}]\n");
    QCOMPARE(run.code, 0);
    QCOMPARE(run.errors, QByteArray());
    QCOMPARE(run.out, R"({"apiVersion":"v1","kind":"A","v":[false,511,1000,null,"\u003c\u0026\u003e",)"
                      R"(12345678901234567890,1e+21]})"
                      "\n"
                      R"({"a":1,"apiVersion":"v1","kind":"B"})"
                      "\n"_ba);
}

void TestCliYaml::jsonIsWrittenAsGoWritesIt()
{
    const Run run = gantryctl({u"-"_s}, R"({ "kind": "A", "apiVersion": "v1", "b": 1.0, "a": "\ud83d\ude00\/<" }
                                           {"kind":"B","apiVersion":"v1","b":[]})");
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, "{\"a\":\"\U0001F600/\\u003c\",\"apiVersion\":\"v1\",\"b\":1,\"kind\":\"A\"}\n"
                      "{\"apiVersion\":\"v1\",\"b\":[],\"kind\":\"B\"}\n"_ba);
}

void TestCliYaml::goodDocumentsAreThereBesideErrors()
{
    const Run run = gantryctl({u"-"_s}, "apiVersion: v1\nkind: A\nkind: B\n---\na:\n\tb: 1\n");
    QCOMPARE(run.code, 1);
    QCOMPARE(run.out, "{\"apiVersion\":\"v1\",\"kind\":\"B\"}\n"_ba);
    QCOMPARE(run.errors, "STDIN:3:1: warning: the key \"kind\" stands twice in this mapping; the last one counts\n"
                         "STDIN:6:1: error: a tab cannot indent; use spaces\n"_ba);
}

void TestCliYaml::everyFileIsRead()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"a.yaml"_s), "a: @\n");
    write(folder.filePath(u"b.yaml"_s), "apiVersion: v1\nkind: B\n");
    const Run run = gantryctl({u"a.yaml"_s, u"none.yaml"_s, u"b.yaml"_s}, {}, folder.path());
    QCOMPARE(run.code, 1);
    QCOMPARE(run.out, "{\"apiVersion\":\"v1\",\"kind\":\"B\"}\n"_ba);
    QVERIFY2(run.errors.startsWith("a.yaml:1:4: error: "), run.errors);
    QVERIFY2(run.errors.endsWith("\nnone.yaml: error: the path \"none.yaml\" does not exist\n"), run.errors);
    QCOMPARE(gantryctl({}).code, 1);
}

void TestCliYaml::splitting()
{
    const Run run = gantryctl({u"--split"_s, u"-"_s}, "a: @\r\n--- # one\nb: |\n  ---\n  x\n");
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out, "\"a: @\\n\"\n\"b: |\\n  ---\\n  x\\n\"\n"_ba);
    QCOMPARE(gantryctl({u"--split"_s, u"-"_s}, "a: 1\n---x\n").code, 1);
}

void TestCliYaml::schemaFindingsAreErrors()
{
    const QByteArray pod = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: c\n    iamge: nginx\n";
    const QString schema = QStringLiteral(TEST_DATA "/manifest/openapi-v2.json");
    const Run run = gantryctl({u"-"_s, u"--schema"_s, schema}, pod);
    QCOMPARE(run.code, 1);
    QVERIFY(run.out.startsWith("{\"apiVersion\""));
    QCOMPARE(run.errors,
             "STDIN:6:5: error: unknown field \"spec.containers[0].iamge\"; perhaps \"image\" is meant\n"_ba);
    QCOMPARE(gantryctl({u"-"_s, u"--schema"_s, schema}, QByteArray(pod).replace("iamge", "image")).code, 0);
    QCOMPARE(gantryctl({u"-"_s, u"--schema"_s, u"/nonexistent"_s}, pod).code, 1);
}

void TestCliYaml::bundledFindingsAreWarnings()
{
    const QByteArray text =
        "apiVersion: v1\nkind: ConfigMap\ndaat: {}\n---\napiVersion: batch/v1beta1\nkind: CronJob\n";
    const Run run = gantryctl({u"-"_s, u"--schema"_s, u"bundled"_s}, text);
    QCOMPARE(run.code, 0);
    QCOMPARE(run.out.count('\n'), 2);
    const QByteArrayList lines = run.errors.split('\n');
    QCOMPARE(lines.value(0), "STDIN:3:1: warning: unknown field \"daat\"; perhaps \"data\" is meant"_ba);
    QVERIFY2(lines.value(1).startsWith("STDIN:5:1: warning: batch/v1beta1 CronJob was removed in Kubernetes v1.25"),
             run.errors);
    QVERIFY2(lines.value(2).startsWith("STDIN:6:1: note: no schema for CronJob of batch/v1beta1"), run.errors);
}

void TestCliYaml::notesAreAskedFor()
{
    const QByteArray text = "apiVersion: v1\nkind: A\nmode: 0777\n";
    QCOMPARE(gantryctl({u"-"_s}, text).errors, QByteArray());
    const Run run = gantryctl({u"-"_s, u"--notes"_s}, text);
    QCOMPARE(run.code, 0);
    QCOMPARE(run.errors, "STDIN:3:7: note: 0777 is octal, the number 511\n"_ba);
}

void TestCliYaml::nothingMovesTheTerminal()
{
    const Run run = gantryctl({u"-"_s}, "a: *\"\u202e\"\n");
    QCOMPARE(run.code, 1);
    QVERIFY(!run.errors.contains("\u202e"));
}

QTEST_GUILESS_MAIN(TestCliYaml)
#include "test_cli_yaml.moc"
