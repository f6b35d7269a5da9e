// SPDX-License-Identifier: Apache-2.0
// Whether a plugin may be run at all, and what is suspicious about a kubeconfig.
#include "config/kubeconfig.h"
#include "config/pki.h"
#include "config/plugin.h"
#include "config/plugin/consent.h"
#include "config/plugin/policy.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using config::Consent;
using config::KubeConfig;
using config::PluginPolicy;
using config::Suspicion;
using kube::Error;

class TestConsent : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const QString &name) const { return m_dir.filePath(name); }
    static void mode(const QString &path, int bits) { QVERIFY(::chmod(path.toUtf8().constData(), mode_t(bits)) == 0); }

    /** A kubeconfig in a folder of its own whose plugin leaves a trace. */
    QString kubeconfig(const QString &folder) const
    {
        QDir(m_dir.path()).mkdir(folder);
        const QString trace = at(folder + u"/ran"_s);
        const QString script = pki::write(
            at(folder + u"/plugin"_s),
            ("#!/bin/sh\necho >> "_L1 + trace + '\n'_L1 + plugin::printing(u"{\"token\":\"t\"}"_s) + '\n'_L1).toUtf8());
        mode(script, 0700);
        const QString path = pki::write(
            at(folder + u"/config"_s),
            "current-context: c\nclusters: [{name: k, cluster: {server: 'https://h'}}]\nusers: [{name: u, user: {exec: "
            "{apiVersion: client.authentication.k8s.io/v1, command: ./plugin, args: [a], interactiveMode: Never, env: "
            "[{name: KEY, value: planted}]}}}]\ncontexts: [{name: c, context: {cluster: k, user: u}}]\n");
        mode(path, 0600);
        return path;
    }
    static config::Connection open(const QString &path) { return *KubeConfig::load(path).connection(); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("HOME", at(u"home"_s).toUtf8());
        QDir(m_dir.path()).mkpath(u"home/.kube"_s);
        qunsetenv("KUBERC");
    }

    void L19_nothingRunsBeforeConsent()
    {
        config::Connection connection = open(kubeconfig(u"import"_s));
        config::Credentials silent(connection);
        const auto refused = plugin::ask(silent);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Unauthorized);
        QCOMPARE(refused.error().reason, config::ConsentNeeded);
        QVERIFY(refused.error().message.contains(at(u"import/plugin"_s)));
        QVERIFY(!QFile::exists(at(u"import/ran"_s)));

        const Consent consent(at(u"store/consent.json"_s));
        connection.terms.gate = consent.gate();
        config::Credentials asking(connection);
        QVERIFY(!plugin::ask(asking));
        QVERIFY(!QFile::exists(at(u"import/ran"_s)));
        const config::PluginUse use = config::pluginUse(connection);
        QCOMPARE(use.argv, (QList<QString>{at(u"import/plugin"_s), u"a"_s}));
        QCOMPARE(use.kubeconfig, at(u"import/config"_s));
        QCOMPARE(use.server, u"https://h"_s);
        QCOMPARE(use.environmentNames, {u"KEY"_s});
        QCOMPARE(use.resolvedPath, at(u"import/plugin"_s));
        QVERIFY(consent.grant(use));
        QVERIFY(plugin::ask(asking));  // at once: a "not yet" costs no rest
        QCOMPARE(QFile(at(u"import/ran"_s)).size(), 1);
    }

    void L19_whoeverChangesThePluginIsAskedAgain_data()
    {
        QTest::addColumn<int>("what");
        int what = 0;
        for (const char *name :
             {"command", "arguments", "variable", "value", "program", "kubeconfig", "server", "version"})
            QTest::addRow("L19 %s", name) << what++;
    }
    void L19_whoeverChangesThePluginIsAskedAgain()
    {
        QFETCH(int, what);
        const QString path = kubeconfig(u"change"_s);
        config::Connection connection = open(path);
        const config::PluginUse before = config::pluginUse(connection);
        QCOMPARE(config::pluginUse(open(path)), before);
        switch (what) {
        case 0: connection.exec.command = u"/bin/sh"_s; break;
        case 1: connection.exec.arguments = {u"a "_s}; break;
        case 2: connection.exec.environment.append({u"MORE"_s, {}}); break;
        case 3: connection.exec.environment.first().second = u"other"_s; break;
        case 4: pki::write(at(u"change/plugin"_s), "#!/bin/sh\n"); break;
        case 5: connection.exec.kubeconfig += u"2"_s; break;
        case 6: connection.server = QUrl(u"https://evil"_s); break;
        default: connection.exec.apiVersion += u"beta1"_s; break;
        }
        const config::PluginUse after = config::pluginUse(connection);
        QVERIFY(after.hash != before.hash);
        QVERIFY(config::allowedFor(before.hash)(before));
        QVERIFY(!config::allowedFor(before.hash)(after));
        QVERIFY(config::alwaysAllowed()(after));
    }

    void theStoreIsPrivateAndHoldsNoSecret()
    {
        const QString file = at(u"private/folder/consent.json"_s);
        const Consent consent(file);
        config::Connection connection = open(kubeconfig(u"private-config"_s));
        connection.exec.arguments = {u"--secret=planted"_s};
        const config::PluginUse use = config::pluginUse(connection);
        QVERIFY(consent.grant(use));
        QCOMPARE(QFileInfo(file).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        struct stat folder{};
        QVERIFY(::stat(at(u"private/folder"_s).toUtf8().constData(), &folder) == 0);
        QCOMPARE(folder.st_mode & 0777U, 0700U);
        QFile stored(file);
        QVERIFY(stored.open(QIODevice::ReadOnly));
        QVERIFY(!stored.readAll().contains("planted"));
        QCOMPARE(consent.all().size(), 1);
        QCOMPARE(consent.all().first().program, use.resolvedPath);
        QVERIFY(consent.isGranted(use.hash));
        QVERIFY(consent.withdraw(use.hash));
        QVERIFY(!consent.isGranted(use.hash));
        QVERIFY(!consent.isGranted({}));
    }

    void aStoreThatCannotBeTrustedIsEmpty_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("bits");
        const QByteArray good = R"({"version":1,"plugins":[{"hash":"abc"}]})";
        QTest::newRow("L21 corrupt") << good.left(20) << 0600;
        QTest::newRow("L21 other version") << QByteArray(good).replace(":1,", ":2,") << 0600;
        QTest::newRow("L21 written by others") << good << 0622;
        QTest::newRow("L21 too large") << good + QByteArray(2'000'000, ' ') << 0600;
        QTest::newRow("good") << good << 0600;
    }
    void aStoreThatCannotBeTrustedIsEmpty()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, bits);
        const QString file = pki::write(at(u"trust.json"_s), text);
        mode(file, bits);
        const Consent consent(file);
        QCOMPARE(consent.isGranted("abc"), QByteArray(QTest::currentDataTag()) == "good");
        config::PluginUse use;
        use.hash = "def";
        QVERIFY(consent.grant(use));  // and is written anew
        QVERIFY(consent.isGranted("def"));
    }

    void L22_twoWritersLoseNothing()
    {
        const QString file = at(u"two.json"_s);
        constexpr int Each = 40;
        const auto write = [&](char who) {
            for (int i = 0; i < Each; ++i) {
                config::PluginUse use;
                use.hash = who + QByteArray::number(i);
                QVERIFY(Consent(file).grant(use));
            }
        };
        {
            const std::jthread first(write, 'a');
            const std::jthread second(write, 'b');
        }
        QCOMPARE(Consent(file).all().size(), 2 * Each);
    }

    void L22_aLockThatIsHeldIsRespectedButNotForEver()
    {
        const QString file = at(u"held.json"_s);
        QLockFile held(file + u".lock"_s);
        QVERIFY(held.lock());
        const auto granted = Consent(file).grant({});
        QVERIFY(!granted);
        QCOMPARE(granted.error().kind, Error::Kind::File);
        QCOMPARE(granted.error().where, file);
        QVERIFY(!QFile::exists(file));
    }

    void L06_whatEveryoneMayWriteRunsNothing_data()
    {
        QTest::addColumn<int>("fileBits");
        QTest::addColumn<int>("folderBits");
        QTest::addColumn<bool>("runs");
        QTest::newRow("L06 private") << 0600 << 0700 << true;
        QTest::newRow("L06 readable") << 0644 << 0755 << true;
        QTest::newRow("L06 group may write") << 0660 << 0770 << true;
        QTest::newRow("L06 everyone may write the file") << 0602 << 0700 << false;
        QTest::newRow("L06 everyone may write the folder") << 0600 << 0777 << false;
        QTest::newRow("L06 sticky folder") << 0600 << 01777 << true;
    }
    void L06_whatEveryoneMayWriteRunsNothing()
    {
        QFETCH(int, fileBits);
        QFETCH(int, folderBits);
        QFETCH(bool, runs);
        const QString path = kubeconfig(u"mode"_s);
        QFile::remove(at(u"mode/ran"_s));
        config::Connection connection = open(path);
        connection.terms.gate = config::alwaysAllowed();
        mode(path, fileBits);
        mode(at(u"mode"_s), folderBits);
        config::Credentials credentials(connection);
        const auto grant = plugin::ask(credentials);
        const auto found = KubeConfig::load(path).suspicions();
        mode(at(u"mode"_s), 0700);
        QCOMPARE(grant.has_value(), runs);
        QCOMPARE(QFile::exists(at(u"mode/ran"_s)), runs);
        const auto has = [&](Suspicion::What what) {
            return std::ranges::any_of(found, [&](const Suspicion &one) { return one.what == what; });
        };
        QCOMPARE(has(Suspicion::What::WritableByAll), !runs);
        QCOMPARE(has(Suspicion::What::ReadableByAll), (fileBits & 0044) != 0);
        if (!runs)
            QCOMPARE(grant.error().message,
                     u"getting credentials: exec: %1 or its folder can be written by everyone: its "
                     "plugin is not run"_s.arg(path));
    }

    void L06_anotherOwnerIsNamed()
    {
        const QString path = kubeconfig(u"owner"_s);
        if (::geteuid() == 0)
            QVERIFY(::chown(path.toUtf8().constData(), 65534, 65534) == 0);
        const auto found = KubeConfig::load(path).suspicions();
        const bool isNamed =
            std::ranges::any_of(found, [](const Suspicion &one) { return one.what == Suspicion::What::OtherOwner; });
        QCOMPARE(isNamed, ::geteuid() == 0);  // only root can give a file away
    }

    void L19_anImportIsLookedThrough()
    {
        const QString path = pki::write(
            at(u"download"_s),
            "clusters:\n- {name: a, cluster: {server: 'http://h', proxy-url: 'http://u:planted@p:1'}}\n"
            "- {name: b, cluster: {server: 'https://h', insecure-skip-tls-verify: true, certificate-authority: ca}}\n"
            "users:\n- {name: x, user: {exec: {command: sh, args: [-c, evil], apiVersion: v}}}\n"
            "- {name: xw, user: {tokenFile: /home/me/.ssh/id_rsa, client-key: ../key, client-certificate: '" +
                at(u"home/.kube/cert"_s).toUtf8() +
                "'}}\n"
                "- {name: z, user: {token: planted, auth-provider: {name: oidc, config: {idp-issuer-url: "
                "'https://issuer/x?planted', refresh-token: planted}}}}\n");
        mode(path, 0600);
        const auto found = KubeConfig::load(path).suspicions();
        QList<std::pair<int, QString>> seen;
        for (const Suspicion &one : found) {
            QCOMPARE(one.file, path);
            QVERIFY2(!one.detail.contains(u"planted"_s), qPrintable(one.detail));
            seen.append({int(one.what), one.entry + u'|' + one.field + u'|' + one.detail});
        }
        using enum Suspicion::What;
        const QString above = QDir::cleanPath(m_dir.path() + u"/../key"_s);
        QCOMPARE(seen,
                 (QList<std::pair<int, QString>>{{int(RunsProgram), u"users/x|exec|sh -c evil"_s},
                                                 {int(FileElsewhere), u"users/xw|client-key|"_s + above},
                                                 {int(FileElsewhere), u"users/xw|tokenFile|/home/me/.ssh/id_rsa"_s},
                                                 {int(TokenIssuer), u"users/z|auth-provider|https://issuer/x"_s},
                                                 {int(PlainHttp), u"clusters/a|server|"_s},
                                                 {int(Proxy), u"clusters/a|proxy-url|http://p:1"_s},
                                                 {int(InsecureTls), u"clusters/b|insecure-skip-tls-verify|"_s}}));
    }

    void policiesAreHonoured_data()
    {
        QTest::addColumn<QByteArray>("kuberc");
        QTest::addColumn<QString>("message");
        const QString plugin = at(u"policy/plugin"_s);
        const QByteArray list = "credentialPluginPolicy: Allowlist\ncredentialPluginAllowlist:\n";
        QTest::newRow("none") << QByteArray() << QString();
        QTest::newRow("other settings only") << QByteArray("aliases: []\n") << QString();
        QTest::newRow("all") << QByteArray("credentialPluginPolicy: AllowAll\n") << QString();
        QTest::newRow("nothing") << QByteArray("credentialPluginPolicy: DenyAll\n")
                                 << u"plugin \"%1\" not allowed: policy set to \"DenyAll\""_s.arg(plugin);
        QTest::newRow("listed") << list + "- command: " + plugin.toUtf8() + "\n" << QString();
        QTest::newRow("another listed") << list + "- command: kubelogin\n"
                                        << u"plugin \"%1\" not allowed: policy set to \"Allowlist\""_s.arg(plugin);
        QTest::newRow("listed by the name that PATH finds") << list + "- command: plugin\n" << QString();
        QTest::newRow("empty list") << QByteArray("credentialPluginPolicy: Allowlist\n") << u"is not empty"_s;
        QTest::newRow("list without policy")
            << QByteArray("credentialPluginAllowlist: [{command: x}]\n") << u"needs the policy Allowlist"_s;
        QTest::newRow("not normalized") << list + "- command: /a/../b\n" << u"needs a normalized command"_s;
        QTest::newRow("unknown policy") << QByteArray("credentialPluginPolicy: Maybe\n")
                                        << u"must be AllowAll, DenyAll or Allowlist"_s;
        QTest::newRow("broken") << QByteArray("[") << u"error loading config file"_s;
    }
    void policiesAreHonoured()
    {
        QFETCH(QByteArray, kuberc);
        QFETCH(QString, message);
        const QString path = kubeconfig(u"policy"_s);
        QFile::remove(at(u"policy/ran"_s));
        QFile::remove(at(u"home/.kube/kuberc"_s));
        if (!kuberc.isEmpty())
            pki::write(at(u"home/.kube/kuberc"_s), kuberc);
        config::Connection connection = open(path);
        connection.terms.gate = config::alwaysAllowed();
        connection.terms.searchPath = at(u"policy"_s) + u":/bin:/usr/bin"_s;
        config::Credentials credentials(connection);
        const auto grant = plugin::ask(credentials);
        QFile::remove(at(u"home/.kube/kuberc"_s));
        QCOMPARE(grant.has_value(), message.isEmpty());
        QCOMPARE(QFile::exists(at(u"policy/ran"_s)), message.isEmpty());
        if (!grant)
            QVERIFY2(grant.error().message.contains(message), qPrintable(grant.error().message));
    }
};

QTEST_GUILESS_MAIN(TestConsent)
#include "test_consent.moc"
