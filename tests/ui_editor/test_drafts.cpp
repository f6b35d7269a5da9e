// SPDX-License-Identifier: Apache-2.0
// Unsaved text outlives the program, and never costs a secret.
#include "manifest/documents.h"
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
    std::unique_ptr<QTemporaryDir> m_scratch;
    QString m_folder;
};

QTEST_MAIN(TestDrafts)
#include "test_drafts.moc"
