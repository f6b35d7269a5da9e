// SPDX-License-Identifier: Apache-2.0
#include "kube/duration.h"
#include "kube/event.h"
#include "kube/object.h"
#include "kube/pod.h"
#include "kube/version.h"
#include "support/vectors.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timestamps();
    void humanDurations();
    void goDurations();
    void resourceVersions();
    void eventTimes();
    void eventNamesDateTheFirstOccurrence();
    void versions();
    void policies();
};

void TestValues::timestamps()
{
    using kube::Timestamp;
    QCOMPARE(Timestamp::parse(u"2026-03-01T12:00:00Z").unixMilliseconds(), 1772366400000);
    QCOMPARE(Timestamp::parse(u"2026-03-01T12:00:00.123456789Z").unixNanoseconds() % 1'000'000'000, 123456789);
    QCOMPARE(Timestamp::parse(u"2026-03-01T14:00:00+02:00"), Timestamp::parse(u"2026-03-01T12:00:00Z"));
    QCOMPARE(Timestamp::parse(u"2026-03-01T12:00:00.5Z").toRfc3339Micro(), u"2026-03-01T12:00:00.500000Z"_s);
    for (const auto text : {u"", u"null", u"2026-03-01", u"2026-02-30T00:00:00Z", u"2026-03-01T12:00:00",
                            u"2026-03-01T12:00:00Zx", u"0001-01-01T00:00:00Z", u"2026-03-01T25:00:00Z"})
        QVERIFY2(Timestamp::parse(text).isNull(), qPrintable(QString(text)));
    QVERIFY(Timestamp::parse(u"9999-12-31T23:59:59Z") > Timestamp::parse(u"2200-01-01T00:00:00Z"));
    QVERIFY(Timestamp() < Timestamp::fromUnixSeconds(-1'000'000'000));
    QCOMPARE(Timestamp().toRfc3339(), QString());
}

void TestValues::humanDurations()
{
    for (const QJsonValue &vector : support::vectors(u"kube/human-duration.json"_s)) {
        const double seconds = vector[u"input"][u"seconds"].toDouble();
        QCOMPARE(kube::humanDuration(std::chrono::nanoseconds(qint64(seconds * 1e9))),
                 vector[u"expected"][u"HumanDuration"].toString());
    }
    QCOMPARE(kube::age({}, support::vectorNow()), u"<unknown>"_s);
}

void TestValues::goDurations()
{
    for (const QJsonValue &vector : support::vectors(u"kube/go-duration.json"_s)) {
        const QString text = vector[u"input"][u"text"].toString();
        const auto parsed = kube::parseGoDuration(text);
        QVERIFY2(parsed, qPrintable(text));
        QCOMPARE(parsed->count(), vector[u"expected"][u"ns"].toInteger());
    }
    for (const auto text : {u"", u"s", u"5", u"5x", u"1s ", u".s", u"99999999999999999999s", u"10000000000h"})
        QVERIFY2(!kube::parseGoDuration(text), qPrintable(QString(text)));
    for (const auto text : {u"0s", u"300ms", u"15.4s", u"1m3.5s", u"1h0m0s", u"1.5\u00b5s", u"2ns", u"-1.5s"})
        QCOMPARE(kube::goDuration(*kube::parseGoDuration(text)), QString(text));
}

void TestValues::resourceVersions()
{
    using kube::compareResourceVersions;
    QVERIFY(compareResourceVersions(u"9", u"10") < 0);
    QVERIFY(compareResourceVersions(u"340282366920938463463374607431768211456",
                                    u"340282366920938463463374607431768211455") > 0);
    QVERIFY(compareResourceVersions(u"7", u"7") == 0);
    for (const auto bad : {u"", u"0", u"01", u"1a", u"-1"})
        QVERIFY(compareResourceVersions(bad, u"5") == std::partial_ordering::unordered);
}

void TestValues::eventTimes()
{
    int tried = 0;
    for (const QJsonValue &vector : support::vectors(u"kube/event-time.json"_s)) {
        const QJsonValue in = vector[u"input"];
        const QJsonValue expected = vector[u"expected"];
        if (expected[u"first"].isUndefined())
            continue;
        kube::Event event;
        event.firstTimestamp = kube::Timestamp::parse(in[u"firstTimestamp"].toString());
        event.lastTimestamp = kube::Timestamp::parse(in[u"lastTimestamp"].toString());
        event.eventTime = kube::Timestamp::parse(in[u"eventTime"].toString());
        event.meta.creationTimestamp = kube::Timestamp::parse(in[u"metadata.creationTimestamp"].toString());
        event.count = in[u"count"].toInt();
        event.hasSeries = in[u"series"].isObject();
        event.seriesCount = in[u"series"][u"count"].toInt();
        event.seriesLast = kube::Timestamp::parse(in[u"series"][u"lastObservedTime"].toString());
        QCOMPARE(event.first(), kube::Timestamp::parse(expected[u"first"].toString()));
        QCOMPARE(event.last(), kube::Timestamp::parse(expected[u"last"].toString()));
        QCOMPARE(event.occurrences(), expected[u"count"].toInt());
        ++tried;
    }
    QVERIFY(tried >= 2);
}

void TestValues::eventNamesDateTheFirstOccurrence()
{
    kube::Event event;
    event.firstTimestamp = kube::Timestamp::parse(u"2026-03-01T12:00:00Z");
    const qint64 exact = event.firstTimestamp.unixNanoseconds() + 123'456'789;
    event.meta.key.name = u"web-1."_s + QString::number(exact, 16);
    QCOMPARE(event.exactFirst().unixNanoseconds(), exact);
    for (const auto name : {u"web-1.deadbeef", u"0c7d7f1e-6f0e-4a53-9d6c-2f3b5a7c9e11", u"web"}) {
        event.meta.key.name = QString(name);
        QCOMPARE(event.exactFirst(), event.firstTimestamp);
    }
}

void TestValues::versions()
{
    QCOMPARE(kube::Version::parse(u"v1.31.4-eks-1")->minor, 31);
    QCOMPARE(kube::Version::parse(u"1.20")->minor, 20);
    QCOMPARE(kube::Version::parse(u"v1.33.2+k3s1")->minor, 33);
    for (const auto bad : {u"", u"v2.0.0", u"v1.", u"one"})
        QVERIFY(!kube::Version::parse(bad));
}

void TestValues::policies()
{
    QVERIFY(kube::pullPolicyFromString(u"Always") == kube::PullPolicy::Always);
    QVERIFY(kube::pullPolicyFromString(u"") == kube::PullPolicy::Unset);
    QVERIFY(!kube::pullPolicyFromString(u"always"));
    QCOMPARE(kube::toString(kube::PullPolicy::IfNotPresent), u"IfNotPresent"_s);
}

QTEST_APPLESS_MAIN(TestValues)
#include "test_values.moc"
