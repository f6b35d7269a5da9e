// SPDX-License-Identifier: Apache-2.0
// Thousands of texts against what kubectl made of them: record.py writes truth.jsonl. GANTRY_TRUTH names another
// recording, of another seed or size.
#include "manifest/documents.h"
#include "manifest/scalar/floattext.h"
#include "support/vectors.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

class TestTruth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsReadAsKubectlReadsThem();
};

namespace {

/** kubectl holds numbers as int64 or double once more before it sends them; Gantry sends what the YAML says. */
QByteArray throughGo(const QByteArray &json)
{
    static const QRegularExpression token(uR"("(?:[^"\\]|\\.)*"|-?[0-9][-+.eE0-9]*)"_s);
    const QString text = QString::fromUtf8(json);
    QString out;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : token.globalMatch(text)) {
        out += QStringView(text).sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QString word = match.captured();
        bool isInteger = false;
        const qlonglong integer = word.toLongLong(&isInteger);
        out += word.startsWith(u'"') ? QString(word).replace(u"\\ufffd"_s, u"\ufffd"_s)
               : isInteger           ? QString::number(integer)
                                     : QString::fromLatin1(manifest::floatText(word.toDouble()));
    }
    out += QStringView(text).sliced(from);
    return out.toUtf8();
}

struct Answer {
    QByteArrayList objects;
    bool isRefused = false;
    QString why;
};

/** What Gantry refuses though kubectl reads it, as hardly anyone means it. */
bool isStricter(const Answer &gantry, const Answer &kubectl)
{
    const QStringList reasons{
        u"kubectl ends the line at"_s, u"a space must follow"_s,     u"expected ','"_s,
        u"no line can start with"_s,   u"no value can start with"_s, u"a key must be a string"_s,
        u"an anchor's name has"_s,     u"there is no anchor"_s,      u"this is not YAML: illegal character"_s};
    return gantry.isRefused && !kubectl.isRefused &&
           std::ranges::any_of(reasons, [&](const QString &reason) { return gantry.why.startsWith(reason); });
}

Answer ours(const QString &text)
{
    const manifest::Parsed parsed = manifest::parse(text, u"f"_s);
    Answer answer;
    answer.isRefused = parsed.hasErrors();
    answer.why = answer.isRefused ? parsed.error()->message : QString();
    for (const manifest::Document &document : parsed.documents) {
        const auto json = manifest::compactJson(document);
        answer.objects << (json ? throughGo(*json) : json.error().message.toUtf8());
    }
    return answer;
}

QByteArray shown(const Answer &answer)
{
    return answer.objects.join(" ") + (answer.isRefused ? " REFUSED " + answer.why.toUtf8() : "");
}

}  // namespace

void TestTruth::textsReadAsKubectlReadsThem()
{
    QFile file(qEnvironmentVariable("GANTRY_TRUTH", QStringLiteral(TEST_DATA "/manifest/truth.jsonl")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int count = 0;
    int wrong = 0;
    int stricter = 0;
    while (!file.atEnd()) {
        const QJsonArray line = QJsonDocument::fromJson(file.readLine()).array();
        QCOMPARE(line.size(), 3);
        Answer kubectl;
        for (const QJsonValue &object : line[1].toArray())
            kubectl.objects << object.toString().toUtf8();
        kubectl.isRefused = line[2].toBool();
        const Answer gantry = ours(line[0].toString());
        ++count;
        if (gantry.objects == kubectl.objects && gantry.isRefused == kubectl.isRefused)
            continue;
        if (isStricter(gantry, kubectl)) {
            ++stricter;
            continue;
        }
        ++wrong;
        qWarning("%s\n  kubectl %s\n  gantry  %s",
                 QJsonDocument(QJsonArray{line[0]}).toJson(QJsonDocument::Compact).constData(),
                 shown(kubectl).constData(), shown(gantry).constData());
    }
    qInfo("%d texts, %d are refused though kubectl reads them", count, stricter);
    QVERIFY(count > 1000);
    QVERIFY(stricter * 100 < count);
    QCOMPARE(wrong, 0);
}

QTEST_APPLESS_MAIN(TestTruth)
#include "test_truth.moc"
