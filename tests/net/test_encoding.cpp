// SPDX-License-Identifier: Apache-2.0
// Packed answers, giants, and the headers that come with answers.
#include "asking.h"
#include "decode/reader.h"
#include "net/line/wire.h"
#include "support/faults/gzip.h"
#include "support/faults/proxyserver.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::Error;
using support::Exchange;
using support::FaultServer;
using support::gzip;
using support::ProxyServer;
using Why = net::StreamEnd::Why;

namespace {
constexpr auto Packed = "Content-Encoding: gzip\r\n";
}

class TestEncoding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /** Near servers are not asked to pack; watches never are (3.3, 4.4). */
    void asksForGzipWhereItPays()
    {
        const auto askedFor = [](const QString &server, bool disabled, bool isStream) {
            config::Connection connection;
            connection.server = QUrl(server);
            net::Manner manner;
            manner.isStream = isStream;
            manner.mayPack = !disabled && !net::isNearby(connection.server.host());
            return net::bytesOf(request(), connection, {}, manner)->contains("Accept-Encoding: gzip\r\n");
        };
        QVERIFY(askedFor(u"https://far.example"_s, false, false));
        QVERIFY(askedFor(u"https://203.0.113.5"_s, false, false));
        QVERIFY(askedFor(u"https://[2001:db8::1]"_s, false, false));
        QVERIFY(!askedFor(u"https://far.example"_s, true, false));
        QVERIFY(!askedFor(u"https://far.example"_s, false, true));
        for (const QString &near : {u"127.0.0.1"_s, u"localhost"_s, u"10.0.0.1"_s, u"172.20.0.1"_s, u"192.168.1.1"_s,
                                    u"[::1]"_s, u"[fd00::1]"_s, u"[fe80::1]"_s, u"169.254.1.1"_s})
            QVERIFY2(!askedFor(u"https://"_s + near, false, false), qPrintable(near));
    }

    /** Through a proxy even a private address is far. What is asked for on the wire is what is meant. */
    void theWireSaysSo()
    {
        QHash<QByteArray, QByteArray> seen;
        FaultServer server([&](const Exchange &exchange) {
            seen = exchange.headers;
            exchange.answer(200, "{}");
        });
        config::Connection connection = to(server);
        net::Session direct(connection);
        QVERIFY(ask(direct, request()));
        QCOMPARE(seen.value("accept-encoding"), "identity");
        ProxyServer proxy(ProxyServer::Kind::Http, ProxyServer::Fault::None, server.serverPort());
        connection.proxy = proxy.url();
        net::Session far(connection);
        QVERIFY(ask(far, request()));
        QCOMPARE(seen.value("accept-encoding"), "gzip");
        const auto heard = listen(far, request());
        QTRY_VERIFY(heard->end);
        QCOMPARE(seen.value("accept-encoding"), "identity");
        connection.disableCompression = true;
        net::Session plain(connection);
        QVERIFY(ask(plain, request()));
        QCOMPARE(seen.value("accept-encoding"), "identity");
        QVERIFY(seen.value("user-agent").startsWith("gantry/"));
        QVERIFY(!seen.contains("accept-language") && !seen.contains("cookie"));
    }

    void Q12_theUserAgentIsOurs()
    {
        const QByteArray agent = net::userAgent();
        static const QRegularExpression form(u"^gantry/\\d+\\.\\d+\\.\\d+ \\([a-z]+/[a-z0-9_]+\\)$"_s);
        QVERIFY2(form.match(QString::fromLatin1(agent)).hasMatch(), agent.constData());
    }

    void aLineBreakInAHeaderIsNotSent()
    {
        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); }, FaultServer::tls(u"server"_s));
        config::Connection connection = to(server);
        connection.token = u"abc\r\nX-Injected: canary"_s;
        net::Session session(connection);
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Config);
        QVERIFY(!reply.error().message.contains(u"canary"_s));
        connection.token.clear();
        connection.impersonate.user = u"jane\nImpersonate-Group: system:masters"_s;
        net::Session other(connection);
        QVERIFY(!ask(other, request()));
        QCOMPARE(server.requests(), 0);
    }

    void A12_eachMemberIsAnEventAtOnce()
    {
        const QList<QByteArray> events = recordedEvents().mid(0, 8);
        std::optional<Exchange> line;
        FaultServer server([&](const Exchange &exchange) {
            exchange.open(Packed);
            line = exchange;
        });
        net::Session session(to(server));
        const auto heard = listen(session, request());
        QTRY_VERIFY(line);
        for (qsizetype i = 0; i < events.size(); ++i) {
            const QByteArray member = gzip(events.at(i));
            const qint64 sent = heard->since.elapsed();
            // the member itself comes in two packets, cut somewhere else each time
            const qsizetype cut = 1 + i * (member.size() - 2) / events.size();
            line->chunk(member.first(cut));
            QVERIFY(!QTest::qWaitFor([&] { return heard->frames.size() > i; }, 10));
            line->chunk(member.sliced(cut));
            QVERIFY(QTest::qWaitFor([&] { return heard->frames.size() > i; }, 1000));
            QVERIFY2(heard->times.at(i) - sent < 100, qPrintable(QString::number(heard->times.at(i) - sent)));
        }
        QCOMPARE(heard->frames, events);
        line->end();
        QTRY_VERIFY(heard->end);
        QCOMPARE(heard->end->why, Why::Closed);
    }

    /** Q8, Q9: a ratio of 1000:1 is no reason to refuse, and is unpacked once. */
    void P09_aHighRatioIsFine()
    {
        const QByteArray list = "{\"items\":[" + QByteArray(30'000'000, ' ') + "]}";
        const QByteArray packed = gzip(list, 9);
        QVERIFY(list.size() / packed.size() > 500);
        FaultServer server([&](const Exchange &exchange) { exchange.answer(200, packed, Packed); });
        net::Session session(to(server));
        const auto reply = ask(session, request());
        QVERIFY(reply);
        QVERIFY(reply->body == list);
    }

    void P09_aBombIsStoppedAtItsLimit()
    {
        const QByteArray bomb = support::gzipBomb(512LL * 1024 * 1024);
        FaultServer server([&](const Exchange &exchange) {
            if (exchange.query.hasQueryItem(u"watch"_s)) {
                exchange.open(Packed);
                exchange.chunk(gzip("{\"a\":\""));
                exchange.chunk(bomb);
            } else {
                exchange.answer(200, bomb, Packed);
            }
        });
        net::Session session(to(server));
        net::Request small = request();
        small.limits.body = 4LL * 1024 * 1024;
        const auto asked = start(session, small);
        QTRY_VERIFY(asked->reply);
        QVERIFY(!*asked->reply);
        QCOMPARE(asked->reply->error().kind, Error::Kind::Protocol);
        VERIFY_SAYS(asked->reply->error(), u"is larger than 4 MiB"_s);
        QVERIFY(asked->progress.constLast() <= small.limits.body);
        small.query.addQueryItem(u"watch"_s, u"1"_s);
        const auto heard = listen(session, small);
        QTRY_VERIFY_WITH_TIMEOUT(heard->end, 10'000);
        QCOMPARE(heard->end->why, Why::Garbled);
        VERIFY_SAYS(heard->end->error, u"larger than 32 MiB"_s);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void P09_damageAndNestingAreErrors_data()
    {
        const QByteArray list = R"({"kind":"PodList","items":[]})";
        const QByteArray packed = gzip(list);
        QByteArray wrongSum = packed;
        wrongSum[packed.size() - 6] = static_cast<char>(wrongSum.at(packed.size() - 6) ^ 1);
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("coding");
        QTest::newRow("wrong check sum") << wrongSum << QByteArray("gzip");
        QTest::newRow("truncated") << packed.chopped(1) << QByteArray("gzip");
        QTest::newRow("truncated to the header") << packed.first(10) << QByteArray("gzip");
        QTest::newRow("truncated to nothing") << QByteArray() << QByteArray("gzip");
        QTest::newRow("trailing junk") << QByteArray(packed + "junk") << QByteArray("gzip");
        QTest::newRow("not packed at all") << list << QByteArray("gzip");
        QTest::newRow("nested") << gzip(packed) << QByteArray("gzip, gzip");
        QTest::newRow("N32 brotli") << list << QByteArray("br");
        QTest::newRow("zstd") << list << QByteArray("zstd");
        QTest::newRow("deflate") << list << QByteArray("deflate");
        QTest::newRow("something") << list << QByteArray(10'000, 'x');
    }
    void P09_damageAndNestingAreErrors()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, coding);
        FaultServer server(
            [&](const Exchange &exchange) { exchange.answer(200, body, "Content-Encoding: " + coding + "\r\n"); });
        net::Session session(to(server));
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Protocol);
        VERIFY_SAYS(reply.error(), u"packed"_s);
        QVERIFY(reply.error().message.size() < 500);
        const auto heard = listen(session, request());
        QTRY_VERIFY(heard->end);
        QCOMPARE(heard->end->why, Why::Garbled);
    }

    void N32_aProxyMayPackWhatNobodyAskedFor()
    {
        FaultServer server([](const Exchange &exchange) {
            if (exchange.headers.value("authorization").isEmpty())
                exchange.answer(401, gzip("{\"code\":401}"), Packed);
            else
                exchange.answer(200, gzip("{\"a\":1}"), "Content-Encoding: x-gzip\r\n");
        });
        config::Connection connection = to(server);
        connection.disableCompression = true;
        connection.token = u"abc"_s;  // not sent, this is http: as if the proxy had stripped it
        net::Session session(connection);
        const auto reply = ask(session, request());
        QVERIFY(reply);
        QCOMPARE(reply->status, 401);
        QCOMPARE(reply->body, "{\"code\":401}");
    }

    void P02_aGiantFrameIsAborted()
    {
        qint64 sent = 0;
        FaultServer server([&](const Exchange &exchange) {
            exchange.open();
            exchange.chunk("{\"small\":1}{\"a\":\"");
            auto *const socket = exchange.socket;
            const auto more = [&sent, socket, exchange] {
                while (socket->bytesToWrite() < 1024 * 1024 && sent < 200LL * 1024 * 1024) {
                    exchange.chunk(QByteArray(256 * 1024, 'a'));
                    sent += 256 * 1024;
                }
            };
            connect(socket, &QTcpSocket::bytesWritten, socket, more);
            more();
        });
        net::Session session(to(server));
        const auto heard = listen(session, request());
        QTRY_VERIFY_WITH_TIMEOUT(heard->end, 20'000);
        QCOMPARE(heard->frames, {"{\"small\":1}"});
        QCOMPARE(heard->end->why, Why::Garbled);
        QVERIFY2(sent < 100LL * 1024 * 1024, qPrintable(QString::number(sent)));
    }

    /** A declared length alone reserves nothing. */
    void P02_aDeclaredGiantIsNotPreallocated()
    {
        FaultServer server([&](const Exchange &exchange) {
            exchange.raw(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900000000000000000\r\n\r\n{");
            exchange.later(20ms, [](const Exchange &x) { x.hangUp(); });
        });
        net::Session session(to(server));
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Unreachable);
    }

    void A24_retryAfterInAllForms_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds");
        QTest::newRow("1") << QByteArray("1") << 1;
        QTest::newRow("32") << QByteArray("32") << 32;
        QTest::newRow("0") << QByteArray("0") << 1;
        QTest::newRow("100000") << QByteArray("100000") << 60;
        QTest::newRow("more than any integer") << QByteArray("99999999999999999999999") << 60;
        QTest::newRow("negative") << QByteArray("-5") << 1;
        QTest::newRow("a date") << QByteArray("Wed, 21 Oct 2015 07:28:10 GMT") << 10;
        QTest::newRow("a date past") << QByteArray("Wed, 21 Oct 2015 07:00:00 GMT") << 1;
        QTest::newRow("a date far ahead") << QByteArray("Wed, 21 Oct 2065 07:00:00 GMT") << 60;
        QTest::newRow("an old date form") << QByteArray("Wednesday, 21-Oct-15 07:28:20 GMT") << 20;
        QTest::newRow("C's date form") << QByteArray("Wed Oct 21 07:28:30 2015") << 30;
        QTest::newRow("words") << QByteArray("soon") << 0;
        QTest::newRow("missing") << QByteArray() << 0;
    }
    void A24_retryAfterInAllForms()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, seconds);
        FaultServer server([&](const Exchange &exchange) {
            const QByteArray line = header.isEmpty() ? header : "Retry-After: " + header + "\r\n";
            exchange.answer(429, "Too many requests, please try again later.",
                            "Date: Wed, 21 Oct 2015 07:28:00 GMT\r\n" + line);
        });
        net::Session session(to(server));
        const auto reply = ask(session, request());
        QVERIFY(reply);
        QCOMPARE(reply->status, 429);
        QCOMPARE(reply->retryAfter.value_or(0s).count(), seconds);
        const auto heard = listen(session, request());
        QTRY_VERIFY(heard->end);
        QCOMPARE(heard->end->why, Why::Refused);
        QCOMPARE(heard->end->reply.retryAfter, reply->retryAfter);
    }

    /** Without a Date of the server a date is seen from our own clock. */
    void A24_aDateWithoutTheServersClock()
    {
        FaultServer server([&](const Exchange &exchange) {
            exchange.answer(503, "", "Retry-After: Wed, 21 Oct 2015 07:28:10 GMT\r\n");
        });
        net::Session session(to(server));
        QCOMPARE(ask(session, request())->retryAfter, 1s);
    }

    void A27_theCodeDecides_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("message");
        const QByteArray json("application/json");
        const QByteArray html("text/html");
        QTest::newRow("503 without a word")
            << 503 << QByteArray() << json << Error::Kind::Server << u"the server answered 503 without a word"_s;
        QTest::newRow("500 InternalError")
            << 500
            << QByteArray(
                   R"({"kind":"Status","status":"Failure","reason":"InternalError","message":"boom","code":500})")
            << json << Error::Kind::Server << u"boom"_s;
        QTest::newRow("502 HTML of a load balancer")
            << 502 << QByteArray("<html><h1>502 Bad\x1b[2J Gateway</h1></html>") << html << Error::Kind::Server
            << u"<html><h1>502 Bad[2J Gateway</h1></html>"_s;
        QTest::newRow("504") << 504 << QByteArray("upstream timed out") << QByteArray("text/plain")
                             << Error::Kind::Server << u"upstream timed out"_s;
        QTest::newRow("429 in plain words")
            << 429 << QByteArray("Too many requests, please try again later.") << QByteArray("text/plain")
            << Error::Kind::TooManyRequests << u"Too many requests, please try again later."_s;
        QTest::newRow("a body that says another code")
            << 403 << QByteArray(R"({"kind":"Status","reason":"NotFound","message":"no","code":404})") << json
            << Error::Kind::Forbidden << u"no"_s;
        QTest::newRow("401 HTML") << 401 << QByteArray("<html>login</html>") << html << Error::Kind::Unauthorized
                                  << u"<html>login</html>"_s;
        QTest::newRow("a long page") << 500 << QByteArray(100'000, 'x') << html << Error::Kind::Server
                                     << QString(2048, u'x');
    }
    void A27_theCodeDecides()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(Error::Kind, kind);
        QFETCH(QString, message);
        FaultServer server([&](const Exchange &exchange) {
            exchange.raw("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type +
                         "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        });
        net::Session session(to(server));
        for (const char *verb : {"GET", "POST"}) {
            const auto reply = ask(session, request(verb, verb[0] == 'P' ? "{}" : ""));
            QVERIFY(reply);
            QCOMPARE(reply->status, status);
            const Error error = decode::status(reply->status, reply->body);
            QCOMPARE(error.kind, kind);
            QCOMPARE(error.httpStatus, status);
            QCOMPARE(error.message, message);
        }
        QCOMPARE(server.requests(), 2);
    }

    void A47_warningsAreReadLeniently()
    {
        QByteArray many;
        for (int i = 0; i < 200; ++i)
            many += "Warning: 299 - \"w" + QByteArray::number(i) + ' ' + QByteArray(300, 'x') + "\"\r\n";
        QByteArray headers = many;
        FaultServer server([&](const Exchange &exchange) {
            if (exchange.isWatch()) {
                exchange.open(headers);
                exchange.end();
            } else {
                exchange.answer(exchange.verb == "POST" ? 422 : 200, "{}", headers);
            }
        });
        net::Session session(to(server));
        const auto reply = ask(session, request());
        QVERIFY(reply);
        qsizetype together = 0;
        for (const QString &text : reply->warnings) {
            QVERIFY(text.size() <= 256);
            together += text.size();
        }
        QVERIFY(reply->warnings.size() > 10);
        QVERIFY(together <= 4096);
        QVERIFY(reply->warnings.constFirst().startsWith(u"w0 xxx"_s));
        headers =
            "Warning: 299 - \"a \x07\x1b[31m\xFF\xC3\xA4\\\"q\\\"\", 299 - \"b, c\"\r\nWarning: 199 - \"other\"\r\n"
            "Warning: 299 - \"b, c\"\r\nWarning: 299 - \"open";
        headers += "\r\n";
        const QList<QString> expected = {u"a [31mä\"q\""_s, u"b, c"_s, u"open"_s};
        QCOMPARE(ask(session, request())->warnings, expected);
        QCOMPARE(ask(session, request("POST", "{}"))->warnings, expected);
        net::Request watch = request();
        watch.query.addQueryItem(u"watch"_s, u"1"_s);
        const auto heard = listen(session, watch);
        QTRY_VERIFY(heard->head);
        QCOMPARE(heard->head->warnings, expected);
    }
};

QTEST_GUILESS_MAIN(TestEncoding)
#include "test_encoding.moc"
