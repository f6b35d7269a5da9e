// SPDX-License-Identifier: Apache-2.0
#include "config/credentials.h"
#include "config/plugin/pluginuse.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using config::Connection;
using config::Credentials;
using config::Grant;

namespace {

Connection withPlugin(const QString &script)
{
    Connection connection;
    connection.server = QUrl(u"https://h"_s);
    connection.hasExec = true;
    connection.exec.command = u"/bin/sh"_s;
    connection.exec.arguments = {u"-c"_s, script};
    connection.exec.apiVersion = u"client.authentication.k8s.io/v1"_s;
    connection.exec.environment = {{u"PLUGIN_WORD"_s, u"from-env"_s}};
    connection.terms.gate = config::alwaysAllowed();
    return connection;
}

QString credential(const QString &status)
{
    return u"{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":%1}"_s.arg(
        status);
}

}  // namespace

class TestCredentials : public QObject {
    Q_OBJECT

    /** Asks once and waits for the answer. */
    static kube::Result<Grant> ask(Credentials &credentials)
    {
        std::optional<kube::Result<Grant>> answer;
        credentials.request(&credentials, [&](const kube::Result<Grant> &grant) { answer = grant; });
        [&] { QTRY_VERIFY(answer.has_value()); }();
        return answer.value_or(kube::Result<Grant>(Grant{}));
    }

private Q_SLOTS:
    void sendsTokenAndBasic()
    {
        Connection connection;
        connection.token = u"abc"_s;
        Credentials token(connection);
        QCOMPARE(ask(token)->authorization, "Bearer abc");
        connection.token.clear();
        connection.userName = u"n"_s;
        connection.password = u"p"_s;
        Credentials basic(connection);
        QCOMPARE(ask(basic)->authorization, "Basic bjpw");
    }

    void rereadsATokenFileAfter401AndKeepsTheLastGoodToken()
    {
        QTemporaryDir dir;
        const auto put = [&](const QByteArray &token) {
            QFile file(dir.filePath(u"t"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(token);
        };
        put("one\n");
        Connection connection;
        connection.tokenFile = dir.filePath(u"t"_s);
        connection.token = u"fallback"_s;
        Credentials credentials(connection);
        const auto first = ask(credentials);
        QCOMPARE(first->authorization, "Bearer one");
        put("");
        credentials.reject(first->serial);
        QCOMPARE(ask(credentials)->authorization, "Bearer one");
        put("two");
        credentials.reject(first->serial);
        QCOMPARE(ask(credentials)->authorization, "Bearer two");
    }

    void runsThePluginOnceForAll()
    {
        QTemporaryDir dir;
        const QString log = dir.filePath(u"runs"_s);
        Credentials credentials(
            withPlugin(u"echo run >> %1; echo '%2'"_s.arg(log, credential(u"{\"token\":\"'$PLUGIN_WORD'\"}"_s))));
        int answers = 0;
        for (int i = 0; i < 20; ++i) {
            credentials.request(this, [&](const kube::Result<Grant> &grant) {
                QVERIFY(grant);
                QCOMPARE(grant->authorization, "Bearer from-env");
                ++answers;
            });
        }
        QTRY_COMPARE(answers, 20);
        const auto again = ask(credentials);
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "run\n");
        credentials.reject(again->serial);
        QVERIFY(ask(credentials));
        file.seek(0);
        QCOMPARE(file.readAll(), "run\nrun\n");
    }

    void explainsAPluginThatFails_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("message");
        QTest::newRow("exit") << u"echo please log in >&2; exit 3"_s << u"failed with exit code 3: please log in"_s;
        QTest::newRow("junk") << u"echo junk"_s << u"decoding stdout: "_s;
        QTest::newRow("no status") << u"echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\"}'"_s
                                   << u"exec plugin didn't return a status field"_s;
        QTest::newRow("empty") << u"echo '%1'"_s.arg(credential(u"{}"_s))
                               << u"exec plugin didn't return a token or cert/key pair"_s;
        QTest::newRow("version") << u"echo '{\"apiVersion\":\"client.authentication.k8s.io/v1beta1\"}'"_s
                                 << u"plugin returned version client.authentication.k8s.io/v1beta1"_s;
        QTest::newRow("flood") << u"yes"_s << u"wrote more than 1 MiB"_s;
    }
    void explainsAPluginThatFails()
    {
        QFETCH(QString, script);
        QFETCH(QString, message);
        Credentials credentials(withPlugin(script));
        const auto grant = ask(credentials);
        QVERIFY(!grant);
        QVERIFY2(grant.error().message.contains(message), qPrintable(grant.error().message));
        // The next one is told at once: a broken plugin is not run in a loop.
        QCOMPARE(ask(credentials).error(), grant.error());
    }

    void namesAMissingPluginAndItsHint()
    {
        Connection connection = withPlugin({});
        connection.exec.command = u"no-such-plugin"_s;
        connection.exec.installHint = u"install it"_s;
        Credentials credentials(connection);
        const auto grant = ask(credentials);
        QVERIFY(!grant);
        QVERIFY(grant.error().message.startsWith(u"getting credentials: exec: executable no-such-plugin not found"_s));
        QVERIFY(grant.error().message.endsWith(u"install it"_s));
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "test_credentials.moc"
