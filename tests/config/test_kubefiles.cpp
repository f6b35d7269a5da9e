// SPDX-License-Identifier: Apache-2.0
// Which files are read, how, and what they must look like.
#include "config/file/localfile.h"
#include "config/kubeconfig.h"
#include "config/pki.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>
#include <filesystem>
#include <sys/stat.h>
#ifdef Q_OS_LINUX
#include <sys/fsuid.h>
#endif
#include <unistd.h>

using namespace Qt::StringLiterals;
using config::KubeConfig;
using kube::Error;
using pki::write;

namespace {

/** A whole kubeconfig whose names end in `tail`. */
QByteArray whole(const QByteArray &tail, const QByteArray &token = "t")
{
    return "apiVersion: v1\nkind: Config\ncurrent-context: c" + tail + "\nclusters:\n- name: k" + tail +
           "\n  cluster: {server: 'https://h" + tail + "'}\nusers:\n- name: u\n  user: {token: " + token +
           "}\ncontexts:\n- name: c" + tail + "\n  context: {cluster: k" + tail + ", user: u}\n";
}

KubeConfig loadList(const QList<QString> &paths)
{
    qputenv("KUBECONFIG", config::encodePath(paths.join(u':')));
    return KubeConfig::load();
}

}  // namespace

class TestKubeFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString at(const QString &name) const { return m_dir.filePath(name); }

private Q_SLOTS:
    void init()
    {
        qunsetenv("KUBECONFIG");
        qputenv("HOME", at(u"home"_s).toUtf8());
    }

    void L01_everyKindOfElementOfTheList()
    {
        write(at(u"good"_s), whole("1"));
        write(at(u"good2"_s), whole("2"));
        write(at(u"empty"_s), {});
        write(at(u"locked"_s), whole("3"));
        QDir(m_dir.path()).mkdir(u"folder"_s);
        QVERIFY(QFile::setPermissions(at(u"locked"_s), {}));
        QVERIFY(::chmod(m_dir.path().toUtf8().constData(), 0755) == 0);
#ifdef Q_OS_LINUX
        const int user = ::setfsuid(65534);  // root may read all files; whoever this is may not
#endif
        const KubeConfig config = loadList({at(u"missing"_s), QString(), at(u"good"_s), at(u"good"_s), at(u"folder"_s),
                                            at(u"locked"_s), at(u"empty"_s), at(u"good2"_s)});
#ifdef Q_OS_LINUX
        ::setfsuid(uid_t(user));
#endif
        QCOMPARE(config.files(), (QList<QString>{at(u"good"_s), at(u"empty"_s), at(u"good2"_s)}));
        QCOMPARE(config.contexts().size(), 2);
        QCOMPARE(config.errors().size(), 2);
        QCOMPARE(config.errors().at(0).kind, Error::Kind::File);
        QCOMPARE(config.errors().at(0).where, at(u"folder"_s));
        QVERIFY(config.errors().at(0).message.endsWith(u"not a regular file"_s));
        QCOMPARE(config.errors().at(1).where, at(u"locked"_s));
        QVERIFY(config.errors().at(1).message.endsWith(u"Permission denied"_s));
        QVERIFY(config.connection());
        QVERIFY(config.candidates().contains(at(u"missing"_s)));
    }

    void L01_nothingFoundIsSaid()
    {
        const KubeConfig missing = loadList({at(u"none1"_s), at(u"none2"_s)});
        QCOMPARE(missing.errors().size(), 1);
        QCOMPARE(missing.errors().first().message, u"Config not found: %1, %2"_s.arg(at(u"none1"_s), at(u"none2"_s)));
        const KubeConfig home = (qunsetenv("KUBECONFIG"), KubeConfig::load());
        QVERIFY(home.errors().isEmpty());
        QCOMPARE(home.candidates(), {at(u"home/.kube/config"_s)});
        QCOMPARE(
            home.connection().error().message,
            u"invalid configuration: no configuration has been provided, try setting KUBERNETES_MASTER environment "
            "variable"_s);
    }

    void theHomeFileIsNotAddedToTheList()
    {
        QDir().mkpath(at(u"home/.kube"_s));
        write(at(u"home/.kube/config"_s), whole("home"));
        QCOMPARE(KubeConfig::load().currentContext(), u"chome"_s);
        write(at(u"other"_s), whole("other"));
        QCOMPARE(loadList({at(u"other"_s)}).contexts().size(), 1);
        QCOMPARE(KubeConfig::load(at(u"home/.kube/config"_s)).currentContext(), u"chome"_s);
    }

    void L02_theFirstFileOwnsTheWholeEntry()
    {
        write(at(u"a"_s), "users: [{name: u, user: {token: first}}]\n");
        QByteArray second = whole("");
        second.replace("token: t", "token: second, as: somebody");
        write(at(u"b"_s), second);
        const auto connection = loadList({at(u"a"_s), at(u"b"_s)}).connection();
        QVERIFY(connection);
        QCOMPARE(connection->token, u"first"_s);
        QVERIFY(connection->impersonate.user.isEmpty());
    }

    void L03_aDuplicateNameSpoilsItsFileOnly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("L03 users") << QByteArray("users:\n- name: a\n- name: a\n  user: {token: hidden}\n");
        QTest::newRow("L03 contexts") << QByteArray("contexts:\n- name: a\n- name: a\n");
        QTest::newRow("L03 extensions") << QByteArray("extensions:\n- name: a\n- name: a\n");
    }
    void L03_aDuplicateNameSpoilsItsFileOnly()
    {
        QFETCH(QByteArray, text);
        write(at(u"dup"_s), text);
        write(at(u"good"_s), whole(""));
        const KubeConfig config = loadList({at(u"dup"_s), at(u"good"_s)});
        QCOMPARE(config.errors().size(), 1);
        QCOMPARE(config.errors().first().where, at(u"dup"_s) + u":3:3"_s);
        QVERIFY(config.errors().first().message.endsWith(u"duplicate name \"a\" in list"_s));
        QVERIFY(config.connection());
    }

    void L04_relativePathsAreSeenFromTheDefiningFile()
    {
        QDir(m_dir.path()).mkdir(u"moved"_s);
        for (const QByteArray &ca : {QByteArray("ca.pem"), QByteArray("~/ca.pem"), QByteArray("$HOME/ca.pem")}) {
            QByteArray text = whole("");
            text.replace("'https://h'", "'https://h', certificate-authority: " + ca);
            write(at(u"moved/config"_s), text);
            const auto connection = KubeConfig::load(at(u"moved/config"_s)).connection();
            QVERIFY(!connection);
            const QString expected = at(u"moved/"_s + QString::fromUtf8(ca));
            QCOMPARE(connection.error().message,
                     u"unable to read certificate-authority %1 for k due to No such file or directory"_s.arg(expected));
            QCOMPARE(connection.error().where, expected);
        }
    }

    void L05_onlyRegularFilesAreRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("why");
        QVERIFY(::mkfifo(at(u"fifo"_s).toUtf8().constData(), 0600) == 0);
        QVERIFY(QFile::link(at(u"loop"_s), at(u"loop"_s)));
        QTest::newRow("L05 FIFO") << at(u"fifo"_s) << u"not a regular file"_s;
        QTest::newRow("L05 device") << u"/dev/zero"_s << u"not a regular file"_s;
        QTest::newRow("L05 folder") << m_dir.path() << u"not a regular file"_s;
        QTest::newRow("L05 loop") << at(u"loop"_s) << u"Too many levels of symbolic links"_s;
        QTest::newRow("L05 large") << write(at(u"large"_s), QByteArray(16 * 1024 * 1024 + 1, '\n'))
                                   << u"larger than 16384 KiB"_s;
    }
    void L05_onlyRegularFilesAreRead()
    {
        QFETCH(QString, path);
        QFETCH(QString, why);
        write(at(u"good"_s), whole(""));
        const KubeConfig config = loadList({path, at(u"good"_s)});
        QCOMPARE(config.errors().size(), 1);
        QCOMPARE(config.errors().first().kind, Error::Kind::File);
        QVERIFY2(config.errors().first().message.endsWith(why), qPrintable(config.errors().first().message));
        QVERIFY(config.connection());
    }

    void L05_aLinkedKubeconfigIsReadButItsPathsAreThoseOfTheLink()
    {
        QDir(m_dir.path()).mkdir(u"real"_s);
        write(at(u"real/config"_s), whole("", "t, tokenFile: tok"));
        QVERIFY(QFile::link(at(u"real/config"_s), at(u"link"_s)));
        const auto connection = KubeConfig::load(at(u"link"_s)).connection();
        QVERIFY(connection);
        QCOMPARE(connection->tokenFile, at(u"tok"_s));
    }

    void L08_encodings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("why");
        const QByteArray plain = whole("");
        const QString asText = QString::fromUtf8(plain);
        const QByteArray little(reinterpret_cast<const char *>(asText.utf16()), asText.size() * 2);
        QTest::newRow("L08 BOM") << "\xef\xbb\xbf" + plain << QString() << QString();
        QTest::newRow("L08 CRLF") << QByteArray(plain).replace("\n", "\r\n") << QString() << QString();
        QTest::newRow("L08 tab") << QByteArray("clusters:\n\t- name: a\n") << u":2:1"_s
                                 << u"a tab must not indent YAML"_s;
        QTest::newRow("L08 UTF-16") << "\xff\xfe" + little << u":1:1"_s << u"UTF-16"_s;
        QTest::newRow("L08 UTF-16 without BOM") << little << u":1:2"_s << u"UTF-16"_s;
        QTest::newRow("L08 Latin-1") << QByteArray("kind: Config\n# caf\xe9\n") << u":2:6"_s << u"not valid UTF-8"_s;
        QTest::newRow("L08 overlong") << QByteArray("# \xc0\xaf\n") << u":1:3"_s << u"not valid UTF-8"_s;
        QTest::newRow("L08 escape") << QByteArray("kind: \x1b[0m\n") << u":1:7"_s << u"control characters"_s;
    }
    void L08_encodings()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        QFETCH(QString, why);
        const KubeConfig config = KubeConfig::fromText(text, u"/x"_s);
        if (where.isEmpty()) {
            QVERIFY(config.errors().isEmpty());
            QCOMPARE(config.connection()->token, u"t"_s);
            return;
        }
        QCOMPARE(config.errors().size(), 1);
        QCOMPARE(config.errors().first().where, u"/x"_s + where);
        QVERIFY2(config.errors().first().message.contains(why), qPrintable(config.errors().first().message));
    }

    void L23_aHomeThatIsNoUtf8AndALocaleWithCommas()
    {
        const QByteArray home = at(u"h"_s).toUtf8() + "\xe9me";
        QVERIFY(::mkdir(home.constData(), 0700) == 0);
        QVERIFY(::mkdir((home + "/.kube").constData(), 0700) == 0);
        const auto put = [&](const QByteArray &name, const QByteArray &bytes) {
            const std::unique_ptr<FILE, int (*)(FILE *)> file(std::fopen((home + "/.kube/" + name).constData(), "w"),
                                                              std::fclose);
            QCOMPARE(std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), file.get()),
                     std::size_t(bytes.size()));
        };
        put("config", whole("", "t, tokenFile: tok"));
        put("tok", "from the file");
        qputenv("HOME", home);
        std::setlocale(LC_NUMERIC, "de_DE.UTF-8");
        const KubeConfig config = KubeConfig::load();
        QVERIFY(config.errors().isEmpty());
        const auto connection = config.connection();
        QVERIFY(connection);
        const auto token = config::readLocalFile(connection->tokenFile, 100);
        QVERIFY(token);
        QCOMPARE(*token, "from the file");
        QCOMPARE(config::encodePath(connection->tokenFile), home + "/.kube/tok");
        std::setlocale(LC_NUMERIC, "C");
        std::filesystem::remove_all(home.toStdString());  // QTemporaryDir could not name it
    }

    void L23_pathsKeepEveryByte()
    {
        for (const QByteArray path :
             {"/a/b", "/\xc3\xa9", "/\xe9/\xff\xc3\xa9\x80", "/\xf0\x9f\x98\x80\xed\xb0\x80", "/\xc3"})
            QCOMPARE(config::encodePath(config::decodePath(path)), path);
    }

    void P10_yamlBombsAreNotBuilt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        QByteArray laughs = "extensions:\n- &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 10; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1) + ", ";
            laughs += "- &a" + QByteArray::number(i) + " [" + before.repeated(9) + before.chopped(2) + "]\n";
        }
        QTest::newRow("P10 aliases") << laughs << u"more than 250000 YAML nodes"_s;
        QTest::newRow("P10 size") << "a: [" + QByteArray("x,").repeated(2'000'000) + "]\n"
                                  << u"more than 250000 YAML nodes"_s;
        QTest::newRow("P10 depth") << "a: " + QByteArray("[").repeated(100'000)
                                   << u"nested more than 128 levels deep"_s;
        QTest::newRow("P10 itself") << QByteArray("a: &a [*a]\n") << u"refers to what it is part of"_s;
    }
    void P10_yamlBombsAreNotBuilt()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        const KubeConfig config = KubeConfig::fromText(text, u"/x"_s);
        QCOMPARE(config.errors().size(), 1);
        QVERIFY2(config.errors().first().message.contains(why), qPrintable(config.errors().first().message));
        QVERIFY(config.errors().first().where.startsWith(u"/x:"_s));
    }

    void P11_scalarsAreReadAsGoReadsThem_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("why");
        const QString number = u"token must be a text, not a number: put quotes around it"_s;
        const QString boolean = u"token must be a text, not a boolean: put quotes around it"_s;
        QTest::newRow("P11 number") << QByteArray("token: 12345") << QString() << number;
        QTest::newRow("P11 octal") << QByteArray("token: 0777") << QString() << number;
        QTest::newRow("P11 float") << QByteArray("token: 1e3") << QString() << number;
        QTest::newRow("P11 no") << QByteArray("token: no") << QString() << boolean;
        QTest::newRow("P11 quoted") << QByteArray("token: '12345'") << u"12345"_s << QString();
        QTest::newRow("P11 tagged") << QByteArray("token: !!str 12345") << u"12345"_s << QString();
        QTest::newRow("P11 minutes") << QByteArray("token: 1:30") << u"1:30"_s << QString();
        QTest::newRow("P11 too large a float") << QByteArray("token: 123e45678") << u"123e45678"_s << QString();
        QTest::newRow("P11 null") << QByteArray("token: ~, tokenFile: null") << QString() << QString();
        QTest::newRow("P11 last of two keys") << QByteArray("token: a, token: b") << u"b"_s << QString();
        QTest::newRow("P11 merge") << QByteArray("<<: {token: m}") << u"m"_s << QString();
        QTest::newRow("P11 own before merged") << QByteArray("token: o, <<: [{token: m}]") << u"o"_s << QString();
    }
    void P11_scalarsAreReadAsGoReadsThem()
    {
        QFETCH(QByteArray, user);
        QFETCH(QString, token);
        QFETCH(QString, why);
        QByteArray text = whole("");
        text.replace("token: t", user);
        const KubeConfig config = KubeConfig::fromText(text, u"/x"_s);
        if (!why.isEmpty()) {
            QCOMPARE(config.errors().size(), 1);
            QCOMPARE(config.errors().first().where, u"/x:9:17"_s);
            QVERIFY2(config.errors().first().message.endsWith(why), qPrintable(config.errors().first().message));
            return;
        }
        QVERIFY(config.errors().isEmpty());
        QCOMPARE(config.connection()->token, token);
    }

    void P11_booleansOfYaml11()
    {
        for (const auto &[word, expected] :
             {std::pair("yes", true), {"On", true}, {"y", true}, {"off", false}, {"~", false}}) {
            QByteArray text = whole("");
            text.replace("'https://h'", QByteArray("'https://h', insecure-skip-tls-verify: ") + word);
            QCOMPARE(KubeConfig::fromText(text, u"/x"_s).connection()->insecure, expected);
        }
        QByteArray text = whole("");
        text.replace("'https://h'", "'https://h', insecure-skip-tls-verify: 'true'");
        QVERIFY(KubeConfig::fromText(text, u"/x"_s).errors().first().message.contains(u"must be true or false"_s));
    }

    void P11_onlyTheFirstDocumentCounts()
    {
        const KubeConfig config = KubeConfig::fromText(whole("") + "---\n" + whole("2"), u"/x"_s);
        QCOMPARE(config.contexts().size(), 1);
        QVERIFY(config.errors().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKubeFiles)
#include "test_kubefiles.moc"
