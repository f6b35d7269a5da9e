// SPDX-License-Identifier: Apache-2.0
// What the server's own YAML reader makes of scalars, keys, tags and merges.
#include "manifest/documents.h"
#include "support/vectors.h"

using namespace Qt::StringLiterals;

class TestScalars : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scalars_data();
    void scalars();
    void documents_data();
    void documents();
    void deepNestingIsRefused();
    void multiplyingAliasesAreRefused();
    void aliasesAreAsFewAsGoAllows_data();
    void aliasesAreAsFewAsGoAllows();
    void selfReferenceIsRefused();
    void mergeKeys_data();
    void mergeKeys();
};

namespace {

QString lax(const QJsonObject &expected)
{
    if (expected.contains("json"_L1))
        return expected["json"_L1].toString();
    if (expected.contains("v1.36.2"_L1)) {
        const QJsonValue newest = expected["v1.36.2"_L1];
        return newest.isString() ? newest.toString() : newest["lax"_L1].toString();
    }
    return expected["lax"_L1].toString();
}

QString strict(const QJsonObject &expected)
{
    const QJsonValue newest = expected.contains("v1.36.2"_L1) ? expected["v1.36.2"_L1] : QJsonValue(expected);
    return newest["strict"_L1].toString();
}

void compare(const kube::Result<QByteArray> &got, const QString &expected)
{
    if (expected.startsWith("ERROR"_L1)) {
        QVERIFY2(!got, got ? got->constData() : "");
        QVERIFY(!got.error().message.isEmpty());
        QCOMPARE(got.error().kind, kube::Error::Kind::Input);
        return;
    }
    QVERIFY2(got, got ? "" : qPrintable(got.error().message));
    QCOMPARE(QString::fromUtf8(*got), expected);
}

void addRows(const QString &file)
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QJsonObject>("expected");
    for (const QJsonValue &vector : support::vectors(file)) {
        const QJsonObject input = vector["input"_L1].toObject();
        const QByteArray yaml = input.contains("base64"_L1)
                                    ? QByteArray::fromBase64(input["base64"_L1].toString().toLatin1())
                                    : input["yaml"_L1].toString().toUtf8();
        const QString name = vector["id"_L1].toString() + u' ' + QString::fromUtf8(yaml).simplified().left(40);
        QTest::newRow(qPrintable(name)) << yaml << vector["expected"_L1].toObject();
    }
}

}  // namespace

void TestScalars::scalars_data()
{
    addRows(u"manifest/yaml-scalar.json"_s);
}

void TestScalars::scalars()
{
    QFETCH(const QByteArray, yaml);
    QFETCH(const QJsonObject, expected);
    compare(manifest::toJson(yaml), lax(expected));
}

void TestScalars::documents_data()
{
    addRows(u"manifest/yaml-document.json"_s);
}

void TestScalars::documents()
{
    QFETCH(const QByteArray, yaml);
    QFETCH(const QJsonObject, expected);
    compare(manifest::toJson(yaml), lax(expected));
    const auto checked = manifest::toJson(yaml, true);
    compare(checked, strict(expected));
    if (strict(expected).contains("already set"_L1))
        QCOMPARE(u"ERROR: "_s + checked.error().message, strict(expected));
}

void TestScalars::deepNestingIsRefused()
{
    QVERIFY(manifest::toJson(QByteArray("a: ") + QByteArray(100, '[') + QByteArray(100, ']')));
    QVERIFY(!manifest::toJson(QByteArray("a: ") + QByteArray(100'000, '[')));
    QVERIFY(!manifest::toJson(QByteArray(100'000, '{')));
    QByteArray block;
    for (int depth = 0; depth < 2000; ++depth)
        block += QByteArray(depth, ' ') + "a:\n";
    QVERIFY(!manifest::toJson(block));
}

void TestScalars::multiplyingAliasesAreRefused()
{
    QByteArray yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1) + ", ";
        yaml += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + before.repeated(8) + "x]\n";
    }
    const auto json = manifest::toJson(yaml);
    QVERIFY(!json);
    QVERIFY(json.error().message.contains("aliases"_L1));
}

void TestScalars::aliasesAreAsFewAsGoAllows_data()
{
    // The borders were found with kubectl 1.32.
    QTest::addColumn<int>("aliases");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("few") << 10 << true;
    QTest::newRow("last") << 201 << true;
    QTest::newRow("too many") << 201 + 1 << false;
}

void TestScalars::aliasesAreAsFewAsGoAllows()
{
    QFETCH(const int, aliases);
    QFETCH(const bool, isAllowed);
    const QByteArray yaml = "kind: T\na: &a [" + QByteArray("x, ").repeated(199) + "x]\nb: [" +
                            QByteArray("*a, ").repeated(aliases - 1) + "*a]\n";
    QCOMPARE(manifest::toJson(yaml).has_value(), isAllowed);
}

void TestScalars::selfReferenceIsRefused()
{
    QVERIFY(!manifest::toJson("a: &x {b: *x}\n"));
    QVERIFY(!manifest::toJson("a: *nobody\n"));
}

void TestScalars::mergeKeys_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("key below overrides") << QByteArray("b: &b {x: 1, z: 2}\nc:\n  <<: *b\n  x: 3\n")
                                         << QByteArray(R"({"b":{"x":1,"z":2},"c":{"x":3,"z":2}})");
    QTest::newRow("key above is overwritten")
        << QByteArray("b: &b {x: 1}\nc:\n  x: 3\n  <<: *b\n") << QByteArray(R"({"b":{"x":1},"c":{"x":1}})");
    QTest::newRow("earlier of a list wins") << QByteArray("a: &a {x: 1}\nb: &b {x: 2, z: 2}\nc:\n  <<: [*a, *b]\n")
                                            << QByteArray(R"({"a":{"x":1},"b":{"x":2,"z":2},"c":{"x":1,"z":2}})");
    QTest::newRow("a quoted one is a key") << QByteArray("'<<': 1\n") << QByteArray(R"({"\u003c\u003c":1})");
}

void TestScalars::mergeKeys()
{
    QFETCH(const QByteArray, yaml);
    QFETCH(const QByteArray, json);
    const auto got = manifest::toJson(yaml);
    QVERIFY2(got, got ? "" : qPrintable(got.error().message));
    QCOMPARE(*got, json);
}

QTEST_APPLESS_MAIN(TestScalars)
#include "test_scalars.moc"
