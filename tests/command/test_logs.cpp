// SPDX-License-Identifier: Apache-2.0
#include "bench.h"
#include "command/logs/linecutter.h"
#include "net/bytestream.h"

using namespace bench;
using command::LogLine;
using command::LogPart;
using command::LogState;
using Phase = LogState::Phase;

namespace {

const QString LogPath = u"/api/v1/namespaces/dev/pods/web/log"_s;

QByteArray stamped(int second, const QByteArray &text)
{
    return "2026-11-24T10:00:" + QByteArray::number(second).rightJustified(2, '0') + ".000000005Z " + text + "\n";
}

/** The pod as the server tells it; `state` is the JSON of the container's state. */
QByteArray podWith(const QByteArray &state)
{
    return R"({"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"dev","uid":"u"},"spec":{)"
           R"("containers":[{"name":"c","image":"i"}]},"status":{"containerStatuses":[{"name":"c","state":)" +
           state + "}]}}";
}

command::LogWish wish(bool follow)
{
    command::LogWish wish;
    wish.pod = {u"dev"_s, u"web"_s};
    wish.container = u"c"_s;
    wish.follow = follow;
    return wish;
}

/** Takes parts until `enough`; the texts of all lines. */
struct Taken {
    QByteArrayList texts;
    QList<LogLine> lines;
    qint64 dropped = 0;
    LogState state;
    QList<Phase> phases;

    void until(command::LogFeed &feed, const std::function<bool(const Taken &)> &enough)
    {
        while (!enough(*this)) {
            const QFuture<LogPart> next = feed.next();
            if (!QTest::qWaitFor([&next] { return next.isFinished(); }, 5000))
                return;
            const LogPart part = next.result();
            for (const LogLine &line : part.lines)
                texts << line.text;
            lines << part.lines;
            dropped += part.dropped;
            state = part.state;
            if (phases.isEmpty() || phases.constLast() != state.phase)
                phases << state.phase;
            if (state.isFinal())
                return;
        }
    }
    void toTheEnd(command::LogFeed &feed)
    {
        until(feed, [](const Taken &) { return false; });
    }
};

QByteArrayList textsOf(const QList<LogLine> &lines)
{
    QByteArrayList texts;
    for (const LogLine &line : lines)
        texts << line.text;
    return texts;
}

}  // namespace

/** Logs over a real socket, from a server that ends, cuts and repeats. */
class TestLogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCutAnywhereChangesNothing();
    void longLinesComeInPieces();
    void bytesStayAsTheyAre();
    void theWishIsTheQuery();
    void aWholeLogEnds();
    void aCutIsResumedWithoutDuplicates();
    void theServersEndIsResumedWhileTheContainerRuns();
    void theEndOfTheContainerIsTheEnd();
    void aRefusalIsSaidInTheServersWords();
    void aPageOfAProxyIsNoLog();
    void whoAsksSlowlyLosesTheOldest();
    void aClosedClientAnswers();
    void pouringBringsEveryByte();
};

void TestLogs::aCutAnywhereChangesNothing()
{
    const QByteArray bytes = stamped(1, "a\r") + stamped(2, {}) + "no time\n\n" + stamped(3, "last").chopped(1);
    const QByteArrayList expected{"a\r", "", "no time", "", "last"};
    for (qsizetype at = 0; at <= bytes.size(); ++at) {
        command::LineCutter cutter;
        QList<LogLine> lines = cutter.take(bytes.first(at));
        lines << cutter.take(bytes.sliced(at));
        const auto rest = cutter.rest();
        QVERIFY(rest);
        lines << *rest;
        QCOMPARE(textsOf(lines), expected);
        QCOMPARE(lines.at(0).at.toRfc3339(), u"2026-11-24T10:00:01Z"_s);
        QVERIFY(lines.at(2).at.isNull());
        QVERIFY(!cutter.rest());
    }
}

void TestLogs::longLinesComeInPieces()
{
    constexpr qsizetype Limit = command::LineCutter::LineLimit;
    for (const qsizetype length : {Limit - 40, Limit, 2 * Limit, 2 * Limit + 7}) {
        command::LineCutter cutter;
        const QByteArray text(length, 'x');
        QList<LogLine> lines;
        const QByteArray bytes = stamped(1, text) + stamped(2, "next");
        for (qsizetype at = 0; at < bytes.size(); at += 1000)
            lines << cutter.take(QByteArrayView(bytes).sliced(at, std::min<qsizetype>(1000, bytes.size() - at)));
        QByteArray joined;
        for (const LogLine &line : std::as_const(lines)) {
            QVERIFY(line.text.size() <= Limit);
            QCOMPARE(line.continued, line.at.isNull());
            joined += line.text;
        }
        QCOMPARE(joined, text + "next");
        QCOMPARE(lines.constLast().text, "next");
    }
}

void TestLogs::bytesStayAsTheyAre()
{
    command::LineCutter cutter;
    const QByteArray odd("\xff\xfe\0\x1b[31m", 8);
    const QList<LogLine> lines = cutter.take(stamped(1, odd));
    QCOMPARE(textsOf(lines), QByteArrayList{odd});
}

void TestLogs::theWishIsTheQuery()
{
    command::LogWish all = wish(true);
    all.previous = all.timestamps = true;
    all.sinceSeconds = 60;
    all.tailLines = 0;
    all.limitBytes = 9;
    const net::Request request = all.request();
    QCOMPARE(request.path, LogPath);
    QCOMPARE(request.query.toString(QUrl::FullyEncoded),
             u"container=c&follow=true&previous=true&timestamps=true&sinceSeconds=60&tailLines=0&limitBytes=9"_s);
    all.pod.name = u"../secrets"_s;
    QCOMPARE(all.request().path, QString());
}

void TestLogs::aWholeLogEnds()
{
    Bench bench;
    bench.onLook = [](const Exchange &x) { x.answer(200, stamped(1, "one") + stamped(2, "two").chopped(1)); };
    const auto feed = bench.client.log(wish(false));
    Taken taken;
    taken.toTheEnd(*feed);
    QCOMPARE(taken.texts, (QByteArrayList{"one", "two"}));
    QCOMPARE(taken.state.phase, Phase::Ended);
}

/** Two lines of the very second of the cut: one came before it, one did not. */
void TestLogs::aCutIsResumedWithoutDuplicates()
{
    Bench bench;
    QList<QUrlQuery> asked;
    bench.onLook = [&asked](const Exchange &x) {
        if (!x.url.path().endsWith("/log"_L1)) {
            x.answer(200, podWith(R"({"terminated":{"exitCode":0}})"));
            return;
        }
        asked << x.query;
        x.open();
        if (asked.size() == 1) {
            x.chunk(stamped(1, "one") + stamped(2, "two") + stamped(2, "half a li").chopped(4));
            x.later(std::chrono::milliseconds(20), [](const Exchange &e) { e.reset(); });
            return;
        }
        x.chunk(stamped(1, "one") + stamped(2, "two") + stamped(2, "half a line") + stamped(3, "three"));
        x.end();
    };
    command::LogWish tail = wish(true);
    tail.tailLines = 10;
    const auto feed = bench.client.log(tail);
    Taken taken;
    taken.toTheEnd(*feed);
    QCOMPARE(taken.texts, (QByteArrayList{"one", "two", "half a line", "three"}));
    QVERIFY(taken.phases.contains(Phase::Broken));
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.at(1).queryItemValue(u"sinceTime"_s, QUrl::FullyDecoded), u"2026-11-24T10:00:02Z"_s);
    QVERIFY(!asked.at(1).hasQueryItem(u"tailLines"_s));
    QVERIFY(asked.at(0).hasQueryItem(u"tailLines"_s));
}

void TestLogs::theServersEndIsResumedWhileTheContainerRuns()
{
    Bench bench;
    int logs = 0;
    bench.onLook = [&logs](const Exchange &x) {
        if (!x.url.path().endsWith("/log"_L1)) {
            x.answer(200, podWith(logs < 2 ? R"({"running":{"startedAt":"2026-11-24T10:00:00Z"}})"
                                           : R"({"terminated":{"exitCode":4}})"));
            return;
        }
        x.answer(200, ++logs == 1 ? stamped(1, "one") : stamped(1, "one") + stamped(1, "same moment"));
    };
    const auto feed = bench.client.log(wish(true));
    Taken taken;
    taken.toTheEnd(*feed);
    QCOMPARE(taken.texts, (QByteArrayList{"one", "same moment"}));
    QCOMPARE(taken.state.phase, Phase::Ended);
    QVERIFY(taken.state.container);
    QCOMPARE(taken.state.container->exitCode, 4);
}

void TestLogs::theEndOfTheContainerIsTheEnd()
{
    Bench bench;
    int logs = 0;
    bench.onLook = [&logs](const Exchange &x) {
        const bool isLog = x.url.path().endsWith("/log"_L1);
        logs += isLog ? 1 : 0;
        x.answer(200, isLog ? stamped(1, "one") : podWith(R"({"waiting":{"reason":"CrashLoopBackOff"}})"));
    };
    const auto feed = bench.client.log(wish(true));
    Taken taken;
    taken.toTheEnd(*feed);
    QCOMPARE(logs, 1);
    QCOMPARE(taken.state.phase, Phase::Ended);
    QVERIFY(taken.state.container);
    QCOMPARE(taken.state.container->reason, u"CrashLoopBackOff"_s);
}

void TestLogs::aRefusalIsSaidInTheServersWords()
{
    Bench bench;
    bench.onLook = [](const Exchange &x) { x.answer(403, status(403, "Forbidden", "cannot get resource pods/log")); };
    const auto feed = bench.client.log(wish(true));
    Taken taken;
    taken.toTheEnd(*feed);
    QCOMPARE(taken.state.phase, Phase::Failed);
    QCOMPARE(taken.state.error.kind, kube::Error::Kind::Forbidden);
    QCOMPARE(taken.state.error.message, u"cannot get resource pods/log"_s);
    QVERIFY(taken.lines.isEmpty());
}

void TestLogs::aPageOfAProxyIsNoLog()
{
    Bench bench;
    bench.onLook = [](const Exchange &x) {
        x.raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 12\r\n\r\n<p>login</p>");
    };
    const auto feed = bench.client.log(wish(false));
    Taken taken;
    taken.toTheEnd(*feed);
    QCOMPARE(taken.state.phase, Phase::Failed);
    QCOMPARE(taken.state.error.kind, kube::Error::Kind::Protocol);
    QVERIFY(taken.lines.isEmpty());
}

void TestLogs::whoAsksSlowlyLosesTheOldest()
{
    Bench bench;
    const QByteArray body(8000, 'x');
    constexpr int Count = 2000;  // 16 MB
    bench.onLook = [&body](const Exchange &x) {
        QByteArray all;
        for (int i = 0; i < Count; ++i)
            all += stamped(1, body);
        x.answer(200, all + stamped(2, "last"));
    };
    const auto feed = bench.client.log(wish(false));
    // Nobody takes anything until the log was read to its end.
    QTRY_COMPARE(bench.server.openConnections(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(bench.looks, 1, 5000);
    Taken taken;
    QTRY_VERIFY_WITH_TIMEOUT(bench.service->findChildren<net::ByteStream *>().isEmpty(), 20'000);
    taken.toTheEnd(*feed);
    QVERIFY(taken.dropped > 0);
    QCOMPARE(taken.dropped + taken.lines.size(), Count + 1);
    QCOMPARE(taken.texts.constLast(), "last");
    qsizetype held = 0;
    for (const LogLine &line : std::as_const(taken.lines))
        held += line.text.size();
    QVERIFY(held <= command::LogReader::HeldLimit);
}

void TestLogs::aClosedClientAnswers()
{
    Bench bench;
    bench.onLook = [](const Exchange &x) { x.open(); };
    auto feed = bench.client.log(wish(true));
    Taken taken;
    taken.until(*feed, [](const Taken &t) { return t.state.phase == Phase::Open; });
    QCOMPARE(taken.state.phase, Phase::Open);
    const QFuture<LogPart> next = feed->next();
    feed.reset();
    QVERIFY(next.isFinished());
    QCOMPARE(next.result().state.phase, Phase::Failed);
    QCOMPARE(next.result().state.error.kind, kube::Error::Kind::Cancelled);
    QTRY_COMPARE(bench.server.openConnections(), 0);
}

void TestLogs::pouringBringsEveryByte()
{
    Bench bench;
    const QByteArray bytes("one\r\n\xff\0two\n\nno end", 17);
    bench.onLook = [&bytes](const Exchange &x) { x.answer(200, bytes); };
    QByteArray got;
    const auto end = bench::wait(bench.client.pour(wish(false), [&got](QByteArrayView piece) { got += piece; }));
    QVERIFY(end);
    QCOMPARE(got, bytes);
    bench.onLook = [](const Exchange &x) { x.answer(400, status(400, "BadRequest", "waiting to start")); };
    const auto refused = bench::wait(bench.client.pour(wish(false), [&got](QByteArrayView piece) { got += piece; }));
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, u"waiting to start"_s);
    QCOMPARE(got, bytes);
}

QTEST_GUILESS_MAIN(TestLogs)
#include "test_logs.moc"
