// SPDX-License-Identifier: Apache-2.0
#include "practice/browser.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

const QByteArray Pods = "/api/v1/namespaces/dev/pods";
const QByteArray Pod = Pods + "/pod-image-pull-policy";

}  // namespace

class TestPracticeApi : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void kubeconfigIsPrivate();
    void refusals();
    void alreadyExists();
    void invalid();
    void unknownField();
    void protobuf();
    void unknownProtobuf();
    void table();
    void watchResumes();
    void deletion();
    void serverSideApply();
    void limit();

private:
    std::unique_ptr<practice::Cluster> m_cluster;
    std::unique_ptr<Browser> m_browser;
};

void TestPracticeApi::init()
{
    m_cluster = std::make_unique<practice::Cluster>();
    QVERIFY(m_cluster->start({0, 100, {}}));
    m_browser = std::make_unique<Browser>(*m_cluster);
    QCOMPARE(m_browser->send("POST", "/api/v1/namespaces", namespaceJson()).code, 201);
}

void TestPracticeApi::cleanup()
{
    m_cluster.reset();
}

void TestPracticeApi::kubeconfigIsPrivate()
{
    const QString path = m_cluster->kubeconfigPath();
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther;
    QVERIFY(QFileInfo::exists(path));
    QVERIFY(!(QFile::permissions(path) & others));
    QVERIFY(m_cluster->kubeconfig().contains(m_cluster->serverUrl().toLatin1()));
    m_cluster.reset();
    QVERIFY(!QFileInfo::exists(path));
}

void TestPracticeApi::refusals()
{
    QCOMPARE(m_browser->send("GET", "/api/v1/pods", {}, "Origin: http://example.com\r\n").code, 403);
    QCOMPARE(m_browser->send("GET", "/nothing").json["reason"_L1].toString(), u"NotFound"_s);
    QCOMPARE(m_browser->send("GET", Pod).json["message"_L1].toString(), u"pods \"pod-image-pull-policy\" not found"_s);
    QByteArray elsewhere = podJson("nginx");
    elsewhere.replace("\"dev\"", "\"nowhere\"");
    const auto answer = m_browser->send("POST", "/api/v1/namespaces/nowhere/pods", elsewhere);
    QCOMPARE(answer.code, 404);
    QCOMPARE(answer.json["message"_L1].toString(), u"namespaces \"nowhere\" not found"_s);
}

void TestPracticeApi::alreadyExists()
{
    const auto answer = m_browser->send("POST", "/api/v1/namespaces", namespaceJson());
    QCOMPARE(answer.code, 409);
    QCOMPARE(answer.json["reason"_L1].toString(), u"AlreadyExists"_s);
    QCOMPARE(answer.json["message"_L1].toString(), u"namespaces \"dev\" already exists"_s);
}

void TestPracticeApi::invalid()
{
    const auto answer = m_browser->send("POST", Pods, podJson("", "Sometimes"));
    QCOMPARE(answer.code, 422);
    QCOMPARE(answer.json["message"_L1].toString(),
             u"Pod \"pod-image-pull-policy\" is invalid: [spec.containers[0].image: Required value, "
             "spec.containers[0].imagePullPolicy: Unsupported value: \"Sometimes\": supported values: \"Always\", "
             "\"IfNotPresent\", \"Never\"]"_s);
    const QJsonArray causes = answer.json["details"_L1]["causes"_L1].toArray();
    QCOMPARE(causes.size(), 2);
    QCOMPARE(causes.at(1)["field"_L1].toString(), u"spec.containers[0].imagePullPolicy"_s);
}

void TestPracticeApi::unknownField()
{
    QByteArray body = podJson("nginx");
    body.replace("\"image\"", "\"imag\":\"x\",\"image\"");
    const auto strict = m_browser->send("POST", Pods + "?fieldValidation=Strict", body);
    QCOMPARE(strict.code, 400);
    QCOMPARE(strict.json["message"_L1].toString(),
             u"Pod in version \"v1\" cannot be handled as a Pod: strict decoding error: unknown field "
             "\"spec.containers[0].imag\""_s);
    const auto warned = m_browser->send("POST", Pods, body);
    QCOMPARE(warned.code, 201);
    QVERIFY2(warned.head.contains("299 - \"unknown field \\\"spec.containers[0].imag\\\"\""), warned.head);
}

/** The bodies are those that kubectl 1.32 sent for its own `create` commands. */
void TestPracticeApi::protobuf()
{
    const QByteArray type = "Content-Type: application/vnd.kubernetes.protobuf\r\n";
    const auto post = [&](const QByteArray &path, const QByteArray &base64) {
        return m_browser->send("POST", path, QByteArray::fromBase64(base64), type);
    };
    const auto map = post("/api/v1/namespaces/dev/configmaps",
                          "azhzAAoPCgJ2MRIJQ29uZmlnTWFwEhwKEgoCY20SABoAIgAqADIAOABCABIGCgFhEgFiGgAiAA==");
    QCOMPARE(map.code, 201);
    QCOMPARE(map.json["kind"_L1].toString(), u"ConfigMap"_s);
    QCOMPARE(map.json["data"_L1].toObject(), (QJsonObject{{u"a"_s, u"b"_s}}));
    const auto secret = post("/api/v1/namespaces/dev/secrets",
                             "azhzAAoMCgJ2MRIGU2VjcmV0Eh0KEQoBcxIAGgAiACoAMgA4AEIAEgYKAWESAWIaABoAIgA=");
    QCOMPARE(secret.code, 201);
    QCOMPARE(secret.json["data"_L1]["a"_L1].toString(), u"Yg=="_s);
    const auto account = post("/api/v1/namespaces/dev/serviceaccounts",
                              "azhzAAoUCgJ2MRIOU2VydmljZUFjY291bnQSFwoVCgVyb2JvdBIAGgAiACoAMgA4AEIAGgAiAA==");
    QCOMPARE(account.code, 201);
    const auto service = post(
        "/api/v1/namespaces/dev/services",
        "azhzAAoNCgJ2MRIHU2VydmljZRJpCh8KA3dlYhIAGgAiACoAMgA4AEIAWgoKA2FwcBIDd2ViEkIKGwoHODAtODA4MBIDVENQGFAiBwgAEJA"
        "/GgAoABIKCgNhcHASA3dlYhoAIglDbHVzdGVySVA6AEIAUgBaAGAAaAAaAgoAGgAiAA==");
    QCOMPARE(service.code, 201);
    QCOMPARE(service.json["metadata"_L1]["labels"_L1].toObject(), (QJsonObject{{u"app"_s, u"web"_s}}));
    const QJsonValue port = service.json["spec"_L1]["ports"_L1].toArray().first();
    QCOMPARE(port["port"_L1].toInt(), 80);
    QCOMPARE(port["targetPort"_L1].toInt(), 8080);
    QVERIFY(!port.toObject().contains("nodePort"_L1));
    QCOMPARE(service.json["spec"_L1]["selector"_L1].toObject(), (QJsonObject{{u"app"_s, u"web"_s}}));
}

/** Nothing is left out in silence, and no cut is taken for a whole. */
void TestPracticeApi::unknownProtobuf()
{
    const auto whole =
        QByteArray::fromBase64("azhzAAoPCgJ2MRIJQ29uZmlnTWFwEhwKEgoCY20SABoAIgAqADIAOABCABIGCgFhEgFiGgAiAA==");
    const auto post = [&](const QByteArray &body) {
        return m_browser->send("POST", "/api/v1/namespaces/dev/configmaps", body,
                               "Content-Type: application/vnd.kubernetes.protobuf\r\n");
    };
    QByteArray unknown = whole;
    unknown.replace(QByteArray("\x12\x06\x0a\x01"), QByteArray("\x7a\x06\x0a\x01"));  // data, as field 15
    QVERIFY(unknown != whole);
    const auto refused = post(unknown);
    QCOMPARE(refused.code, 400);
    QCOMPARE(refused.json["message"_L1].toString(), u"proto: field 15 of ConfigMap is not known here"_s);
    for (qsizetype length = 1; length < whole.size() - 4; ++length)
        QVERIFY(post(whole.first(length)).code >= 400);
    QByteArray pod = whole;
    pod.replace("ConfigMap", "Something");
    QCOMPARE(post(pod).code, 400);
    QCOMPARE(post(R"({"kind":"ConfigMap"})").code, 400);
}

void TestPracticeApi::table()
{
    m_browser->send("POST", Pods, podJson("nginx:1.17.1"));
    const QByteArray accept = "Accept: application/json;as=Table;v=v1;g=meta.k8s.io,application/json\r\n";
    const auto row = [&] { return m_browser->send("GET", Pods, {}, accept).json["rows"_L1][0]; };
    QTRY_COMPARE(row()["cells"_L1][2].toString(), u"Running"_s);
    QCOMPARE(row()["cells"_L1][1].toString(), u"1/1"_s);
    QCOMPARE(row()["object"_L1]["kind"_L1].toString(), u"PartialObjectMetadata"_s);
    const auto table = m_browser->send("GET", "/api/v1/nodes", {}, accept).json;
    QCOMPARE(table["kind"_L1].toString(), u"Table"_s);
    QCOMPARE(table["rows"_L1].toArray().size(), 2);
    QCOMPARE(table["columnDefinitions"_L1][4]["name"_L1].toString(), u"Version"_s);
}

void TestPracticeApi::watchResumes()
{
    const QString start = m_browser->send("GET", Pods).json["metadata"_L1]["resourceVersion"_L1].toString();
    m_browser->send("POST", Pods, podJson("nginx:1.17.1"));
    QTRY_COMPARE(m_browser->send("GET", Pod).json["status"_L1]["phase"_L1].toString(), u"Running"_s);
    Watcher watcher(*m_browser, Pods + "?watch=true&timeoutSeconds=1&resourceVersion=" + start.toLatin1());
    QTRY_VERIFY(watcher.events().size() >= 4);
    QCOMPARE(watcher.events().first()["type"_L1].toString(), u"ADDED"_s);
    QCOMPARE(watcher.events().first()["object"_L1]["status"_L1]["phase"_L1].toString(), u"Pending"_s);
    qint64 last = start.toLongLong();
    for (const QJsonObject &event : watcher.events()) {
        const qint64 version = event["object"_L1]["metadata"_L1]["resourceVersion"_L1].toString().toLongLong();
        QVERIFY(version > last);
        last = version;
    }
    QTRY_VERIFY_WITH_TIMEOUT(watcher.received().endsWith("0\r\n\r\n"), 5000);

    Watcher initial(*m_browser, Pods + "?watch=true&sendInitialEvents=true&allowWatchBookmarks=true");
    QTRY_COMPARE(initial.events().size(), 2);
    QCOMPARE(initial.events().last()["type"_L1].toString(), u"BOOKMARK"_s);
}

void TestPracticeApi::deletion()
{
    m_browser->send("POST", Pods, podJson("nginx:1.17.1"));
    QTRY_COMPARE(m_browser->send("GET", Pod).json["status"_L1]["phase"_L1].toString(), u"Running"_s);
    Watcher watcher(*m_browser, Pods + "?watch=true");
    const auto ns = m_browser->send("DELETE", "/api/v1/namespaces/dev");
    QCOMPARE(ns.code, 200);
    QCOMPARE(ns.json["status"_L1]["phase"_L1].toString(), u"Terminating"_s);
    QByteArray other = podJson("nginx");
    other.replace("pod-image-pull-policy", "other");
    QCOMPARE(m_browser->send("POST", Pods, other).code, 403);
    QTRY_COMPARE(m_browser->send("GET", "/api/v1/namespaces/dev").code, 404);
    QTRY_VERIFY(!watcher.events().isEmpty() && watcher.events().last()["type"_L1].toString() == u"DELETED");
    QCOMPARE(m_browser->send("DELETE", "/api/v1/namespaces/default").code, 403);
}

void TestPracticeApi::serverSideApply()
{
    const QByteArray type = "Content-Type: application/apply-patch+yaml\r\n";
    const auto created = m_browser->send("PATCH", Pod + "?fieldManager=gantry", podJson("nginx:1.17.1"), type);
    QCOMPARE(created.code, 201);
    QCOMPARE(created.json["metadata"_L1]["managedFields"_L1][0]["operation"_L1].toString(), u"Apply"_s);
    QCOMPARE(m_browser->send("PATCH", Pod + "?fieldManager=gantry", podJson("nginx:1.17.1"), type).code, 200);
    const auto clash = m_browser->send("PATCH", Pod + "?fieldManager=other", podJson("nginx:1.25"), type);
    QCOMPARE(clash.code, 409);
    QCOMPARE(clash.json["message"_L1].toString(),
             u"Apply failed with 1 conflict: conflict with \"gantry\": .spec.containers[name=\"nginx\"].image"_s);
    QCOMPARE(m_browser->send("PATCH", Pod, podJson("nginx"), type).code, 422);
    const QByteArray merge = "Content-Type: application/merge-patch+json\r\n";
    const auto labelled = m_browser->send("PATCH", Pod, R"({"metadata":{"labels":{"a":"b"}}})", merge);
    QCOMPARE(labelled.json["metadata"_L1]["labels"_L1]["a"_L1].toString(), u"b"_s);
    QCOMPARE(labelled.json["metadata"_L1]["labels"_L1]["user"_L1].toString(), u"redrose2100"_s);
}

void TestPracticeApi::limit()
{
    const auto first = m_browser->send("GET", "/api/v1/namespaces?limit=2").json;
    QCOMPARE(first["items"_L1].toArray().size(), 2);
    const QByteArray next = QUrl::toPercentEncoding(first["metadata"_L1]["continue"_L1].toString());
    const auto rest = m_browser->send("GET", "/api/v1/namespaces?limit=2&continue=" + next).json;
    QCOMPARE(rest["items"_L1][1]["metadata"_L1]["name"_L1].toString(), u"kube-system"_s);
    QVERIFY(rest["metadata"_L1]["continue"_L1].isUndefined());
}

QTEST_GUILESS_MAIN(TestPracticeApi)
#include "test_practice_api.moc"
