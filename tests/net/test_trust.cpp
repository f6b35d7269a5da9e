// SPDX-License-Identifier: Apache-2.0
// Certificates, names, clocks, protocol versions.
#include "asking.h"
#include "net/words/identity.h"
#include "support/faults/hello.h"

#include <QSslSocket>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using kube::Error;
using support::Exchange;
using support::FaultServer;
using support::HelloServer;

namespace {

QSslCertificate certificate(const QString &name)
{
    return QSslCertificate::fromPath(QStringLiteral(TEST_DATA "/tls/%1.pem").arg(name)).value(0);
}

}  // namespace

class TestTrust : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /** Qt reads them at first; most clusters have a CA of their own. */
    void theSystemsRootsAreNotKept()
    {
        const FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); },
                                 FaultServer::tls(u"server"_s));
        net::Session session(to(server));
        const auto asked = start(session, request("GET", ""));
        QTRY_VERIFY(asked->reply.has_value());
        QVERIFY(*asked->reply);
        QVERIFY(QSslConfiguration::defaultConfiguration().caCertificates().isEmpty());
        QVERIFY(QSslConfiguration::defaultDtlsConfiguration().caCertificates().isEmpty());
    }

    /** Fails closed, before a byte of the request is sent, for reads, writes and streams alike. */
    void wrongCertificatesAreExplained_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("ca");
        QTest::addColumn<QStringList>("words");
        const QString print = u"SHA-256 fingerprint "_s;
        QTest::newRow("N19 wrong CA") << u"server"_s << u"stranger"_s
                                      << QStringList{u"certificate of \"gantry test server\""_s,
                                                     u"signed by unknown authority \"Gantry test authority\""_s, print,
                                                     u"valid from 2026-"_s};
        QTest::newRow("N19 CA of another cluster")
            << u"wildcard"_s << u"ca"_s
            << QStringList{u"unknown authority \"Gantry odd authority\""_s,
                           u"; certificate is valid for *.odd.example, ::1, not 127.0.0.1"_s, print};
        QTest::newRow("N20 expired") << u"expired"_s << u"ca"_s
                                     << QStringList{u"\"old server\" (issued by \"Gantry test authority\") expired at "
                                                    u"2021-01-01T00:00:00Z"_s,
                                                    u"this computer's clock says 20"_s, print};
        QTest::newRow("N20 not yet valid")
            << u"notyet"_s << u"oddca"_s
            << QStringList{u"\"future server\" (issued by \"Gantry odd authority\") is not valid before "
                           u"2090-01-01T00:00:00Z"_s,
                           u"this computer's clock says 20"_s, print};
        QTest::newRow("N21 another name")
            << u"othername"_s << u"ca"_s
            << QStringList{u"certificate is valid for elsewhere.example, not 127.0.0.1"_s, print};
        QTest::newRow("N21 Q19 common name only")
            << u"nameonly"_s << u"oddca"_s
            << QStringList{u"names its server in the Common Name only"_s, u"needs 127.0.0.1"_s, print};
    }
    void wrongCertificatesAreExplained()
    {
        QFETCH(QString, server);
        QFETCH(QString, ca);
        QFETCH(QStringList, words);
        FaultServer bad([](const Exchange &exchange) { exchange.answer(200, "{}"); }, FaultServer::tls(server));
        config::Connection connection = to(bad, ca);
        connection.token = u"canary"_s;
        net::Session session(connection);
        const auto heard = listen(session, request());
        QList<std::shared_ptr<Asked>> asked;
        for (int i = 0; i < 10; ++i)
            asked << start(session, request(i % 2 == 0 ? "GET" : "POST", i % 2 == 0 ? "" : "{}"));
        QTRY_VERIFY(heard->end && std::ranges::all_of(asked, [](const auto &one) { return one->reply.has_value(); }));
        for (const auto &one : std::as_const(asked)) {
            QVERIFY(!*one->reply);
            const Error &error = one->reply->error();
            QCOMPARE(error.kind, Error::Kind::Tls);
            for (const QString &word : std::as_const(words))
                VERIFY_SAYS(error, word);
            QVERIFY(!error.message.contains(u"canary"_s));
            QVERIFY2(!error.message.contains(u"may or may not"_s), "nothing was sent");
        }
        QVERIFY(words.constLast() != u"SHA-256 fingerprint "_s ||
                asked.constFirst()->reply->error().message.contains(net::fingerprint(certificate(server))));
        QCOMPARE(heard->end->why, net::StreamEnd::Why::Failed);
        QCOMPARE(heard->end->error.kind, Error::Kind::Tls);
        QCOMPARE(bad.requests(), 0);
    }

    /** The subject alternative name is for something else, the Common Name matches: Qt alone would accept it. */
    void N21_theCommonNameDoesNotCount()
    {
        for (const QString &name : {u"mixed"_s, u"namehost"_s}) {
            FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); }, FaultServer::tls(name));
            config::Connection connection = to(server, u"oddca"_s);
            connection.server = server.url(u"localhost"_s);
            net::Session session(connection);
            const auto reply = ask(session, request());
            QVERIFY(!reply);
            QCOMPARE(reply.error().kind, Error::Kind::Tls);
            QCOMPARE(server.requests(), 0);
        }
    }

    void N21_namesAndAddressesAreMatched()
    {
        const QSslCertificate wildcard = certificate(u"wildcard"_s);
        QVERIFY(net::isFor(wildcard, u"a.odd.example"_s));
        QVERIFY(net::isFor(wildcard, u"A.ODD.example."_s));
        QVERIFY(!net::isFor(wildcard, u"odd.example"_s));
        QVERIFY(!net::isFor(wildcard, u"a.b.odd.example"_s));
        QVERIFY(!net::isFor(wildcard, u".odd.example"_s));
        QVERIFY(!net::isFor(wildcard, u"wildcard"_s));
        QVERIFY(net::isFor(wildcard, u"::1"_s));
        QVERIFY(net::isFor(wildcard, u"0:0::1"_s));
        QVERIFY(!net::isFor(wildcard, u"127.0.0.1"_s));
        QVERIFY(!net::isFor(certificate(u"nameonly"_s), u"127.0.0.1"_s));
        QVERIFY(net::isFor(certificate(u"server"_s), u"localhost"_s));
        QVERIFY(!net::isFor(certificate(u"server"_s), QString()));
    }

    void N21_tlsServerNameIsSentAndChecked()
    {
        HelloServer hello(0x0302, 0xC013);
        config::Connection connection;
        connection.server = hello.url();
        connection.tlsServerName = u"api.cluster.example"_s;
        net::Session session(connection);
        QVERIFY(!ask(session, request()));
        QCOMPARE(hello.serverName(), "api.cluster.example");

        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); },
                           FaultServer::tls(u"othername"_s));
        config::Connection named = to(server);
        named.tlsServerName = u"elsewhere.example"_s;
        net::Session right(named);
        QVERIFY(ask(right, request()));
        named.tlsServerName = u"other.example"_s;
        net::Session wrong(named);
        QVERIFY(!ask(wrong, request()));
        QCOMPARE(server.requests(), 1);
    }

    /** Its Date header tells a wrong clock from a wrong certificate. */
    void N20_theServersClockIsToldToo()
    {
        FaultServer server(
            [](const Exchange &exchange) {
                exchange.answer(200, "{}", "Date: Tue, 15 Nov 1994 08:12:31 GMT\r\nConnection: close\r\n");
            },
            FaultServer::tls(u"server"_s));
        net::Session session(to(server));
        QVERIFY(ask(session, request()));
        server.present(FaultServer::tls(u"expired"_s));
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Tls);
        VERIFY_SAYS(reply.error(), u"this computer's clock says 20"_s);
        VERIFY_SAYS(reply.error(), u", the server's 1994-11-15T08:12:3"_s);
    }

    void N26_oldAndWeakTlsIsRefused_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("cipher");
        QTest::newRow("TLS 1.0") << 0x0301 << 0xC013;
        QTest::newRow("TLS 1.1") << 0x0302 << 0xC013;
        QTest::newRow("RC4") << 0x0303 << 0x0005;
        QTest::newRow("no encryption") << 0x0303 << 0x003B;
    }
    void N26_oldAndWeakTlsIsRefused()
    {
        QFETCH(int, version);
        QFETCH(int, cipher);
        HelloServer server(static_cast<quint16>(version), static_cast<quint16>(cipher));
        config::Connection connection;
        connection.server = server.url();
        net::Session session(connection);
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Tls);
        VERIFY_SAYS(reply.error(), u"TLS 1.2 or later is needed"_s);
        QTRY_COMPARE(server.closed(), 1);
        QVERIFY(!server.wentOn());
        for (const quint16 offered : server.offeredVersions())
            QVERIFY(offered >= 0x0303);
        QVERIFY(server.offeredVersions().contains(0x0304));
    }

    /** Q2 to Q7, Q17, Q18: HTTP/2 cannot be negotiated, since it is never offered. */
    void N27_onlyHttp1IsOffered()
    {
        HelloServer hello(0x0302, 0xC013);
        config::Connection connection;
        connection.server = hello.url();
        net::Session session(connection);
        QVERIFY(!ask(session, request()));
        QCOMPARE(hello.offeredProtocols(), {"http/1.1"});
        const auto heard = listen(session, request());
        QTRY_VERIFY(heard->end);
        QVERIFY(!ask(session, request("POST", "{}")));
        QVERIFY(std::ranges::all_of(hello.offeredProtocols(), [](const QByteArray &p) { return p == "http/1.1"; }));
        QCOMPARE(hello.offeredProtocols().size(), 3);
    }

    void N27_aServerWithoutAlpnIsFine()
    {
        for (const QList<QByteArray> &protocols :
             {QList<QByteArray>(), QList<QByteArray>{"http/1.1"}, QList<QByteArray>{"h2", "http/1.1"}}) {
            QSslConfiguration tls = FaultServer::tls(u"server"_s);
            tls.setAllowedNextProtocols(protocols);
            FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); }, tls);
            net::Session session(to(server));
            const auto reply = ask(session, request());
            QVERIFY2(reply, reply ? "" : qPrintable(reply.error().message));
        }
    }

    /** The server insists on HTTP/2 though nobody offered it. */
    void N27_anUnaskedProtocolIsRefused()
    {
        QSslConfiguration tls = FaultServer::tls(u"server"_s);
        tls.setAllowedNextProtocols({"h2"});
        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); }, tls);
        net::Session session(to(server));
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Tls);
        QCOMPARE(server.requests(), 0);
    }

    void N27_aPeerThatSpeaksSomethingElseIsSaid_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::newRow("HTTP/2 settings") << QByteArray("\0\0\x12\4\0\0\0\0\0\0\3\0\0\0\x64\0\4\0\x10\0\0", 21);
        QTest::newRow("ssh") << QByteArray("SSH-2.0-OpenSSH_9\r\n");
        QTest::newRow("zeros") << QByteArray(100, 0);
    }
    void N27_aPeerThatSpeaksSomethingElseIsSaid()
    {
        QFETCH(QByteArray, greeting);
        FaultServer server([&](const Exchange &exchange) { exchange.raw(greeting); }, FaultServer::tls(u"server"_s));
        net::Session session(to(server));
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Protocol);
        VERIFY_SAYS(reply.error(), u"not HTTP/1.1"_s);
        const auto heard = listen(session, request());
        QTRY_VERIFY(heard->end);
        QCOMPARE(heard->end->why, net::StreamEnd::Why::Garbled);
    }

    void N27_httpsToAPlainServerAndTheOtherWayRound()
    {
        FaultServer plain([](const Exchange &exchange) { exchange.answer(400, "{}"); });
        config::Connection connection = to(plain);
        connection.server.setScheme(u"https"_s);
        net::Session toPlain(connection);
        // The hello is no request that the plain server would answer; a real one answers with HTTP.
        QTcpServer rude;
        rude.listen(QHostAddress::LocalHost);
        connect(&rude, &QTcpServer::newConnection, this,
                [&] { rude.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"); });
        connection.server.setPort(rude.serverPort());
        net::Session session(connection);
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Tls);

        FaultServer secure([](const Exchange &) {}, FaultServer::tls(u"server"_s));
        connection.server = secure.url();
        connection.server.setScheme(u"http"_s);
        net::Session toSecure(connection);
        const auto clear = ask(toSecure, request());
        QVERIFY(!clear);
        QVERIFY(clear.error().kind == Error::Kind::Protocol || clear.error().kind == Error::Kind::Unreachable);
    }

    void Q10_identitiesDoNotShareConnections()
    {
        QList<QString> seen;
        FaultServer server(
            [&](const Exchange &exchange) {
                const QSslCertificate peer = qobject_cast<QSslSocket *>(exchange.socket)->peerCertificate();
                seen << peer.subjectInfo(QSslCertificate::CommonName).join(u","_s);
                exchange.answer(200, "{}");
            },
            FaultServer::tls(u"server"_s));
        config::Connection first = to(server);
        const QSslConfiguration client = FaultServer::tls(u"client"_s);
        first.clientChain = client.localCertificateChain();
        first.clientKey = client.privateKey();
        config::Connection second = to(server);
        net::Session one(first);
        net::Session two(second);
        QVERIFY(ask(one, request()));
        QVERIFY(ask(two, request()));
        QVERIFY(ask(one, request()));
        QCOMPARE(seen, (QList<QString>{u"gantry-tester"_s, QString(), u"gantry-tester"_s}));
        QCOMPARE(server.connections(), 2);
    }

    /** A server that insists on a client certificate: an Error that says so, no endless handshake. */
    void aMissingClientCertificateIsATlsError()
    {
        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); },
                           FaultServer::tlsForClients(u"server"_s));
        net::Session session(to(server));
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QVERIFY2(reply.error().kind == Error::Kind::Tls || reply.error().kind == Error::Kind::Unreachable,
                 qPrintable(reply.error().message));
        QVERIFY(server.connections() <= 2);
    }
};

QTEST_GUILESS_MAIN(TestTrust)
#include "test_trust.moc"
