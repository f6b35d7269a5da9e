// SPDX-License-Identifier: Apache-2.0
// How a list or a watch goes on from each of its endings, as a table.
#include "mirror/follow/rules.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::Error;
using mirror::Ending;
using mirror::Step;
using mirror::Tally;

Q_DECLARE_METATYPE(Ending)
Q_DECLARE_METATYPE(Tally)
Q_DECLARE_METATYPE(Step)

namespace {

constexpr auto Watch = Ending::Of::Watch;
constexpr auto List = Ending::Of::List;
constexpr auto Stream = Ending::Of::Stream;
using Why = Ending::Why;

Ending ended(Ending::Of of, Why why, int frames, std::chrono::milliseconds lived)
{
    Ending ending;
    ending.of = of;
    ending.why = why;
    ending.frames = frames;
    ending.lived = lived;
    return ending;
}

Ending refused(Ending::Of of, int code, Error::Kind kind, bool isNewest = false)
{
    Ending ending = ended(of, Why::Refused, 0, 5s);
    ending.error.kind = kind;
    ending.error.httpStatus = code;
    ending.isNewest = isNewest;
    return ending;
}

Ending tooLarge(Ending::Of of)
{
    Ending ending = refused(of, 504, Error::Kind::Server);
    ending.error.reason = u"Timeout"_s;
    ending.error.causes = {{u"ResourceVersionTooLarge"_s, {}, {}}};
    return ending;
}

Ending failed(Ending::Of of, Error::Kind kind)
{
    Ending ending = ended(of, Why::Failed, 0, 1ms);
    ending.error.kind = kind;
    return ending;
}

Step watch(bool atOnce)
{
    Step step;
    step.next = Step::Next::Watch;
    step.atOnce = atOnce;
    return step;
}

Step list(bool atOnce, bool newest = false)
{
    Step step;
    step.atOnce = atOnce;
    step.newest = newest;
    return step;
}

template <class Change>
Step with(Step step, Change change)
{
    change(step);
    return step;
}

}  // namespace

class TestRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesOn_data()
    {
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<Tally>("tally");
        QTest::addColumn<Step>("expected");
        const auto row = [](const char *name, const Ending &ending, const Step &expected, const Tally &tally = {}) {
            QTest::newRow(name) << ending << tally << expected;
        };
        watches(row);
        lists(row);
        streams(row);
    }
    void goesOn()
    {
        QFETCH(Ending, ending);
        QFETCH(Tally, tally);
        QFETCH(Step, expected);
        const Step step = mirror::after(ending, tally);
        QCOMPARE(step.next == Step::Next::Watch, expected.next == Step::Next::Watch);
        QCOMPARE(step.atOnce, expected.atOnce);
        QCOMPARE(step.newest, expected.newest);
        QVERIFY(step == expected);
    }

private:
    template <class Row>
    static void watches(Row row)
    {
        using Kind = Error::Kind;
        row("the server's time is over", ended(Watch, Why::Closed, 0, 5min), watch(true));
        row("N06 cut in an event", ended(Watch, Why::Cut, 3, 20s), watch(true));
        row("ended at once", ended(Watch, Why::Closed, 0, 200ms), list(false));
        row("ended at once after events", ended(Watch, Why::Closed, 2, 200ms), watch(true));
        row("the same without end", ended(Watch, Why::Cut, 2, 200ms), watch(false), {.shortWatches = 3});
        row("N01 no connection", failed(Watch, Kind::Unreachable), watch(false));
        row("wrong certificate", failed(Watch, Kind::Tls), list(false));
        row("A25 429", refused(Watch, 429, Kind::TooManyRequests),
            with(watch(false), [](Step &s) { s.throttled = true; }));
        row("A01 410", refused(Watch, 410, Kind::Expired), list(true));
        row("A03 410 again", refused(Watch, 410, Kind::Expired), list(false), {.expired = 1});
        row("A28 500", refused(Watch, 500, Kind::Server), list(false));
        row("504", refused(Watch, 504, Kind::Server), list(false));
        row("A29 401", refused(Watch, 401, Kind::Unauthorized), watch(true));
        row("A29 401 again", refused(Watch, 401, Kind::Unauthorized), with(list(false), [](Step &s) { s.least = 30s; }),
            {.unauthorized = 1});
        row("A32 403", refused(Watch, 403, Kind::Forbidden), list(false));
        row("A33 404", refused(Watch, 404, Kind::NotFound), list(false));
        row("P01 garbage", ended(Watch, Why::Garbled, 3, 10s), list(false));
    }
    template <class Row>
    static void lists(Row row)
    {
        using Kind = Error::Kind;
        Ending later = refused(List, 410, Kind::Expired, true);
        later.isLaterPage = true;
        row("A04 410 within a list", later, list(false, true));
        row("A04 410 within a list again", later, with(list(false, true), [](Step &s) { s.whole = true; }),
            {.expiredPages = 1});
        row("A01 410 of our version", refused(List, 410, Kind::Expired), list(true, true));
        row("410 of the newest version", refused(List, 410, Kind::Expired, true), list(false, true));
        row("A16 too large", tooLarge(List), with(list(false), [](Step &s) { s.wait = 1s; }));
        row("A16 too large again", tooLarge(List), with(list(true, true), [](Step &s) { s.asksNewest = true; }),
            {.tooLarge = 1});
        row("no such parameter", refused(List, 422, Kind::Invalid), list(true, true));
        row("422 of the newest", refused(List, 422, Kind::Invalid, true), list(false, true));
        row("A25 429", refused(List, 429, Kind::TooManyRequests),
            with(list(false), [](Step &s) { s.throttled = true; }));
        row("A29 401", refused(List, 401, Kind::Unauthorized), with(list(false), [](Step &s) { s.least = 30s; }));
        row("A31 403", refused(List, 403, Kind::Forbidden), list(false));
        row("A34 503", refused(List, 503, Kind::Server), list(false));
        row("N05 cut", failed(List, Kind::Unreachable), list(false));
    }
    template <class Row>
    static void streams(Row row)
    {
        using Kind = Error::Kind;
        const Step paged = with(list(true), [](Step &s) { s.paged = true; });
        const Step never = with(paged, [](Step &s) { s.noStreams = true; });
        row("A08 no end", ended(Stream, Why::Mute, 2, 20s), never);
        row("A09 422", refused(Stream, 422, Kind::Invalid), never);
        row("A09 400", refused(Stream, 400, Kind::Server), never);
        row("A09 405", refused(Stream, 405, Kind::Server), never);
        row("A10 cut", ended(Stream, Why::Cut, 2, 2s), list(false));
        row("A10 cut for the third time", ended(Stream, Why::Cut, 2, 2s), never, {.cutStreams = 2});
        row("stream: no connection", failed(Stream, Kind::Unreachable), list(false));
        row("stream: 429", refused(Stream, 429, Kind::TooManyRequests),
            with(list(false), [](Step &s) { s.throttled = true; }));
        row("stream: 410", refused(Stream, 410, Kind::Expired), list(true, true));
        row("stream: too large", tooLarge(Stream), with(list(false), [](Step &s) { s.wait = 1s; }));
        row("stream: 403", refused(Stream, 403, Kind::Forbidden), paged);
        row("stream: 500", refused(Stream, 500, Kind::Server), paged);
        row("stream: garbage", ended(Stream, Why::Garbled, 1, 1s), paged);
    }
};

QTEST_APPLESS_MAIN(TestRules)
#include "test_rules.moc"
