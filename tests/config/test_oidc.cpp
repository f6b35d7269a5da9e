// SPDX-License-Identifier: Apache-2.0
// The legacy auth-provider oidc: read, refreshed at its issuer, never written.
#include "config/idtoken.h"
#include "config/kubeconfig.h"
#include "config/pkitls.h"
#include "config/plugin.h"
#include "net/fetch.h"
#include "net/session.h"
#include "support/faultserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using kube::Error;
using support::Exchange;
using support::FaultServer;

namespace {

/** A JWT nobody signed, with an end so many seconds from now. */
QByteArray jwt(qint64 seconds, const QByteArray &mark)
{
    const auto part = [](const QByteArray &json) {
        return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part("{\"alg\":\"none\"}") + '.' +
           part("{\"exp\":" + QByteArray::number(QDateTime::currentSecsSinceEpoch() + seconds) + ",\"m\":\"" + mark +
                "\"}") +
           ".c2ln";
}

}  // namespace

class TestOidc : public QObject {
    Q_OBJECT

    pki::Authority m_authority;
    QTemporaryDir m_dir;

    /** A kubeconfig whose user has that token, for that API server and issuer. */
    config::Connection connection(const QUrl &server, const QString &issuer, const QByteArray &idToken,
                                  const QByteArray &more)
    {
        const QByteArray ca = pki::pem(m_authority.root).toBase64();
        const QByteArray text = "current-context: c\nclusters: [{name: k, cluster: {server: '" + server.toEncoded() +
                                "', certificate-authority-data: " + ca +
                                "}}]\nusers: [{name: u, user: {auth-provider: {name: oidc, config: {idp-issuer-url: '" +
                                issuer.toUtf8() + "', client-id: 'the client', idp-certificate-authority-data: " + ca +
                                ", id-token: '" + idToken + "'" + more +
                                "}}}}]\ncontexts: [{name: c, context: {cluster: k, user: u}}]\n";
        const auto read = config::KubeConfig::load(pki::write(m_dir.filePath(u"config"_s), text)).connection();
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return *read;
    }

    static kube::Result<net::Reply> ask(net::Session &session)
    {
        std::optional<kube::Result<net::Reply>> answer;
        QObject context;
        net::Request request;
        request.path = u"/api"_s;
        connect(session.fetch(request, &session), &net::Fetch::finished, &context,
                [&](const kube::Result<net::Reply> &reply) { answer = reply; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000); }();
        return answer.value_or(kube::Result<net::Reply>(net::Reply{}));
    }

    /** What the issuer does: discovery as it should be, and the token endpoint as the test wants it. */
    struct Issuer {
        FaultServer server;
        QList<QByteArray> forms;
        QByteArray authorization;
        QByteArray methods;
        QString name;
        QString endpoint;
        int status = 200;
        QByteArray answer;

        explicit Issuer(const pki::Authority &authority)
            : server([this](const Exchange &exchange) { reply(exchange); }, pki::serverTls(authority)),
              name(server.url().toString() + u"/realm"_s), endpoint(server.url().toString() + u"/realm/token?x=1"_s)
        {
        }
        void reply(const Exchange &exchange)
        {
            if (exchange.verb == "GET" && exchange.url.path() == "/realm/.well-known/openid-configuration"_L1) {
                exchange.answer(200, "{\"issuer\":\"" + name.toUtf8() + "\",\"token_endpoint\":\"" + endpoint.toUtf8() +
                                         "\"" + methods + "}");
                return;
            }
            QCOMPARE(exchange.url.toString(), u"/realm/token?x=1"_s);
            QCOMPARE(exchange.verb, "POST");
            QCOMPARE(exchange.headers.value("content-type"), "application/x-www-form-urlencoded");
            forms << exchange.body;
            authorization = exchange.headers.value("authorization");
            exchange.answer(status, answer);
        }
    };

private Q_SLOTS:
    void aGoodTokenIsUsedAsItIs()
    {
        Issuer issuer(m_authority);
        QByteArray shown;
        FaultServer server(
            [&](const Exchange &exchange) {
                shown = exchange.headers.value("authorization");
                exchange.answer(200, "{}");
            },
            pki::serverTls(m_authority));
        const QByteArray token = jwt(3600, "good");
        net::Session session(connection(server.url(), issuer.name, token, {}));
        QVERIFY(ask(session));
        QCOMPARE(shown, "Bearer " + token);
        QVERIFY(issuer.forms.isEmpty());
    }

    void anEndedTokenIsRefreshedInMemory_data()
    {
        QTest::addColumn<qint64>("left");
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("methods");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QByteArray>("form");
        const QByteArray form = "grant_type=refresh_token&refresh_token=r%2F1";
        const QByteArray client = "&client_id=the%20client";
        QTest::newRow("public client") << qint64(-60) << QByteArray() << QByteArray() << QByteArray() << form + client;
        QTest::newRow("10 s early") << qint64(8) << QByteArray() << QByteArray() << QByteArray() << form + client;
        QTest::newRow("secret") << qint64(-60) << QByteArray("s:1") << QByteArray()
                                << "Basic " + QByteArray("the%20client:s%3A1").toBase64() << form;
        QTest::newRow("secret in the form")
            << qint64(-60) << QByteArray("s:1")
            << QByteArray(",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]") << QByteArray()
            << form + client + "&client_secret=s%3A1";
    }
    void anEndedTokenIsRefreshedInMemory()
    {
        QFETCH(qint64, left);
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, methods);
        QFETCH(QByteArray, authorization);
        QFETCH(QByteArray, form);
        Issuer issuer(m_authority);
        const QByteArray fresh = jwt(3600, "fresh");
        issuer.methods = methods;
        issuer.answer = "{\"id_token\":\"" + fresh + "\",\"refresh_token\":\"r/2\"}";
        QByteArray shown;
        int refuse = 0;
        FaultServer server(
            [&](const Exchange &exchange) {
                shown = exchange.headers.value("authorization");
                exchange.answer(refuse-- > 0 ? 401 : 200, "{}");
            },
            pki::serverTls(m_authority));
        const config::Connection to = connection(server.url(), issuer.name, jwt(left, "old"),
                                                 ", refresh-token: r/1, client-secret: '" + secret + "'");
        QFile file(m_dir.filePath(u"config"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        net::Session session(to);
        const auto reply = ask(session);
        QVERIFY2(reply, reply ? "" : qPrintable(reply.error().message));
        QCOMPARE(shown, "Bearer " + fresh);
        QCOMPARE(issuer.forms, {form});
        QCOMPARE(issuer.authorization, authorization);
        refuse = 1;  // the server wants another: with the refresh token that came with the last one
        const QByteArray fresher = jwt(3600, "fresher");
        issuer.answer = "{\"id_token\":\"" + fresher + "\"}";
        QCOMPARE(ask(session)->status, 200);
        QCOMPARE(shown, "Bearer " + fresher);
        QVERIFY(issuer.forms.last().startsWith("grant_type=refresh_token&refresh_token=r%2F2"));
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }

    void whatGoesWrongIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("message");
        const QString start = u"getting credentials: oidc: the token issuer "_s;
        QTest::newRow("refused")
            << 400 << QByteArray("{\"error\":\"invalid_grant\",\"error_description\":\"Token \\u001b[1mexpired\"}")
            << int(Error::Kind::Unauthorized)
            << start + u"answered with HTTP status 400: invalid_grant: Token expired"_s;
        QTest::newRow("broken") << 503 << QByteArray("<html>") << int(Error::Kind::Protocol)
                                << start + u"answered with HTTP status 503"_s;
        QTest::newRow("no token") << 200 << QByteArray("{\"access_token\":\"planted\"}")
                                  << int(Error::Kind::Unauthorized)
                                  << start + u"gave no id_token; log in again with the scope \"openid\""_s;
        QTest::newRow("no JWT") << 200 << QByteArray("{\"id_token\":\"planted\"}") << int(Error::Kind::Config)
                                << u"ID Token is not a valid JWT"_s;
        QTest::newRow("text") << 200 << QByteArray("planted") << int(Error::Kind::Protocol)
                              << start + u"answered with HTTP status 200"_s;
    }
    void whatGoesWrongIsSaid()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, answer);
        QFETCH(int, kind);
        QFETCH(QString, message);
        Issuer issuer(m_authority);
        issuer.status = status;
        issuer.answer = answer;
        int asked = 0;
        FaultServer server([&](const Exchange &) { ++asked; }, pki::serverTls(m_authority));
        net::Session session(connection(server.url(), issuer.name, jwt(-60, "old"), ", refresh-token: planted"));
        const auto reply = ask(session);
        QVERIFY(!reply);
        QCOMPARE(reply.error().message, message);
        QCOMPARE(int(reply.error().kind), kind);
        for (int watcher = 0; watcher < 10; ++watcher)
            QVERIFY(!ask(session));
        QCOMPARE(issuer.forms.size(), 1);  // and not in a loop
        QCOMPARE(asked, 0);
    }

    void anIssuerThatIsNotItselfGetsNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("message");
        QTest::newRow("other name") << u"https://other"_s << QString() << u"calls itself by another name"_s;
        QTest::newRow("plain http") << QString() << u"http://127.0.0.1/token"_s << u"names no https token endpoint"_s;
        QTest::newRow("a file") << QString() << u"file:///etc/passwd"_s << u"names no https token endpoint"_s;
    }
    void anIssuerThatIsNotItselfGetsNothing()
    {
        QFETCH(QString, name);
        QFETCH(QString, endpoint);
        QFETCH(QString, message);
        Issuer issuer(m_authority);
        const QString asked = issuer.name;
        if (!name.isEmpty())
            issuer.name = name;
        if (!endpoint.isEmpty())
            issuer.endpoint = endpoint;
        net::Session session(connection(QUrl(u"https://127.0.0.1:9"_s), asked, jwt(-60, "old"), ", refresh-token: r"));
        const auto reply = ask(session);
        QVERIFY(!reply);
        QVERIFY2(reply.error().message.contains(message), qPrintable(reply.error().message));
        QVERIFY(issuer.forms.isEmpty());
    }

    void withoutARefreshTokenThereIsNothingToDo()
    {
        net::Session session(connection(QUrl(u"https://127.0.0.1:9"_s), u"https://127.0.0.1:9"_s, jwt(-60, "old"), {}));
        const auto reply = ask(session);
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Unauthorized);
        QCOMPARE(reply.error().message, u"No valid id-token, and cannot refresh without refresh-token"_s);
    }

    void theEndOfAToken()
    {
        const auto end = config::idTokenEnd(QString::fromLatin1(jwt(100, "x")));
        QVERIFY(end);
        QVERIFY(qAbs(end->unixMilliseconds() / 1000 - QDateTime::currentSecsSinceEpoch() - 100) <= 1);
        for (const char *bad : {"", "a", "a.b.c", "a.!!.c", "e30", "..", "e30.e30.e30.e30"})
            QVERIFY(!config::idTokenEnd(QString::fromLatin1(bad)));
        QVERIFY(config::idTokenEnd(u"e30.e30.e30"_s)->isNull());
    }
};

QTEST_GUILESS_MAIN(TestOidc)
#include "test_oidc.moc"
