// SPDX-License-Identifier: Apache-2.0
// The proxy does what it is told: otherwise what is tested through it proves nothing.
#include "proxy/faultproxy.h"
#include "support/faultserver.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Exchange;
using support::FaultProxy;
using support::FaultServer;
using support::Mischief;
using Kind = Mischief::Kind;

namespace {

const QByteArray Body(3000, 'x');

support::Upstream to(const FaultServer &server)
{
    return {u"127.0.0.1"_s, server.serverPort(), {}};
}

/** A client that asks once and keeps all that comes. */
class Client : public QTcpSocket {
public:
    explicit Client(const FaultProxy &proxy)
    {
        connect(this, &QTcpSocket::readyRead, this, [this] {
            ++pieces;
            got += readAll();
        });
        connectToHost(u"127.0.0.1"_s, proxy.port());
        ask();
    }
    void ask() { write("GET /api HTTP/1.1\r\nHost: x\r\n\r\n"); }
    [[nodiscard]] bool isOver() const { return state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] bool hasAll() const { return got.endsWith(Body); }

    QByteArray got;
    int pieces = 0;
};

}  // namespace

class TestFaultProxy : public QObject {
    Q_OBJECT

    FaultServer m_server{[](const Exchange &x) { x.answer(200, Body); }};

private Q_SLOTS:
    void passesEverythingThrough()
    {
        const FaultProxy proxy(to(m_server));
        Client client(proxy);
        QTRY_VERIFY(client.hasAll());
        QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
        client.got.clear();
        client.ask();
        QTRY_VERIFY(client.hasAll());
    }

    void cutsAtTheByte_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QAbstractSocket::SocketError>("error");
        QTest::newRow("FIN") << Kind::Fin << QAbstractSocket::RemoteHostClosedError;
        QTest::newRow("RST") << Kind::Reset << QAbstractSocket::RemoteHostClosedError;
    }

    void cutsAtTheByte()
    {
        QFETCH(Kind, kind);
        QFETCH(QAbstractSocket::SocketError, error);
        const FaultProxy proxy(to(m_server), [kind](int) { return Mischief{kind, 1000, 0, {}}; });
        Client client(proxy);
        QTRY_VERIFY(client.isOver());
        QCOMPARE(client.error(), error);
        QVERIFY(kind == Kind::Reset ? client.got.size() <= 1000 : client.got.size() == 1000);
    }

    void stallsAndGoesOn()
    {
        const FaultProxy proxy(to(m_server),
                               [](int) { return Mischief{Kind::Stall, 500, 0, std::chrono::milliseconds(80)}; });
        QElapsedTimer timer;
        timer.start();
        Client client(proxy);
        QTRY_COMPARE(client.got.size(), 500);
        QTRY_VERIFY(client.hasAll());
        QVERIFY(timer.elapsed() >= 80);
    }

    void delaysEachPiece()
    {
        const FaultProxy proxy(to(m_server),
                               [](int) { return Mischief{Kind::Delay, 0, 0, std::chrono::milliseconds(60)}; });
        QElapsedTimer timer;
        timer.start();
        Client client(proxy);
        QTRY_VERIFY(client.hasAll());
        QVERIFY(timer.elapsed() >= 60);
    }

    void slices()
    {
        const FaultProxy proxy(to(m_server), [](int) { return Mischief{Kind::Slice, 10, 2000, {}}; });
        Client client(proxy);
        QTRY_VERIFY(client.hasAll());
        QVERIFY(client.pieces > 1);
    }

    void swallowsBothWays()
    {
        FaultProxy proxy(to(m_server));
        Client client(proxy);
        QTRY_VERIFY(client.hasAll());
        proxy.strikeAll({Kind::Swallow, 0, 0, {}});
        client.got.clear();
        client.ask();
        QTest::qWait(60);
        QVERIFY(client.got.isEmpty());
        QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(proxy.struck(), 1);
    }

    void refusesAndComesBack()
    {
        FaultProxy proxy(to(m_server), [](int n) { return Mischief{n == 1 ? Kind::Refuse : Kind::None, 0, 0, {}}; });
        Client refused(proxy);
        QTRY_VERIFY(refused.isOver());
        QVERIFY(refused.got.isEmpty());
        Client open(proxy);
        QTRY_VERIFY(open.hasAll());
        proxy.setDown(true);
        QTRY_VERIFY(open.isOver());
        const Client none(proxy);
        QTRY_VERIFY(none.isOver());
        QCOMPARE(none.error(), QAbstractSocket::ConnectionRefusedError);
        proxy.setDown(false);
        Client back(proxy);
        QTRY_VERIFY(back.hasAll());
    }

    void answersInThePlaceOfTheServer()
    {
        int served = 0;
        FaultServer server([&served](const Exchange &x) {
            ++served;
            x.answer(200, Body);
        });
        FaultProxy proxy(to(server));
        int asked = 0;
        proxy.setGate([&asked](const QByteArray &verb, const QUrl &url) {
            return verb == "GET" && url.path() == "/api"_L1 && ++asked == 1 ? support::tooManyRequests(7)
                                                                            : QByteArray();
        });
        Client client(proxy);
        QTRY_VERIFY(client.got.contains("Too many requests"));
        QVERIFY(client.got.startsWith("HTTP/1.1 429 ") && client.got.contains("Retry-After: 7\r\n"));
        QCOMPARE(served, 0);
        client.ask();
        QTRY_VERIFY(client.hasAll());
        QCOMPARE(served, 1);
    }

    void endsTlsOnBothSides()
    {
        FaultServer server([](const Exchange &x) { x.answer(200, Body); }, FaultServer::tls(u"server"_s));
        QSslConfiguration back = QSslConfiguration::defaultConfiguration();
        back.setCaCertificates(FaultServer::tls(u"server"_s).caCertificates());
        FaultProxy proxy({u"127.0.0.1"_s, server.serverPort(), back});
        proxy.endTls(FaultServer::tls(u"server"_s));
        QSslSocket client;
        client.setSslConfiguration(back);
        client.connectToHostEncrypted(u"127.0.0.1"_s, proxy.port());
        client.write("GET /api HTTP/1.1\r\nHost: x\r\n\r\n");
        QByteArray got;
        connect(&client, &QSslSocket::readyRead, this, [&] { got += client.readAll(); });
        QTRY_VERIFY(got.endsWith(Body));
        QVERIFY(client.isEncrypted());
    }

    void readsItsWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Mischief>("mischief");
        QTest::newRow("plain") << u"rst"_s << Mischief{Kind::Reset, 0, 0, {}};
        QTest::newRow("place") << u"fin@4096"_s << Mischief{Kind::Fin, 4096, 0, {}};
        QTest::newRow("time") << u"stall@1:2s"_s << Mischief{Kind::Stall, 1, 0, std::chrono::seconds(2)};
        QTest::newRow("count") << u"slice@0:12"_s << Mischief{Kind::Slice, 0, 12, {}};
    }

    void readsItsWords()
    {
        QFETCH(QString, text);
        QFETCH(Mischief, mischief);
        QCOMPARE(support::parseMischief(text).value(), mischief);
        QVERIFY(!support::parseMischief(text + u'!'));
        QVERIFY(!support::parseMischief(u"explode"_s));
    }

    void theSameSeedIsTheSameMischief()
    {
        support::Dice a(7, 50);
        support::Dice b(7, 50);
        support::Dice c(8, 50);
        QList<Mischief> rows[3];
        for (int i = 0; i < 200; ++i) {
            rows[0] << a.roll();
            rows[1] << b.roll();
            rows[2] << c.roll();
        }
        QCOMPARE(rows[0], rows[1]);
        QVERIFY(rows[0] != rows[2]);
        const auto quiet = rows[0].count(Mischief{});
        QVERIFY(quiet > 50 && quiet < 150);
    }
};

QTEST_GUILESS_MAIN(TestFaultProxy)
#include "test_faultproxy.moc"
