// SPDX-License-Identifier: Apache-2.0
// Tokens, certificates and authorities that change on the disk, seen from a server over real sockets.
#include "config/file/tokenfile.h"
#include "config/kubeconfig.h"
#include "config/pkitls.h"
#include "config/plugin.h"
#include "net/fetch.h"
#include "net/session.h"
#include "net/watchstream.h"
#include "support/faultserver.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using config::Credentials;
using kube::Error;
using support::Exchange;
using support::FaultServer;

namespace {

/** As an editor and a kubelet do it. */
void replace(const QString &path, const QByteArray &bytes)
{
    pki::write(path + u".new"_s, bytes);
    QVERIFY(std::rename((path + u".new"_s).toUtf8().constData(), path.toUtf8().constData()) == 0);
}

QString peerOf(const Exchange &exchange)
{
    const auto *const secure = qobject_cast<QSslSocket *>(exchange.socket);
    return secure ? secure->peerCertificate().subjectInfo(QSslCertificate::CommonName).join(u',') : QString();
}

net::Request get(const QString &path = u"/api"_s)
{
    net::Request request;
    request.path = path;
    return request;
}

}  // namespace

class TestRotation : public QObject {
    Q_OBJECT

    static kube::Result<net::Reply> ask(net::Session &session)
    {
        std::optional<kube::Result<net::Reply>> answer;
        QObject context;
        connect(session.fetch(get(), &session), &net::Fetch::finished, &context,
                [&](const kube::Result<net::Reply> &reply) { answer = reply; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000); }();
        return answer.value_or(kube::Result<net::Reply>(net::Reply{}));
    }

    /** A kubeconfig with files for everything, and its connection. */
    static kube::Result<config::Connection> connectionIn(const QTemporaryDir &dir, const QUrl &server,
                                                         const QByteArray &user)
    {
        pki::write(dir.filePath(u"config"_s), "current-context: c\nclusters: [{name: k, cluster: {server: '" +
                                                  server.toEncoded() +
                                                  "', certificate-authority: ca}}]\nusers: [{name: u, user: {" + user +
                                                  "}}]\ncontexts: [{name: c, context: {cluster: k, user: u}}]\n");
        return config::KubeConfig::load(dir.filePath(u"config"_s)).connection();
    }

private Q_SLOTS:
    void A30_theLastGoodTokenIsKept_data()
    {
        QTest::addColumn<QByteArray>("next");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("A30 rotated") << QByteArray("two") << QByteArray("Bearer two");
        QTest::newRow("A30 newline") << QByteArray("\n two\r\n\n") << QByteArray("Bearer two");
        QTest::newRow("A30 empty") << QByteArray(" \n") << QByteArray("Bearer one");
        QTest::newRow("A30 missing") << QByteArray() << QByteArray("Bearer one");
        QTest::newRow("A30 1 MB") << QByteArray(1'000'000, 'x') << QByteArray("Bearer one");
        QTest::newRow("A30 64 KiB") << QByteArray(64 * 1024, 'x') << "Bearer " + QByteArray(64 * 1024, 'x');
        QTest::newRow("A30 header in it") << QByteArray("two\r\nX-Evil: 1") << QByteArray("Bearer one");
        QTest::newRow("A30 binary") << QByteArray("two\0three", 9) << QByteArray("Bearer one");
    }
    void A30_theLastGoodTokenIsKept()
    {
        QFETCH(QByteArray, next);
        QFETCH(QByteArray, expected);
        QTemporaryDir dir;
        config::Connection connection;
        connection.server = QUrl(u"https://h"_s);
        connection.tokenFile = pki::write(dir.filePath(u"t"_s), "one\n");
        connection.token = u"fallback"_s;
        Credentials credentials(connection);
        const auto first = plugin::ask(credentials);
        QCOMPARE(first->authorization, "Bearer one");
        if (next.isEmpty())
            QFile::remove(connection.tokenFile);
        else
            replace(connection.tokenFile, next);
        credentials.reject(first->serial);
        const auto second = plugin::ask(credentials);
        QCOMPARE(second->authorization, expected);
        QCOMPARE(second->identity, first->identity);
        QCOMPARE(second->serial == first->serial, expected == "Bearer one");
    }

    void A30_theFileIsNotReadForEachRequestButOnItsEvents()
    {
        QTemporaryDir dir;
        config::Connection connection;
        connection.server = QUrl(u"https://h"_s);
        connection.tokenFile = pki::write(dir.filePath(u"t"_s), "one");
        Credentials quiet(connection, {.files = {1h, 0ms}, .renewal = {}});
        QCOMPARE(plugin::ask(quiet)->authorization, "Bearer one");
        Credentials watching(connection, {.files = {10ms, 0ms}, .renewal = {}});
        QCOMPARE(plugin::ask(watching)->authorization, "Bearer one");
        replace(connection.tokenFile, "two");
        QCOMPARE(plugin::ask(quiet)->authorization, "Bearer one");  // read a moment ago: 30 s have to pass
        QTRY_COMPARE(plugin::ask(watching)->authorization, "Bearer two");
        QCOMPARE(plugin::ask(quiet)->authorization, "Bearer one");
    }

    void A30_aTokenFileThatIsNotThereYetFallsBack()
    {
        QTemporaryDir dir;
        config::Connection connection;
        connection.server = QUrl(u"https://h"_s);
        connection.tokenFile = dir.filePath(u"later/t"_s);
        connection.token = u"fallback"_s;
        Credentials credentials(connection, {.files = {10ms, 0ms}, .renewal = {}});
        QCOMPARE(plugin::ask(credentials)->authorization, "Bearer fallback");
        QDir(dir.path()).mkdir(u"later"_s);
        pki::write(connection.tokenFile, "now");
        QTRY_COMPARE(plugin::ask(credentials)->authorization, "Bearer now");
    }

    void N24_aNewCertificateIsShownAtOnceAndWatchesAreMadeAnew()
    {
        const pki::Authority authority;
        QTemporaryDir dir;
        const auto identity = [&](const QByteArray &name) {
            const pki::Key key = pki::key();
            return std::pair(pki::pem(authority.sign(key, {.name = name})), pki::pem(key));
        };
        pki::write(dir.filePath(u"ca"_s), pki::pem(authority.root));
        const auto [oldCertificate, oldKey] = identity("old");
        pki::write(dir.filePath(u"cert"_s), oldCertificate);
        pki::write(dir.filePath(u"key"_s), oldKey);
        QStringList peers;
        FaultServer server(
            [&](const Exchange &exchange) {
                peers << peerOf(exchange);
                if (exchange.isWatch()) {
                    exchange.open();
                    exchange.chunk("{}\n");
                } else {
                    exchange.answer(200, "{}");
                }
            },
            pki::serverTls(authority));
        const auto connection = connectionIn(dir, server.url(), "client-certificate: cert, client-key: key");
        QVERIFY2(connection, connection ? "" : qPrintable(connection.error().message));
        net::Session session(*connection);
        net::Request watch = get();
        watch.query.addQueryItem(u"watch"_s, u"1"_s);
        net::WatchStream *const stream = session.stream(watch, &session);
        bool isOpen = false;
        std::optional<net::StreamEnd> end;
        connect(stream, &net::WatchStream::opened, this, [&] { isOpen = true; });
        connect(stream, &net::WatchStream::ended, this, [&](const net::StreamEnd &with) { end = with; });
        QTRY_VERIFY(isOpen);
        QVERIFY(ask(session));
        QCOMPARE(peers, (QStringList{u"old"_s, u"old"_s}));

        // Half a rotation does not count: that certificate has another key.
        const auto [newCertificate, newKey] = identity("new");
        replace(dir.filePath(u"cert"_s), newCertificate);
        QVERIFY(ask(session));
        QCOMPARE(peers.last(), u"old"_s);
        replace(dir.filePath(u"key"_s), newKey);
        QTRY_VERIFY(end.has_value());
        QVERIFY(end->why != net::StreamEnd::Why::Closed);
        QVERIFY(ask(session));
        QCOMPARE(peers.last(), u"new"_s);

        // What is not a certificate changes nothing.
        replace(dir.filePath(u"cert"_s), "rubbish");
        QFile::remove(dir.filePath(u"key"_s));
        QTest::qWait(400);
        QVERIFY(ask(session));
        QCOMPARE(peers.last(), u"new"_s);
    }

    void N25_aRenewedAuthorityIsBelievedOnceItsFileSaysSo()
    {
        const pki::Authority before;
        const pki::Authority after;
        QTemporaryDir dir;
        pki::write(dir.filePath(u"ca"_s), pki::pem(before.root));
        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); }, pki::serverTls(after));
        const auto connection = connectionIn(dir, server.url(), "token: t");
        QVERIFY(connection);
        net::Session session(*connection);
        int renewals = 0;
        connect(&session.credentials(), &Credentials::identityChanged, this, [&] { ++renewals; });
        const auto refused = ask(session);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Tls);
        QCOMPARE(session.credentials().explained(refused.error()), refused.error());
        replace(dir.filePath(u"ca"_s), "");  // half written: the old ones stay, and nobody is believed instead
        QTest::qWait(400);
        QVERIFY(!ask(session));
        QCOMPARE(renewals, 0);
        replace(dir.filePath(u"ca"_s), pki::pem(after.root));
        QTRY_COMPARE(renewals, 1);
        QVERIFY(ask(session));
    }

    void N25_anAuthorityInTheKubeconfigGetsAHint()
    {
        const pki::Authority before;
        const pki::Authority after;
        FaultServer server([](const Exchange &exchange) { exchange.answer(200, "{}"); }, pki::serverTls(after));
        config::Connection connection;
        connection.server = server.url();
        connection.hasCustomCa = true;
        connection.ca = pki::qt(pki::pem(before.root));
        net::Session session(connection);
        const auto refused = ask(session);
        QVERIFY(!refused);
        QVERIFY(session.credentials()
                    .explained(refused.error())
                    .message.endsWith(u"the kubeconfig has to be renewed too"_s));
    }

    void N22_anEndedClientCertificateIsToldWithItsDates()
    {
        const pki::Authority authority;
        const pki::Key key = pki::key();
        QTemporaryDir dir;
        const QByteArray ended = pki::pem(authority.sign(key, {.name = "me", .from = -7200, .until = -3600}));
        pki::write(dir.filePath(u"ca"_s), pki::pem(authority.root));
        pki::write(dir.filePath(u"cert"_s), ended);
        pki::write(dir.filePath(u"key"_s), pki::pem(key));
        int asked = 0;
        FaultServer server(
            [&](const Exchange &exchange) {
                ++asked;
                exchange.answer(401,
                                R"({"kind":"Status","code":401,"reason":"Unauthorized","message":"Unauthorized"})");
            },
            pki::serverTls(authority));
        const auto connection = connectionIn(dir, server.url(), "client-certificate: cert, client-key: key");
        QVERIFY(connection);
        net::Session session(*connection);
        const auto reply = ask(session);
        QVERIFY(reply);
        QCOMPARE(reply->status, 401);
        QCOMPARE(asked, 1);  // nothing newer could be shown: it is not tried twice
        const Error told =
            session.credentials().explained(kube::failure(Error::Kind::Unauthorized, u"Unauthorized"_s).error());
        const QString date = pki::qt(ended).first().expiryDate().toUTC().toString(Qt::ISODate);
        QVERIFY2(
            told.message.startsWith(u"Unauthorized; the client certificate \"me\" (%1) expired at %2; this machine's "
                                    "clock says "_s.arg(dir.filePath(u"cert"_s), date)),
            qPrintable(told.message));
        const Error other = kube::failure(Error::Kind::Unreachable, u"refused"_s).error();
        QCOMPARE(session.credentials().explained(other), other);
    }

    void N23_anEd25519KeyDoesAHandshake()
    {
        const pki::Authority authority;
        const pki::Key key = pki::key(pki::Algorithm::Ed25519);
        QTemporaryDir dir;
        pki::write(dir.filePath(u"ca"_s), pki::pem(authority.root));
        pki::write(dir.filePath(u"cert"_s), pki::pem(authority.sign(key, {.name = "ed"})));
        pki::write(dir.filePath(u"key"_s), pki::pem(key));
        QString peer;
        FaultServer server(
            [&](const Exchange &exchange) {
                peer = peerOf(exchange);
                exchange.answer(200, "{}");
            },
            pki::serverTls(authority, true));
        const auto connection = connectionIn(dir, server.url(), "client-certificate: cert, client-key: key");
        QVERIFY2(connection, connection ? "" : qPrintable(connection.error().message));
        net::Session session(*connection);
        const auto reply = ask(session);
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().message));
        QCOMPARE(peer, u"ed"_s);
    }

    void N23_theWholeChainIsShown()
    {
        const pki::Authority root;
        const pki::Key middleKey = pki::key();
        const pki::Certificate middle = root.sign(middleKey, {.name = "Middle", .isCa = true});
        const pki::Key key = pki::key();
        const QByteArray leaf = pki::pem(pki::certificate(key, {.name = "leaf"}, middle, middleKey));
        QTemporaryDir dir;
        pki::write(dir.filePath(u"ca"_s), pki::pem(root.root));
        pki::write(dir.filePath(u"key"_s), pki::pem(key));
        for (const bool isWhole : {true, false}) {
            pki::write(dir.filePath(u"cert"_s), isWhole ? leaf + pki::pem(middle) : leaf);
            qsizetype length = 0;
            FaultServer server(
                [&](const Exchange &exchange) {
                    length = qobject_cast<QSslSocket *>(exchange.socket)->peerCertificateChain().size();
                    exchange.answer(200, "{}");
                },
                pki::serverTls(root));
            const auto connection = connectionIn(dir, server.url(), "client-certificate: cert, client-key: key");
            QVERIFY2(connection, connection ? "" : qPrintable(connection.error().message));
            net::Session session(*connection);
            QVERIFY(ask(session));
            QVERIFY2(isWhole ? length >= 2 : length == 1, qPrintable(QString::number(length)));
        }
    }

    void aPluginsNewCertificateClosesConnectionsAndANewTokenDoesNot()
    {
        const pki::Authority authority;
        QTemporaryDir dir;
        const auto answer = [&](const QByteArray &name, const QString &token) {
            const pki::Key key = pki::key();
            const auto text = [](const QByteArray &pem) { return QString::fromLatin1(pem).replace(u'\n', u"\\n"_s); };
            const QString status =
                u"{\"token\":\"%1\",\"clientCertificateData\":\"%2\",\"clientKeyData\":\"%3\"}"_s.arg(
                    token, text(pki::pem(authority.sign(key, {.name = name}))), text(pki::pem(key)));
            pki::write(dir.filePath(u"out"_s), plugin::credential(status).toUtf8());
        };
        answer("first", u"t1"_s);
        QStringList peers;
        QByteArray refused = "none";
        FaultServer server(
            [&](const Exchange &exchange) {
                peers << peerOf(exchange);
                exchange.answer(exchange.headers.value("authorization") == refused ? 401 : 200, "{}");
            },
            pki::serverTls(authority));
        config::Connection connection = plugin::running(u"cat "_s + dir.filePath(u"out"_s));
        connection.server = server.url();
        connection.hasCustomCa = true;
        connection.ca = pki::qt(pki::pem(authority.root));
        net::Session session(connection);
        int renewals = 0;
        connect(&session.credentials(), &Credentials::identityChanged, this, [&] { ++renewals; });
        QVERIFY(ask(session));
        QCOMPARE(peers, {u"first"_s});
        QCOMPARE(renewals, 0);
        answer("second", u"t2"_s);
        refused = "Bearer t1";
        const auto reply = ask(session);
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
        QCOMPARE(peers.last(), u"second"_s);
        QCOMPARE(renewals, 1);
    }
};

QTEST_GUILESS_MAIN(TestRotation)
#include "test_rotation.moc"
