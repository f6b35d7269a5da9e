// SPDX-License-Identifier: Apache-2.0
// The pod row against the recorded answers of the API servers' own printer.
#include "decode/reader.h"
#include "kube/duration.h"
#include "kube/podsummary.h"
#include "support/vectors.h"

using namespace Qt::StringLiterals;

class TestPodSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_data();
    void rows();
};

void TestPodSummary::rows_data()
{
    QTest::addColumn<QByteArray>("pod");
    QTest::addColumn<int>("minor");
    QTest::addColumn<QJsonObject>("expected");
    for (const QJsonValue &vector : support::vectors(u"kube/pod-row.json"_s)) {
        const QByteArray pod = support::json(support::resolveTimes(vector[u"input"][u"pod"]));
        const QByteArray id = vector[u"input"][u"id"].toString().toUtf8();
        const QJsonObject expected = vector[u"expected"].toObject();
        const QJsonValue both = expected[u"both"_s];
        for (const auto &[name, minor] : {std::pair(u"v1.20.2"_s, 20), std::pair(u"v1.36.2"_s, 36)})
            QTest::newRow((id + ' ' + name.toUtf8()).constData())
                << pod << minor << (both.isObject() ? both : expected[name]).toObject();
    }
}

void TestPodSummary::rows()
{
    QFETCH(QByteArray, pod);
    QFETCH(int, minor);
    QFETCH(QJsonObject, expected);
    QVERIFY(!expected.isEmpty());
    decode::Reader reader;
    const auto value = reader.object<kube::Pod>(pod);
    QVERIFY2(value, value ? "" : qPrintable(value.error().message));
    const kube::Version version{minor};
    const kube::PodSummary summary = kube::summarize(**value, version);
    QCOMPARE(kube::summarize(*kube::PodRef(*value), version), summary);
    QCOMPARE(u"%1/%2"_s.arg(summary.ready).arg(summary.total), expected[u"Ready"].toString());
    QCOMPARE(summary.status, expected[u"Status"].toString());
    QCOMPARE(kube::restartsText(summary, support::vectorNow(), version), expected[u"Restarts"].toVariant().toString());
    QCOMPARE(kube::age((*value)->meta.creationTimestamp, support::vectorNow()), expected[u"Age"].toString());
}

QTEST_APPLESS_MAIN(TestPodSummary)
#include "test_podsummary.moc"
