// SPDX-License-Identifier: Apache-2.0
// Exec plugins that fail in every way that users meet.
#include "config/pki.h"
#include "config/plugin.h"
#include "config/plugin/plaintext.h"
#include "config/plugin/searchpath.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <csignal>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using config::Connection;
using config::Credentials;
using config::Grant;
using plugin::ask;
using plugin::credential;
using plugin::printing;
using plugin::running;

namespace {

/** False once the process has ended, though nobody may have collected it yet. */
bool isAlive(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    return file.open(QIODevice::ReadOnly) && !file.readAll().contains(") Z ");
}

qint64 numberIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
}

QString jsonPem(const QByteArray &pem)
{
    return QString::fromLatin1(pem).replace(u'\n', u"\\n"_s);
}

}  // namespace

class TestPlugin : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const QString &name) const { return m_dir.filePath(name); }
    QString script(const QString &name, const QByteArray &text, int mode = 0700) const
    {
        const QString path = pki::write(at(name), text);
        ::chmod(path.toUtf8().constData(), mode_t(mode));
        return path;
    }

private Q_SLOTS:
    void L12_whatCannotBeRunIsExplained_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("message");
        const QString start = u"getting credentials: exec: executable "_s;
        QTest::newRow("L12 not in PATH") << u"no-such-plugin"_s
                                         << start + u"no-such-plugin not found in PATH %1:/usr/bin"_s.arg(m_dir.path());
        QTest::newRow("L12 no file") << at(u"none"_s) << start + at(u"none"_s) + u" not found"_s;
        const QString plain = script(u"plain"_s, "#!/bin/sh\n", 0600);
        QTest::newRow("L12 not executable")
            << plain << start + u"%1 may not be run: %1 has no permission to execute"_s.arg(plain);
        QTest::newRow("L12 not executable in PATH")
            << u"plain"_s << start + u"plain may not be run: %1 has no permission to execute"_s.arg(plain);
        QTest::newRow("L12 wrong machine")
            << script(u"alien"_s, QByteArray("\x7f"
                                             "ELF\x02\x01\x01") +
                                      QByteArray(200, '\x02'))
            << u"it was made for another kind of machine, or is a script without a first "
               "line that names its interpreter"_s;
        QTest::newRow("L12 no interpreter line") << script(u"bare"_s, "echo hello\n") << u"Exec format error"_s;
        QTest::newRow("L12 folder") << m_dir.path() << start + m_dir.path() + u" not found"_s;
    }
    void L12_whatCannotBeRunIsExplained()
    {
        QFETCH(QString, command);
        QFETCH(QString, message);
        Connection connection = running({});
        connection.exec.command = command;
        connection.exec.arguments.clear();
        connection.exec.installHint = u"install it"_s;
        connection.terms.searchPath = m_dir.path() + u":/usr/bin"_s;
        Credentials credentials(connection);
        const auto grant = ask(credentials);
        QVERIFY(!grant);
        QVERIFY2(grant.error().message.contains(message), qPrintable(grant.error().message));
        if (message.contains(u"not found"_s))
            QVERIFY(grant.error().message.endsWith(u"\n\ninstall it"_s));
    }

    void L12_noShellLooksAtTheArguments()
    {
        const QString path = script(u"with space"_s, "#!/bin/sh\nprintf '%s|' \"$@\" > \"$OUT\"\n"
                                                     "echo '" +
                                                         credential(u"{\"token\":\"t\"}"_s).toUtf8() + "'\n");
        Connection connection = running({});
        connection.exec.command = path;
        connection.exec.arguments = {u"a b"_s, u"'q\""_s, u"$(touch x)"_s, u"*"_s, u";exit 1"_s, QString()};
        connection.exec.environment = {{u"OUT"_s, at(u"out"_s)}};
        Credentials credentials(connection);
        QVERIFY(ask(credentials));
        QFile out(at(u"out"_s));
        QVERIFY(out.open(QIODevice::ReadOnly));
        QCOMPARE(out.readAll(), "a b|'q\"|$(touch x)|*|;exit 1||");
    }

    void thePathOfTheLoginShellIsUsedAndGivenOn()
    {
        script(u"my-plugin"_s, "#!/bin/sh\nprintf '{\"apiVersion\":\"%s\",\"kind\":\"ExecCredential\",\"status\":"
                               "{\"token\":\"%s\"}}' client.authentication.k8s.io/v1 \"$PATH\"\n");
        Connection connection = running({});
        connection.exec.command = u"my-plugin"_s;
        connection.terms.searchPath = u"relative:"_s + m_dir.path() + u":/bin"_s;
        Credentials credentials(connection);
        QCOMPARE(ask(credentials)->authorization, "Bearer relative:" + m_dir.path().toUtf8() + ":/bin");
    }

    void theLoginShellIsAskedOnceAndNotForLong()
    {
        const auto pathFrom = [](const QString &shell, std::chrono::milliseconds limit) {
            config::LoginPath login(shell, limit);
            std::optional<QString> path;
            connect(&login, &config::LoginPath::found, &login, [&](const QString &found) {
                QVERIFY(!path);
                path = found;
            });
            login.start();
            [&] { QTRY_VERIFY(path.has_value()); }();
            return path.value_or(QString());
        };
        const QString own = qEnvironmentVariable("PATH");
        const QString talking = script(u"talking"_s, "#!/bin/sh\necho Welcome, PATH=/wrong\nPATH=/opt/tools:$PATH\n"
                                                     "export PATH\nshift; shift\neval \"$1\"\n");
        QVERIFY(!pathFrom(talking, 5s).contains(u"/wrong"_s));
        const QString chatty = script(u"chatty"_s, "#!/bin/sh\necho Welcome\nPATH=/opt/tools:$PATH\nexport PATH\n"
                                                   "[ \"$1\" = -l ] && [ \"$2\" = -c ] && eval \"$3\"\n");
        QCOMPARE(pathFrom(chatty, 5s), u"/opt/tools:"_s + own);
        const QString hanging =
            script(u"hanging"_s, "#!/bin/sh\necho $$ > " + at(u"shell-pid"_s).toUtf8() + "\nexec tail -f /dev/null\n");
        QCOMPARE(pathFrom(hanging, 300ms), own);
        QTRY_VERIFY(numberIn(at(u"shell-pid"_s)) > 0 && !isAlive(numberIn(at(u"shell-pid"_s))));
        QCOMPARE(pathFrom(at(u"no-shell"_s), 5s), own);
    }

    void L13_aPluginThatDoesNotEndIsEnded_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("L13 hangs") << u"exec tail -f /dev/null"_s;
        QTest::newRow("L13 ignores SIGTERM") << u"trap '' TERM HUP INT; while :; do :; done"_s;
        QTest::newRow("L13 child hangs too")
            << u"tail -f /dev/null & echo $! > %1; tail -f /dev/null"_s.arg(at(u"child"_s));
        QTest::newRow("L13 child ignores SIGTERM")
            << u"(trap '' TERM HUP; tail -f /dev/null) & echo $! > %1; wait"_s.arg(at(u"child"_s));
    }
    void L13_aPluginThatDoesNotEndIsEnded()
    {
        QFETCH(QString, body);
        QFile::remove(at(u"child"_s));
        QFile::remove(at(u"self"_s));
        Connection connection = running(u"echo $$ > %1; "_s.arg(at(u"self"_s)) + body);
        connection.terms.timeLimit = 400ms;
        Credentials credentials(connection);
        const auto grant = ask(credentials);
        QVERIFY(!grant);
        QCOMPARE(grant.error().message,
                 u"getting credentials: exec: executable /bin/sh did not end within 0.4 seconds"_s);
        QVERIFY(numberIn(at(u"self"_s)) > 0);
        QTRY_VERIFY(!isAlive(numberIn(at(u"self"_s))));
        if (body.contains(u"/child"_s)) {
            QVERIFY(numberIn(at(u"child"_s)) > 0);
            QTRY_VERIFY(!isAlive(numberIn(at(u"child"_s))));
        }
    }

    void L13_aDaemonThatHoldsThePipesHoldsNobodyUp()
    {
        // Not tail: it ends by itself as soon as nobody reads its output any more.
        Credentials credentials(
            running(u"sleep 600 & echo $! > %1; "_s.arg(at(u"daemon"_s)) + printing(u"{\"token\":\"t\"}"_s)));
        const auto grant = ask(credentials);
        QVERIFY2(grant, grant ? "" : qPrintable(grant.error().message));
        QCOMPARE(grant->authorization, "Bearer t");
        QVERIFY2(isAlive(numberIn(at(u"daemon"_s))), "it was not waited for");
        ::kill(pid_t(numberIn(at(u"daemon"_s))), SIGKILL);
    }

    void L13_theUserCanGiveUpWaiting()
    {
        Credentials credentials(running(u"echo $$ > %1; exec tail -f /dev/null"_s.arg(at(u"waited"_s))));
        QList<bool> waiting;
        connect(&credentials, &Credentials::waitingChanged, this, [&](bool is) { waiting << is; });
        std::optional<kube::Result<Grant>> answer;
        credentials.request(this, [&](const kube::Result<Grant> &grant) { answer = grant; });
        QTRY_VERIFY(numberIn(at(u"waited"_s)) > 0);
        QVERIFY(!answer);
        credentials.cancel();
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().kind, kube::Error::Kind::Cancelled);
        QTRY_VERIFY(!isAlive(numberIn(at(u"waited"_s))));
        QCOMPARE(waiting, (QList<bool>{true, false}));
    }

    void L13_whoGoesTakesThePluginAlong()
    {
        {
            Credentials credentials(running(u"echo $$ > %1; exec tail -f /dev/null"_s.arg(at(u"left"_s))));
            credentials.request(this, [](const kube::Result<Grant> &) { QFAIL("nobody is there any more"); });
            QTRY_VERIFY(numberIn(at(u"left"_s)) > 0);
        }
        QTRY_VERIFY(!isAlive(numberIn(at(u"left"_s))));
    }

    void L14_floodsAndNoise_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("message");
        const QString good = printing(u"{\"token\":\"planted-secret-0123456789\"}"_s);
        QTest::newRow("L14 stdout flood") << u"yes"_s << u"executable /bin/sh wrote more than 1 MiB"_s;
        QTest::newRow("L14 stderr flood")
            << u"yes >&2"_s << u"executable /bin/sh wrote more than 16 MiB to standard error"_s;
        QTest::newRow("L14 one endless line")
            << u"tr '\\0' x < /dev/zero"_s << u"executable /bin/sh wrote more than 1 MiB"_s;
        QTest::newRow("L14 banner") << u"printf 'Welcome \\033[31mto\\033]52;c;eA==\\a the cloud\\n'; "_s + good
                                    << u"; the output begins with: Welcome to the cloud"_s;
        QTest::newRow("L14 two documents") << good + u"; "_s + good << u"decoding stdout: "_s;
        QTest::newRow("L14 BOM") << u"printf '\\357\\273\\277'; "_s + good << QString();
    }
    void L14_floodsAndNoise()
    {
        QFETCH(QString, body);
        QFETCH(QString, message);
        Credentials credentials(running(body));
        const auto grant = ask(credentials);
        if (message.isEmpty()) {
            QVERIFY(grant);
            return;
        }
        QVERIFY(!grant);
        QVERIFY2(grant.error().message.contains(message), qPrintable(grant.error().message));
        QVERIFY(grant.error().message.size() < 2048);
        QVERIFY(!grant.error().message.contains(u"planted-secret"_s) && !grant.error().message.contains(u'\x1b'));
    }

    void L15_failuresAreToldWithTheirCode_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("message");
        const QString start = u"getting credentials: exec: executable /bin/sh "_s;
        QTest::newRow("L15 silent") << u"exit 7"_s << start + u"failed with exit code 7"_s;
        QTest::newRow("L15 with words") << u"echo 'please \033[1mlog in\033[0m' >&2; exit 3"_s
                                        << start + u"failed with exit code 3: please log in"_s;
        QTest::newRow("L15 signal") << u"kill -KILL $$"_s << start + u"was ended by signal 9"_s;
        QTest::newRow("L15 many words")
            << u"i=0; while [ $i -lt 30000 ]; do echo line $i >&2; i=$((i+1)); done; exit 1"_s << u"line 29999"_s;
    }
    void L15_failuresAreToldWithTheirCode()
    {
        QFETCH(QString, body);
        QFETCH(QString, message);
        const QString log = at(u"runs-"_s + QString::number(qHash(body)));
        Credentials credentials(running(u"echo >> %1; "_s.arg(log) + body));
        const auto grant = ask(credentials);
        QVERIFY(!grant);
        QCOMPARE(grant.error().kind, kube::Error::Kind::Config);
        if (message.startsWith(u"line"_s))
            QVERIFY(grant.error().message.endsWith(message) && grant.error().message.size() < 5000);
        else
            QCOMPARE(grant.error().message, message);
        // A failing plugin is not run for each of many watchers, but told to all of them at once.
        for (int watcher = 0; watcher < 50; ++watcher)
            QCOMPARE(ask(credentials).error(), grant.error());
        QCOMPARE(QFile(log).size(), 1);
    }

    void L16_answersThatAreNone_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("message");
        const QString start = u"getting credentials: "_s;
        const pki::Key own = pki::key();
        const QString chain = jsonPem(pki::pem(pki::certificate(own)));
        const QString key = jsonPem(pki::pem(own));
        const QString other = jsonPem(pki::pem(pki::key()));
        const auto pair = [](const QString &c, const QString &k) {
            return credential(u"{\"clientCertificateData\":\"%1\",\"clientKeyData\":\"%2\"}"_s.arg(c, k));
        };
        QTest::newRow("L16 wrong version")
            << credential(u"{\"token\":\"t\"}"_s, u"client.authentication.k8s.io/v1beta1"_s)
            << start + u"exec plugin is configured to use API version client.authentication.k8s.io/v1, plugin returned "
                       "version client.authentication.k8s.io/v1beta1"_s;
        QTest::newRow("L16 null status") << credential(u"null"_s)
                                         << start + u"exec plugin didn't return a status field"_s;
        QTest::newRow("L16 empty status")
            << credential(u"{}"_s) << start + u"exec plugin didn't return a token or cert/key pair"_s;
        QTest::newRow("L16 only certificate") << credential(u"{\"clientCertificateData\":\"%1\"}"_s.arg(chain))
                                              << start + u"exec plugin returned only certificate or key, not both"_s;
        QTest::newRow("L16 bad PEM") << pair(u"junk"_s, key)
                                     << start + u"no valid certificate found in status.clientCertificateData"_s;
        QTest::newRow("L16 bad key") << pair(chain, u"junk"_s)
                                     << start + u"no private key in PEM form found in status.clientKeyData"_s;
        QTest::newRow("L16 another's key") << pair(chain, other)
                                           << start + u"the private key of status.clientKeyData does not belong to the "
                                                      "certificate of status.clientCertificateData"_s;
        QTest::newRow("L16 pair") << pair(chain, key) << QString();
        QTest::newRow("L16 no time") << credential(u"{\"token\":\"t\",\"expirationTimestamp\":null}"_s) << QString();
        QTest::newRow("L16 year 9999") << credential(
                                              u"{\"token\":\"t\",\"expirationTimestamp\":\"9999-12-31T23:59:59Z\"}"_s)
                                       << QString();
        QTest::newRow("L16 no such time")
            << credential(u"{\"token\":\"t\",\"expirationTimestamp\":\"tomorrow\"}"_s)
            << start + u"decoding stdout: status.expirationTimestamp is not an RFC 3339 time"_s;
        QTest::newRow("L16 token with a line break")
            << credential(u"{\"token\":\"a\\nX-Evil: b\"}"_s)
            << start + u"exec plugin returned a token with characters that no header may hold"_s;
    }
    void L16_answersThatAreNone()
    {
        QFETCH(QString, output);
        QFETCH(QString, message);
        Credentials credentials(running(u"cat <<'END'\n%1\nEND"_s.arg(output)));
        const auto grant = ask(credentials);
        if (message.isEmpty()) {
            QVERIFY2(grant, grant ? "" : qPrintable(grant.error().message));
            QVERIFY(!grant->authorization.isEmpty() || !grant->clientChain.isEmpty());
            return;
        }
        QVERIFY(!grant);
        QCOMPARE(grant.error().message, message);
    }

    void L16_whatHasEndedAlreadyIsAskedForOnceMore()
    {
        const QString log = at(u"ended"_s);
        Credentials credentials(
            running(u"echo >> %1; "_s.arg(log) +
                    printing(u"{\"token\":\"t\",\"expirationTimestamp\":\"2020-01-01T00:00:00Z\"}"_s)));
        const auto grant = ask(credentials);
        QVERIFY(!grant);
        QCOMPARE(grant.error().kind, kube::Error::Kind::Unauthorized);
        QVERIFY(grant.error().message.startsWith(u"getting credentials: the new credentials had ended already, at "
                                                 "2020-01-01T00:00:00Z; this machine's clock says "_s));
        QCOMPARE(QFile(log).size(), 2);
        for (int i = 0; i < 20; ++i)
            QVERIFY(!ask(credentials));
        QCOMPARE(QFile(log).size(), 2);
    }

    void L17_manyWatchersShareOneRun()
    {
        const QString log = at(u"shared"_s);
        Credentials credentials(running(u"echo >> %1; "_s.arg(log) + printing(u"{\"token\":\"shared\"}"_s)));
        int answers = 0;
        for (int watcher = 0; watcher < 20; ++watcher) {
            credentials.request(this, [&](const kube::Result<Grant> &grant) {
                QVERIFY(grant);
                QCOMPARE(grant->authorization, "Bearer shared");
                ++answers;
            });
        }
        {
            QObject gone;
            credentials.request(&gone, [&](const kube::Result<Grant> &) { QFAIL("who asked is gone"); });
        }
        QTRY_COMPARE(answers, 20);
        QCOMPARE(QFile(log).size(), 1);
    }

    void L17_nobodyIsAskedOnATerminal()
    {
        // No standard input, no controlling terminal: a prompt fails at once instead of waiting for nobody.
        Credentials credentials(running(u"read answer && exit 8; (: < /dev/tty) 2>/dev/null && exit 9; "_s +
                                        printing(u"{\"token\":\"t\"}"_s)));
        const auto grant = ask(credentials);
        QVERIFY2(grant, grant ? "" : qPrintable(grant.error().message));
    }

    void L20_anEnvironmentThatIsTooLargeIsExplained()
    {
        Connection connection = running(printing(u"{\"token\":\"t\"}"_s));
        connection.exec.execInfo = QByteArray(200 * 1024, 'x');
        Credentials large(connection);
        QCOMPARE(
            ask(large).error().message,
            u"getting credentials: exec: KUBERNETES_EXEC_INFO is 200 KiB long, but this system passes at most 128 KiB "
            "to a program; the cluster's certificate authority is too large for provideClusterInfo"_s);
        connection.exec.execInfo = "{}";
        for (int i = 0; i < 30; ++i)
            connection.exec.environment.append({u"V%1"_s.arg(i), QString(120 * 1024, u'x')});
        Credentials many(connection);
        const QString message = ask(many).error().message;
        QVERIFY2(message.contains(u"Argument list too long"_s) && message.contains(u"larger than this system allows"_s),
                 qPrintable(message));
    }

    void foreignTextIsMadePlain()
    {
        const auto plain = [](const char *said) { return config::plainText(said, 200); };
        QCOMPARE(plain("a\x1b[31mb\x1b]0;title\x07"
                       "c\x01\x7f\r\n"),
                 u"abc"_s);
        QCOMPARE(plain("code ABCD-EFGH at https://example.com/devicelogin"),
                 u"code ABCD-EFGH at https://example.com/devicelogin"_s);
        QCOMPARE(plain("Authorization: Bearer short"), u"Authorization: Bearer ***"_s);
        QCOMPARE(plain("token=abc&x"), u"token=***&x"_s);
        QCOMPARE(plain("got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln back"), u"got *** back"_s);
        QCOMPARE(plain("\xe2\x80\xae"
                       "evil"),
                 u"evil"_s);
    }
};

QTEST_GUILESS_MAIN(TestPlugin)
#include "test_plugin.moc"
