// SPDX-License-Identifier: Apache-2.0
// Servers and networks that take their time: limits are small here and long in life.
#include "asking.h"
#include "net/line/dial.h"
#include "support/faults/blackhole.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::Error;
using support::BlackHole;
using support::Exchange;
using support::FaultServer;
using Why = net::StreamEnd::Why;

class TestSlow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void limitsInLifeAreThoseOfTheSpecification()
    {
        const net::Limits limits;
        QCOMPARE(limits.connect, 30s);
        QCOMPARE(limits.head, 30s);
        QCOMPARE(limits.frame, 60s);
        QCOMPARE(limits.total, 60s);
    }

    void N02_aBlackHoleIsGivenUpInTime()
    {
        const BlackHole hole;
        config::Connection connection;
        connection.server = hole.url();
        net::Session session(connection);
        net::Request impatient = request();
        impatient.limits.connect = 150ms;
        const auto heard = listen(session, impatient);
        const auto asked = start(session, impatient);
        QTRY_VERIFY(asked->reply && heard->end);
        QVERIFY(!*asked->reply);
        QCOMPARE(asked->reply->error().kind, Error::Kind::Unreachable);
        VERIFY_SAYS(asked->reply->error(), u"did not accept a connection within 150 ms"_s);
        QVERIFY2(asked->took >= 100, qPrintable(QString::number(asked->took)));
        QCOMPARE(heard->end->why, Why::Failed);
        impatient.verb = "POST";
        const auto write = ask(session, impatient);
        QVERIFY(!write);
        QVERIFY2(!write.error().message.contains(u"may or may not"_s), "it was never sent");
    }

    void N02_theNextAddressGetsItsTurn()
    {
        FaultServer server([](const Exchange &) {});
        const BlackHole hole(2, server.serverPort());
        net::Route route;
        route.server = server.url();
        QElapsedTimer since;
        since.start();
        net::Dial dial(route, this, this);
        QString reached;
        connect(&dial, &net::Dial::opened, this,
                [&](QSslSocket *socket) { reached = socket->peerAddress().toString(); });
        dial.race({QHostAddress(u"127.0.0.2"_s), QHostAddress(u"127.0.0.1"_s)});
        QTRY_COMPARE(reached, u"127.0.0.1"_s);
        QVERIFY(since.elapsed() >= 200);
    }

    void N02_addressFamiliesTakeTurns()
    {
        const QHostAddress a6(u"2001:db8::1"_s);
        const QHostAddress b6(u"2001:db8::2"_s);
        const QHostAddress a4(u"192.0.2.1"_s);
        QCOMPARE(net::inTurns({a6, b6, a4}), (QList<QHostAddress>{a6, a4, b6}));
        QVERIFY(net::inTurns({}).isEmpty());
    }

    /** `localhost` has an IPv6 address too on most machines, where nobody listens. */
    void N02_aRefusingAddressIsPassedOver()
    {
        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); });
        config::Connection connection;
        connection.server = server.url(u"localhost"_s);
        net::Session session(connection);
        QVERIFY(ask(session, request()));
    }

    void N03_manyAddressesThatRefuseAreAllTried()
    {
        quint16 port = 0;
        {
            const FaultServer gone([](const Exchange &) {});
            port = gone.serverPort();
        }
        QList<QHostAddress> addresses;
        for (quint32 last = 1; last <= 50; ++last)
            addresses << QHostAddress(0x7f000000 + last);
        FaultServer server([](const Exchange &) {});
        net::Route route;
        route.server = QUrl(u"http://many.example:%1"_s.arg(port));
        net::Dial dial(route, this, this);
        std::optional<Error> error;
        connect(&dial, &net::Dial::failed, this, [&](const Error &e) { error = e; });
        dial.race(addresses);
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Unreachable);
        VERIFY_SAYS(*error, u"many.example"_s);
    }

    void N03_anUnknownNameIsNamed()
    {
        config::Connection connection;
        connection.server = QUrl(u"https://no-such-cluster.invalid:6443"_s);
        net::Session session(connection);
        net::Request impatient = request();
        impatient.limits.connect = 5s;
        const auto asked = start(session, impatient);
        QVERIFY2(!asked->reply, "the look-up must not block");
        QTRY_VERIFY_WITH_TIMEOUT(asked->reply, 10'000);
        QVERIFY(!*asked->reply);
        QCOMPARE(asked->reply->error().kind, Error::Kind::Unreachable);
        VERIFY_SAYS(asked->reply->error(), u"no-such-cluster.invalid"_s);
    }

    /** N07, N08: what the kernel cannot see, the limit for the head ends; a write has an unknown outcome then. */
    void N08_aPeerThatVanishedEndsAWrite()
    {
        FaultServer server([](const Exchange &) {});
        net::Session session(to(server));
        net::Request impatient = request("POST", "{}");
        impatient.headLimit = 150ms;
        const auto asked = start(session, impatient);
        QTRY_VERIFY(asked->reply);
        QVERIFY(!*asked->reply);
        QCOMPARE(asked->reply->error().kind, Error::Kind::Unreachable);
        VERIFY_SAYS(asked->reply->error(), u"did not answer in time"_s);
        VERIFY_SAYS(asked->reply->error(), u"may or may not have been carried out"_s);
        QCOMPARE(server.requests(), 1);
    }

    /** H07: the peer does not read a large body. */
    void H07_aWriteThatIsNotReadEnds()
    {
        const BlackHole unused;
        QTcpServer deaf;
        deaf.listen(QHostAddress::LocalHost);
        QTcpSocket *peer = nullptr;
        connect(&deaf, &QTcpServer::newConnection, this, [&] {
            peer = deaf.nextPendingConnection();
            peer->setReadBufferSize(1);
        });
        config::Connection connection;
        connection.server = QUrl(u"http://127.0.0.1:%1"_s.arg(deaf.serverPort()));
        net::Session session(connection);
        net::Request large = request("POST", QByteArray(32 * 1024 * 1024, 'x'));
        large.headLimit = 200ms;
        const auto reply = ask(session, large);
        QVERIFY(!reply);
        VERIFY_SAYS(reply.error(), u"may or may not have been carried out"_s);
    }

    void N09_slowHeadersEnd()
    {
        const QByteArray answer = Exchange::bytesOf(200, "{}");
        FaultServer server([&](const Exchange &exchange) { exchange.slices(answer, 1, 20ms); });
        net::Session session(to(server));
        net::Request impatient = request();
        impatient.headLimit = 150ms;
        const auto heard = listen(session, impatient);
        const auto asked = start(session, impatient);
        QTRY_VERIFY(asked->reply && heard->end);
        QVERIFY(!*asked->reply);
        VERIFY_SAYS(asked->reply->error(), u"did not answer in time (150 ms)"_s);
        QCOMPARE(heard->end->why, Why::Failed);
        QCOMPARE(server.requests(), 2);
        QTRY_COMPARE(server.openConnections(), 0);
    }

    void N10_aSlowEventIsDropped()
    {
        FaultServer server([&](const Exchange &exchange) {
            exchange.open();
            exchange.chunk("{\"whole\":1}\n");
            QByteArray drops;
            for (int i = 0; i < 500; ++i)
                drops += "1\r\n" + QByteArray(i == 0 ? "{" : " ") + "\r\n";
            exchange.slices(drops, 6, 10ms);
        });
        net::Session session(to(server));
        net::Request impatient = request();
        impatient.limits.frame = 150ms;
        const auto heard = listen(session, impatient);
        QTRY_VERIFY(heard->end);
        QCOMPARE(heard->frames, {"{\"whole\":1}"});
        QCOMPARE(heard->end->why, Why::Broken);
        VERIFY_SAYS(heard->end->error, u"did not finish an object within 150 ms"_s);
    }

    /** Slow, but each event is whole in time: that is a healthy watch. */
    void N10_manySlowEventsAreFine()
    {
        FaultServer server([&](const Exchange &exchange) {
            exchange.open();
            exchange.slices(QByteArray("1\r\n{\r\n1\r\n}\r\n").repeated(30), 6, 10ms,
                            [](const Exchange &x) { x.end(); });
        });
        net::Session session(to(server));
        net::Request impatient = request();
        impatient.limits.frame = 300ms;
        const auto heard = listen(session, impatient);
        QTRY_VERIFY(heard->end);
        QCOMPARE(heard->end->why, Why::Closed);
        QCOMPARE(heard->frames.size(), 30);
        QVERIFY(heard->took > 300);
    }

    void N11_aSlowAnswerThatMovesIsAwaited()
    {
        const QByteArray answer = Exchange::bytesOf(200, QByteArray(4000, ' ') + "{}");
        FaultServer server([&](const Exchange &exchange) { exchange.slices(answer, 100, 10ms); });
        net::Session session(to(server));
        net::Request patient = request();
        patient.quietLimit = 250ms;
        const auto asked = start(session, patient);
        QTRY_VERIFY(asked->reply);
        QVERIFY(*asked->reply);
        QVERIFY(asked->took > 300);
        QVERIFY(asked->progress.size() > 10);
        QVERIFY(std::ranges::is_sorted(asked->progress));
        QCOMPARE(asked->progress.constLast(), 4002);
    }

    void N11_theUserCanCancel()
    {
        FaultServer server([](const Exchange &exchange) {
            exchange.slices(Exchange::bytesOf(200, QByteArray(40'000, ' ')), 10, 5ms);
        });
        net::Session session(to(server));
        const auto asked = start(session, request());
        QTRY_VERIFY(!asked->progress.isEmpty());
        delete asked->fetch;
        QTRY_COMPARE(server.openConnections(), 0);
        QVERIFY(!asked->reply);
    }

    void N11_anAnswerHasAnEnd_data()
    {
        QTest::addColumn<int>("gap");
        QTest::addColumn<QString>("message");
        QTest::newRow("quiet") << 1000 << u"sent nothing for 150 ms"_s;
        QTest::newRow("never whole") << 10 << u"did not finish its answer within 400 ms"_s;
    }
    void N11_anAnswerHasAnEnd()
    {
        QFETCH(int, gap);
        QFETCH(QString, message);
        FaultServer server([&](const Exchange &exchange) {
            exchange.slices(Exchange::bytesOf(200, QByteArray(40'000, ' ')), 100, std::chrono::milliseconds(gap));
            exchange.raw(Exchange::bytesOf(200, QByteArray(40'000, ' ')).first(100));
        });
        net::Session session(to(server));
        net::Request impatient = request();
        impatient.quietLimit = 150ms;
        impatient.limits.total = 400ms;
        const auto asked = start(session, impatient);
        QTRY_VERIFY(asked->reply);
        QVERIFY(!*asked->reply);
        VERIFY_SAYS(asked->reply->error(), message);
    }

    /** Slow answers out of order and lost connections: each write arrives once, every read has its own answer. */
    void N12_latencyMixesNothingUp()
    {
        QHash<QByteArray, int> writes;
        FaultServer server([&](const Exchange &exchange) {
            if (exchange.verb != "GET") {
                ++writes[exchange.body];
                exchange.later(40ms, [](const Exchange &x) { x.answer(201, x.body); });
                return;
            }
            const int number = exchange.query.queryItemValue(u"n"_s).toInt();
            if (exchange.number % 20 == 19)
                exchange.reset();
            else
                exchange.later(std::chrono::milliseconds(20 + number * 7 % 50), [number](const Exchange &x) {
                    x.answer(200, "{\"n\":" + QByteArray::number(number) + "}");
                });
        });
        net::Session session(to(server));
        QList<std::shared_ptr<Asked>> reads;
        QList<std::shared_ptr<Asked>> posts;
        for (int i = 0; i < 60; ++i) {
            net::Request read = request();
            read.query.addQueryItem(u"n"_s, QString::number(i));
            reads << start(session, read);
            if (i % 6 == 0)
                posts << start(session, request("POST", "{\"w\":" + QByteArray::number(i) + "}"));
        }
        const auto isDone = [](const std::shared_ptr<Asked> &one) { return one->reply.has_value(); };
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(reads, isDone) && std::ranges::all_of(posts, isDone), 10'000);
        for (int i = 0; i < reads.size(); ++i) {
            QVERIFY(*reads.at(i)->reply);
            QCOMPARE(reads.at(i)->reply->value().body, "{\"n\":" + QByteArray::number(i) + "}");
        }
        QCOMPARE(writes.size(), posts.size());
        QVERIFY(std::ranges::all_of(writes, [](int times) { return times == 1; }));
    }
};

QTEST_GUILESS_MAIN(TestSlow)
#include "test_slow.moc"
