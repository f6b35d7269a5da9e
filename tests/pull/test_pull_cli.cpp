// SPDX-License-Identifier: Apache-2.0
// What gantryctl image and parse-event print, against the same vectors as the rooms below.
#include "cli/offline.h"
#include "rows.h"

using namespace Qt::StringLiterals;

class TestPullCli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void images();
    void messages();
    void kinds();
    void failures();
    void lines();
};

namespace {

QJsonObject answer(const QJsonObject &event)
{
    return cli::eventAnswer(support::json(event));
}

void contains(const QJsonObject &answer, const QJsonValue &vector)
{
    const QJsonObject expected = vector[u"expected"].toObject();
    for (auto it = expected.begin(); it != expected.end(); ++it)
        QVERIFY2(answer[it.key()] == it.value(), qPrintable(vector[u"id"].toString() + u' ' + it.key()));
}

}  // namespace

void TestPullCli::images()
{
    for (const QJsonValue &vector : rows::ofArea(u"image-ref"_s, 80))
        QCOMPARE(cli::imageAnswer(vector[u"input"][u"image"].toString(), {}), vector[u"expected"].toObject());
}

void TestPullCli::messages()
{
    for (const QJsonValue &vector : rows::ofArea(u"event-message"_s, 29))
        contains(answer(vector[u"input"].toObject()), vector);
}

void TestPullCli::kinds()
{
    for (const QJsonValue &vector : rows::ofArea(u"event-kind"_s, 5))
        QCOMPARE(answer(vector[u"input"].toObject())[u"eventKind"_s], vector[u"expected"][u"kind"]);
}

void TestPullCli::failures()
{
    for (const QJsonValue &vector : rows::ofArea(u"failure-text"_s, 58)) {
        const QString image = vector[u"input"][u"image"].toString(u"x:1"_s);
        const QString text = vector[u"input"][u"text"].toString();
        contains(answer({{u"message"_s, u"Failed to pull image \"%1\": %2"_s.arg(image, text)}}), vector);
    }
}

void TestPullCli::lines()
{
    QVERIFY(cli::eventAnswer("no JSON")[u"kind"_s].isNull());
    QVERIFY(cli::eventAnswer("[]")[u"kind"_s].isNull());
    QCOMPARE(cli::eventAnswer(R"({"reason": "Odd"})")[u"kind"_s].toString(), u"other"_s);
    const auto framed =
        cli::eventAnswer(R"({"type": "ADDED", "object": {"reason": "Started", "message": "Container started",
        "involvedObject": {"fieldPath": "spec.initContainers{db}"}}})");
    QCOMPARE(framed[u"kind"_s].toString(), u"started"_s);
    QCOMPARE(framed[u"container"_s].toString(), u"db"_s);
}

QTEST_APPLESS_MAIN(TestPullCli)
#include "test_pull_cli.moc"
