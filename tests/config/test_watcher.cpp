// SPDX-License-Identifier: Apache-2.0
// A kubeconfig that changes while it is in use.
#include "config/difference.h"
#include "config/kubeconfig.h"
#include "config/pki.h"
#include "config/watcher.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using config::Difference;
using config::KubeConfig;
using config::Watcher;

class TestWatcher : public QObject {
    Q_OBJECT

    static QByteArray text(const QByteArray &cluster, const QByteArray &user, const QByteArray &context = {})
    {
        return "current-context: c\nclusters: [{name: k, cluster: {" + cluster + "}}]\nusers: [{name: u, user: {" +
               user + "}}]\ncontexts: [{name: c, context: {cluster: k, user: u" + context + "}}]\n";
    }

private Q_SLOTS:
    void L05_everyWayOfChangingAFileIsNoticed()
    {
        QTemporaryDir dir;
        const QString file = pki::write(dir.filePath(u"config"_s), "one");
        const QString missing = dir.filePath(u"sub/later"_s);
        QDir(dir.path()).mkdir(u"real"_s);
        const QString real = pki::write(dir.filePath(u"real/config"_s), "one");
        const QString link = dir.filePath(u"link"_s);
        QVERIFY(QFile::link(real, link));
        Watcher watcher({.settle = 10ms, .look = 0ms});
        QList<QString> news;
        connect(&watcher, &Watcher::changed, this, [&](const QList<QString> &files) { news << files; });
        watcher.setFiles({file, missing, link});
        const auto expect = [&](const QString &path) {
            [&] { QTRY_VERIFY2(news.contains(path), qPrintable(path)); }();
            const bool alone = std::ranges::all_of(news, [&](const QString &one) { return one == path; });
            news.clear();
            return alone;
        };
        pki::write(file, "written in place");
        QVERIFY(expect(file));
        for (int round = 0; round < 3; ++round) {  // an editor does it again and again
            pki::write(file + u"~"_s, "replaced " + QByteArray::number(round));
            QVERIFY(std::rename((file + u"~"_s).toUtf8().constData(), file.toUtf8().constData()) == 0);
            QVERIFY(expect(file));
        }
        QVERIFY(QFile::remove(file));
        QVERIFY(expect(file));
        pki::write(file, "again");
        QVERIFY(expect(file));
        QDir(dir.path()).mkdir(u"sub"_s);
        pki::write(missing, "now");
        QVERIFY(expect(missing));
        pki::write(real, "behind the link");
        QVERIFY(expect(link));
        pki::write(dir.filePath(u"real/new"_s), "swapped");
        QVERIFY(std::rename(dir.filePath(u"real/new"_s).toUtf8().constData(), real.toUtf8().constData()) == 0);
        QVERIFY(expect(link));
        pki::write(dir.filePath(u"neighbour"_s), "of no interest");
        QTest::qWait(60);
        QVERIFY(news.isEmpty());
    }

    void L05_whereTheFileSystemTellsNothingWeLook()
    {
        QTemporaryDir dir;
        const QString file = pki::write(dir.filePath(u"config"_s), "one");
        Watcher watcher({.settle = 1h, .look = 20ms});  // events come to nothing
        int told = 0;
        connect(&watcher, &Watcher::changed, this, [&] { ++told; });
        watcher.setFiles({file});
        QTest::qWait(60);
        QCOMPARE(told, 0);
        pki::write(file, "two");
        QTRY_COMPARE(told, 1);
    }

    void manyEventsAreOnePieceOfNews()
    {
        QTemporaryDir dir;
        const QString file = pki::write(dir.filePath(u"config"_s), "one");
        Watcher watcher({.settle = 80ms, .look = 0ms});
        int told = 0;
        connect(&watcher, &Watcher::changed, this, [&] { ++told; });
        watcher.setFiles({file});
        for (int i = 0; i < 20; ++i)
            pki::write(file, QByteArray::number(i));
        QTRY_COMPARE(told, 1);
        QTest::qWait(120);
        QCOMPARE(told, 1);
    }

    void L07_whatChangedDecidesWhoReconnects_data()
    {
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<Difference>("expected");
        const QByteArray exec =
            "exec: {apiVersion: client.authentication.k8s.io/v1, command: x, interactiveMode: Never";
        const QByteArray server = "server: 'https://h'";
        QTest::newRow("L07 nothing") << text(server, "token: a") + "# a comment\nextensions: []\n" << Difference{};
        QTest::newRow("L07 another token") << text(server, "token: b") << Difference{.credentials = true};
        QTest::newRow("L07 another user") << text(server, "token: a, as: jane") << Difference{.credentials = true};
        QTest::newRow("L07 another server") << text("server: 'https://evil'", "token: a") << Difference{.server = true};
        QTest::newRow("L07 no more checks")
            << text(server + ", insecure-skip-tls-verify: true", "token: a") << Difference{.server = true};
        QTest::newRow("L07 a proxy") << text(server + ", proxy-url: 'http://p'", "token: a")
                                     << Difference{.server = true};
        QTest::newRow("L07 a plugin") << text(server, exec + "}") << Difference{.exec = true, .credentials = true};
        QTest::newRow("L07 a namespace") << text(server, "token: a", ", namespace: dev") << Difference{.scope = true};
    }
    void L07_whatChangedDecidesWhoReconnects()
    {
        QFETCH(QByteArray, now);
        QFETCH(Difference, expected);
        const auto read = [](const QByteArray &bytes) { return *KubeConfig::fromText(bytes, u"/x"_s).connection(); };
        const Difference found = difference(read(text("server: 'https://h'", "token: a")), read(now));
        QCOMPARE(found, expected);
        QCOMPARE(found.needsReconnect(), expected.server || expected.exec || expected.credentials);
    }

    void L07_anotherArgumentIsAnotherPlugin()
    {
        const QByteArray exec =
            "exec: {apiVersion: client.authentication.k8s.io/v1, command: x, interactiveMode: Never, "
            "args: [A]}";
        const auto read = [](const QByteArray &bytes) { return *KubeConfig::fromText(bytes, u"/x"_s).connection(); };
        const auto before = read(text("server: 'https://h'", exec));
        QCOMPARE(difference(before, read(text("server: 'https://h'", exec))), Difference{});
        QCOMPARE(difference(before, read(text("server: 'https://h'", QByteArray(exec).replace("[A]", "[B]")))),
                 (Difference{.exec = true}));
    }

    void L07_certificatesInTheFileAreCompared()
    {
        const auto user = [] {
            const pki::Key key = pki::key(pki::Algorithm::Ed25519);
            return "client-certificate-data: " + pki::pem(pki::certificate(key)).toBase64() +
                   ", client-key-data: " + pki::pem(key).toBase64();
        };
        const auto read = [](const QByteArray &bytes) { return *KubeConfig::fromText(bytes, u"/x"_s).connection(); };
        const QByteArray first = user();
        QCOMPARE(difference(read(text("server: 'https://h'", first)), read(text("server: 'https://h'", first))),
                 Difference{});
        QCOMPARE(difference(read(text("server: 'https://h'", first)), read(text("server: 'https://h'", user()))),
                 (Difference{.credentials = true}));
    }

    void L07_aContextThatWentIsGone()
    {
        QTemporaryDir dir;
        const QString path = pki::write(dir.filePath(u"config"_s), text("server: 'https://h'", "token: a"));
        QVERIFY(KubeConfig::load(path).connection(u"c"_s));
        pki::write(path, text("server: 'https://h'", "token: a").replace("{name: c,", "{name: d,"));
        const KubeConfig now = KubeConfig::load(path);
        QCOMPARE(now.connection(u"c"_s).error().message, u"context \"c\" does not exist"_s);
        QVERIFY(now.connection(u"d"_s));
    }
};

QTEST_GUILESS_MAIN(TestWatcher)
#include "test_watcher.moc"
