// SPDX-License-Identifier: Apache-2.0
// Documents, places and problems of a manifest.
#include "manifest/documents.h"
#include "support/vectors.h"

using namespace Qt::StringLiterals;
using Severity = manifest::Problem::Severity;

class TestDocuments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void split_data();
    void split();
    void storiesAreTwoDocuments_data();
    void storiesAreTwoDocuments();
    void placesLeadToLines_data();
    void placesLeadToLines();
    void errorsCountFromTheStartOfTheText_data();
    void errorsCountFromTheStartOfTheText();
    void documentsBeforeAnErrorRemain();
    void duplicateKeysWarn();
    void mergingIsNoDuplicate();
    void missingKindWarns();
    void listItemsAreDocuments();
    void jsonIsSentAsWritten();
    void textOfBytes();
    void textOfBadBytes_data();
    void textOfBadBytes();
};

void TestDocuments::split_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("expected");
    for (const QJsonValue &vector : support::vectors(u"manifest/doc-split.json"_s)) {
        const QJsonObject input = vector["input"_L1].toObject();
        if (!input.contains("base64"_L1))
            continue;
        QStringList expected;
        for (const QJsonValue &value : vector["expected"_L1]["v1.36.2"_L1].toArray())
            expected << value.toString();
        QTest::newRow(qPrintable(input["id"_L1].toString()))
            << QByteArray::fromBase64(input["base64"_L1].toString().toLatin1()) << expected;
    }
}

void TestDocuments::split()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(QStringList, expected);
    const auto text = manifest::textOf(bytes, u"x.yaml"_s);
    QVERIFY(text);
    const manifest::Parsed parsed = manifest::parse(*text, u"x.yaml"_s);
    QStringList got;
    for (const manifest::Document &document : parsed.documents)
        got << QString::fromUtf8(document.json);
    expected.removeAll(u"(skipped)"_s);
    // What is no mapping, or an error, ends the text here.
    const bool ends = !expected.isEmpty() && !expected.constLast().startsWith(u'{');
    QCOMPARE(parsed.hasErrors(), ends);
    if (ends)
        expected.removeLast();
    QCOMPARE(got, expected);
}

void TestDocuments::storiesAreTwoDocuments_data()
{
    QTest::addColumn<int>("story");
    QTest::addColumn<QByteArray>("container");
    QTest::newRow("1") << 1 << QByteArray(R"({"image":"nginx:latest","name":"nginx"})");
    QTest::newRow("2") << 2 << QByteArray(R"({"image":"nginx:1.17.1","name":"nginx"})");
    QTest::newRow("3") << 3 << QByteArray(R"({"image":"nginx:1.17.1","imagePullPolicy":"Always","name":"nginx"})");
    QTest::newRow("4") << 4
                       << QByteArray(R"({"image":"nginx:1.17.1","imagePullPolicy":"IfNotPresent","name":"nginx"})");
    QTest::newRow("5") << 5 << QByteArray(R"({"image":"nginx:1.17.5","imagePullPolicy":"Never","name":"nginx"})");
}

void TestDocuments::storiesAreTwoDocuments()
{
    QFETCH(const int, story);
    QFETCH(const QByteArray, container);
    QFile file(QStringLiteral(SOURCE_ROOT "/resources/templates/story-%1.yaml").arg(story));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const manifest::Parsed parsed = manifest::parse(QString::fromUtf8(file.readAll()), u"story.yaml"_s);
    QVERIFY(parsed.problems.isEmpty());
    QCOMPARE(parsed.documents.size(), 2);
    QCOMPARE(parsed.documents[0].json, R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"dev"}})"_ba);
    const manifest::Document &pod = parsed.documents[1];
    QCOMPARE(pod.kind, u"Pod"_s);
    QCOMPARE(pod.apiVersion, u"v1"_s);
    QCOMPARE(pod.name, u"pod-image-pull-policy"_s);
    QCOMPARE(pod.ns, u"dev"_s);
    QCOMPARE(pod.index, 1);
    QCOMPARE(pod.line, 6);
    QCOMPARE(pod.json, R"({"apiVersion":"v1","kind":"Pod","metadata":{"labels":{"user":"redrose2100"},)"
                       R"("name":"pod-image-pull-policy","namespace":"dev"},"spec":{"containers":[)" +
                           container + "]}}");
}

void TestDocuments::placesLeadToLines_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *field, int line, int column) {
        QTest::newRow(field) << QString::fromLatin1(field) << line << column;
    };
    row("metadata.name", 6, 3);
    row(".metadata.name", 6, 3);
    row("spec.containers[0].image", 13, 7);
    row("spec.containers[0]", 12, 7);
    row("spec.containers[0].resources.limits[cpu]", 16, 11);
    row("spec.containers[0].imagePullPolicy", 12, 7);
    row("spec.containers[7].image", 11, 3);
    row("metadata.labels[app.kubernetes.io/name]", 8, 5);
    row("metadata.labels.app.kubernetes.io/name", 8, 5);
    row("metadata.labels", 7, 3);
    row("metadata.annotations[a]", 9, 18);
    row("status.phase", 4, 1);
    row("", 4, 1);
}

void TestDocuments::placesLeadToLines()
{
    QFETCH(const QString, field);
    const QString text = u"# first\n---\n---\napiVersion: v1\nmetadata:\n  name: x\n  labels:\n"
                         u"    app.kubernetes.io/name: x\n  annotations: {\u4e2d: x, a: y}\nspec:\n  containers:\n"
                         u"    - name: a\n      image: b\n      resources:\n        limits:\n          cpu: 1\n"
                         u"kind: Pod\n"_s;
    const manifest::Parsed parsed = manifest::parse(text, u"x"_s);
    QCOMPARE(parsed.documents.size(), 1);
    const manifest::Place place = parsed.documents[0].placeOf(field);
    QTEST(place.line, "line");
    if (field != "metadata.annotations[a]"_L1)
        QTEST(place.column, "column");
    else
        QCOMPARE(place.column, text.split(u'\n')[8].indexOf(u"a: y"_s) + 1);
}

void TestDocuments::errorsCountFromTheStartOfTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const QString head = u"apiVersion: v1\nkind: Namespace\n---\n"_s;
    QTest::newRow("tab") << head + u"a:\n\tb: 1\n"_s << 5 << 1;
    QTest::newRow("colon") << head + u"a: b: c\n"_s << 4 << 5;
    QTest::newRow("at sign") << head + u"a: @x\n"_s << 4 << 4;
    QTest::newRow("control") << head + u"a: b\nc: \u4e2d\u0001\n"_s << 5 << 5;
    QTest::newRow("separator") << head + u"a: 1\n--- x\n"_s << 5 << 1;
    QTest::newRow("windows lines") << head.split(u'\n').join(u"\r\n"_s) + u"a: 1\r\nb: @\r\n"_s << 5 << 4;
    QTest::newRow("scalar") << head + u"\nhello\n"_s << 5 << 1;
    QTest::newRow("open quote") << head + u"a: \"x\nb: 1\n"_s << 4 << 4;
    QTest::newRow("directive") << u"%YAML 1.1\n---\na: 1\n"_s << 1 << 1;
}

void TestDocuments::errorsCountFromTheStartOfTheText()
{
    QFETCH(const QString, text);
    QFETCH(const int, line);
    QFETCH(const int, column);
    const manifest::Parsed parsed = manifest::parse(text, u"pod.yaml"_s);
    const auto error = parsed.error();
    QVERIFY(error);
    QCOMPARE(error->kind, kube::Error::Kind::Input);
    QVERIFY(!error->message.isEmpty());
    QCOMPARE(error->where, u"pod.yaml:%1:%2"_s.arg(line).arg(column));
}

void TestDocuments::documentsBeforeAnErrorRemain()
{
    const manifest::Parsed parsed =
        manifest::parse(u"apiVersion: v1\nkind: Namespace\n---\nb: [\n---\napiVersion: v1\nkind: Pod\n", u"x"_s);
    QCOMPARE(parsed.documents.size(), 1);
    QCOMPARE(parsed.problems.size(), 1);
    QCOMPARE(parsed.problems[0].document, 1);
}

void TestDocuments::duplicateKeysWarn()
{
    const manifest::Parsed parsed = manifest::parse(u"apiVersion: v1\nkind: A\nkind: B\n", u"x"_s);
    QCOMPARE(parsed.documents.size(), 1);
    QCOMPARE(parsed.documents[0].kind, u"B"_s);
    QCOMPARE(parsed.problems.size(), 1);
    QCOMPARE(parsed.problems[0].severity, Severity::Warning);
    QCOMPARE(parsed.problems[0].place, (manifest::Place{3, 1}));
    QVERIFY(parsed.problems[0].message().contains("\"kind\""_L1));
    QVERIFY(!parsed.error());
}

void TestDocuments::mergingIsNoDuplicate()
{
    const manifest::Parsed parsed =
        manifest::parse(u"apiVersion: v1\nkind: A\nb: &b {x: 1}\nc:\n  <<: *b\n  x: 2\n", u"x"_s);
    QVERIFY(parsed.problems.isEmpty());
}

void TestDocuments::missingKindWarns()
{
    const manifest::Parsed parsed = manifest::parse(u"apiVersion: v1\n", u"x"_s);
    QCOMPARE(parsed.documents.size(), 1);
    QCOMPARE(parsed.problems.size(), 1);
    QCOMPARE(parsed.problems[0].severity, Severity::Warning);
    QVERIFY(parsed.problems[0].message().contains("kind"_L1));
}

void TestDocuments::listItemsAreDocuments()
{
    const manifest::Parsed parsed =
        manifest::parse(u"apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: a\n"
                        u"- {apiVersion: v1, kind: Namespace, metadata: {name: b}}\n",
                        u"x"_s);
    QVERIFY(parsed.problems.isEmpty());
    QCOMPARE(parsed.documents.size(), 2);
    QCOMPARE(parsed.documents[0].name, u"a"_s);
    QCOMPARE(parsed.documents[0].placeOf(u"metadata.name"_s).line, 7);
    QCOMPARE(parsed.documents[1].kind, u"Namespace"_s);
    QCOMPARE(parsed.documents[1].index, 1);
}

void TestDocuments::jsonIsSentAsWritten()
{
    const QString text = u"{\n  \"kind\": \"Pod\",\n  \"apiVersion\": \"v1\",\n  \"x\": 1.0\n}\n"_s;
    const manifest::Parsed parsed = manifest::parse(text, u"x.json"_s);
    QVERIFY(parsed.problems.isEmpty());
    QCOMPARE(parsed.documents.size(), 1);
    QCOMPARE(parsed.documents[0].json, text.trimmed().toUtf8());
    QCOMPARE(parsed.documents[0].placeOf(u"x"_s).line, 4);
}

void TestDocuments::textOfBytes()
{
    QCOMPARE(manifest::textOf("\xEF\xBB\xBF"
                              "a: 1",
                              {}),
             u"a: 1"_s);
    QCOMPARE(manifest::textOf("a: \xE4\xB8\xAD", {}), u"a: \u4e2d"_s);
    QCOMPARE(manifest::textOf("", {}), QString());
}

void TestDocuments::textOfBadBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("where");
    QTest::newRow("binary") << QByteArray("\x7F"
                                          "ELF\0\0",
                                          6)
                            << u"f"_s;
    QTest::newRow("Latin-1") << QByteArray("a: 1\nb: \xE9\n") << u"f:2"_s;
    QTest::newRow("cut off") << QByteArray("a: \xE4\xB8") << u"f:1"_s;
}

void TestDocuments::textOfBadBytes()
{
    QFETCH(const QByteArray, bytes);
    const auto text = manifest::textOf(bytes, u"f"_s);
    QVERIFY(!text);
    QCOMPARE(text.error().kind, kube::Error::Kind::File);
    QTEST(text.error().where, "where");
}

QTEST_APPLESS_MAIN(TestDocuments)
#include "test_documents.moc"
