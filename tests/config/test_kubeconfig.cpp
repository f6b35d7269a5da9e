// SPDX-License-Identifier: Apache-2.0
#include "config/kubeconfig.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using config::KubeConfig;
using kube::Error;

namespace {

/** One cluster, user and context `c`; the parts are inserted under cluster and user. */
QByteArray one(const QByteArray &cluster, const QByteArray &user, const QByteArray &context = {})
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: c\n"
           "clusters:\n- name: k\n  cluster: {" +
           cluster +
           "}\n"
           "users:\n- name: u\n  user: {" +
           user +
           "}\n"
           "contexts:\n- name: c\n  context: {cluster: k, user: u" +
           context + "}\n";
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QString tls(const char *name)
{
    return QStringLiteral(TEST_DATA "/tls/") + QString::fromLatin1(name);
}

kube::Result<config::Connection> connectionOf(const QByteArray &text)
{
    return KubeConfig::fromText(text, u"/nowhere/config"_s).connection();
}

}  // namespace

class TestKubeConfig : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { qunsetenv("KUBECONFIG"); }

    void readsATokenContext()
    {
        const auto connection = connectionOf(one("server: 'https://h:6443/prefix/'", "token: abc", ", namespace: dev"));
        QVERIFY(connection);
        QCOMPARE(connection->server, QUrl(u"https://h:6443/prefix"_s));
        QCOMPARE(connection->token, u"abc"_s);
        QCOMPARE(connection->defaultNamespace, u"dev"_s);
        QCOMPARE(connection->context, u"c"_s);
        QVERIFY(!connection->hasCustomCa);
    }

    void neverTakesATokenOverPlainHttp()
    {
        for (const QByteArray server : {"server: 'http://h'", "server: h"}) {
            const auto connection = connectionOf(one(server, "token: abc, username: ''"));
            QVERIFY(connection);
            QCOMPARE(connection->server.scheme(), u"http"_s);
            QVERIFY(connection->token.isEmpty());
        }
    }

    void readsEveryKeyForm_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *name : {"client.key", "client-pkcs8.key"})
            QTest::addRow("%s", name) << tls(name);
    }
    void readsEveryKeyForm()
    {
        QFETCH(QString, key);
        const auto connection =
            connectionOf(one("server: 'https://h', certificate-authority: " + tls("ca.pem").toUtf8(),
                             "client-certificate: " + tls("client.pem").toUtf8() + ", client-key: " + key.toUtf8()));
        QVERIFY2(connection, connection ? "" : qPrintable(connection.error().message));
        QVERIFY(connection->hasCustomCa);
        QCOMPARE(connection->ca.size(), 1);
        QCOMPARE(connection->clientChain.size(), 1);
        QVERIFY(!connection->clientKey.isNull());
    }

    void readsInlineData()
    {
        QFile file(tls("ca.pem"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto connection =
            connectionOf(one("server: 'https://h', certificate-authority-data: " + file.readAll().toBase64(), ""));
        QVERIFY(connection);
        QCOMPARE(connection->ca.first().subjectInfo(QSslCertificate::CommonName), {u"Gantry test authority"_s});
    }

    void resolvesPathsAgainstTheDefiningFile()
    {
        QTemporaryDir dir;
        QFile::copy(tls("ca.pem"), dir.filePath(u"ca.pem"_s));
        write(dir.filePath(u"config"_s), one("server: 'https://h', certificate-authority: ca.pem", "tokenFile: t"));
        const auto connection = KubeConfig::load(dir.filePath(u"config"_s)).connection();
        QVERIFY(connection);
        QCOMPARE(connection->ca.size(), 1);
        QCOMPARE(connection->tokenFile, dir.filePath(u"t"_s));
    }

    void mergesWithTheFirstFileFirst()
    {
        QTemporaryDir dir;
        write(dir.filePath(u"a"_s), one("server: 'https://first'", "token: one"));
        QByteArray second = one("server: 'https://second', insecure-skip-tls-verify: true", "token: two");
        second.replace("current-context: c", "current-context: d").replace("- name: c\n", "- name: d\n");
        write(dir.filePath(u"b"_s), second);
        write(dir.filePath(u"broken"_s), "clusters: [\n");
        const QString list = dir.filePath(u"a"_s) + u':' + dir.filePath(u"missing"_s) + u"::"_s +
                             dir.filePath(u"broken"_s) + u':' + dir.filePath(u"b"_s);
        qputenv("KUBECONFIG", list.toUtf8());
        const KubeConfig config = KubeConfig::load();
        QCOMPARE(config.files().size(), 2);
        QCOMPARE(config.errors().size(), 1);
        QCOMPARE(config.errors().first().kind, Error::Kind::Input);
        QVERIFY(config.errors().first().where.startsWith(dir.filePath(u"broken"_s) + u":2:"_s));
        QCOMPARE(config.currentContext(), u"c"_s);
        QCOMPARE(config.contexts().size(), 2);
        const auto connection = config.connection(u"d"_s);
        QVERIFY(connection);
        QCOMPARE(connection->server.host(), u"first"_s);
        QCOMPARE(connection->token, u"one"_s);
        QVERIFY(!connection->insecure);
    }

    void namesFileLineAndColumnOfBadYaml()
    {
        const KubeConfig config = KubeConfig::fromText("clusters:\n- name: a\n   cluster: x\n", u"/x/config"_s);
        QCOMPARE(config.errors().size(), 1);
        QCOMPARE(config.errors().first().where, u"/x/config:3:11"_s);
        QVERIFY(config.errors().first().message.startsWith(u"error loading config file \"/x/config\": "_s));
    }

    void refusesADuplicateName()
    {
        const KubeConfig config = KubeConfig::fromText("users:\n- name: a\n- name: a\n", u"/x"_s);
        QVERIFY(config.errors().first().message.endsWith(u"duplicate name \"a\" in list"_s));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("nothing") << QByteArray()
                                 << u"invalid configuration: no configuration has been provided, try "
                                    "setting KUBERNETES_MASTER environment variable"_s;
        QTest::newRow("no context") << one("server: 'https://h'", "").replace("- name: c", "- name: d")
                                    << u"context was not found for specified context: c"_s;
        QTest::newRow("no user") << one("server: 'https://h'", "").replace("user: u", "user: v")
                                 << u"user \"v\" was not found for context \"c\""_s;
        QTest::newRow("no cluster") << one("server: 'https://h'", "").replace("cluster: k", "cluster: q")
                                    << u"cluster \"q\" was not found for context \"c\""_s;
        QTest::newRow("no server") << one("", "") << u"no server found for cluster \"k\""_s;
        QTest::newRow("two methods")
            << one("server: 'https://h'", "token: t, username: jane, password: p")
            << u"more than one authentication method found for u; found [token basicAuth], only one is allowed"_s;
        QTest::newRow("insecure CA")
            << one("server: 'https://h', insecure-skip-tls-verify: true, certificate-authority-data: YQ==", "")
            << u"specifying a root certificates file with the insecure flag is not allowed"_s;
        QTest::newRow("namespace")
            << one("server: 'https://h'", "", ", namespace: A_b")
            << u"namespace \"A_b\" for context \"c\" does not conform to the kubernetes DNS_LABEL rules"_s;
        QTest::newRow("no CA file")
            << one("server: 'https://h', certificate-authority: /none/ca", "")
            << u"unable to read certificate-authority /none/ca for k due to No such file or directory"_s;
        QTest::newRow("alpha plugin") << one("server: 'https://h'",
                                             "exec: {apiVersion: client.authentication.k8s.io/v1alpha1, command: x}")
                                      << u"exec plugin: invalid apiVersion \"client.authentication.k8s.io/v1alpha1\""_s;
        QTest::newRow("password in URL") << one("server: 'https://u:p@h'", "")
                                         << u"the server of cluster \"k\" must not hold a password"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const auto connection = connectionOf(text);
        QVERIFY(!connection);
        QCOMPARE(connection.error().message, message);
    }

    void neverQuotesASecret()
    {
        const auto connection =
            connectionOf(one("server: 'https://h'", "client-certificate-data: U0VDUkVU, client-key-data: U0VDUkVU"));
        QVERIFY(!connection);
        QVERIFY(!connection.error().message.contains(u"SECRET"_s) &&
                !connection.error().message.contains(u"U0VDUkVU"_s));
    }

    void anExplicitFileMustBeThere()
    {
        const KubeConfig config = KubeConfig::load(u"/none/config"_s);
        QCOMPARE(config.errors().first().kind, Error::Kind::File);
        QVERIFY(!config.connection());
        QCOMPARE(config.connection().error().where, u"/none/config"_s);
    }
};

QTEST_GUILESS_MAIN(TestKubeConfig)
#include "test_kubeconfig.moc"
