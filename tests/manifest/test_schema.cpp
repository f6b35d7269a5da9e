// SPDX-License-Identifier: Apache-2.0
// Documents against the schemas that a 1.20 API server publishes (openapi-v2.json is a part of its own document), and
// against those of a custom resource in OpenAPI v3.
#include "decode/openapi.h"
#include "manifest/schema/check.h"
#include "support/vectors.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using Kind = manifest::Finding::Kind;

namespace {

kube::SchemaSet builtIn()
{
    return decode::openApi(support::read(u"manifest/openapi-v2.json"_s)).value_or(kube::SchemaSet());
}

const QByteArray Custom = R"({"openapi":"3.0.0","components":{"schemas":{"io.example.v1.Shop":{"type":"object",
"required":["spec"],"x-kubernetes-group-version-kind":[{"group":"example.io","kind":"Shop","version":"v1"}],"properties":{
"apiVersion":{"type":"string"},"kind":{"type":"string"},"metadata":{"allOf":[{"$ref":"#/components/schemas/Meta"}]},
"spec":{"type":"object","required":["size"],"properties":{"size":{"type":"integer","format":"int32"},
"port":{"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}]},
"free":{"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{"a":{"type":"integer"}}},
"open":{"type":"object"},"either":{"oneOf":[{"type":"integer"},{"type":"object"}]},"ratio":{"type":"number"},
"memory":{"$ref":"#/components/schemas/io.k8s.apimachinery.pkg.api.resource.Quantity"},
"policy":{"type":"string","enum":["Always","Never","IfNotPresent"]},
"pod":{"type":"object","x-kubernetes-embedded-resource":true,"properties":{"spec":{"type":"object"}}},
"marks":{"type":"object","additionalProperties":{"type":"string"}},"self":{"$ref":"#/components/schemas/Round"}}}}},
"Meta":{"type":"object","properties":{"name":{"type":"string"}}},"Round":{"$ref":"#/components/schemas/Round"},
"io.k8s.apimachinery.pkg.api.resource.Quantity":{"type":"string"}}}})";

QList<manifest::Finding> findingsOf(const QString &text, const kube::SchemaSet &schemas)
{
    QList<manifest::Finding> all;
    for (const manifest::Document &document : manifest::parse(text, u"f"_s).documents)
        all += manifest::check(document, schemas);
    return all;
}

QString shop(const QString &spec)
{
    return u"apiVersion: example.io/v1\nkind: Shop\nmetadata: {name: a}\nspec:\n  size: 1\n  "_s + spec + u'\n';
}

const QString Pod =
    u"apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels: {app: web}\nspec:\n  restartPolicy: Always\n"
    "  hostNetwork: true\n  terminationGracePeriodSeconds: 1e1\n  containers:\n  - name: c\n    image: nginx\n"
    "    imagePullPolicy: Always\n    ports:\n    - containerPort: 80\n    resources:\n      limits: {cpu: 1, memory: "
    "1Gi}\n"
    "    livenessProbe: {httpGet: {port: http, path: /}}\n  volumes:\n  - name: v\n    emptyDir:\n"_s;

}  // namespace

class TestSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void realObjectsAreGood();
    void everyMisspeltKeyIsFound();
    void builtInFindings_data();
    void builtInFindings();
    void customFindings_data();
    void customFindings();
    void unknownKindsAreLeftAlone();
    void whatIsNoOpenApiIsAnError();
    void nearest_data();
    void nearest();
};

/** What a real 1.20 server gave or took, whole objects with status and managed fields. */
void TestSchema::realObjectsAreGood()
{
    const kube::SchemaSet schemas = builtIn();
    int count = 0;
    QDirIterator files(QStringLiteral(TEST_DATA "/fixtures/k8s-1.20"), {u"pods.json"_s, u"manifest.yaml"_s},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const manifest::Document &document :
             manifest::parse(QString::fromUtf8(file.readAll()), u"f"_s).documents) {
            count += schemas.ofKind(document.apiVersion, document.kind) ? 1 : 0;
            for (const manifest::Finding &finding : manifest::check(document, schemas))
                QFAIL(qPrintable(file.fileName() + u": "_s + finding.message));
        }
    }
    QVERIFY2(count > 20, qPrintable(QString::number(count)));
    QVERIFY(findingsOf(Pod, schemas).isEmpty());
}

void TestSchema::everyMisspeltKeyIsFound()
{
    const kube::SchemaSet schemas = builtIn();
    const manifest::Document whole = manifest::parse(Pod, u"f"_s).documents.value(0);
    int count = 0;
    const QHash<QString, manifest::Place> places = whole.places.all();
    for (auto it = places.begin(); it != places.end(); ++it) {
        const QString key = it.key().section(u'.', -1);
        const bool isFree = it.key().contains("labels."_L1) || it.key().contains("limits."_L1);
        if (key.size() < 4 || key.endsWith(u']') || isFree || key == "kind"_L1 || key == "apiVersion"_L1)
            continue;
        QStringList lines = Pod.split(u'\n');
        QString &line = lines[it->line - 1];
        line.remove(it->column, 1);  // its second letter
        QString wrong = key;
        wrong.remove(1, 1);
        const QList<manifest::Finding> findings = findingsOf(lines.join(u'\n'), schemas);
        const auto found = std::ranges::find(findings, Kind::UnknownField, &manifest::Finding::kind);
        QVERIFY2(found != findings.end(), qPrintable(it.key()));
        QCOMPARE(found->nearest, key);
        QCOMPARE(found->place, *it);
        QVERIFY2(found->message.endsWith(wrong + u'"'), qPrintable(found->message));
        ++count;
    }
    QVERIFY(count > 15);
}

void TestSchema::builtInFindings_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("line");
    const auto row = [](const char *from, const char *to, Kind kind, const char *message, int line) {
        QTest::newRow(to) << QString::fromLatin1(from) << QString::fromLatin1(to) << kind
                          << QString::fromLatin1(message) << line;
    };
    row("imagePullPolicy", "imagepullpolicy", Kind::UnknownField,
        R"(unknown field "spec.containers[0].imagepullpolicy")", 13);
    row("containerPort: 80", "containerPort: http", Kind::WrongType,
        "spec.containers[0].ports[0].containerPort: Invalid value: \"string\": "
        "spec.containers[0].ports[0].containerPort in body must be of type integer: \"string\"",
        15);
    row("app: web", "app: 1", Kind::WrongType,
        "metadata.labels.app: Invalid value: \"integer\": metadata.labels.app in body must be of type string: "
        "\"integer\"",
        5);
    row("hostNetwork: true", "hostNetwork: 'no'", Kind::WrongType,
        "spec.hostNetwork: Invalid value: \"string\": spec.hostNetwork in body must be of type boolean: \"string\"", 8);
    row("- containerPort: 80", "- protocol: TCP", Kind::MissingField,
        "spec.containers[0].ports[0].containerPort: Required value", 15);
    row("1e1", "1.5", Kind::WrongType,
        "spec.terminationGracePeriodSeconds: Invalid value: \"number\": "
        "spec.terminationGracePeriodSeconds in body must be of type integer: \"number\"",
        9);
    row("cpu: 1", "cpu: true", Kind::WrongType,
        "spec.containers[0].resources.limits.cpu: Invalid value: \"boolean\": "
        "spec.containers[0].resources.limits.cpu in body must be of type string: \"boolean\"",
        17);
    row("port: http", "port: [http]", Kind::WrongType,
        "spec.containers[0].livenessProbe.httpGet.port: Invalid value: \"array\": "
        "spec.containers[0].livenessProbe.httpGet.port in body must be of type integer or string: \"array\"",
        18);
}

void TestSchema::builtInFindings()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QVERIFY(Pod.contains(from));
    const QList<manifest::Finding> findings = findingsOf(QString(Pod).replace(from, to), builtIn());
    QCOMPARE(findings.size(), 1);
    QTEST(findings[0].kind, "kind");
    QTEST(findings[0].message, "message");
    QTEST(findings[0].place.line, "line");
}

void TestSchema::customFindings_data()
{
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QStringList>("fields");
    const auto row = [](const char *spec, const QStringList &fields) {
        QTest::newRow(spec) << QString::fromLatin1(spec) << fields;
    };
    row("port: 80", {});
    row("port: http", {});
    row("port: true", {u"spec.port"_s});
    row("port: 1.5", {u"spec.port"_s});
    row("free: {a: 1, b: {c: 2}}", {});
    row("free: {a: x}", {u"spec.free.a"_s});
    row("open: {anything: [1]}", {});
    row("open: []", {u"spec.open"_s});
    row("either: {a: 1}", {});
    row("either: text", {});
    row("ratio: 1", {});
    row("ratio: 1.5", {});
    row("ratio: x", {u"spec.ratio"_s});
    row("memory: 1Gi", {});
    row("memory: 1.5", {});
    row("memory: [1]", {u"spec.memory"_s});
    row("policy: Never", {});
    row("policy: never", {u"spec.policy"_s});
    row("pod: {apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {}}", {});
    row("pod: {status: {}}", {u"spec.pod.status"_s});
    row("marks: {a: b}", {});
    row("marks: {a: 1, b: true}", {u"spec.marks.a"_s, u"spec.marks.b"_s});
    row("marks: null", {});
    row("self: {a: 1}", {});
    row("colour: red", {u"spec.colour"_s});
}

void TestSchema::customFindings()
{
    QFETCH(const QString, spec);
    const auto schemas = decode::openApi(Custom);
    QVERIFY(schemas);
    QStringList fields;
    for (const manifest::Finding &finding : findingsOf(shop(spec), *schemas)) {
        fields << finding.field;
        QVERIFY(finding.message.contains(finding.field));
        QCOMPARE(finding.place.line, 6);
    }
    QTEST(fields, "fields");
}

void TestSchema::unknownKindsAreLeftAlone()
{
    QVERIFY(findingsOf(u"apiVersion: example.io/v2\nkind: Shop\nspec: 1\n"_s, *decode::openApi(Custom)).isEmpty());
    const auto findings = findingsOf(u"apiVersion: example.io/v1\nkind: Shop\n"_s, *decode::openApi(Custom));
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].message, u"spec: Required value"_s);
}

void TestSchema::whatIsNoOpenApiIsAnError()
{
    for (const QByteArray &bytes : {""_ba, "[]"_ba, "{}"_ba, "<html>"_ba, R"({"definitions":{"a":)"_ba}) {
        const auto schemas = decode::openApi(bytes);
        QVERIFY2(!schemas, bytes.constData());
        QCOMPARE(schemas.error().kind, kube::Error::Kind::Protocol);
    }
}

void TestSchema::nearest_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    QTest::newRow("case") << u"imagepullpolicy"_s << u"imagePullPolicy"_s;
    QTest::newRow("exchanged") << u"iamge"_s << u"image"_s;
    QTest::newRow("plural") << u"port"_s << u"ports"_s;
    QTest::newRow("left out") << u"comand"_s << u"command"_s;
    QTest::newRow("nothing near") << u"replicas"_s << QString();
    QTest::newRow("too short to guess") << u"x"_s << QString();
}

void TestSchema::nearest()
{
    QFETCH(const QString, word);
    const QStringList fields{u"name"_s, u"image"_s, u"imagePullPolicy"_s, u"ports"_s, u"command"_s, u"args"_s};
    QTEST(manifest::nearestOf(word, fields), "expected");
}

QTEST_APPLESS_MAIN(TestSchema)
#include "test_schema.moc"
