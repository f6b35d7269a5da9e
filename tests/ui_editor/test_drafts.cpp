// SPDX-License-Identifier: Apache-2.0
// Unsaved text outlives the program, and never costs a secret.
#include "manifest/documents.h"
#include "views/compare/mergedialog.h"
#include "views/editor/draftkeeper.h"
#include "views/editor/editorpanel.h"
#include "views/editor/yamleditor.h"
#include "views/noticebar.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using views::Draft;
using views::DraftKeeper;
using views::Drafts;

namespace {

Draft draftOf(const QString &text)
{
    Draft draft;
    draft.name = u"web.yaml"_s;
    draft.text = text;
    return draft;
}

}  // namespace

class TestDrafts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<QTemporaryDir>();
        m_folder = m_scratch->filePath(u"drafts"_s);
    }

    void whatIsKeptComesBack()
    {
        {
            Drafts drafts(m_folder);
            QVERIFY(drafts.keep(draftOf(u"a: 1\r\nb: äö\n"_s)));
            QVERIFY(drafts.keep(draftOf(u"a: 2\n# 中文\n"_s)));
            QVERIFY(Drafts(m_folder).left().isEmpty());  // its editor still runs
        }
        Drafts later(m_folder);
        const QList<Draft> left = later.left();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().text, u"a: 2\n# 中文\n"_s);
        QCOMPARE(left.first().name, u"web.yaml"_s);
        QVERIFY(!left.first().isWithout);
        QVERIFY(later.adopt(left.first().id));
        QVERIFY(!Drafts(m_folder).adopt(left.first().id));
        later.drop();
        QCOMPARE(QDir(m_folder).entryList({u"*.draft"_s}), QStringList());
    }

    void nobodyElseMayReadThem()
    {
        Drafts drafts(m_folder);
        QVERIFY(drafts.keep(draftOf(u"a: 1\n"_s)));
        QVERIFY(drafts.keep(draftOf(u"a: 2\n"_s)));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(m_folder).permissions() & others));
        const QStringList names = QDir(m_folder).entryList({u"*.draft"_s});
        QCOMPARE(names.size(), 1);
        QVERIFY(!(QFileInfo(m_folder + u'/' + names.first()).permissions() & others));
    }

    void aBrokenFileIsNoDraft_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no line") << QByteArray("{}");
        QTest::newRow("other text") << QByteArray("{\"sha256\":\"00\"}\na: 1\n");
        QTest::newRow("binary") << QByteArray("\x00\xff\n\x01", 4);
    }
    void aBrokenFileIsNoDraft()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(QDir().mkpath(m_folder));
        QFile file(m_folder + u"/x.draft"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        QVERIFY(Drafts(m_folder).left().isEmpty());
        QVERIFY(file.exists());
    }

    void whatItBeganAsIsKept()
    {
        Draft draft = draftOf(u"a: 2\n"_s);
        draft.path = u"/x/web.yaml"_s;
        draft.base = u"a: 1\n---\nkind: Secret\ndata:\n  a: CANARY\n"_s;
        draft.digest = "\x01\xff";
        draft.beside = {u"/x/web.yaml"_s, u"/x/b.yaml"_s};
        draft.keepsake = {{u"uid"_s, u"u-1"_s}};
        {
            Drafts drafts(m_folder);
            QVERIFY(drafts.keep(draft));
        }
        const QList<Draft> left = Drafts(m_folder).left();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.first().text, draft.text);
        QCOMPARE(left.first().base, u"a: 1\n---\nkind: Secret\ndata:\n  a: \"\"\n"_s);
        QCOMPARE(left.first().digest, draft.digest);
        QCOMPARE(left.first().beside, draft.beside);
        QCOMPARE(left.first().keepsake, draft.keepsake);
    }

    void eachBitIsGuarded()
    {
        Draft draft = draftOf(u"a: 2\n"_s);
        draft.base = u"a: 1\n"_s;
        {
            Drafts drafts(m_folder);
            QVERIFY(drafts.keep(draft));
        }
        QFile file(QDir(m_folder).entryInfoList({u"*.draft"_s}).constFirst().filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        for (qsizetype at = 0; at <= whole.size(); at += 5) {
            QByteArray broken = whole.first(at);  // cut there, or another byte there
            for (int way = 0; way < (at < whole.size() ? 2 : 0); ++way) {
                QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
                QCOMPARE(file.write(broken), broken.size());
                file.close();
                const QList<Draft> left = Drafts(m_folder).left();
                // A blank between the words of the first line says nothing else.
                QVERIFY2(left.isEmpty() || left.first().text == draft.text, qPrintable(QString::number(at)));
                QCOMPARE(left.size() + Drafts(m_folder).damaged().size(), 1);
                broken = whole;
                broken[at] = char(broken.at(at) ^ 1);
            }
        }
    }

    void aDamagedDraftIsSaidAndNotLost()
    {
        {
            Drafts drafts(m_folder);
            QVERIFY(drafts.keep(draftOf(u"a: 2\nb: 3\n"_s)));
        }
        QFile file(QDir(m_folder).entryInfoList({u"*.draft"_s}).constFirst().filePath());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() - 3));
        file.close();
        views::EditorPanel panel;
        panel.keepDrafts(m_folder);
        QCOMPARE(panel.text(), QString());
        auto *notice = panel.findChild<views::NoticeBar *>();
        QVERIFY(notice->findChild<QLabel *>()->text().contains(u"damaged"_s));
        Q_EMIT notice->actionChosen();
        QCOMPARE(panel.text(), u"a: 2\nb:"_s);
        QCOMPARE(panel.name(), u"web.yaml"_s);
        QVERIFY(panel.isModified());
        const QStringList aside = QDir(m_folder).entryList({u"*.damaged"_s});
        QCOMPARE(aside.size(), 1);
        QVERIFY(notice->findChild<QLabel *>()->text().contains(aside.first()));
        QVERIFY(Drafts(m_folder).damaged().isEmpty());
    }

    void valuesOfSecretsComeBackFromTheFile()
    {
        const QString base = u"kind: Secret\nmetadata:\n  name: s\ndata:\n  a: one\n  b: two\n"_s;
        const QString mine = u"kind: Secret\nmetadata:\n  name: t\ndata:\n  a: one\n  b: two\n"_s;
        QCOMPARE(views::withSecretsOf(base, views::withoutSecrets(mine)), mine);
        const QString path = fileOf(base);
        change(path, u"name: s"_s, u"name: t"_s);
        views::EditorPanel panel;
        panel.keepDrafts(m_folder);
        QCOMPARE(panel.text(), mine);
        QVERIFY(panel.isModified());
    }

    void aFileThatChangedSinceTheCrashIsMerged()
    {
        const QString path = fileOf(u"a: 1\nb: 1\nc: 1\n"_s);
        change(path, u"a: 1"_s, u"a: 2"_s);
        fileOf(u"a: 1\nb: 1\nc: 3\n"_s);
        views::EditorPanel panel;
        panel.keepDrafts(m_folder);
        QCOMPARE(panel.text(), u"a: 2\nb: 1\nc: 1\n"_s);
        auto *notice = panel.findChild<views::NoticeBar *>();
        QVERIFY(notice->findChild<QLabel *>()->text().contains(u"changed on disk"_s));
        Q_EMIT notice->actionChosen();
        QTRY_VERIFY(panel.findChild<views::MergeDialog *>());
        auto *dialog = panel.findChild<views::MergeDialog *>();
        QCOMPARE(dialog->conflicts(), 0);
        dialog->accept();
        QCOMPARE(panel.text(), u"a: 2\nb: 1\nc: 3\n"_s);
        QVERIFY(panel.isModified());
        QVERIFY(panel.save());
    }

    void filesThatWereOpenTogetherComeBackTogether()
    {
        QStringList paths;
        for (const QString &name : {u"a.yaml"_s, u"b.yaml"_s, u"c.yaml"_s})
            paths.append(fileOf(u"n: 1\n"_s, name));
        {
            views::EditorPanel panel;
            panel.keepDrafts(m_folder);
            QSignalSpy opened(&panel, &views::EditorPanel::filesOpened);
            panel.openFiles(paths);
            QVERIFY(!opened.isEmpty() || opened.wait());
            for (views::Sheet *sheet : panel.sheets().all().first(2))
                QTextCursor(&sheet->document()).insertText(u"# mine\n"_s);
        }
        QCOMPARE(Drafts(m_folder).left().size(), 2);
        views::EditorPanel panel;
        panel.keepDrafts(m_folder);
        QCOMPARE(panel.sheets().all().size(), 3);
        QCOMPARE(panel.sheets().modified().size(), 2);
        for (const views::Sheet *sheet : panel.sheets().modified())
            QCOMPARE(sheet->text(), u"# mine\nn: 1\n"_s);
        QVERIFY(Drafts(m_folder).left().isEmpty());  // they are this editor's now
    }

    void theOriginComesBack()
    {
        const QJsonObject keepsake{{u"uid"_s, u"u-1"_s}};
        {
            views::EditorPanel panel;
            panel.keepDrafts(m_folder);
            QVERIFY(panel.openText(u"web.yaml"_s, u"a: 1\n"_s));
            panel.keepOrigin(keepsake, u"a: 1\n"_s);
            panel.editor().insertPlainText(u"b: 2\n"_s);
        }
        for (int crash = 0; crash < 2; ++crash) {
            views::EditorPanel panel;
            QSignalSpy resumed(&panel, &views::EditorPanel::resumed);
            panel.keepDrafts(m_folder);
            QCOMPARE(resumed.size(), 1);
            QCOMPARE(resumed[0][0].toJsonObject(), keepsake);
            QCOMPARE(resumed[0][1].toString(), u"a: 1\n"_s);
        }
    }

    void aFolderThatCannotBeIsSaid()
    {
        QFile file(m_folder);
        QVERIFY(file.open(QIODevice::WriteOnly));
        Drafts drafts(m_folder);
        const auto kept = drafts.keep(draftOf(u"a: 1\n"_s));
        QVERIFY(!kept);
        QVERIFY(kept.error().where.contains(m_folder));
    }

    void secretsAreLeftOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("without");
        const QString plain =
            u"kind: Pod\nmetadata:\n  name: kept\nspec:\n  volumes:\n  - secret: {secretName: kept}\n"_s;
        const QString left = u"# A document that holds a Secret, or may hold one, was left out of this draft.\n"_s;
        QTest::newRow("none") << plain << plain;
        QTest::newRow("block")
            << u"# mine\nkind: Secret\nmetadata:\n  name: s\ndata:\n  a: CANARY\n  b.c: |\n    CANARY\n"
               "  d: >-\n   CANARY\nstringData:\n  'e': \"CANARY\n    CANARY\"\ntype: Opaque\n"_s
            << u"# mine\nkind: Secret\nmetadata:\n  name: s\ndata:\n  a: \"\"\n  b.c: \"\"\n  d: \"\"\n"
               "stringData:\n  'e': \"\"\ntype: Opaque\n"_s;
        QTest::newRow("quoted kind") << u"\"kind\": \"Secret\"\ndata:\n  a: CANARY\n"_s
                                     << u"\"kind\": \"Secret\"\ndata:\n  a: \"\"\n"_s;
        QTest::newRow("list")
            << u"kind: List\nitems:\n- kind: Secret\n  data:\n    a: CANARY\n- data:\n    b: CANARY\n  kind: Secret\n"_s
            << u"kind: List\nitems:\n- kind: Secret\n  data:\n    a: \"\"\n- data:\n    b: \"\"\n  kind: Secret\n"_s;
        QTest::newRow("second document") << plain + u"---\nkind: Secret\ndata:\n  a: CANARY\n---\n"_s + plain
                                         << plain + u"---\nkind: Secret\ndata:\n  a: \"\"\n---\n"_s + plain;
        QTest::newRow("flow values") << u"kind: Secret\ndata: {a: CANARY}\n"_s << left;
        QTest::newRow("flow values in the second document")
            << plain + u"---\nkind: Secret\ndata: {a: CANARY}\n"_s << plain + u"---\n"_s + left;
        QTest::newRow("JSON") << u"{\"kind\": \"Secret\", \"data\": {\"a\": \"CANARY\"}}"_s << left;
        QTest::newRow("escaped kind") << u"kind: \"S\\u0065cret\"\ndata:\n  a: CANARY\n"_s << left;
        QTest::newRow("kind by alias") << u"x: &k Secret\nkind: *k\ndata:\n  a: CANARY\n"_s
                                       << u"x: &k Secret\nkind: *k\ndata:\n  a: \"\"\n"_s;
        QTest::newRow("kind on the next line")
            << u"kind:\n  Secret\ndata:\n  a: CANARY\n"_s << u"kind:\n  Secret\ndata:\n  a: \"\"\n"_s;
        QTest::newRow("not readable yet") << u"kind: Secret\ndata:\n  a: \"CANARY\n"_s << left;
        QTest::newRow("what kubectl noted")
            << u"kind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n"
               "      {\"data\":{\"a\":\"CANARY\"}}\n"_s
            << left;
        QTest::newRow("merged") << u"kind: Secret\ndata:\n  <<: {a: CANARY}\n"_s << left;
        QTest::newRow("another kind") << u"kind: SecretStore\ndata:\n  a: kept\n"_s
                                      << u"kind: SecretStore\ndata:\n  a: kept\n"_s;
    }
    void secretsAreLeftOut()
    {
        QFETCH(QString, text);
        QFETCH(QString, without);
        QCOMPARE(views::withoutSecrets(text), without);
        QCOMPARE(views::withoutSecrets(without), without);
        Drafts drafts(m_folder);
        QVERIFY(drafts.keep(draftOf(text)));
        QFile file(QDir(m_folder).entryInfoList({u"*.draft"_s}).constFirst().filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("CANARY"));
    }

    void writingNeverWaitsForAPause()
    {
        int version = 0;
        DraftKeeper keeper(m_folder, [&] { return draftOf(QString::number(version)); }, nullptr, 20ms);
        QSignalSpy kept(&keeper, &DraftKeeper::kept);
        QTimer typing;
        connect(&typing, &QTimer::timeout, this, [&] {
            ++version;
            keeper.touch();
        });
        typing.start(1);
        QTRY_VERIFY(kept.size() >= 3);
        typing.stop();
    }

    void theTimeThatACrashCostsIsBounded() { QVERIFY(DraftKeeper::Delay <= 1s); }

    void aPanelBringsBackWhatWasWritten()
    {
        const QString text = u"kind: Pod\nmetadata:\n  name: web\n"_s;
        {
            views::EditorPanel panel;
            panel.keepDrafts(m_folder);
            panel.editor().insertPlainText(text);
        }  // what was due is written
        views::EditorPanel panel;
        panel.keepDrafts(m_folder);
        QCOMPARE(panel.text(), text);
        QVERIFY(panel.isModified());
        auto *notice = panel.findChild<views::NoticeBar *>();
        QVERIFY(notice->findChild<QLabel *>()->text().contains(u"ended before"_s));
        QCOMPARE(QDir(m_folder).entryList({u"*.draft"_s}).size(), 1);
        notice->findChild<QPushButton *>()->click();
        QCOMPARE(panel.text(), QString());
        QVERIFY(!panel.isModified());
        QCOMPARE(QDir(m_folder).entryList({u"*.draft"_s}).size(), 0);
    }

    void savedTextLeavesNoDraft()
    {
        QFile file(m_scratch->filePath(u"web.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a: 1\n") == 5);
        file.close();
        {
            views::EditorPanel panel;
            panel.keepDrafts(m_folder);
            QVERIFY(panel.openFile(file.fileName()));
            panel.editor().insertPlainText(u"b: 2\n"_s);
            QTRY_COMPARE_WITH_TIMEOUT(QDir(m_folder).entryList({u"*.draft"_s}).size(), 1, 5000);
            QVERIFY(panel.save());
            QCOMPARE(QDir(m_folder).entryList({u"*.draft"_s}).size(), 0);
        }
        views::EditorPanel panel;
        panel.keepDrafts(m_folder);
        QCOMPARE(panel.text(), QString());
    }

    void killedAtRandomMoments()
    {
        constexpr int Times = 200;
        QRandomGenerator random(20261124);
        int restored = 0;
        for (int i = 0; i < Times; ++i) {
            const QString folder = m_scratch->filePath(u"kill-%1"_s.arg(i));
            QProcess writer;
            writer.start(QStringLiteral(DRAFTWRITER), {folder});
            QVERIFY(writer.waitForReadyRead(20'000));
            writer.waitForReadyRead(random.bounded(1, 25));  // however long; the next line is what it is about
            writer.kill();
            QVERIFY(writer.waitForFinished(20'000));
            const QList<QByteArray> said = writer.readAllStandardOutput().split('\n');
            const int sure = said.size() > 1 ? said.at(said.size() - 2).toInt() : 0;
            const QList<Draft> left = Drafts(folder).left();
            QVERIFY(left.size() == 1);
            const QStringList lines = left.first().text.split(u'\n');
            QVERIFY2(lines.size() - 1 >= sure, qPrintable(u"%1 < %2"_s.arg(lines.size() - 1).arg(sure)));
            for (qsizetype k = 0; k + 1 < lines.size(); ++k)
                QCOMPARE(lines.at(k), u"line-%1: %2"_s.arg(k + 1).arg(QString(200, u'x')));
            QCOMPARE(lines.constLast(), QString());
            ++restored;
        }
        QCOMPARE(restored, Times);
    }

private:
    QString fileOf(const QString &text, const QString &name = u"web.yaml"_s)
    {
        QFile file(m_scratch->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write test file");
        return file.fileName();
    }
    /** Edited, and ended before it was saved. */
    void change(const QString &path, const QString &from, const QString &to)
    {
        views::EditorPanel panel;
        panel.keepDrafts(m_folder);
        QVERIFY(panel.openFile(path));
        panel.editor().document()->find(from).insertText(to);
    }

    std::unique_ptr<QTemporaryDir> m_scratch;
    QString m_folder;
};

QTEST_MAIN(TestDrafts)
#include "test_drafts.moc"
