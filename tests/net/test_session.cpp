// SPDX-License-Identifier: Apache-2.0
#include "net/fetch.h"
#include "net/session.h"
#include "net/watchstream.h"
#include "support/faultserver.h"

#include <QSslSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using kube::Error;
using support::Exchange;
using support::FaultServer;

namespace {

config::Connection to(const FaultServer &server, const QString &ca = u"ca"_s)
{
    config::Connection connection;
    connection.server = server.url();
    connection.hasCustomCa = true;
    connection.ca = QSslCertificate::fromPath(QStringLiteral(TEST_DATA "/tls/") + ca + u".pem"_s);
    return connection;
}

net::Request request(const QByteArray &verb = "GET", const QByteArray &body = {})
{
    net::Request request;
    request.verb = verb;
    request.path = u"/api"_s;
    request.contentType = "application/json";
    request.body = body;
    return request;
}

}  // namespace

class TestSession : public QObject {
    Q_OBJECT

    static kube::Result<net::Reply> ask(net::Session &session, const net::Request &request)
    {
        std::optional<kube::Result<net::Reply>> answer;
        QObject context;
        net::Fetch *const fetch = session.fetch(request, &session);
        connect(fetch, &net::Fetch::finished, &context, [&](const kube::Result<net::Reply> &reply) { answer = reply; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20000); }();
        return answer.value_or(kube::Result<net::Reply>(net::Reply{}));
    }

private Q_SLOTS:
    void asksAsItShould()
    {
        Exchange seen;
        FaultServer server(
            [&](const Exchange &exchange) {
                seen = exchange;
                exchange.answer(200, "{}",
                                "Date: Tue, 15 Nov 1994 08:12:31 GMT\r\nWarning: 299 - \"old\"\r\n"
                                "Set-Cookie: a=b\r\n");
            },
            FaultServer::tls(u"server"_s));
        config::Connection connection = to(server);
        connection.token = u"abc"_s;
        connection.impersonate = {u"jane"_s, {}, {u"g1"_s, u"g2"_s}, {}};
        net::Session session(connection);
        const auto reply = ask(session, request());
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().message));
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->body, "{}");
        QCOMPARE(reply->warnings, {u"old"_s});
        QCOMPARE(reply->date.toRfc3339(), u"1994-11-15T08:12:31Z"_s);
        QVERIFY(seen.headers.value("user-agent").startsWith("gantry/"));
        QCOMPARE(seen.headers.value("authorization"), "Bearer abc");
        QCOMPARE(seen.headers.value("impersonate-user"), "jane");
        QVERIFY(ask(session, request()));
        QVERIFY(!seen.headers.contains("cookie"));
        QCOMPARE(server.connections(), 1);
    }

    void presentsTheClientCertificate()
    {
        QString subject;
        FaultServer server(
            [&](const Exchange &exchange) {
                const QSslCertificate peer = qobject_cast<QSslSocket *>(exchange.socket)->peerCertificate();
                subject = peer.subjectInfo(QSslCertificate::CommonName).join(u","_s);
                exchange.answer(200, "{}");
            },
            FaultServer::tls(u"server"_s));
        config::Connection connection = to(server);
        const QSslConfiguration client = FaultServer::tls(u"client"_s);
        connection.clientChain = client.localCertificateChain();
        connection.clientKey = client.privateKey();
        net::Session session(connection);
        QVERIFY(ask(session, request()));
        QCOMPARE(subject, u"gantry-tester"_s);
    }

    void explainsBadCertificates_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("ca");
        QTest::addColumn<QString>("message");
        QTest::newRow("wrong CA") << u"server"_s << u"stranger"_s
                                  << u"is signed by unknown authority \"Gantry test authority\""_s;
        QTest::newRow("expired")
            << u"expired"_s << u"ca"_s
            << u"certificate of \"old server\" (issued by \"Gantry test authority\") expired at 2021-01-01T00:00:00Z"_s;
        QTest::newRow("other name") << u"othername"_s << u"ca"_s
                                    << u"certificate is valid for elsewhere.example, not 127.0.0.1"_s;
    }
    void explainsBadCertificates()
    {
        QFETCH(QString, server);
        QFETCH(QString, ca);
        QFETCH(QString, message);
        int asked = 0;
        FaultServer bad([&](const Exchange &) { ++asked; }, FaultServer::tls(server));
        net::Session session(to(bad, ca));
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Tls);
        QVERIFY2(reply.error().message.contains(message), qPrintable(reply.error().message));
        QCOMPARE(asked, 0);
    }

    void honoursServerNameAndInsecure()
    {
        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); },
                           FaultServer::tls(u"othername"_s));
        config::Connection named = to(server);
        named.tlsServerName = u"elsewhere.example"_s;
        net::Session withName(named);
        QVERIFY(ask(withName, request()));
        config::Connection blind = to(server, u"stranger"_s);
        blind.insecure = true;
        net::Session withoutCheck(blind);
        QVERIFY(ask(withoutCheck, request()));
    }

    void saysThatNobodyListens()
    {
        config::Connection connection;
        {
            FaultServer gone([](const Exchange &) {});
            connection.server = gone.url();
        }
        net::Session session(connection);
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Unreachable);
        QVERIFY(reply.error().message.endsWith(u"was refused - did you specify the right host or port?"_s));
    }

    void doesNotFollowRedirectsNorSendTokensInTheClear()
    {
        int asked = 0;
        QByteArray authorization;
        FaultServer server([&](const Exchange &exchange) {
            ++asked;
            authorization = exchange.headers.value("authorization");
            exchange.answer(302, {}, "Location: /elsewhere\r\n");
        });
        config::Connection connection = to(server);
        connection.token = u"abc"_s;
        net::Session session(connection);
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Protocol);
        QCOMPARE(reply.error().httpStatus, 302);
        QCOMPARE(asked, 1);
        QVERIFY(authorization.isEmpty());
    }

    void givesEveryStatusAsAReply()
    {
        for (const int status : {401, 403, 404, 409, 410, 422, 429, 500, 503}) {
            FaultServer server(
                [&](const Exchange &exchange) { exchange.answer(status, "{\"x\":1}", "Retry-After: 7\r\n"); });
            net::Session session(to(server));
            const auto reply = ask(session, request());
            QVERIFY2(reply, qPrintable(QString::number(status)));
            QCOMPARE(reply->status, status);
            QCOMPARE(reply->body, "{\"x\":1}");
            QCOMPARE(reply->retryAfter, std::chrono::seconds(7));
        }
    }

    /** The layer below repeats requests on a dropped connection; a write must reach the server once. */
    void sendsAWriteOnce_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<bool>("reset");
        QTest::addColumn<bool>("partial");
        for (const char *verb : {"POST", "PATCH", "DELETE", "PUT"}) {
            QTest::addRow("%s closed", verb) << QByteArray(verb) << false << false;
            QTest::addRow("%s reset", verb) << QByteArray(verb) << true << false;
            QTest::addRow("%s half an answer", verb) << QByteArray(verb) << false << true;
        }
    }
    void sendsAWriteOnce()
    {
        QFETCH(QByteArray, verb);
        QFETCH(bool, reset);
        QFETCH(bool, partial);
        int asked = 0;
        FaultServer server([&](const Exchange &exchange) {
            if (exchange.verb == "GET") {
                exchange.answer(200, "{}");
                return;
            }
            ++asked;
            if (partial)
                exchange.raw("HTTP/1.1 201");
            if (reset)
                exchange.socket->abort();
            else
                exchange.hangUp();
        });
        net::Session session(to(server));
        QVERIFY(ask(session, request()));  // a warm connection is the trap
        const auto reply = ask(session, request(verb, "{\"a\":1}"));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Unreachable);
        QVERIFY2(reply.error().mayBeDone, qPrintable(reply.error().message));
        QVERIFY(ask(session, request()));
        QCOMPARE(asked, 1);
    }

    void bringsTheWholeBodyOfAWrite()
    {
        QByteArray body;
        FaultServer server([&](const Exchange &exchange) {
            body = exchange.body;
            exchange.answer(201, "{}");
        });
        net::Session session(to(server));
        const QByteArray big(300'000, 'x');
        QCOMPARE(ask(session, request("POST", big))->status, 201);
        QCOMPARE(body, big);
    }

    void streamsFramesHoweverTheyAreCut()
    {
        FaultServer server([](const Exchange &exchange) {
            exchange.open();
            exchange.chunk("{\"a\":");
            exchange.chunk("1}\n{\"b\":2}");
            exchange.end();
        });
        net::Session session(to(server));
        QList<QByteArray> frames;
        std::optional<net::StreamEnd> end;
        net::WatchStream *const stream = session.stream(request(), this);
        connect(stream, &net::WatchStream::frame, this, [&](QByteArrayView json) { frames << json.toByteArray(); });
        connect(stream, &net::WatchStream::ended, this, [&](const net::StreamEnd &e) { end = e; });
        QTRY_VERIFY(end);
        QCOMPARE(frames, (QList<QByteArray>{"{\"a\":1}", "{\"b\":2}"}));
        QCOMPARE(end->why, net::StreamEnd::Why::Closed);
    }

    void tellsHowAStreamEnded_data()
    {
        using Why = net::StreamEnd::Why;
        QTest::addColumn<std::function<void(const Exchange &)>>("script");
        QTest::addColumn<Why>("why");
        const auto row = [](const char *name, std::function<void(const Exchange &)> script, Why why) {
            QTest::newRow(name) << std::move(script) << why;
        };
        row(
            "cut in a frame",
            [](const Exchange &x) {
                x.open();
                x.chunk("{\"a\":");
                x.hangUp();
            },
            Why::Broken);
        row(
            "ended in a frame",
            [](const Exchange &x) {
                x.open();
                x.chunk("{\"a\":");
                x.end();
            },
            Why::Broken);
        row(
            "reset",
            [](const Exchange &x) {
                x.open();
                x.chunk("{}");
                x.hangUp();
            },
            Why::Broken);
        row(
            "html",
            [](const Exchange &x) {
                x.open();
                x.chunk("<html>");
            },
            Why::Garbled);
        row("refused", [](const Exchange &x) { x.answer(410, "{}"); }, Why::Refused);
        row("not found", [](const Exchange &x) { x.answer(404, "{}"); }, Why::Refused);
    }
    void tellsHowAStreamEnded()
    {
        QFETCH(std::function<void(const Exchange &)>, script);
        QFETCH(net::StreamEnd::Why, why);
        FaultServer server(script);
        net::Session session(to(server));
        std::optional<net::StreamEnd> end;
        connect(session.stream(request(), &session), &net::WatchStream::ended, &session,
                [&](const net::StreamEnd &e) { end = e; });
        QTRY_VERIFY(end);
        QCOMPARE(end->why, why);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
