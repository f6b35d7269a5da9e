// SPDX-License-Identifier: Apache-2.0
// gantryctl create and delete against what kubectl printed, and the words of servers' refusals. A recorded command that
// Gantry does not offer, or answers in its own way on purpose, is named here with the reason; one that is neither
// fails.
#include "decode/reader.h"
#include "support/faultserver.h"
#include "support/vectors.h"

#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using support::Exchange;
using support::FaultServer;

namespace {

struct Reason {
    QString part;  ///< of the command
    QString text;
};

/** The first that fits tells why a recorded command is not run here. */
const QList<Reason> NotOffered = {
    {u"--dry-run"_s, u"no flag of gantryctl"_s},
    {u"--validate"_s, u"no flag of gantryctl: the server always validates strictly"_s},
    {u"kubectl apply"_s, u"Gantry applies on the server only, as field manager gantry, and says serverside-applied"_s},
    {u"kubectl delete pod"_s, u"gantryctl deletes what a file names"_s},
    {u"kubectl delete deployment"_s, u"gantryctl deletes what a file names"_s},
    {u"kubectl delete cm"_s, u"gantryctl deletes what a file names"_s},
    {u"kubectl delete ns"_s, u"gantryctl deletes what a file names"_s},
    {u"kubectl delete clusterrole"_s, u"gantryctl deletes what a file names"_s},
    {u"kubectl create ns"_s, u"gantryctl creates what a file holds"_s},
    {u"kubectl create cm"_s, u"gantryctl creates what a file holds"_s},
    {u"wrongtype.yaml"_s, u"types are the server's to judge"_s},
    {u"noapiversion.yaml"_s, u"kubectl's advice is --validate=false, which is no flag of gantryctl"_s},
    {u"synerr.yaml"_s, u"nothing of a broken file is written; the error names line and column"_s},
    {u"scalar.yaml"_s, u"the error names line and column"_s},
    {u"list.yaml"_s, u"the error names line and column"_s},
};

QString reasonFor(const QString &command)
{
    const auto it = std::ranges::find_if(NotOffered, [&](const Reason &r) {
        return r.part.endsWith(u".yaml") ? command.endsWith(u' ' + r.part) : command.contains(r.part);
    });
    return it == NotOffered.end() ? QString() : it->text;
}

QByteArray status(int code, const QString &reason, const QString &message)
{
    return support::json(QJsonObject{{u"kind"_s, u"Status"_s},
                                     {u"apiVersion"_s, u"v1"_s},
                                     {u"status"_s, u"Failure"_s},
                                     {u"message"_s, message},
                                     {u"reason"_s, reason},
                                     {u"code"_s, code}});
}

}  // namespace

class TestCliWrites : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commands_data();
    void commands();
    void refusals_data();
    void refusals();

private:
    void answerWrite(const Exchange &x);
    /** A delete looks first which object it is about. */
    void answerLook(const Exchange &x);

    QString m_id;  ///< of the vector that runs
    QTemporaryDir m_folder;
    FaultServer m_server{[this](const Exchange &x) {
        static const QJsonObject known =
            QJsonDocument::fromJson(support::read(u"report/kubectl-served.json"_s)).object()["answers"_L1].toObject();
        const QJsonValue body = known[x.url.path()]["list"_L1];
        if (x.verb != "GET")
            answerWrite(x);
        else if (x.url.path().contains(u"/configmaps/"))
            answerLook(x);
        else if (body.isObject() && !x.url.path().contains(u"/namespaces"))
            x.answer(200, support::json(body));
        else
            x.answer(404, status(404, u"NotFound"_s, u"not found"_s));
    }};
};

void TestCliWrites::answerLook(const Exchange &x)
{
    const QString name = x.url.path().section(u'/', -1);
    if (m_id == u"kubectl-output-476")
        x.answer(404, status(404, u"NotFound"_s, u"configmaps \"%1\" not found"_s.arg(name)));
    else
        x.answer(200,
                 "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"namespace\":\"default\",\"name\":\"" +
                     name.toUtf8() + "\",\"uid\":\"u-" + name.toUtf8() + "\"}}");
}

/** What the real server of the recording said to this step. */
void TestCliWrites::answerWrite(const Exchange &x)
{
    const QJsonObject object = QJsonDocument::fromJson(x.body).object();
    const QString name = object["metadata"_L1]["name"_L1].toString();
    const QString group = x.url.path().startsWith(u"/apis/") ? u'.' + x.url.path().section(u'/', 2, 2) : QString();
    const QString what = u"%1%2 \"%3\""_s.arg(x.url.path().section(u'/', -1), group, name);
    const bool terminating = m_id == u"kubectl-output-488";
    if (x.verb == "DELETE")
        x.answer(200, "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Success\"}");
    else if (x.url.path() == u"/api/v1/namespaces")
        x.answer(409, status(409, u"AlreadyExists"_s,
                             (terminating ? u"object is being deleted: "_s : QString()) + what + u" already exists"_s));
    else if (terminating)
        x.answer(403, status(403, u"Forbidden"_s,
                             what + u" is forbidden: unable to create new content in namespace dev because it is being "
                                    "terminated"_s));
    else
        x.answer(201, x.body);
}

void TestCliWrites::commands_data()
{
    QTest::addColumn<QJsonValue>("vector");
    int run = 0;
    for (const QJsonValue &vector : support::vectors(u"report/kubectl-output.json"_s)) {
        if (!reasonFor(vector["input"_L1]["command"_L1].toString()).isEmpty())
            continue;
        QTest::newRow(qPrintable(vector["id"_L1].toString())) << vector;
        ++run;
    }
    QVERIFY(run >= 9);
}

void TestCliWrites::commands()
{
    QFETCH(QJsonValue, vector);
    m_id = vector["id"_L1].toString();
    const QJsonValue input = vector["input"_L1];
    const QJsonObject files = input["files"_L1].toObject();
    for (auto it = files.begin(); it != files.end(); ++it) {
        QFile file(m_folder.filePath(it.key()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(it.value().toString().toUtf8());
    }
    QFile config(m_folder.filePath(u"config"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("apiVersion: v1\nkind: Config\ncurrent-context: c\nclusters:\n- {name: c, cluster: {server: \"" +
                 m_server.url().toEncoded() +
                 "\"}}\ncontexts:\n- {name: c, context: {cluster: c, user: u}}\nusers:\n- {name: u, user: {}}\n");
    config.close();
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    QEventLoop loop;
    connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    const QStringList words = input["command"_L1].toString().split(u' ').sliced(1);
    process.start(QStringLiteral(GANTRYCTL), words + QStringList{u"--kubeconfig"_s, config.fileName()});
    loop.exec();
    QJsonValue expected = vector["expected"_L1]["both"_L1];
    if (expected.isUndefined())
        expected = vector["expected"_L1]["v1.36.2 client+server"_L1];
    QVERIFY(expected.isObject());
    QString lines = expected["stdout"_L1].toString();
    lines.remove(u" from default namespace"_s);  // kubectl's addition of 1.34: ours is the line of all before
    QCOMPARE(QString::fromUtf8(process.readAllStandardOutput()), lines);
    QCOMPARE(QString::fromUtf8(process.readAllStandardError()), expected["stderr"_L1].toString());
    QCOMPARE(process.exitCode(), expected["exit"_L1].toInt());
}

void TestCliWrites::refusals_data()
{
    QTest::addColumn<QJsonValue>("expected");
    for (const QJsonValue &vector : support::vectors(u"report/api-response.json"_s))
        QTest::newRow(qPrintable(vector["id"_L1].toString())) << QJsonValue(vector["expected"_L1]);
}

/** Each recorded refusal comes out of the decoder with its code, reason and whole message, and as the right kind. */
void TestCliWrites::refusals()
{
    QFETCH(QJsonValue, expected);
    const int code = expected["code"_L1].toInt();
    const QString reason = expected["reason"_L1].toString();
    if (code < 300) {  // a server that does not know the parameter makes the object and says nothing
        QCOMPARE(code, 201);
        return;
    }
    const kube::Error error = decode::status(code, status(code, reason, expected["message"_L1].toString()));
    QCOMPARE(error.httpStatus, code);
    QCOMPARE(error.reason, reason);
    QCOMPARE(error.message, expected["message"_L1].toString());
    using Kind = kube::Error::Kind;
    const QHash<QString, Kind> kinds{{u"NotFound"_s, Kind::NotFound},
                                     {u"Invalid"_s, Kind::Invalid},
                                     {u"Conflict"_s, Kind::Conflict},
                                     {u"BadRequest"_s, Kind::Server}};
    QVERIFY(kinds.contains(reason));
    QCOMPARE(int(error.kind), int(kinds.value(reason)));
}

QTEST_GUILESS_MAIN(TestCliWrites)
#include "test_cli_writes.moc"
