// SPDX-License-Identifier: Apache-2.0
// Events become spans and marks: queue, transfer, back-off, creation; what nothing tells of is a gap.
#include "timeline/spans.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using timeline::MarkKind;
using timeline::Span;
using timeline::SpanKind;

namespace {

const kube::Timestamp Zero = kube::Timestamp::fromUnixSeconds(1'780'000'000);

/** An event whose name tells its nanoseconds, as the kubelet's do; counted ones have a whole-second last time. */
kube::Event said(const QString &reason, const QString &message, std::chrono::milliseconds at, int count = 1,
                 std::chrono::seconds last = 0s)
{
    kube::Event event;
    const kube::Timestamp exact = Zero + at;
    event.meta.uid = reason + message;
    event.meta.key.name = u"web."_s + QString::number(exact.unixNanoseconds(), 16);
    event.involved.fieldPath = u"spec.containers{web}"_s;
    event.reason = reason;
    event.message = message;
    event.type = reason == u"Failed" ? u"Warning"_s : u"Normal"_s;
    event.firstTimestamp = kube::Timestamp::fromUnixSeconds(exact.unixMilliseconds() / 1000);
    event.lastTimestamp = count > 1 ? Zero + last : event.firstTimestamp;
    event.count = count;
    return event;
}

const kube::Event Pulling = said(u"Pulling"_s, u"Pulling image \"app:1\""_s, 0ms);
const kube::Event Failed = said(u"Failed"_s, u"Failed to pull image \"app:1\": not found"_s, 400ms);

QList<SpanKind> kinds(const QList<Span> &spans)
{
    QList<SpanKind> result;
    for (const Span &span : spans)
        result << span.kind;
    return result;
}

Span span(SpanKind kind, std::chrono::milliseconds begin, std::optional<std::chrono::milliseconds> end)
{
    return {kind, Zero + begin, end ? Zero + *end : kube::Timestamp(), {}, {}};
}

}  // namespace

class TestSpans : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void queueAndTransferAreApart();
    void oneDurationHasNoQueue();
    void presentImageIsNoTransfer();
    void pullThatGoesOnIsOpen();
    void failuresWaitUntilTheNextTry();
    void otherEventsMakeNoSpan();
    void marksKeepCountAndTime();
    void gapWhereNothingTells();
    void noGapAcrossAMoment();
    void overlapEndsWhereTheNextBegins();
    void openSpanEndsWithThePod();
};

void TestSpans::queueAndTransferAreApart()
{
    const auto spans = timeline::startSpans(
        {Pulling, said(u"Pulled"_s, u"Successfully pulled image \"app:1\" in 3s (5s including waiting)"_s, 5s),
         said(u"Started"_s, u"Started container web"_s, 5600ms)});
    QCOMPARE(kinds(spans), QList({SpanKind::Queue, SpanKind::Transfer, SpanKind::Create}));
    QCOMPARE(spans.at(0).begin, Zero);
    QCOMPARE(spans.at(0).end, Zero + 2s);
    QCOMPARE(spans.at(1).begin, Zero + 2s);
    QCOMPARE(spans.at(1).end, Zero + 5s);
    QCOMPARE(spans.at(2).end, Zero + 5600ms);
}

void TestSpans::oneDurationHasNoQueue()
{
    const auto spans =
        timeline::startSpans({Pulling, said(u"Pulled"_s, u"Successfully pulled image \"app:1\" in 5s"_s, 5s)});
    QCOMPARE(kinds(spans), QList({SpanKind::Transfer}));
    QCOMPARE(spans.first().end - spans.first().begin, 5s);
}

void TestSpans::presentImageIsNoTransfer()
{
    const auto spans =
        timeline::startSpans({said(u"Pulled"_s, u"Container image \"app:1\" already present on machine"_s, 100ms),
                              said(u"Started"_s, u"Container started"_s, 300ms)});
    QCOMPARE(kinds(spans), QList({SpanKind::Create}));
}

void TestSpans::pullThatGoesOnIsOpen()
{
    const auto spans = timeline::startSpans({Pulling});
    QCOMPARE(kinds(spans), QList({SpanKind::Transfer}));
    QVERIFY(spans.first().end.isNull());
}

void TestSpans::failuresWaitUntilTheNextTry()
{
    auto spans = timeline::startSpans({Pulling, Failed});
    QCOMPARE(kinds(spans), QList({SpanKind::Transfer, SpanKind::BackOff}));
    QVERIFY(spans.last().end.isNull());
    spans = timeline::startSpans(
        {Pulling, Failed, said(u"Pulled"_s, u"Container image \"app:1\" already present on machine"_s, 14s)});
    QCOMPARE(kinds(spans), QList({SpanKind::Transfer, SpanKind::BackOff}));
    QCOMPARE(spans.last().end, Zero + 14s);
}

void TestSpans::otherEventsMakeNoSpan()
{
    QVERIFY(timeline::startSpans(
                {said(u"Killing"_s, u"Stopping container web"_s, 1s),
                 said(u"Pulled"_s, u"(combined from similar events): Successfully pulled image \"app:1\" in 1s"_s, 2s)})
                .isEmpty());
}

void TestSpans::marksKeepCountAndTime()
{
    const auto marks = timeline::marksOf({said(u"Failed"_s, u"Error: ErrImagePull"_s, 1500ms, 4, 40s), Pulling});
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks.first().kind, MarkKind::Pulling);
    QCOMPARE(marks.first().last, marks.first().at);
    QCOMPARE(marks.last().kind, MarkKind::Failure);
    QCOMPARE(marks.last().count, 4);
    QCOMPARE(marks.last().at, Zero + 1500ms);
    QCOMPARE(marks.last().last, Zero + 40s);
    QVERIFY(marks.last().warning);
}

void TestSpans::gapWhereNothingTells()
{
    QList spans = {span(SpanKind::Run, 60s, 90s), span(SpanKind::Create, 0ms, 2s)};
    timeline::tidy(spans, {});
    QCOMPARE(kinds(spans), QList({SpanKind::Create, SpanKind::Gap, SpanKind::Run}));
    QCOMPARE(spans.at(1).begin, Zero + 2s);
    QCOMPARE(spans.at(1).end, Zero + 60s);
}

void TestSpans::noGapAcrossAMoment()
{
    QList spans = {span(SpanKind::Create, 0ms, 2s), span(SpanKind::Run, 3s, 90s)};
    timeline::tidy(spans, {});
    QCOMPARE(kinds(spans), QList({SpanKind::Create, SpanKind::Run}));
}

void TestSpans::overlapEndsWhereTheNextBegins()
{
    QList spans = {span(SpanKind::BackOff, 0ms, std::nullopt), span(SpanKind::Transfer, 10s, 40s),
                   span(SpanKind::Run, 30s, 90s)};
    timeline::tidy(spans, {});
    QCOMPARE(spans.at(0).end, Zero + 10s);
    QCOMPARE(spans.at(1).end, Zero + 30s);
    QCOMPARE(spans.at(2).end, Zero + 90s);
}

void TestSpans::openSpanEndsWithThePod()
{
    QList spans = {span(SpanKind::Run, 0ms, std::nullopt)};
    timeline::tidy(spans, Zero + 7s);
    QCOMPARE(spans.first().end, Zero + 7s);
    spans = {span(SpanKind::Run, 0ms, std::nullopt)};
    timeline::tidy(spans, {});
    QVERIFY(spans.first().end.isNull());
}

QTEST_APPLESS_MAIN(TestSpans)
#include "test_spans.moc"
