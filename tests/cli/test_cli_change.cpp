// SPDX-License-Identifier: Apache-2.0
// gantryctl diff, replace, and apply with conflicts, on the practice cluster.
#include "practice/cluster.h"

#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Run {
    int code = -1;
    QString out, errors;
};

QByteArray settings(const QByteArray &value)
{
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  namespace: default\ndata:\n  a: \"" + value +
           "\"\n";
}

}  // namespace

class TestCliChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_practice = std::make_unique<practice::Cluster>();
        practice::Options options;
        options.kubeconfigPath = m_folder.filePath(u"kubeconfig"_s);
        QVERIFY(m_practice->start(options));
    }

    void diffTellsWhatApplyWouldDo()
    {
        Run run = gantryctl({u"diff"_s}, settings("1"));
        QCOMPARE(run.errors, QString());
        QCOMPARE(run.code, 1);
        QVERIFY2(run.out.startsWith(u"diff -u -N LIVE/v1.ConfigMap.default.shop MERGED/v1.ConfigMap.default.shop\n"
                                    "--- LIVE/v1.ConfigMap.default.shop\n+++ MERGED/v1.ConfigMap.default.shop\n"
                                    "@@ -0,0 +1,"_s),
                 qPrintable(run.out));
        QVERIFY(!run.out.contains(u"managedFields"_s));
        QCOMPARE(gantryctl({u"apply"_s}, settings("1")).out, u"configmap/shop serverside-applied\n"_s);

        run = gantryctl({u"diff"_s}, settings("1"));
        QCOMPARE(run.code, 0);
        QCOMPARE(run.out, QString());

        run = gantryctl({u"diff"_s}, settings("2"));
        QCOMPARE(run.code, 1);
        QVERIFY2(run.out.contains(u"\n-  a: \"1\"\n+  a: \"2\"\n"_s), qPrintable(run.out));

        run = gantryctl({u"diff"_s}, settings("1") + "datum: {}\n");
        QCOMPARE(run.code, 2);
        QVERIFY2(run.errors.contains(u"unknown field \"datum\""_s), qPrintable(run.errors));
    }

    void diffHidesValuesOfSecrets()
    {
        const QByteArray secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata: {key: ";
        QCOMPARE(gantryctl({u"apply"_s}, secret + "b2xk}\n").code, 0);
        const Run run = gantryctl({u"diff"_s}, secret + "bmV3}\n");
        QCOMPARE(run.code, 1);
        QVERIFY(!run.out.contains(u"b2xk"_s) && !run.out.contains(u"bmV3"_s));
        QVERIFY(run.out.contains(u"-  key: '*** (before)'\n+  key: '*** (after)'\n"_s));
    }

    void replacePutsTheFileInTheObjectsPlace()
    {
        Run run = gantryctl({u"replace"_s}, settings("1"));
        QCOMPARE(run.code, 1);
        QVERIFY2(run.errors.startsWith(u"Error from server (NotFound): error when replacing \""_s),
                 qPrintable(run.errors));
        QCOMPARE(gantryctl({u"create"_s}, settings("1")).code, 0);
        run = gantryctl({u"replace"_s}, settings("2"));
        QCOMPARE(run.out, u"configmap/shop replaced\n"_s);
        QCOMPARE(gantryctl({u"replace"_s, u"--dry-run=server"_s}, settings("3")).out,
                 u"configmap/shop replaced (server dry run)\n"_s);
        QVERIFY(gantryctl({u"get"_s, u"configmap"_s, u"shop"_s, u"-o"_s, u"yaml"_s}, {}).out.contains(u"a: \"2\""_s));
        run = gantryctl({u"replace"_s},
                        settings("4").replace("  name: shop\n", "  name: shop\n  resourceVersion: \"1\"\n"));
        QCOMPARE(run.code, 1);
        QVERIFY2(run.errors.startsWith(u"Error from server (Conflict): error when replacing \""_s),
                 qPrintable(run.errors));
    }

    void conflictsAreToldAndForcedOnlyWhenAsked()
    {
        QCOMPARE(gantryctl({u"create"_s}, settings("1")).code, 0);
        Run run = gantryctl({u"apply"_s, u"--server-side"_s}, settings("2"));
        QCOMPARE(run.code, 1);
        QVERIFY2(run.errors.startsWith(u"error: Apply failed with 1 conflict: conflict with \"gantry\""_s),
                 qPrintable(run.errors));
        QVERIFY(run.errors.endsWith(
            u"\nSee https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts\n"_s));
        QCOMPARE(run.errors.count(u'\n'), 12);
        run = gantryctl({u"apply"_s, u"--force-conflicts"_s}, settings("2"));
        QCOMPARE(run.errors, u"error: --force-conflicts only works with --server-side\n"_s);
        run = gantryctl({u"apply"_s, u"--server-side"_s, u"--force-conflicts"_s}, settings("2"));
        QCOMPARE(run.out, u"configmap/shop serverside-applied\n"_s);
    }

private:
    /** With the text as its file, if there is one. */
    Run gantryctl(QStringList words, const QByteArray &text)
    {
        if (!text.isEmpty()) {
            QFile file(m_folder.filePath(u"f.yaml"_s));
            if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
                return {};
            words += {u"-f"_s, file.fileName()};
        }
        QProcess process;
        QEventLoop loop;
        connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        connect(&process, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
        process.start(QStringLiteral(GANTRYCTL),
                      words + QStringList{u"--kubeconfig"_s, m_folder.filePath(u"kubeconfig"_s)});
        loop.exec();
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<practice::Cluster> m_practice;
};

QTEST_GUILESS_MAIN(TestCliChange)
#include "test_cli_change.moc"
