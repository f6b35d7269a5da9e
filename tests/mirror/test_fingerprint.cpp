// SPDX-License-Identifier: Apache-2.0
#include "decode/reader.h"
#include "mirror/fingerprint.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFingerprint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsEveryKeptFieldApart_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray whole =
            R"({"metadata":{"name":"a","namespace":"dev","uid":"u","resourceVersion":"7"},"spec":{"containers":[)"
            R"({"name":"c","image":"x"}]},"status":{"phase":"Running","containerStatuses":[{"name":"c","restartCount":1}]}})";
        const auto change = [&whole](const char *from, const char *to) { return QByteArray(whole).replace(from, to); };
        QTest::newRow("version") << change("\"7\"", "\"8\"");
        QTest::newRow("image") << change("\"x\"", "\"y\"");
        QTest::newRow("restarts") << change("Count\":1", "Count\":2");
        QTest::newRow("phase") << change("Running", "Failed");
        QTest::newRow("a label") << change("\"uid\"", "\"labels\":{\"l\":\"\"},\"uid\"");
        QTest::newRow("text moved to the next field") << change("\"name\":\"a\",\"namespace\":\"dev\"",
                                                               "\"name\":\"ad\",\"namespace\":\"ev\"");
    }
    void tellsEveryKeptFieldApart()
    {
        QFETCH(QByteArray, json);
        decode::Reader reader;
        decode::Reader other;
        const QByteArray whole =
            R"({"metadata":{"name":"a","namespace":"dev","uid":"u","resourceVersion":"7"},"spec":{"containers":[)"
            R"({"name":"c","image":"x"}]},"status":{"phase":"Running","containerStatuses":[{"name":"c","restartCount":1}]}})";
        const auto one = reader.object<kube::Pod>(whole);
        const auto same = other.object<kube::Pod>(whole);
        const auto changed = reader.object<kube::Pod>(json);
        QVERIFY(one && same && changed);
        QCOMPARE(mirror::fingerprint(**one).size(), 64);
        QCOMPARE(mirror::fingerprint(**one), mirror::fingerprint(**same));
        QVERIFY(mirror::fingerprint(**one) != mirror::fingerprint(**changed));
    }
};

QTEST_APPLESS_MAIN(TestFingerprint)
#include "test_fingerprint.moc"
