// SPDX-License-Identifier: Apache-2.0
// Objects whose strings and keys are hard to write as YAML, against what kubectl 1.36 printed of them.
#include "manifest/documents.h"
#include "manifest/text/yamltext.h"
#include "support/vectors.h"

using namespace Qt::StringLiterals;

class TestYamlText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asKubectlPrints();
    void readsBackAsItself();
    void keysBeyondAsciiKeepTheirValues();
};

void TestYamlText::asKubectlPrints()
{
    const QJsonArray vectors = support::vectors(u"manifest/yaml-text.json"_s);
    QCOMPARE(vectors.size(), 2);
    QVERIFY(vectors.at(0)["object"_L1]["data"_L1].toObject().size() > 600);
    for (const QJsonValue &vector : vectors) {
        const QString text = manifest::toYaml(vector["object"_L1]);
        QVERIFY2(text == vector["yaml"_L1].toString(),
                 qPrintable(support::difference(text, vector["yaml"_L1].toString())));
    }
}

void TestYamlText::readsBackAsItself()
{
    for (const QJsonValue &vector : support::vectors(u"manifest/yaml-text.json"_s)) {
        const auto json = manifest::toJson(manifest::toYaml(vector["object"_L1]).toUtf8());
        QVERIFY2(json, json ? "" : qPrintable(json.error().message));
        const QJsonObject back = QJsonDocument::fromJson(*json).object();
        const QJsonObject data = vector["object"_L1]["data"_L1].toObject();
        for (auto it = data.begin(); it != data.end(); ++it)
            if (!it.value().toString().startsWith(QChar::ByteOrderMark))  // Qt reads it as a mark, not as text
                QCOMPARE(back["data"_L1][it.key()].toString(), it.value().toString());
    }
}

void TestYamlText::keysBeyondAsciiKeepTheirValues()
{
    const QJsonObject object = QJsonDocument::fromJson("{\"\u00c3 and much more than that\":\"x\",\"a\":1}").object();
    QCOMPARE(manifest::toYaml(object), u"a: 1\n\u00c3 and much more than that: x\n"_s);
}

QTEST_APPLESS_MAIN(TestYamlText)
#include "test_yamltext.moc"
