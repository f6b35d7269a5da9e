// SPDX-License-Identifier: Apache-2.0
#include "config/file/privatekey.h"
#include "config/kubeconfig.h"
#include "config/pki.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
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

    void L11_nothingOfTheUserGoesOverPlainHttp()
    {
        const QByteArray exec = "exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: x}";
        const QByteArray oidc = "auth-provider: {name: oidc, config: {idp-issuer-url: 'https://i', client-id: c}}";
        for (const QByteArray &user :
             {QByteArray("token: abc"), QByteArray("username: jane, password: p"), QByteArray("tokenFile: t, as: jane"),
              exec, oidc, QByteArray("client-certificate: /none, client-key: /none")}) {
            for (const QByteArray server : {"server: 'http://h'", "server: h", "server: 'h:8080/p'"}) {
                const auto connection =
                    connectionOf(one(server + ", insecure-skip-tls-verify: true, tls-server-name: x", user));
                QVERIFY2(connection, connection ? "" : qPrintable(connection.error().message));
                QCOMPARE(connection->server.scheme(), u"http"_s);
                QVERIFY(connection->token.isEmpty() && connection->tokenFile.isEmpty());
                QVERIFY(connection->userName.isEmpty() && connection->password.isEmpty());
                QVERIFY(connection->impersonate.user.isEmpty() && !connection->hasExec);
                QVERIFY(connection->clientChain.isEmpty() && connection->oidc.issuer.isEmpty());
                QVERIFY(!connection->insecure && connection->tlsServerName.isEmpty());
            }
        }
    }

    void L11_pathPrefixAndSlash()
    {
        for (const auto &[written, meant] : {std::pair("https://h/", "https://h"),
                                             {"https://h:1/a/b/", "https://h:1/a/b"},
                                             {"https://h/a?x=1#y", "https://h/a"},
                                             {"https://[::1]:6443", "https://[::1]:6443"}})
            QCOMPARE(connectionOf(one(QByteArray("server: '") + written + "'", ""))->server,
                     QUrl(QString::fromLatin1(meant)));
    }

    void L10_theContextsAreThereThoughNoneIsCurrent()
    {
        for (const QByteArray current : {"", "current-context: gone\n"}) {
            const KubeConfig config =
                KubeConfig::fromText(one("server: 'https://h'", "").replace("current-context: c\n", current), u"/x"_s);
            QCOMPARE(config.contexts().size(), 1);
            QVERIFY(!config.connection());
            QVERIFY(config.connection(u"c"_s));
            QCOMPARE(config.connection(u"d"_s).error().message, u"context \"d\" does not exist"_s);
        }
    }

    void oneBrokenEntryDoesNotHideAnother()
    {
        const KubeConfig config =
            KubeConfig::fromText(one("server: 'https://h'", "token: t")
                                     .replace("users:\n", "users:\n- name: bad\n  user: {token: a, username: b}\n"),
                                 u"/x"_s);
        QVERIFY(config.errors().isEmpty());
        QVERIFY(config.connection());
    }

    void clusterAboutGoesToThePluginWhereItAsks()
    {
        const QByteArray exec = "exec: {apiVersion: client.authentication.k8s.io/v1, command: ./x, interactiveMode: "
                                "IfAvailable, provideClusterInfo: true}";
        const QByteArray cluster =
            "server: 'https://h/p', certificate-authority: " + tls("ca.pem").toUtf8() +
            ", tls-server-name: name, proxy-url: 'http://p:1', disable-compression: yes, extensions: "
            "[{name: client.authentication.k8s.io/exec, extension: {audience: a, n: 0x10, ok: yes}}]";
        const auto connection = connectionOf(one(cluster, exec));
        QVERIFY2(connection, connection ? "" : qPrintable(connection.error().message));
        QCOMPARE(connection->exec.command, u"/nowhere/x"_s);
        const QJsonObject whole = QJsonDocument::fromJson(connection->exec.execInfo).object();
        QCOMPARE(whole.value("kind"_L1).toString(), u"ExecCredential"_s);
        const QJsonObject spec = whole.value("spec"_L1).toObject();
        QCOMPARE(spec.value("interactive"_L1), QJsonValue(false));
        QJsonObject about = spec.value("cluster"_L1).toObject();
        const QByteArray ca = QByteArray::fromBase64(about.take("certificate-authority-data"_L1).toString().toLatin1());
        QVERIFY(ca.startsWith("-----BEGIN CERTIFICATE-----"));
        QCOMPARE(about,
                 (QJsonObject{{u"server"_s, u"https://h/p"_s},
                              {u"tls-server-name"_s, u"name"_s},
                              {u"proxy-url"_s, u"http://p:1"_s},
                              {u"disable-compression"_s, true},
                              {u"config"_s, QJsonObject{{u"audience"_s, u"a"_s}, {u"n"_s, 16}, {u"ok"_s, true}}}}));
        const auto plain = connectionOf(one(cluster, QByteArray(exec).replace(", provideClusterInfo: true", "")));
        QVERIFY(!plain->exec.execInfo.contains("cluster"));
    }

    void N23_everyKeyFormIsRead_data()
    {
        QTest::addColumn<pki::Algorithm>("algorithm");
        QTest::addColumn<pki::Form>("form");
        QTest::addColumn<QByteArray>("label");
        using enum pki::Algorithm;
        using enum pki::Form;
        QTest::newRow("N23 PKCS#1 RSA") << Rsa << Traditional << QByteArray("BEGIN RSA PRIVATE KEY");
        QTest::newRow("N23 PKCS#8 RSA") << Rsa << Pkcs8 << QByteArray("BEGIN PRIVATE KEY");
        QTest::newRow("N23 SEC1 EC") << Ec << Traditional << QByteArray("BEGIN EC PRIVATE KEY");
        QTest::newRow("N23 PKCS#8 EC") << Ec << Pkcs8 << QByteArray("BEGIN PRIVATE KEY");
        QTest::newRow("N23 Ed25519") << Ed25519 << Pkcs8 << QByteArray("BEGIN PRIVATE KEY");
    }
    void N23_everyKeyFormIsRead()
    {
        QFETCH(pki::Algorithm, algorithm);
        QFETCH(pki::Form, form);
        QFETCH(QByteArray, label);
        const pki::Authority authority;
        const pki::Key key = pki::key(algorithm);
        QTemporaryDir dir;
        const QByteArray keyPem = pki::pem(key, form);
        QVERIFY(keyPem.contains(label));
        pki::write(dir.filePath(u"key"_s), keyPem);
        // The chain brings its intermediate along: the whole of it is presented.
        pki::write(dir.filePath(u"cert"_s), pki::pem(authority.sign(key)) + pki::pem(authority.root));
        pki::write(dir.filePath(u"config"_s), one("server: 'https://h'", "client-certificate: cert, client-key: key"));
        const auto files = KubeConfig::load(dir.filePath(u"config"_s)).connection();
        QVERIFY2(files, files ? "" : qPrintable(files.error().message));
        QCOMPARE(files->clientChain.size(), 2);
        QVERIFY(!files->clientKey.isNull());
        QCOMPARE(files->clientKeyFile, dir.filePath(u"key"_s));
        const auto data = connectionOf(
            one("server: 'https://h'", "client-certificate-data: " + pki::pem(authority.sign(key)).toBase64() +
                                           ", client-key-data: " + keyPem.toBase64()));
        QVERIFY2(data, data ? "" : qPrintable(data.error().message));
        QVERIFY(data->clientKeyFile.isEmpty());
        QVERIFY(config::fits(data->clientKey, data->clientChain.first()));
    }

    void N23_aBadKeyIsNamed_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("why");
        const QString encrypted = u"is encrypted with a password, which is not supported"_s;
        const pki::Key own = pki::key(pki::Algorithm::Rsa);
        QTest::newRow("N23 encrypted PKCS#8") << pki::pem(own, pki::Form::EncryptedPkcs8) << encrypted;
        QTest::newRow("N23 encrypted PKCS#1") << pki::pem(own, pki::Form::EncryptedTraditional) << encrypted;
        QTest::newRow("N23 another's") << pki::pem(own) << u"does not belong to the certificate of "_s;
        QTest::newRow("N23 another's Ed25519")
            << pki::pem(pki::key(pki::Algorithm::Ed25519)) << u"does not belong to the certificate of "_s;
        QTest::newRow("N23 none") << QByteArray("hello") << u"no private key in PEM form found in "_s;
        QTest::newRow("N23 cut") << pki::pem(own).left(400) + "\n-----END PRIVATE KEY-----\n" << u"cannot be read"_s;
    }
    void N23_aBadKeyIsNamed()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, why);
        const pki::Authority authority;
        QTemporaryDir dir;
        pki::write(dir.filePath(u"cert"_s), pki::pem(authority.sign(pki::key())));
        pki::write(dir.filePath(u"key"_s), key);
        pki::write(dir.filePath(u"config"_s), one("server: 'https://h'", "client-certificate: cert, client-key: key"));
        const auto files = KubeConfig::load(dir.filePath(u"config"_s)).connection();
        QVERIFY(!files);
        const QString message = files.error().message;
        QVERIFY2(message.contains(why), qPrintable(message));
        QVERIFY2(message.startsWith(u"unable to read client-key %1 for u due to "_s.arg(dir.filePath(u"key"_s))),
                 qPrintable(message));
        const auto data =
            connectionOf(one("server: 'https://h'", "client-certificate: " + dir.filePath(u"cert"_s).toUtf8() +
                                                        ", client-key-data: " + key.toBase64()));
        QVERIFY(!data);
        QVERIFY2(data.error().message.contains(u"client-key-data"_s), qPrintable(data.error().message));
        QVERIFY(key.size() < 80 || !data.error().message.contains(QString::fromLatin1(key.mid(60, 20))));
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
        QTest::newRow("L09 two methods")
            << one("server: 'https://h'", "token: t, username: jane, password: p")
            << u"more than one authentication method found for u; found [token basicAuth], only one is allowed"_s;
        QTest::newRow("L09 insecure CA")
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
        QTest::newRow("L09 CA twice")
            << one("server: 'https://h', certificate-authority: ca, certificate-authority-data: YQ==", "")
            << u"certificate-authority-data and certificate-authority are both specified for k. "
               "certificate-authority-data will override."_s;
        QTest::newRow("L09 certificate twice")
            << one("server: 'https://h'", "client-certificate: c, client-certificate-data: YQ==, client-key: k")
            << u"client-cert-data and client-cert are both specified for u; client-cert-data will override"_s;
        QTest::newRow("L09 key twice")
            << one("server: 'https://h'", "client-certificate: c, client-key: k, client-key-data: YQ==")
            << u"client-key-data and client-key are both specified for u; client-key-data will override"_s;
        QTest::newRow("L09 no key") << one("server: 'https://h'", "client-certificate: c")
                                    << u"client-key-data or client-key must be specified for u to use the clientCert "
                                       "authentication method."_s;
        QTest::newRow("L09 exec and provider")
            << one("server: 'https://h'", "exec: {apiVersion: client.authentication.k8s.io/v1, command: x, "
                                          "interactiveMode: Never}, auth-provider: {name: oidc}")
            << u"authProvider cannot be provided in combination with an exec plugin for u"_s;
        for (const char *what : {"as-uid: '1'", "as-groups: [g]", "as-user-extra: {k: [v]}"})
            QTest::addRow("L09 without a user: %s", what)
                << one("server: 'https://h'", what)
                << u"requesting uid, groups or user-extra for u without impersonating a user"_s;
        QTest::newRow("L10 empty current-context") << one("server: 'https://h'", "").replace("current-context: c\n", "")
                                                   << u"no context is chosen: current-context is not set"_s;
        QTest::newRow("exec without command") << one("server: 'https://h'", "exec: {apiVersion: x}")
                                              << u"command must be specified for u to use exec authentication plugin"_s;
        QTest::newRow("exec without version")
            << one("server: 'https://h'", "exec: {command: x}")
            << u"apiVersion must be specified for u to use exec authentication plugin"_s;
        QTest::newRow("exec with a nameless variable")
            << one("server: 'https://h'",
                   "exec: {apiVersion: client.authentication.k8s.io/v1, command: x, env: [{value: v}]}")
            << u"env variable name must be specified for u to use exec authentication plugin"_s;
        QTest::newRow("exec without mode")
            << one("server: 'https://h'", "exec: {apiVersion: client.authentication.k8s.io/v1, command: x}")
            << u"interactiveMode must be specified for u to use exec authentication plugin"_s;
        QTest::newRow("exec in a strange mode")
            << one("server: 'https://h'",
                   "exec: {apiVersion: client.authentication.k8s.io/v1, command: x, interactiveMode: Sometimes}")
            << u"invalid interactiveMode for u: \"Sometimes\""_s;
        QTest::newRow("exec for a terminal only")
            << one("server: 'https://h'",
                   "exec: {apiVersion: client.authentication.k8s.io/v1, command: x, interactiveMode: Always}")
            << u"exec plugin cannot support interactive mode: standard input is not a terminal"_s;
        QTest::newRow("proxy") << one("server: 'https://h', proxy-url: 'ftp://u:hidden@p'", "")
                               << u"invalid 'proxy-url' \"ftp://p\" for cluster \"k\": unsupported scheme \"ftp\", "
                                  "must be http, https, or socks5"_s;
        QTest::newRow("gcp") << one("server: 'https://h'", "auth-provider: {name: gcp}")
                             << u"The gcp auth plugin has been removed. Use the exec plugin gke-gcloud-auth-plugin "
                                "instead."_s;
        QTest::newRow("azure") << one("server: 'https://h'", "auth-provider: {name: azure}")
                               << u"The azure auth plugin has been removed. Use the exec plugin kubelogin instead."_s;
        QTest::newRow("unknown provider") << one("server: 'https://h'", "auth-provider: {name: magic}")
                                          << u"no Auth Provider found for name \"magic\""_s;
        QTest::newRow("L11 no host") << one("server: 'https:///x'", "")
                                     << u"the server of cluster \"k\" is not an http or https URL"_s;
        QTest::newRow("L11 other scheme")
            << one("server: 'unix:///run/x'", "") << u"the server of cluster \"k\" is not an http or https URL"_s;
        QTest::newRow("L11 password in URL")
            << one("server: 'https://u:p@h'", "") << u"the server of cluster \"k\" must not hold a password"_s;
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
