// SPDX-License-Identifier: Apache-2.0
#include "pull/events/correlation.h"
#include "rows.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPullEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void correlation_data() { rows::add(u"event-correlation"_s, 3); }
    void correlation();
    void budgetsByType();
    void times_data() { rows::add(u"event-time"_s, 3); }
    void times();
    void names_data() { rows::add(u"event-name-time"_s, 2); }
    void names();
    void distances_data() { rows::add(u"event-duration"_s, 1); }
    void distances();
};

namespace {

const kube::Timestamp Start = support::vectorNow();

kube::Event said(const QString &message, const QString &type = u"Normal"_s)
{
    kube::Event e;
    e.involved.name = u"web-1"_s;
    e.component = u"kubelet"_s;
    e.type = type;
    e.reason = u"Pulled"_s;
    e.message = message;
    return e;
}

kube::Event parsed(const QJsonObject &json)
{
    const auto time = [](const QJsonValue &text) { return kube::Timestamp::parse(text.toString()); };
    kube::Event e;
    e.meta.key.name = json[json.contains(u"name"_s) ? u"name"_s : u"metadata.name"_s].toString();
    e.meta.creationTimestamp = time(json[u"metadata.creationTimestamp"_s]);
    e.firstTimestamp = time(json[u"firstTimestamp"_s]);
    e.lastTimestamp = time(json[u"lastTimestamp"_s]);
    e.eventTime = time(json[u"eventTime"_s]);
    e.count = json[u"count"_s].toInt();
    e.hasSeries = json[u"series"_s].isObject();
    e.seriesCount = json[u"series"_s][u"count"].toInt();
    e.seriesLast = time(json[u"series"_s][u"lastObservedTime"]);
    e.component = json[u"source"_s][u"component"].toString();
    e.host = json[u"source"_s][u"host"].toString();
    e.reportingController = json[u"reportingComponent"_s].toString();
    e.reportingInstance = json[u"reportingInstance"_s].toString();
    return e;
}

}  // namespace

void TestPullEvents::correlation()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    pull::EventCorrelator correlator;
    kube::Timestamp at = Start;
    if (input.contains(u"sameEventEverySeconds"_s)) {
        const std::chrono::seconds step(input[u"sameEventEverySeconds"_s].toInt());
        int written = 0;
        const int repeats = input[u"repeats"_s].toInt();
        for (int i = 0; i < repeats; ++i, at = at + step)
            written += correlator.observe(said(u"same"_s), at).has_value() ? 1 : 0;
        QVERIFY(written < repeats);
        at = at + (std::chrono::seconds(input[u"thenAfterSeconds"_s].toInt()) - step);
        const auto next = correlator.observe(said(u"same"_s), at);
        QVERIFY(next);
        QCOMPARE(next->count, expected[u"nextWrittenCount"_s].toInt());
        QCOMPARE(next->firstTimestamp, Start);
        QCOMPARE(next->nameTime(), Start);
        return;
    }
    const int messages = input[u"uniqueMessagesSameReason"_s].toInt(14);
    const std::chrono::seconds step(input[u"everySeconds"_s].toInt(5));
    QList<kube::Event> written;
    for (int i = 0; i < messages; ++i, at = at + step)
        written.append(correlator.observe(said(u"message %1"_s.arg(i)), at).value());
    const auto isCombined = [](const kube::Event &e) {
        return e.message.startsWith(u"(combined from similar events): ");
    };
    if (input.contains(u"gapSeconds"_s)) {
        QVERIFY(isCombined(written.last()));
        at = at + (std::chrono::seconds(input[u"gapSeconds"_s].toInt()) - step);
        QCOMPARE(isCombined(correlator.observe(said(u"after"_s), at).value()), expected[u"combined"_s].toBool());
        return;
    }
    const int plain = expected[u"plain"_s].toInt();
    for (int i = 0; i < messages; ++i) {
        QCOMPARE(isCombined(written.at(i)), i >= plain);
        QCOMPARE(written.at(i).count, std::max(1, i + 1 - plain));
    }
    QCOMPARE(plain + 1, expected[u"combinedFrom"_s].toInt());
    QCOMPARE(written.last().count, expected[u"combinedFinalCount"_s].toInt());
    QCOMPARE(written.last().message, expected[u"combinedMessagePrefix"_s].toString() + u"message 13"_s);
}

void TestPullEvents::budgetsByType()
{
    for (const int minor : {31, 32}) {
        pull::EventCorrelator correlator{kube::Version{minor}};
        for (int i = 0; i < 30; ++i)
            (void)correlator.observe(said(u"bad"_s, u"Warning"_s), Start);
        QCOMPARE(correlator.observe(said(u"good"_s), Start).has_value(), minor >= 32);
    }
}

void TestPullEvents::times()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    const kube::Event e = parsed(input);
    if (expected.contains(u"component"_s)) {
        QCOMPARE(e.from(), expected[u"component"_s].toString());
        QCOMPARE(e.instance(), expected[u"node"_s].toString());
        return;
    }
    QCOMPARE(e.first(), kube::Timestamp::parse(expected[u"first"_s].toString()));
    QCOMPARE(e.last(), kube::Timestamp::parse(expected[u"last"_s].toString()));
    QCOMPARE(e.occurrences(), expected[u"count"_s].toInt());
}

void TestPullEvents::names()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    QVERIFY(expected[u"unixNanos"_s].isNull());
    kube::Event e = parsed(input);
    QVERIFY(e.nameTime().isNull());
    QCOMPARE(e.exactFirst(), e.firstTimestamp);
    for (const auto &name : {u"p.-8000000000000000"_s, u"p.+1"_s, u"p."_s, u"p.ffffffffffffffffffff"_s, QString()}) {
        e.meta.key.name = name;
        QVERIFY2(e.nameTime().isNull(), qPrintable(name));
    }
    const qint64 ns = e.firstTimestamp.unixNanoseconds() + 987'654'321;
    e.meta.key.name = u"my.app-0."_s + QString::number(ns, 16);
    QCOMPARE(e.nameTime().unixNanoseconds(), ns);
}

void TestPullEvents::distances()
{
    QFETCH(QJsonObject, input);
    QFETCH(QJsonObject, expected);
    kube::Event pulling = parsed(input[u"pulling"_s].toObject());
    kube::Event pulled = parsed(input[u"pulled"_s].toObject());
    const auto text = [](const kube::EventDistance &d) {
        const QString seconds = QString::number(double(d.distance.count()) / 1e9) + u's';
        return d.tolerance == 0s ? seconds : u"%1 +/-%2s"_s.arg(seconds).arg(d.tolerance / 1s);
    };
    QCOMPARE(text(kube::eventDistance(pulling, pulled)), expected[u"byNames"_s].toString());
    pulled.meta.key.name = u"web-1.0"_s;
    QCOMPARE(text(kube::eventDistance(pulling, pulled)), expected[u"bySecondsFields"_s].toString());
}

QTEST_APPLESS_MAIN(TestPullEvents)
#include "test_pull_events.moc"
