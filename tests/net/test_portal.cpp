// SPDX-License-Identifier: Apache-2.0
// Answers that no API server gave: captive portals, redirects, empty bodies.
#include "asking.h"

using namespace Qt::StringLiterals;
using kube::Error;
using support::Exchange;
using support::FaultServer;
using Script = FaultServer::Script;

Q_DECLARE_METATYPE(Script)

class TestPortal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void N16_aCaptivePortalIsNamed_data()
    {
        QTest::addColumn<Script>("script");
        const auto row = [](const char *name, Script script) { QTest::newRow(name) << std::move(script); };
        row("HTML", [](const Exchange &x) {
            x.raw(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 13\r\n\r\n<html></html>");
        });
        row("HTML that says it is JSON", [](const Exchange &x) { x.answer(200, "\r\n <!DOCTYPE html><html>"); });
        row("HTML with 511", [](const Exchange &x) {
            x.raw("HTTP/1.1 511 Login\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>");
        });
        row("redirect to http",
            [](const Exchange &x) { x.answer(302, {}, "Location: http://login.portal.example/\r\n"); });
    }
    void N16_aCaptivePortalIsNamed()
    {
        QFETCH(Script, script);
        FaultServer server(script, FaultServer::tls(u"server"_s));
        config::Connection connection = to(server);
        connection.token = u"canary"_s;
        net::Session session(connection);
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Protocol);
        VERIFY_SAYS(reply.error(), u"127.0.0.1"_s);
        VERIFY_SAYS(reply.error(), u"captive portal?"_s);
        QVERIFY(!reply.error().message.contains(u"canary"_s));
        const auto heard = listen(session, request());
        QTRY_VERIFY(heard->end);
        QCOMPARE(heard->end->why, net::StreamEnd::Why::Garbled);
        QVERIFY(heard->frames.isEmpty());
        QCOMPARE(server.requests(), 2);
    }

    void N16_noTokenGoesOverHttp()
    {
        QHash<QByteArray, QByteArray> headers;
        FaultServer server([&](const Exchange &exchange) {
            headers = exchange.headers;
            exchange.answer(200, "{}");
        });
        config::Connection connection = to(server);
        connection.token = u"canary"_s;
        net::Session session(connection);
        QVERIFY(ask(session, request()));
        QVERIFY(!headers.isEmpty());
        QVERIFY(!headers.contains("authorization"));
    }

    void N17_noOtherHostIsFollowed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("verb");
        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("GET %d", status) << status << QByteArray("GET");
            QTest::addRow("POST %d", status) << status << QByteArray("POST");
        }
    }
    void N17_noOtherHostIsFollowed()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, verb);
        FaultServer thief([](const Exchange &exchange) { exchange.answer(200, "{}"); }, FaultServer::tls(u"server"_s));
        FaultServer server(
            [&](const Exchange &exchange) {
                exchange.answer(status, {}, "Location: " + thief.url().toEncoded() + "/api\r\n");
            },
            FaultServer::tls(u"server"_s));
        config::Connection connection = to(server);
        connection.token = u"canary"_s;
        net::Session session(connection);
        const auto reply = ask(session, request(verb, verb == "POST" ? "{}" : ""));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Protocol);
        QCOMPARE(reply.error().httpStatus, status);
        VERIFY_SAYS(reply.error(),
                    u"redirects to https://127.0.0.1:%1, which is not followed"_s.arg(thief.serverPort()));
        QCOMPARE(thief.connections(), 0);
        QCOMPARE(server.requests(), 1);
    }

    void N18_theHashOfADocumentIsFollowedOnce()
    {
        QList<QByteArray> asked;
        QList<QByteArray> tokens;
        FaultServer server(
            [&](const Exchange &exchange) {
                asked << exchange.url.toEncoded();
                tokens << exchange.headers.value("authorization");
                if (exchange.query.queryItemValue(u"hash"_s) == "NEW"_L1)
                    exchange.answer(200, "{\"openapi\":\"3.0.0\"}");
                else
                    exchange.answer(301, {}, "Location: /openapi/v3/apis/apps/v1?hash=NEW\r\n");
            },
            FaultServer::tls(u"server"_s));
        config::Connection connection = to(server);
        connection.token = u"canary"_s;
        net::Session session(connection);
        net::Request document = request();
        document.path = u"/openapi/v3/apis/apps/v1"_s;
        document.query.addQueryItem(u"hash"_s, u"OLD"_s);
        const auto reply = ask(session, document);
        QVERIFY(reply);
        QCOMPARE(reply->body, "{\"openapi\":\"3.0.0\"}");
        QCOMPARE(asked, (QList<QByteArray>{"/openapi/v3/apis/apps/v1?hash=OLD", "/openapi/v3/apis/apps/v1?hash=NEW"}));
        QCOMPARE(tokens, (QList<QByteArray>{"Bearer canary", "Bearer canary"}));
    }

    void N18_nothingElseIsFollowed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<int>("asked");
        const QString document = u"/openapi/v3/api/v1"_s;
        QTest::newRow("a loop") << document << QByteArray("/openapi/v3/api/v1?hash=X") << 2;
        QTest::newRow("another document") << document << QByteArray("/openapi/v3/apis/apps/v1?hash=X") << 1;
        QTest::newRow("another host") << document << QByteArray("https://elsewhere.example/openapi/v3/api/v1?hash=X")
                                      << 1;
        QTest::newRow("another scheme") << document << QByteArray("http://127.0.0.1/openapi/v3/api/v1?hash=X") << 1;
        QTest::newRow("with a user") << document << QByteArray("https://a:b@127.0.0.1/openapi/v3/api/v1") << 1;
        QTest::newRow("nowhere") << document << QByteArray() << 1;
        QTest::newRow("a loop of something else") << u"/api/v1/pods"_s << QByteArray("/api/v1/pods?x=1") << 1;
    }
    void N18_nothingElseIsFollowed()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, location);
        QFETCH(int, asked);
        FaultServer server(
            [&](const Exchange &exchange) { exchange.answer(301, {}, "Location: " + location + "\r\n"); },
            FaultServer::tls(u"server"_s));
        net::Session session(to(server));
        net::Request document = request();
        document.path = path;
        const auto reply = ask(session, document);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Protocol);
        QCOMPARE(server.requests(), asked);
    }

    /** What must never be taken for an empty list. `{}` is refused by the reader: see test_words. */
    void A21_nothingIsNoList_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no byte") << Exchange::bytesOf(200, "");
        QTest::newRow("no chunk") << Exchange::chunkedBytesOf({});
        QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n");
        QTest::newRow("205") << QByteArray("HTTP/1.1 205 Reset\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("HTML") << Exchange::bytesOf(200, "<html></html>");
    }
    void A21_nothingIsNoList()
    {
        QFETCH(QByteArray, answer);
        FaultServer server([&](const Exchange &exchange) { exchange.raw(answer); });
        net::Session session(to(server));
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Protocol);
        QVERIFY(ask(session, request("DELETE", "{}")) || answer.contains("<html>"));
    }
};

QTEST_GUILESS_MAIN(TestPortal)
#include "test_portal.moc"
