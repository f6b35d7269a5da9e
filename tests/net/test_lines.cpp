// SPDX-License-Identifier: Apache-2.0
// Many connections at once, connections that end, connections that are dropped.
#include "asking.h"
#include "net/line/keepalive.h"
#include "net/line/wire.h"

#include <QDir>
#include <QScopeGuard>
#include <QTcpServer>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::Error;
using support::Exchange;
using support::FaultServer;
using Why = net::StreamEnd::Why;

namespace {

net::Request watch()
{
    net::Request one = request();
    one.query.addQueryItem(u"watch"_s, u"1"_s);
    one.quietLimit = 60s;
    return one;
}

template <class Items>
bool allEnded(const Items &items)
{
    return std::ranges::all_of(items, [](const auto &one) { return one->end.has_value(); });
}

template <class Items>
bool allAnswered(const Items &items)
{
    return std::ranges::all_of(items, [](const auto &one) { return one->reply.has_value(); });
}

}  // namespace

class TestLines : public QObject {
    Q_OBJECT

    /** Opens `count` streams and waits until the server has each. */
    static QList<std::shared_ptr<Heard>> open(net::Session &session, int count)
    {
        QList<std::shared_ptr<Heard>> streams;
        for (int i = 0; i < count; ++i)
            streams << listen(session, watch());
        const auto isOpen = [](const auto &one) { return one->head.has_value(); };
        (void)QTest::qWaitFor([&] { return std::ranges::all_of(streams, isOpen); }, 20'000);
        return streams;
    }

    static void answerOrOpen(const Exchange &exchange)
    {
        if (exchange.isWatch())
            exchange.open();
        else
            exchange.answer(200, "{}");
    }

private Q_SLOTS:
    void Q01_sixtyStreamsAndTwentyReadsSideBySide()
    {
        FaultServer server(answerOrOpen, FaultServer::tls(u"server"_s));
        net::Session session(to(server));
        const auto streams = open(session, 60);
        QList<std::shared_ptr<Asked>> reads;
        for (int i = 0; i < 20; ++i)
            reads << start(session, request());
        QTRY_VERIFY_WITH_TIMEOUT(allAnswered(reads), 10'000);
        for (const auto &read : std::as_const(reads))
            QVERIFY(*read->reply);
        QVERIFY(std::ranges::all_of(streams, [](const auto &one) { return one->head && !one->end; }));
        QVERIFY(server.openConnections() <= 60 + 16);
    }

    /** H03 too: a server that wants quiet says so by 429 and closes; that is the caller's to heed. */
    void H05_threeHundredReadsUseSixteenConnections()
    {
        qsizetype most = 0;
        FaultServer *place = nullptr;
        FaultServer server([&](const Exchange &exchange) {
            most = std::max(most, place->openConnections());
            exchange.later(1ms, [](const Exchange &x) {
                x.answer(200, "{\"n\":" + x.query.queryItemValue(u"n"_s).toLatin1() + "}");
            });
        });
        place = &server;
        net::Session session(to(server));
        QList<std::shared_ptr<Asked>> reads;
        for (int i = 0; i < 300; ++i) {
            net::Request read = request();
            read.query.addQueryItem(u"n"_s, QString::number(i));
            reads << start(session, read);
        }
        QTRY_VERIFY_WITH_TIMEOUT(allAnswered(reads), 20'000);
        for (int i = 0; i < 300; ++i)
            QCOMPARE(reads.at(i)->reply->value().body, "{\"n\":" + QByteArray::number(i) + "}");
        QVERIFY2(most <= net::Lines::ReadsAtOnce, qPrintable(QString::number(most)));
        QVERIFY2(server.connections() <= net::Lines::ReadsAtOnce, qPrintable(QString::number(server.connections())));
    }

    void H05_aQueueHasATimeLimit()
    {
        FaultServer server([](const Exchange &) {});
        net::Session session(to(server));
        net::Request impatient = request();
        impatient.limits.total = 300ms;
        QList<std::shared_ptr<Asked>> reads;
        for (int i = 0; i < 300; ++i)
            reads << start(session, impatient);
        QTRY_VERIFY(allAnswered(reads));
        for (const auto &read : std::as_const(reads)) {
            QVERIFY(!*read->reply);
            QCOMPARE(read->reply->error().kind, Error::Kind::Unreachable);
        }
        // what was given up does not stand in the way of what comes
        FaultServer good([](const Exchange &exchange) { exchange.answer(200, "{}"); });
        net::Session other(to(good));
        QVERIFY(ask(other, request()));
    }

    /** A read that is given up, waiting or under way, makes room for the next. */
    void H05_whoGivesUpLeavesTheQueue()
    {
        bool isSilent = true;
        FaultServer server([&](const Exchange &exchange) {
            if (!isSilent)
                exchange.answer(200, "{}");
        });
        net::Session session(to(server));
        QList<std::shared_ptr<Asked>> reads;
        for (int i = 0; i < 40; ++i)
            reads << start(session, request());
        QTRY_COMPARE(server.requests(), net::Lines::ReadsAtOnce);
        isSilent = false;
        for (int i = 0; i < 39; ++i)
            delete reads.at(i)->fetch;
        QTRY_VERIFY(reads.constLast()->reply);
        QVERIFY(*reads.constLast()->reply);
    }

    /** Connections that the server closes after an answer, while others stream: new requests get new connections. */
    void H01_closedConnectionsDisturbNoStream()
    {
        QHash<QTcpSocket *, int> asked;
        QList<Exchange> watches;
        FaultServer server([&](const Exchange &exchange) {
            answerOrOpen(exchange);
            if (exchange.isWatch())
                watches << exchange;
            else
                exchange.hangUp();
        });
        net::Session session(to(server));
        const auto streams = open(session, 50);
        for (int i = 0; i < 20; ++i)
            QVERIFY(ask(session, request(i % 2 == 0 ? "GET" : "POST", i % 2 == 0 ? "" : "{}")));
        QVERIFY(std::ranges::all_of(streams, [](const auto &one) { return !one->end; }));
        for (const Exchange &one : std::as_const(watches))
            one.chunk("{}");
        QTRY_VERIFY(std::ranges::all_of(streams, [](const auto &one) { return one->frames.size() == 1; }));
    }

    /** The connection is closed while it waits for its next request: nobody notices. */
    void H02_aConnectionThatClosedInTheMeantimeIsNotUsed()
    {
        int writes = 0;
        bool closes = false;
        FaultServer server([&](const Exchange &exchange) {
            writes += exchange.verb == "POST" ? 1 : 0;
            // an idle connection dies at the very moment it gets a request
            if (closes && exchange.verb == "GET" && exchange.number % 2 == 1)
                exchange.hangUp();
            else
                exchange.answer(200, "{}");
        });
        net::Session session(to(server));
        for (int i = 0; i < 10; ++i) {
            closes = i % 2 == 1;
            QVERIFY(ask(session, request()));
            server.closeAll(i % 3 == 0);
            QVERIFY(ask(session, request("POST", "{}")));
        }
        QCOMPARE(writes, 10);
    }

    void H04_aResetStreamIsBrokenAndOthersGoOn()
    {
        QList<Exchange> watches;
        FaultServer server([&](const Exchange &exchange) {
            exchange.open();
            exchange.chunk("{}");
            watches << exchange;
        });
        net::Session session(to(server));
        const auto streams = open(session, 10);
        QCOMPARE(watches.size(), 10);
        watches.constFirst().reset();
        QTRY_COMPARE(std::ranges::count_if(streams, [](const auto &one) { return one->end.has_value(); }), 1);
        const auto broken = std::ranges::find_if(streams, [](const auto &one) { return one->end.has_value(); });
        QCOMPARE((*broken)->end->why, Why::Broken);
        QCOMPARE((*broken)->frames, {"{}"});
    }

    void H08_giantHeadersEndTheConnection()
    {
        FaultServer server([](const Exchange &exchange) {
            exchange.raw("HTTP/1.1 200 OK\r\n" +
                         QByteArray("X-Long: " + QByteArray(1000, 'a') + "\r\n").repeated(1100) + "\r\n{}");
        });
        net::Session session(to(server));
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Protocol);
        VERIFY_SAYS(reply.error(), u"256 KiB"_s);
        QVERIFY(reply.error().message.size() < 300);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void H09_twoHundredStreamsClosedAtOnce()
    {
        QList<Exchange> watches;
        FaultServer server([&](const Exchange &exchange) {
            answerOrOpen(exchange);
            if (exchange.isWatch())
                watches << exchange;
        });
        net::Session session(to(server));
        auto streams = open(session, 210);
        QVERIFY(std::ranges::all_of(streams, [](const auto &one) { return one->head.has_value(); }));
        for (int i = 0; i < 200; ++i)
            delete streams.at(i)->stream;
        for (const Exchange &one : std::as_const(watches)) {
            if (one.socket)
                one.chunk("{}");
        }
        QVERIFY(ask(session, request()));
        QTRY_VERIFY(server.openConnections() <= 11);
        for (int i = 200; i < 210; ++i)
            QTRY_COMPARE(streams.at(i)->frames.size(), 1);
        for (int i = 0; i < 200; ++i)
            QVERIFY(streams.at(i)->frames.isEmpty());
    }

    void H10_a401ThatClosesTouchesNobodyElse()
    {
        QList<Exchange> watches;
        FaultServer server([&](const Exchange &exchange) {
            if (exchange.isWatch()) {
                exchange.open();
                watches << exchange;
            } else if (exchange.url.path() == "/secret"_L1) {
                exchange.answer(401, "{\"code\":401}", "Connection: close\r\n");
                exchange.hangUp();
            } else {
                exchange.answer(200, "{}");
            }
        });
        net::Session session(to(server));
        const auto streams = open(session, 5);
        QVERIFY(ask(session, request()));
        net::Request secret = request();
        secret.path = u"/secret"_s;
        const auto refused = start(session, secret);
        const auto fine = start(session, request());
        QTRY_VERIFY(refused->reply && fine->reply);
        QCOMPARE(refused->reply->value().status, 401);
        QCOMPARE(fine->reply->value().status, 200);
        QCOMPARE(ask(session, request())->status, 200);
        for (const Exchange &one : std::as_const(watches))
            one.chunk("{}");
        QTRY_VERIFY(std::ranges::all_of(streams, [](const auto &one) { return one->frames.size() == 1 && !one->end; }));
    }

    void H11_interimAnswersAndTrailersDoNotSpoilTheNext()
    {
        FaultServer server([&](const Exchange &exchange) {
            exchange.raw("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n");
            exchange.open("Trailer: X-A\r\n");
            exchange.chunk("{\"n\":" + QByteArray::number(exchange.number) + "}");
            exchange.end("X-A: 1\r\nX-Trap: HTTP/1.1 500\r\nX-B: 2\r\n");
        });
        net::Session session(to(server));
        for (int i = 0; i < 5; ++i) {
            const auto reply = ask(session, request());
            QVERIFY2(reply, reply ? "" : qPrintable(reply.error().message));
            QCOMPARE(reply->status, 200);
            QCOMPARE(reply->body, "{\"n\":" + QByteArray::number(i) + "}");
        }
        QCOMPARE(server.connections(), 1);
    }

    void H11_anUnaskedAnswerIsNotTakenForTheNext()
    {
        FaultServer server([&](const Exchange &exchange) {
            exchange.raw(Exchange::bytesOf(200, "{\"n\":1}") + Exchange::bytesOf(200, "{\"pushed\":1}"));
        });
        net::Session session(to(server));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(ask(session, request())->body, "{\"n\":1}");
        QCOMPARE(server.connections(), 3);
    }

    void H12_aFloodOfTinyChunksOverASocket()
    {
        FaultServer server([&](const Exchange &exchange) {
            exchange.open();
            exchange.raw(QByteArray("1\r\n\n\r\n").repeated(300'000));
            exchange.chunk("{\"a\":1}");
            exchange.end();
        });
        net::Session session(to(server));
        const auto heard = listen(session, request());
        QTRY_VERIFY_WITH_TIMEOUT(heard->end, 20'000);
        QCOMPARE(heard->end->why, Why::Closed);
        QCOMPARE(heard->frames, {"{\"a\":1}"});
    }

    /** N07, N08: the kernel gives a silent peer up after 15 + 3 x 5 s; a half-open line needs a packet filter to try.
     */
    void N07_theKernelWatchesOverEachConnection()
    {
        FaultServer server(answerOrOpen, FaultServer::tls(u"server"_s));
        net::Session session(to(server));
        const auto streams = open(session, 3);
        QVERIFY(ask(session, request()));
        int seen = 0;
        for (const QString &entry :
             QDir(u"/proc/self/fd"_s).entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot)) {
            const int descriptor = entry.toInt();
            sockaddr_in peer{};
            socklen_t length = sizeof peer;
            if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &length) != 0 ||
                peer.sin_family != AF_INET || ntohs(peer.sin_port) != server.serverPort())
                continue;
            ++seen;
            const auto option = [&](int level, int name) {
                int value = -1;
                socklen_t size = sizeof value;
                ::getsockopt(descriptor, level, name, &value, &size);
                return value;
            };
            QCOMPARE(option(SOL_SOCKET, SO_KEEPALIVE), 1);
            QCOMPARE(option(IPPROTO_TCP, TCP_USER_TIMEOUT), 30'000);
            QCOMPARE(option(IPPROTO_TCP, TCP_KEEPIDLE), 15);
            QCOMPARE(option(IPPROTO_TCP, TCP_KEEPINTVL), 5);
            QCOMPARE(option(IPPROTO_TCP, TCP_KEEPCNT), 3);
            QCOMPARE(option(IPPROTO_TCP, TCP_NODELAY), 1);
        }
        QCOMPARE(seen, 4);
    }

    void N14_forgettingClosesWhatIsIdleAndLetsTheOthersEnd()
    {
        std::optional<Exchange> late;
        FaultServer server([&](const Exchange &exchange) {
            if (exchange.url.path() == "/late"_L1)
                late = exchange;
            else
                answerOrOpen(exchange);
        });
        net::Session session(to(server));
        const auto streams = open(session, 3);
        QVERIFY(ask(session, request()));
        net::Request slow = request();
        slow.path = u"/late"_s;
        const auto asked = start(session, slow);
        QTRY_VERIFY(late);
        const auto second = ask(session, request());
        QVERIFY(second);
        QCOMPARE(server.openConnections(), 5);
        session.forgetConnections();
        QTRY_COMPARE(server.openConnections(), 4);
        late->answer(200, "{\"late\":1}");
        QTRY_VERIFY(asked->reply);
        QCOMPARE(asked->reply->value().body, "{\"late\":1}");
        QTRY_COMPARE(server.openConnections(), 3);  // an old connection is not kept
        const int before = server.connections();
        QVERIFY(ask(session, request()));
        QCOMPARE(server.connections(), before + 1);
        QVERIFY(std::ranges::all_of(streams, [](const auto &one) { return !one->end; }));
    }

    void N14_forgettingAllEndsStreamsAndReadsAtOnce()
    {
        FaultServer server([&](const Exchange &exchange) {
            if (exchange.isWatch()) {
                exchange.open();
                exchange.chunk("{}");
            } else if (exchange.url.path() != "/late"_L1) {
                exchange.answer(200, "{}");
            }
        });
        net::Session session(to(server));
        const auto streams = open(session, 20);
        net::Request slow = request();
        slow.path = u"/late"_s;
        const auto read = start(session, slow);
        slow.verb = "POST";
        slow.body = "{}";
        const auto write = start(session, slow);
        QTRY_COMPARE(server.requests(), 22);
        session.forgetConnections(net::Session::Drop::All);
        QVERIFY2(!read->reply && !streams.constFirst()->end, "not from within the call");
        const auto after = start(session, request());
        QTRY_VERIFY(allEnded(streams) && read->reply && write->reply && after->reply);
        for (const auto &one : streams) {
            QCOMPARE(one->end->why, Why::Broken);
            QCOMPARE(one->end->error.kind, Error::Kind::Unreachable);
        }
        QCOMPARE(read->reply->error().kind, Error::Kind::Unreachable);
        VERIFY_SAYS(write->reply->error(), u"may or may not"_s);
        QVERIFY2(*after->reply, "what is asked afterwards has a new connection");
        QTRY_COMPARE(server.openConnections(), 1);
    }

    void N33_withoutDescriptorsThereIsAnErrorAndNoCrash()
    {
        FaultServer server(answerOrOpen);
        net::Session session(to(server));
        QVERIFY(ask(session, request()));
        session.forgetConnections();
        QTRY_COMPARE(server.openConnections(), 0);
        const int free = ::open("/dev/null", O_RDONLY);
        ::close(free);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        const auto restore = qScopeGuard([&] { ::setrlimit(RLIMIT_NOFILE, &before); });
        rlimit tight = before;
        tight.rlim_cur = static_cast<rlim_t>(free) + 6;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &tight), 0);
        QList<std::shared_ptr<Asked>> asked;
        for (int i = 0; i < 20; ++i)
            asked << start(session, request(i % 2 == 0 ? "GET" : "POST", i % 2 == 0 ? "" : "{}"));
        const auto heard = listen(session, watch());
        QTRY_VERIFY(allAnswered(asked) && heard->end);
        for (const auto &one : std::as_const(asked)) {
            QVERIFY(!*one->reply);
            QCOMPARE(one->reply->error().kind, Error::Kind::Unreachable);
            VERIFY_SAYS(one->reply->error(), u"no socket left"_s);
            QVERIFY2(!one->reply->error().message.contains(u"may or may not"_s), "nothing was sent");
        }
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        QVERIFY(ask(session, request()));
    }

    void N34_addresses_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("IPv6") << u"https://[2001:db8::1]:6443"_s << QByteArray("[2001:db8::1]:6443");
        QTest::newRow("IPv6 without a port") << u"https://[2001:db8::1]"_s << QByteArray("[2001:db8::1]");
        QTest::newRow("IPv6 with a zone") << u"https://[fe80::1%25eth0]:6443"_s << QByteArray("[fe80::1]:6443");
        QTest::newRow("a name") << u"https://API.example:6443"_s << QByteArray("api.example:6443");
        QTest::newRow("a name of Unicode") << u"https://b\u00fccher.example"_s << QByteArray("xn--bcher-kva.example");
    }
    void N34_addresses()
    {
        QFETCH(QString, server);
        QFETCH(QByteArray, host);
        config::Connection connection;
        connection.server = QUrl(server);
        const auto bytes = net::bytesOf(request(), connection, {}, {});
        QVERIFY(bytes);
        QVERIFY2(bytes->contains("\r\nHost: " + host + "\r\n"), bytes->constData());
    }

    void N34_anIpv6ServerIsReached()
    {
        QTcpServer server;
        if (!server.listen(QHostAddress::LocalHostIPv6))
            QSKIP("this machine has no IPv6");
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket *const socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(Exchange::bytesOf(200, "{}")); });
        });
        config::Connection connection;
        connection.server = QUrl(u"http://[::1]:%1"_s.arg(server.serverPort()));
        net::Session session(connection);
        QVERIFY(ask(session, request()));
    }

    void N34_otherAddressesAreRefused_data()
    {
        QTest::addColumn<QString>("server");
        for (const char *bad : {"unix:///var/run/api.sock", "ftp://host.example", "https://", "host.example:6443", "",
                                "https://jane:canary@host.example"})
            QTest::newRow(bad) << QString::fromLatin1(bad);
    }
    void N34_otherAddressesAreRefused()
    {
        QFETCH(QString, server);
        config::Connection connection;
        connection.server = QUrl(server);
        net::Session session(connection);
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Config);
        QVERIFY(!reply.error().message.contains(u"canary"_s));
    }
};

QTEST_GUILESS_MAIN(TestLines)
#include "test_lines.moc"
