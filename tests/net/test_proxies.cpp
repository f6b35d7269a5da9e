// SPDX-License-Identifier: Apache-2.0
// The way through proxies: HTTP CONNECT and SOCKS5, in order and out of it.
#include "asking.h"
#include "net/proxy.h"
#include "support/faults/blackhole.h"
#include "support/faults/proxyserver.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using kube::Error;
using support::Exchange;
using support::FaultServer;
using support::ProxyServer;
using Kind = ProxyServer::Kind;
using Fault = ProxyServer::Fault;

Q_DECLARE_METATYPE(ProxyServer::Kind)
Q_DECLARE_METATYPE(ProxyServer::Fault)

class TestProxies : public QObject {
    Q_OBJECT

    static net::Request impatient()
    {
        net::Request one = request();
        one.limits.connect = 300ms;
        one.headLimit = 300ms;
        return one;
    }

private Q_SLOTS:
    void leadThrough_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("login");
        QTest::newRow("http") << Kind::Http << QString();
        QTest::newRow("http with login") << Kind::Http << u"jane:se%3Acret"_s;
        QTest::newRow("N29 socks5") << Kind::Socks5 << QString();
        QTest::newRow("N29 socks5 with login") << Kind::Socks5 << u"jane:se%3Acret"_s;
    }
    void leadThrough()
    {
        QFETCH(Kind, kind);
        QFETCH(QString, login);
        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); }, FaultServer::tls(u"server"_s));
        ProxyServer proxy(kind, Fault::None, server.serverPort());
        if (!login.isEmpty())
            proxy.setLogin("jane", "se:cret");
        config::Connection connection = to(server);
        // A name that only the proxy can resolve; the certificate is for `localhost`.
        connection.server = QUrl(u"https://cluster.internal.invalid:6443"_s);
        connection.tlsServerName = u"localhost"_s;
        connection.proxy = proxy.url(login);
        net::Session session(connection);
        const auto reply = ask(session, request());
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().message));
        QCOMPARE(proxy.wanted(), "cluster.internal.invalid:6443");
        QVERIFY2(proxy.sawName(), "the proxy resolves the name");
        const auto heard = listen(session, request());
        QTRY_VERIFY(heard->end);
        QVERIFY(ask(session, request("POST", "{}")));
        QCOMPARE(server.requests(), 3);
    }

    void N28_aProxyThatFailsIsNamed_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, Kind kind, Fault fault, const QString &message) {
            QTest::newRow(name) << kind << fault << message;
        };
        row("N28 http refuses", Kind::Http, Fault::Refuse, u"could not reach 127.0.0.1"_s);
        row("N28 http bad gateway", Kind::Http, Fault::BadGateway, QString());
        row("N28 http wants a login", Kind::Http, Fault::WantLogin, u"wants a user name and password"_s);
        row("N28 http closes", Kind::Http, Fault::CloseEarly, QString());
        row("N28 http is silent", Kind::Http, Fault::Silent, u"did not accept a connection within 300 ms"_s);
        row("N28 http is none", Kind::Http, Fault::Garbage, QString());
        row("N29 socks5 refuses", Kind::Socks5, Fault::Refuse, QString());
        row("N29 socks5 cannot reach", Kind::Socks5, Fault::BadGateway, QString());
        row("N29 socks5 wants a login", Kind::Socks5, Fault::WantLogin, u"wants a user name and password"_s);
        row("N29 socks5 closes", Kind::Socks5, Fault::CloseEarly, QString());
        row("N29 socks5 is silent", Kind::Socks5, Fault::Silent, u"did not accept a connection within 300 ms"_s);
        row("N29 socks5 is none", Kind::Socks5, Fault::Garbage, QString());
    }
    void N28_aProxyThatFailsIsNamed()
    {
        QFETCH(Kind, kind);
        QFETCH(Fault, fault);
        QFETCH(QString, message);
        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); }, FaultServer::tls(u"server"_s));
        ProxyServer proxy(kind, fault, server.serverPort());
        config::Connection connection = to(server);
        connection.proxy = proxy.url(u"jane:canary"_s);
        net::Session session(connection);
        const auto reply = ask(session, impatient());
        QVERIFY(!reply);
        const Error &error = reply.error();
        QCOMPARE(error.kind, Error::Kind::Unreachable);
        QCOMPARE(error.reason, u"Proxy"_s);
        VERIFY_SAYS(error, u"proxy 127.0.0.1:%1"_s.arg(proxy.serverPort()));
        VERIFY_SAYS(error, message);
        QCOMPARE(error.where, u"proxy 127.0.0.1:%1"_s.arg(proxy.serverPort()));
        QVERIFY(!error.message.contains(u"canary"_s));
        QVERIFY(!error.message.contains(u"jane"_s));
        QVERIFY(proxy.connections() > 0);
        QCOMPARE(server.connections(), 0);
        const auto heard = listen(session, impatient());
        QTRY_VERIFY(heard->end);
        QCOMPARE(heard->end->error.reason, u"Proxy"_s);
        QCOMPARE(server.connections(), 0);
    }

    void N28_aProxyThatClosesLateOrIsGone()
    {
        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); }, FaultServer::tls(u"server"_s));
        config::Connection connection = to(server);
        for (const Kind kind : {Kind::Http, Kind::Socks5}) {
            ProxyServer proxy(kind, Fault::CloseLate, server.serverPort());
            connection.proxy = proxy.url();
            net::Session session(connection);
            const auto reply = ask(session, impatient());
            QVERIFY(!reply);
            QVERIFY(reply.error().kind == Error::Kind::Unreachable || reply.error().kind == Error::Kind::Tls);
            VERIFY_SAYS(reply.error(), u"proxy 127.0.0.1:%1"_s.arg(proxy.serverPort()));
            QUrl gone = proxy.url();
            proxy.close();
            net::Session without(connection);
            const auto refused = ask(without, impatient());
            QVERIFY(!refused);
            VERIFY_SAYS(refused.error(), u"proxy 127.0.0.1:%1 refused the connection"_s.arg(gone.port()));
        }
        QCOMPARE(server.connections(), 0);
    }

    void N28_aBlackHoleAndAnUnknownName()
    {
        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); }, FaultServer::tls(u"server"_s));
        config::Connection connection = to(server);
        const support::BlackHole hole;
        connection.proxy = hole.url(u"http"_s);
        net::Session session(connection);
        const auto reply = ask(session, impatient());
        QVERIFY(!reply);
        QCOMPARE(reply.error().reason, u"Proxy"_s);
        VERIFY_SAYS(reply.error(), u"through proxy 127.0.0.1:%1, did not accept a connection"_s.arg(hole.port()));
        connection.proxy = QUrl(u"http://no-such-proxy.invalid:3128"_s);
        net::Session nameless(connection);
        net::Request patient = request();
        patient.limits.connect = 10s;
        const auto unknown = ask(nameless, patient);
        QVERIFY(!unknown);
        VERIFY_SAYS(unknown.error(), u"proxy no-such-proxy.invalid:3128"_s);
        QCOMPARE(server.connections(), 0);
    }

    void N30_httpsAndOtherSchemesAreRefusedInWords_data()
    {
        QTest::addColumn<QUrl>("proxy");
        QTest::addColumn<QString>("message");
        QTest::newRow("https") << QUrl(u"https://jane:canary@proxy.example"_s)
                               << u"proxy.example:443 is reached by https, which Gantry cannot do"_s;
        QTest::newRow("ftp") << QUrl(u"ftp://proxy.example"_s) << u"unsupported scheme \"ftp\""_s;
        QTest::newRow("no host") << QUrl(u"http://"_s) << u"names no host"_s;
    }
    void N30_httpsAndOtherSchemesAreRefusedInWords()
    {
        QFETCH(QUrl, proxy);
        QFETCH(QString, message);
        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); }, FaultServer::tls(u"server"_s));
        config::Connection connection = to(server);
        connection.proxy = proxy;
        net::Session session(connection);
        const auto reply = ask(session, request());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Config);
        VERIFY_SAYS(reply.error(), message);
        QVERIFY(!reply.error().message.contains(u"canary"_s));
        const auto heard = listen(session, request());
        QTRY_VERIFY(heard->end);
        QCOMPARE(heard->end->why, net::StreamEnd::Why::Failed);
        QCOMPARE(server.connections(), 0);
    }

    void N31_theEnvironmentIsRead_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("noProxy");
        QTest::addColumn<bool>("direct");
        const auto row = [](const QString &server, const QString &rule, bool direct) {
            QTest::addRow("%s for %s", qPrintable(rule), qPrintable(server)) << server << rule << direct;
        };
        row(u"https://far.example"_s, QString(), false);
        row(u"https://far.example"_s, u"*"_s, true);
        row(u"https://far.example"_s, u"far.example"_s, true);
        row(u"https://far.example"_s, u" other.example , FAR.example "_s, true);
        row(u"https://a.far.example"_s, u"far.example"_s, true);
        row(u"https://nofar.example"_s, u"far.example"_s, false);
        row(u"https://a.far.example"_s, u".far.example"_s, true);
        row(u"https://far.example"_s, u".far.example"_s, false);
        row(u"https://a.far.example"_s, u"*.far.example"_s, true);
        row(u"https://far.example:6443"_s, u"far.example:6443"_s, true);
        row(u"https://far.example"_s, u"far.example:6443"_s, false);
        row(u"https://far.example"_s, u"far.example:443"_s, true);
        row(u"https://10.1.2.3:6443"_s, u"10.1.2.3"_s, true);
        row(u"https://10.1.2.3:6443"_s, u"10.1.2.4"_s, false);
        row(u"https://10.1.2.3:6443"_s, u"10.1.2.3:6443"_s, true);
        row(u"https://10.1.2.3:6443"_s, u"10.1.2.3:443"_s, false);
        row(u"https://10.1.2.3:6443"_s, u"10.0.0.0/8"_s, true);
        row(u"https://11.1.2.3:6443"_s, u"10.0.0.0/8"_s, false);
        row(u"https://far.example"_s, u"10.0.0.0/8"_s, false);
        row(u"https://[2001:db8::5]:6443"_s, u"2001:db8::/32"_s, true);
        row(u"https://[2001:db8::5]:6443"_s, u"2001:db8::5"_s, true);
        row(u"https://[2001:db8::5]:6443"_s, u"[2001:db8::5]:6443"_s, true);
        row(u"https://[2001:db8::5]:6443"_s, u"[2001:db8::5]:443"_s, false);
        row(u"https://[2001:db8::5]:6443"_s, u"2001:db9::/32"_s, false);
        row(u"https://127.0.0.1:6443"_s, QString(), true);
        row(u"https://127.9.9.9:6443"_s, QString(), true);
        row(u"https://localhost:6443"_s, QString(), true);
        row(u"https://[::1]:6443"_s, QString(), true);
        row(u"http://far.example"_s, QString(), true);
    }
    void N31_theEnvironmentIsRead()
    {
        QFETCH(QString, server);
        QFETCH(QString, noProxy);
        QFETCH(bool, direct);
        config::Connection connection;
        connection.server = QUrl(server);
        for (const bool upper : {true, false}) {
            QProcessEnvironment environment;
            environment.insert(upper ? u"HTTPS_PROXY"_s : u"https_proxy"_s, u"http://proxy.example:3128"_s);
            environment.insert(upper ? u"NO_PROXY"_s : u"no_proxy"_s, noProxy);
            const auto proxy = net::proxyFor(connection, environment);
            QVERIFY(proxy);
            QCOMPARE(proxy->type(), direct ? QNetworkProxy::NoProxy : QNetworkProxy::HttpProxy);
            QVERIFY(direct || (proxy->hostName() == "proxy.example"_L1 && proxy->port() == 3128));
        }
    }

    void N31_formsOfAProxyInTheEnvironment()
    {
        config::Connection connection;
        connection.server = QUrl(u"https://far.example"_s);
        const auto with = [&](const QString &value) {
            QProcessEnvironment environment;
            environment.insert(u"HTTPS_PROXY"_s, value);
            return net::proxyFor(connection, environment);
        };
        QCOMPARE(with(u"proxy.example:3128"_s)->port(), 3128);
        QCOMPARE(with(u"proxy.example"_s)->port(), 80);
        QCOMPARE(with(u"socks5://proxy.example"_s)->type(), QNetworkProxy::Socks5Proxy);
        QCOMPARE(with(u"socks5h://proxy.example"_s)->port(), 1080);
        QCOMPARE(with(u"http://a:b%40c@proxy.example"_s)->password(), u"b@c"_s);
        QVERIFY2(!with(u"https://proxy.example"_s), "never a silent direct connection");
        QVERIFY(!with(u"://"_s));
        connection.proxy = QUrl(u"socks5://own.example:1"_s);
        QCOMPARE(with(u"http://proxy.example"_s)->hostName(), u"own.example"_s);
    }
};

QTEST_GUILESS_MAIN(TestProxies)
#include "test_proxies.moc"
