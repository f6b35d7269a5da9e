// SPDX-License-Identifier: Apache-2.0
#include "application.h"
#include "mirror/cluster.h"
#include "support/faultserver.h"
#include "views/access/consentdialog.h"
#include "views/access/suspicionsdialog.h"
#include "views/table/podtable.h"
#include "views/truth/noticestack.h"
#include "views/truth/truthframe.h"
#include "windows/mainwindow.h"
#include "windows/switcher.h"

#include <QApplication>
#include <QCheckBox>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Exchange;
using support::FaultServer;
using Phase = mirror::State::Phase;

namespace {

/** A cluster without objects that remembers what it was shown. */
class Server {
public:
    explicit Server(const QSslConfiguration &tls = {}) : m_server([this](const Exchange &x) { take(x); }, tls) {}
    [[nodiscard]] QByteArray url() const { return m_server.url().toString().toUtf8(); }
    [[nodiscard]] int lists() const { return m_lists; }
    QByteArray authorization;

private:
    void take(const Exchange &x)
    {
        authorization = x.headers.value("authorization");
        const QString path = x.url.path();
        const QHash<QString, QByteArray> kinds = {
            {u"pods"_s, "Pod"}, {u"events"_s, "Event"}, {u"nodes"_s, "Node"}, {u"namespaces"_s, "Namespace"}};
        const QByteArray kind = kinds.value(path.section(u'/', -1));
        if (x.isWatch()) {
            x.open();
        } else if (!kind.isEmpty()) {
            m_lists += kind == "Pod";
            x.answer(200, "{\"kind\":\"" + kind +
                              "List\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"10\"},\"items\":[]}");
        } else {
            x.answer(200, "{\"major\":\"1\",\"minor\":\"30\",\"gitVersion\":\"v1.30.0\"}");
        }
    }

    int m_lists = 0;
    FaultServer m_server;
};

struct Entry {
    QByteArray name;
    QByteArray server;
    QByteArray user;  ///< one line of YAML flow
};

QByteArray kubeconfig(const QList<Entry> &entries)
{
    QByteArray text = "apiVersion: v1\nkind: Config\ncurrent-context: " + entries.first().name + "\nclusters:\n";
    for (const Entry &e : entries)
        text += "- {name: " + e.name + ", cluster: {server: '" + e.server + "'" +
                (e.server.startsWith("https") ? ", insecure-skip-tls-verify: true" : "") + "}}\n";
    text += "users:\n";
    for (const Entry &e : entries)
        text += "- {name: " + e.name + ", user: " + e.user + "}\n";
    text += "contexts:\n";
    for (const Entry &e : entries)
        text += "- {name: " + e.name + ", context: {cluster: " + e.name + ", user: " + e.name + "}}\n";
    return text;
}

}  // namespace

/** The whole application on kubeconfigs that are broken, change, or want to run something. */
class TestApplication : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_options = {};
        m_options.folder = m_dir->filePath(u"own"_s);
        m_options.kubeconfig = m_dir->filePath(u"config"_s);
        m_options.shell = u"/bin/false"_s;
        m_options.look = {std::chrono::milliseconds(5), std::chrono::milliseconds(50)};
    }
    void cleanup()
    {
        m_application.reset();
        qunsetenv("KUBECONFIG");
    }

    void L01_brokenFilesHideNoGoodOnes()
    {
        Server server;
        const QString good = write(u"good"_s, kubeconfig({{"good", server.url(), "{}"}}));
        const QString broken = write(u"broken"_s, "apiVersion: v1\nkind: Config\ncontexts:\n  - name: [unclosed\n");
        const QString empty = write(u"empty"_s, "");
        const QString folder = m_dir->filePath(u"folder"_s);
        QVERIFY(QDir().mkpath(folder));
        const QString missing = m_dir->filePath(u"missing"_s);
        qputenv("KUBECONFIG",
                QStringList({broken, missing, empty, folder, good, good}).join(QDir::listSeparator()).toUtf8());
        m_options.kubeconfig.clear();
        start();
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Live);
        QCOMPARE(shown()->place().context, u"good"_s);
        const QString told = seen(window());
        QVERIFY2(told.contains(broken + u':'), qPrintable(told));
        QVERIFY2(told.contains(QRegularExpression(QRegularExpression::escape(broken) + u":\\d+"_s)), qPrintable(told));
        QVERIFY2(told.contains(folder), qPrintable(told));
        QVERIFY(!told.contains(missing));
        QVERIFY(!told.contains(empty));
    }

    void L07_onlyTheChangedContextReconnects()
    {
        Server one(FaultServer::tls(u"server"_s));
        Server two(FaultServer::tls(u"server"_s));
        write(u"config"_s, kubeconfig({{"one", one.url(), "{token: a}"}, {"two", two.url(), "{token: b}"}}));
        start();
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Live);
        windows::Desk *first = shown();
        openBeside(u"two"_s);
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Live);
        windows::Desk *second = shown();
        second->setFilter(u"web"_s);
        const mirror::Cluster *kept = first->cluster();
        const mirror::Cluster *before = second->cluster();
        const int listsOfOne = one.lists();
        const int listsOfTwo = two.lists();
        write(
            u"config"_s,
            kubeconfig({{"one", one.url(), "{token: a}"}, {"two", two.url(), "{token: c}"}, {"new", one.url(), "{}"}}));
        QTRY_VERIFY(second->cluster() != before);
        QTRY_COMPARE(second->snapshot().state().phase, Phase::Live);
        QTRY_COMPARE(two.lists(), listsOfTwo + 1);
        QCOMPARE(two.authorization, "Bearer c"_ba);
        QCOMPARE(second->filter(), u"web"_s);
        QCOMPARE(first->cluster(), kept);
        QCOMPARE(one.lists(), listsOfOne);
        QMenu menu;
        window().findChild<windows::Switcher *>()->fill(menu);
        QVERIFY(std::ranges::any_of(menu.actions(), [](const QAction *a) { return a->text() == u"new"; }));
    }

    void L07_aBrokenEditTakesNothingAway()
    {
        Server one;
        write(u"config"_s, kubeconfig({{"one", one.url(), "{token: a}"}}));
        start();
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Live);
        const mirror::Cluster *kept = shown()->cluster();
        write(u"config"_s, "contexts: [");
        QTRY_VERIFY(seen(window()).contains(m_options.kubeconfig + u':'));
        QCOMPARE(shown()->cluster(), kept);
        QCOMPARE(shown()->snapshot().state().phase, Phase::Live);
        write(u"config"_s, kubeconfig({{"one", one.url(), "{token: a}"}}));
        QTRY_VERIFY(!seen(window()).contains(m_options.kubeconfig + u':'));
        QCOMPARE(shown()->cluster(), kept);
    }

    void L07_aRemovedContextSaysSoAndKeepsItsPlace()
    {
        Server one;
        Server two;
        write(u"config"_s, kubeconfig({{"one", one.url(), "{}"}, {"two", two.url(), "{}"}}));
        start();
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Live);
        write(u"config"_s, kubeconfig({{"two", two.url(), "{}"}}));
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Failed);
        QVERIFY(seen(shown()->pods()).contains(u"no context \"one\" any more"));
        write(u"config"_s, kubeconfig({{"one", one.url(), "{}"}}));
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Live);
    }

    void L07_anotherProgramIsAskedForAgain()
    {
        Server server(FaultServer::tls(u"server"_s));
        write(u"config"_s, kubeconfig({{"one", server.url(), "{token: a}"}}));
        start();
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Live);
        const QString marker = m_dir->filePath(u"ran"_s);
        write(u"config"_s, kubeconfig({{"one", server.url(), plugin(marker)}}));
        QTRY_VERIFY(dialog());
        QVERIFY(!QFile::exists(marker));
        dialog()->reject();
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Failed);
        QVERIFY(!QFile::exists(marker));
    }

    void L19_nothingRunsBeforeConsent()
    {
        Server server(FaultServer::tls(u"server"_s));
        const QString marker = m_dir->filePath(u"ran"_s);
        write(u"config"_s, kubeconfig({{"one", server.url(), plugin(marker)}}));
        start();
        QTRY_VERIFY(dialog());
        const QString asked = seen(*dialog());
        QVERIFY2(asked.contains(m_dir->filePath(u"login.sh"_s) + u" --quick 'two words'"_s), qPrintable(asked));
        QVERIFY(asked.contains(u"MODE"));
        QVERIFY(!asked.contains(u"CANARY-value"));
        QVERIFY(asked.contains(m_options.kubeconfig));
        QVERIFY(asked.contains(QString::fromUtf8(server.url().mid(4))));
        dialog()->reject();
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Failed);
        QVERIFY(seen(shown()->pods()).contains(u"has not been allowed to run"));
        QVERIFY(!QFile::exists(marker));
        shown()->retry();
        QTRY_VERIFY(dialog());
        dialog()->findChild<QCheckBox *>()->setChecked(true);
        dialog()->accept();
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Live);
        QCOMPARE(server.authorization, "Bearer t"_ba);
        QVERIFY(QFile::exists(marker));
        // the answer is remembered
        m_application.reset();
        QVERIFY(QFile::remove(marker));
        start();
        QTRY_VERIFY(QFile::exists(marker));
        QVERIFY(!dialog());
    }

    void L19_aContextInTheBackgroundIsNotAskedFor()
    {
        Server server;
        const QString marker = m_dir->filePath(u"ran"_s);
        write(u"config"_s,
              kubeconfig({{"one", server.url(), "{}"}, {"two", "https" + server.url().mid(4), "{token: a}"}}));
        start();
        openBeside(u"two"_s);
        windows::Desk *second = shown();
        window().desks().show(window().desks().all().first());
        write(u"config"_s,
              kubeconfig({{"one", server.url(), "{}"}, {"two", "https" + server.url().mid(4), plugin(marker)}}));
        QTRY_COMPARE(second->snapshot().state().error.reason, QString(config::ConsentNeeded));
        QVERIFY(!dialog());
        QVERIFY(!QFile::exists(marker));
    }

    void L19_anOpenedFileIsLookedThroughFirst()
    {
        Server server;
        write(u"config"_s, kubeconfig({{"one", server.url(), "{}"}}));
        start();
        const QString other =
            write(u"other"_s, kubeconfig({{"evil", "https://192.0.2.1", "{tokenFile: /etc/hostname}"}}));
        Q_EMIT window().kubeconfigChosen(other);
        auto *question = window().findChild<views::SuspicionsDialog *>();
        QVERIFY(question);
        QCOMPARE(window().desks().all().size(), 1);
        auto *list = question->findChild<QListWidget *>();
        QVERIFY(std::ranges::any_of(QList<int>{0, 1, 2}, [list](int row) {
            return list->item(row) && list->item(row)->text().contains(u"/etc/hostname");
        }));
        question->reject();
        QCOMPARE(window().desks().all().size(), 1);
        Q_EMIT window().kubeconfigChosen(other);
        const QList<views::SuspicionsDialog *> all = window().findChildren<views::SuspicionsDialog *>();
        all.last()->accept();
        QTRY_COMPARE(window().desks().all().size(), 2);
    }

    void L13_aLoginThatHangsCanBeCancelled()
    {
        const QString marker = m_dir->filePath(u"ran"_s);
        QFile script(m_dir->filePath(u"hang.sh"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\ntouch " + marker.toUtf8() + "\nexec sleep 600\n");
        script.close();
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        write(u"config"_s,
              kubeconfig({{"one", "https://127.0.0.1:9",
                           "{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: " +
                               script.fileName().toUtf8() + "}}"}}));
        start();
        QTRY_VERIFY(dialog());
        dialog()->accept();
        QTRY_VERIFY(QFile::exists(marker));
        QTRY_VERIFY(seen(shown()->pods()).contains(u"Waiting for login"));
        QVERIFY(seen(shown()->pods()).contains(script.fileName()));
        QPushButton *cancel = button(shown()->pods(), u"Cancel"_s);
        QVERIFY(cancel);
        cancel->click();
        QCOMPARE(shown()->snapshot().state().phase, Phase::Failed);
    }

    void aProgramThatNeedsATerminalIsToldWithItsCommand()
    {
        write(u"config"_s, kubeconfig({{"one", "https://127.0.0.1:9",
                                        "{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: "
                                        "Always, command: kubelogin, args: [get-token]}}"}}));
        start();
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Failed);
        QVERIFY(seen(shown()->pods()).contains(u"kubelogin get-token"));
        QVERIFY(seen(shown()->pods()).contains(u"terminal"));
        QVERIFY(!dialog());
    }

    void anotherLanguageKeepsWhatIsOpen()
    {
        Server one;
        Server two;
        write(u"config"_s, kubeconfig({{"one", one.url(), "{}"}, {"two", two.url(), "{}"}}));
        start();
        shown()->setFilter(u"web"_s);
        openBeside(u"two"_s);
        window().desks().show(window().desks().all().first());
        const mirror::Cluster *kept = shown()->cluster();
        m_application->speak(u"zh_CN"_s);
        QCOMPARE(window().desks().all().size(), 2);
        QCOMPARE(shown()->place().context, u"one"_s);
        QCOMPARE(shown()->cluster(), kept);
        QCOMPARE(shown()->filter(), u"web"_s);
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Live);
        m_application->speak(u"en"_s);
    }

    void L21_damagedOwnFilesStopNothing_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("L21 settings are garbage") << u"garbage"_s;
        QTest::newRow("L21 settings are not ours") << u"format"_s;
        QTest::newRow("L21 the folder cannot be made") << u"file"_s;
        QTest::newRow("L21 the history is garbage") << u"history"_s;
    }
    void L21_damagedOwnFilesStopNothing()
    {
        QFETCH(QString, how);
        const QByteArray garbage = QByteArray("\x01\xff\nx[[[=\nwindow/geometry=@ByteArray(\xfe)\n").repeated(50);
        if (how == u"file") {
            m_options.folder = write(u"occupied"_s, "a file where the folder should be");
        } else {
            QVERIFY(QDir().mkpath(m_options.folder));
            write(how == u"history" ? u"own/history.sqlite"_s : u"own/settings.ini"_s,
                  how == u"format" ? "[unclosed\n" + garbage : garbage);
        }
        Server server;
        write(u"config"_s, kubeconfig({{"one", server.url(), "{}"}}));
        start();
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Live);
        if (how == u"history")
            QTRY_VERIFY(seen(shown()->registries()).contains(u"history cannot be kept"));
        else if (how != u"garbage")
            QVERIFY2(seen(window()).contains(u"settings.ini"), qPrintable(seen(window())));
        QVERIFY(window().close());
    }

    void P20_secretsReachNoSink()
    {
        Server server;
        write(u"config"_s, kubeconfig({{"one", server.url(), "{token: CANARY-token}"},
                                       {"two", server.url(), "{username: me, password: CANARY-password}"},
                                       {"three", "https" + server.url().mid(4), plugin(m_dir->filePath(u"ran"_s))}}));
        start();
        openBeside(u"two"_s);
        QTRY_COMPARE(shown()->snapshot().state().phase, Phase::Live);
        openBeside(u"three"_s);
        QTRY_VERIFY(dialog());
        QStringList sinks;
        for (const QWidget *widget : QApplication::allWidgets())
            sinks << widget->windowTitle() << widget->toolTip() << widget->statusTip() << widget->accessibleName()
                  << widget->accessibleDescription() << widget->property("text").toString()
                  << widget->property("plainText").toString();
        window().close();
        m_application.reset();
        QDirIterator files(m_options.folder, QDir::Files, QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            sinks << QString::fromLatin1(file.readAll());
            ++read;
        }
        QVERIFY(read > 0);
        QVERIFY(sinks.join(u' ').contains(u"MODE"));  // the net catches what is there
        for (const QString &sink : sinks)
            QVERIFY2(!sink.contains(u"CANARY"), qPrintable(sink.left(200)));
    }

private:
    QString write(const QString &name, const QByteArray &text)
    {
        // as editors do: another file takes the name
        const QString path = m_dir->filePath(name);
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            qFatal("cannot write %s", qPrintable(path));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        return path;
    }
    /** A user entry whose program leaves a mark and gives a token. */
    QByteArray plugin(const QString &marker)
    {
        const QString script = write(u"login.sh"_s, "#!/bin/sh\ntouch " + marker.toUtf8() +
                                                        "\necho '{\"apiVersion\":\"client.authentication.k8s.io/v1\","
                                                        "\"kind\":\"ExecCredential\",\"status\":{\"token\":\"t\"}}'\n");
        QFile::setPermissions(script, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return "{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: " +
               script.toUtf8() + ", args: [--quick, 'two words'], env: [{name: MODE, value: CANARY-value}]}}";
    }
    void start()
    {
        m_application = std::make_unique<Application>(*qApp, m_options);
        window().show();
        m_application->open();
    }
    windows::MainWindow &window() { return m_application->window(); }
    windows::Desk *shown() { return window().desks().current(); }
    void openBeside(const QString &context) { m_application->openContext({context, m_options.kubeconfig}); }
    views::ConsentDialog *dialog()
    {
        for (auto *one : window().findChildren<views::ConsentDialog *>())
            if (one->isVisible())
                return one;
        return nullptr;
    }
    static QString seen(const QWidget &widget)
    {
        QStringList texts;
        for (const QWidget *child : widget.findChildren<QWidget *>())
            if (child->isVisibleTo(&widget)) {
                const QString text = child->property("text").toString();
                texts << (text.isEmpty() ? child->accessibleName() : text);
            }
        return texts.join(u'\n');
    }
    static QPushButton *button(const QWidget &widget, const QString &text)
    {
        for (QPushButton *candidate : widget.findChildren<QPushButton *>())
            if (candidate->isVisibleTo(&widget) && candidate->text() == text)
                return candidate;
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    Application::Options m_options;
    std::unique_ptr<Application> m_application;
};

QTEST_MAIN(TestApplication)
#include "test_application.moc"
