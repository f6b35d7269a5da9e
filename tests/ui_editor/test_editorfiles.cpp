// SPDX-License-Identifier: Apache-2.0
// Several files and folders: what is opened, what is sent, and that nothing is written that nobody changed.
#include "views/editor/editorpanel.h"
#include "views/editor/outcomelist.h"
#include "views/editor/outlinebox.h"
#include "views/editor/yamleditor.h"
#include "views/files/filedrop.h"
#include "views/files/manifestfiles.h"
#include "views/noticebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using views::EditorPanel;
using views::FileForm;
using views::ManifestFiles;

namespace {

QByteArray podOf(const QByteArray &name)
{
    return "apiVersion: v1\nkind: Pod\nmetadata:\n  name: " + name + "\n";
}

QStringList namesOf(const ManifestFiles &files)
{
    QStringList names;
    for (const ManifestFiles::File &file : files.files)
        names.append(file.name);
    return names;
}

QAction *actionOf(const EditorPanel &panel, const QString &text)
{
    for (QAction *action : panel.actions())
        if (action->text() == text)
            return action;
    return nullptr;
}

views::OutcomeList &outcomesOf(const EditorPanel &panel)
{
    return *panel.findChild<views::OutcomeList *>();
}

}  // namespace

class TestEditorFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<QTemporaryDir>();
        m_panel = std::make_unique<EditorPanel>();
    }

    void bytesStayAsTheyWere_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QByteArray>("changed");
        QTest::newRow("plain") << "# c\na: 1\n"_ba << u"1"_s << u"2"_s << "# c\na: 2\n"_ba;
        QTest::newRow("no end") << "a: 1"_ba << u"1"_s << u"1\nb: 2"_s << "a: 1\nb: 2"_ba;
        QTest::newRow("mark") << "\xEF\xBB\xBF"
                                 "a: 1\n"_ba
                              << u"1"_s << u"2"_s
                              << "\xEF\xBB\xBF"
                                 "a: 2\n"_ba;
        QTest::newRow("windows") << "a: 1\r\nb: 2\r\n"_ba << u"2"_s << u"2\nc: 3"_s << "a: 1\r\nb: 2\r\nc: 3\r\n"_ba;
        QTest::newRow("mixed") << "a: 1\r\nb: 2\nc: 3\r\nd: 4\r\n"_ba << u"3"_s << u"3\ne: 5"_s
                               << "a: 1\r\nb: 2\nc: 3\r\ne: 5\r\nd: 4\r\n"_ba;
        QTest::newRow("no-break space") << "# a\xC2\xA0z\nb: 1\n"_ba << u"1"_s << u"2"_s << "# a\xC2\xA0z\nb: 2\n"_ba;
        QTest::newRow("paragraph sign") << "# a\xE2\x80\xA9"
                                           "b: 1\nc: 1\n"_ba
                                        << u"c: 1"_s << u"c: 2"_s
                                        << "# a\xE2\x80\xA9"
                                           "b: 1\nc: 2\n"_ba;
        QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                              "a\0:\0 \0"
                                              "1\0\n\0",
                                              12)
                                << u"1"_s << u"2"_s
                                << QByteArray("\xFF\xFE"
                                              "a\0:\0 \0"
                                              "2\0\n\0",
                                              12);
    }
    void bytesStayAsTheyWere()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const QByteArray, changed);
        const QString path = write(u"a.yaml"_s, bytes);
        QVERIFY(m_panel->openFile(path));
        QCOMPARE(m_panel->text(), FileForm::of(bytes, path)->shown());
        m_panel->editor().insertPlainText(u"x"_s);
        m_panel->editor().undo();
        QVERIFY(m_panel->save());
        QCOMPARE(bytesOf(path), bytes);
        m_panel->editor().document()->find(from).insertText(to);
        QVERIFY(m_panel->save());
        QCOMPARE(bytesOf(path), changed);
        QVERIFY(!m_panel->sheets().current().file.differsOnDisk());
    }

    void foldersAreReadAsKubectlDoes()
    {
        for (const QString &name : {u"b.yaml"_s, u"B.yml"_s, u"a.json"_s, u"z.YAML"_s, u"notes.txt"_s, u"in/c.yaml"_s,
                                    u"in/deep/d.yaml"_s, u"é.yaml"_s, u".h.yaml"_s})
            write(name, "a: b\n");
        QVERIFY(QFile::link(m_scratch->filePath(u"in"_s), m_scratch->filePath(u"link"_s)));
        const ManifestFiles flat = ManifestFiles::read({m_scratch->path()}, false);
        QCOMPARE(namesOf(flat), (QStringList{u".h.yaml"_s, u"B.yml"_s, u"a.json"_s, u"b.yaml"_s, u"é.yaml"_s}));
        QVERIFY(flat.refused.isEmpty());
        const ManifestFiles deep = ManifestFiles::read({m_scratch->path()}, true);
        QCOMPARE(namesOf(deep), (QStringList{u".h.yaml"_s, u"B.yml"_s, u"a.json"_s, u"b.yaml"_s, u"c.yaml"_s,
                                             u"d.yaml"_s, u"é.yaml"_s}));
        const ManifestFiles named =
            ManifestFiles::read({m_scratch->filePath(u"notes.txt"_s), m_scratch->filePath(u"b.yaml"_s)}, false);
        QCOMPARE(namesOf(named), (QStringList{u"notes.txt"_s, u"b.yaml"_s}));
    }

    void sameNamesAreToldApart()
    {
        write(u"x/web.yaml"_s, "a: b\n");
        write(u"y/web.yaml"_s, "a: b\n");
        QCOMPARE(namesOf(ManifestFiles::read({m_scratch->path()}, true)),
                 (QStringList{u"x/web.yaml"_s, u"y/web.yaml"_s}));
    }

    void whatCannotBeOpenedIsNamed()
    {
        write(u"1-good.yaml"_s, podOf("one"));
        write(u"2-binary.yaml"_s, QByteArray("\0\1", 2));
        write(u"4-good.yaml"_s, podOf("two"));
        QVERIFY(QDir(m_scratch->path()).mkdir(u"3-folder.yaml"_s));
        QVERIFY(QFile::link(m_scratch->filePath(u"nowhere"_s), m_scratch->filePath(u"5-broken.yaml"_s)));
        QVERIFY(QFile::link(m_scratch->filePath(u"1-good.yaml"_s), m_scratch->filePath(u"6-twice.yaml"_s)));
        QFile large(m_scratch->filePath(u"7-large.yaml"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(17LL * 1024 * 1024));
        QVERIFY(mkfifo(qPrintable(m_scratch->filePath(u"8-pipe.yaml"_s)), 0600) == 0);
        const ManifestFiles files =
            ManifestFiles::read({m_scratch->path(), m_scratch->filePath(u"missing.yaml"_s)}, false);
        QCOMPARE(namesOf(files), (QStringList{u"1-good.yaml"_s, u"4-good.yaml"_s}));
        QStringList refused;
        for (const kube::Error &error : files.refused) {
            refused.append(QFileInfo(error.where).fileName());
            QVERIFY(!error.message.isEmpty());
        }
        QCOMPARE(refused, (QStringList{u"2-binary.yaml"_s, u"5-broken.yaml"_s, u"7-large.yaml"_s, u"8-pipe.yaml"_s,
                                       u"missing.yaml"_s}));

        open({m_scratch->path(), m_scratch->filePath(u"missing.yaml"_s)});
        QCOMPARE(m_panel->sheets().all().size(), 2);
        QCOMPARE(outcomesOf(*m_panel).count(), 5);
        QVERIFY(outcomesOf(*m_panel).item(0)->text().contains(u"2-binary.yaml"_s));
    }

    void nothingGoodChangesNothing()
    {
        m_panel->openText(u"mine.yaml"_s, u"a: 1\n"_s);
        QVERIFY(QDir(m_scratch->path()).mkdir(u"empty"_s));
        open({m_scratch->filePath(u"empty"_s)});
        QCOMPARE(m_panel->name(), u"mine.yaml"_s);
        QVERIFY(refused()->isVisibleTo(m_panel.get()));
        QVERIFY(refused()->findChild<QLabel *>()->text().contains(m_scratch->filePath(u"empty"_s)));
    }

    void whatCouldNotBeOpenedIsSaidUntilItIs()
    {
        const QString good = write(u"a.yaml"_s, podOf("one"));
        const QString other = write(u"b.yaml"_s, podOf("two"));
        const QString bad = m_scratch->filePath(u"c.yaml"_s);
        open({good, other, bad});
        const auto isSaid = [&] {
            return refused()->isVisibleTo(m_panel.get()) && refused()->findChild<QLabel *>()->text().contains(bad);
        };
        QVERIFY(isSaid());
        actionOf(*m_panel, u"Next File"_s)->trigger();
        QVERIFY(isSaid());
        m_panel->openText(u"mine.yaml"_s, u"a: 1\n"_s);
        QVERIFY(isSaid());
        write(u"c.yaml"_s, podOf("three"));
        QVERIFY(m_panel->openFile(bad));
        QVERIFY(!isSaid());

        const QString gone = m_scratch->filePath(u"d.yaml"_s);
        QVERIFY(!m_panel->openFile(gone));
        QVERIFY(!m_panel->openFile(gone));  // which is said once
        QCOMPARE(refused()->findChild<QLabel *>()->text().count(gone), 1);
        Q_EMIT refused()->actionChosen();
        QVERIFY(!refused()->isVisibleTo(m_panel.get()));
    }

    void tooManyAreSaid()
    {
        for (int i = 0; i < ManifestFiles::MostFiles + 3; ++i)
            write(u"f%1.yaml"_s.arg(i), "a: b\n");
        const ManifestFiles files = ManifestFiles::read({m_scratch->path()}, false);
        QCOMPARE(files.files.size(), ManifestFiles::MostFiles);
        QCOMPARE(files.refused.size(), 1);
        QVERIFY(files.refused.constFirst().message.contains(u'3'));
    }

    void eachFileIsATextOfItsOwn()
    {
        openTwo();
        QCOMPARE(m_panel->name(), u"a.yaml"_s);
        m_panel->editor().insertPlainText(u"# mine\n"_s);
        actionOf(*m_panel, u"Next File"_s)->trigger();
        QCOMPARE(m_panel->name(), u"b.yaml"_s);
        QCOMPARE(m_panel->text(), QString::fromUtf8(podOf("two") + "---\n" + podOf("three")));
        QVERIFY(m_panel->isModified());
        m_panel->editor().undo();  // of this file there is nothing to undo
        actionOf(*m_panel, u"Next File"_s)->trigger();
        QCOMPARE(m_panel->name(), u"a.yaml"_s);
        QVERIFY(m_panel->text().startsWith(u"# mine\n"_s));
        QCOMPARE(m_panel->editor().textCursor().blockNumber(), 1);
        m_panel->editor().undo();
        QVERIFY(!m_panel->isModified());
    }

    void theOutlineNamesFileAndDocument()
    {
        openTwo();
        auto *outline = m_panel->findChild<views::OutlineBox *>();
        QTRY_COMPARE(outline->count(), 3);
        QCOMPARE(outline->itemText(0), u"a.yaml › Pod  one"_s);
        QCOMPARE(outline->itemText(2), u"b.yaml › Pod  three"_s);
        Q_EMIT outline->activated(2);
        QCOMPARE(m_panel->name(), u"b.yaml"_s);
        QCOMPARE(m_panel->editor().textCursor().blockNumber() + 1, 6);
        QCOMPARE(outline->currentIndex(), 2);
        actionOf(*m_panel, u"Previous File"_s)->trigger();
        QCOMPARE(outline->currentIndex(), 0);
    }

    void allAreSentAndResultsNameThem()
    {
        openTwo();
        QSignalSpy spy(m_panel.get(), &EditorPanel::applyRequested);
        m_panel->applyAction()->trigger();
        QCOMPARE(spy.size(), 1);
        const auto documents = spy[0][0].value<QList<command::Document>>();
        QCOMPARE(documents.size(), 3);
        QStringList sources;
        for (const command::Document &document : documents) {
            QCOMPARE(document.index, sources.size());
            sources.append(document.source);
        }
        QCOMPARE(sources, (QStringList{u"a.yaml:1"_s, u"b.yaml:1"_s, u"b.yaml:6"_s}));
        command::Outcome refused;
        refused.index = 2;
        refused.error = kube::failure(kube::Error::Kind::Forbidden, u"no"_s).error();
        m_panel->showOutcomes({refused});
        QCOMPARE(outcomesOf(*m_panel).item(0)->text(), u"b.yaml:6: no"_s);
        Q_EMIT outcomesOf(*m_panel).itemClicked(outcomesOf(*m_panel).item(0));
        QCOMPARE(m_panel->name(), u"b.yaml"_s);
        QCOMPARE(m_panel->editor().textCursor().blockNumber() + 1, 6);

        actionOf(*m_panel, u"Only This File"_s)->setChecked(true);
        m_panel->deleteAction()->trigger();
        QSignalSpy one(m_panel.get(), &EditorPanel::deleteRequested);
        m_panel->deleteAction()->trigger();
        QCOMPARE(one[0][0].value<QList<command::Document>>().size(), 2);
        QVERIFY(m_panel->openText(u"x.yaml"_s, u"a: b\n"_s));
        QVERIFY(!actionOf(*m_panel, u"Only This File"_s)->isChecked());
    }

    void anErrorInAnotherFileIsFound()
    {
        write(u"a.yaml"_s, podOf("one"));
        write(u"b.yaml"_s, "a: 1\nb: @\n");
        open({m_scratch->path()});
        QSignalSpy spy(m_panel.get(), &EditorPanel::applyRequested);
        m_panel->applyAction()->trigger();
        QVERIFY(spy.isEmpty());
        QVERIFY2(outcomesOf(*m_panel).item(0)->text().startsWith(u"b.yaml: Line 2"_s),
                 qPrintable(outcomesOf(*m_panel).item(0)->text()));
        QCOMPARE(m_panel->name(), u"b.yaml"_s);
        QCOMPARE(m_panel->editor().textCursor().blockNumber() + 1, 2);
    }

    void onlyWhatChangedIsWritten()
    {
        const auto [a, b] = openTwo();
        const QByteArray before = bytesOf(a);
        QVERIFY(QFile::setPermissions(a, QFile::ReadOwner));
        actionOf(*m_panel, u"Next File"_s)->trigger();
        m_panel->editor().insertPlainText(u"# mine\n"_s);
        answer(QMessageBox::Save);
        QVERIFY(m_panel->mayClose());
        QVERIFY(!m_panel->isModified());
        QVERIFY(bytesOf(b).startsWith("# mine\n"));
        QCOMPARE(bytesOf(a), before);
    }

    void aFileThatIsNotShownIsTakenCareOf()
    {
        const auto [a, b] = openTwo();
        write(u"b.yaml"_s, podOf("other"));
        QTRY_VERIFY(m_panel->sheets().all().at(1)->isTaken);
        auto *notice = m_panel->findChild<views::NoticeBar *>();
        QVERIFY(!notice->isVisibleTo(m_panel.get()));
        actionOf(*m_panel, u"Next File"_s)->trigger();
        QVERIFY(notice->isVisibleTo(m_panel.get()));
        Q_EMIT notice->actionChosen();
        QCOMPARE(m_panel->text(), QString::fromUtf8(podOf("other")));
        QCOMPARE(m_panel->sheets().all().size(), 2);
        QVERIFY(!m_panel->isModified());
    }

    void oneIsClosed()
    {
        openTwo();
        actionOf(*m_panel, u"Close File"_s)->trigger();
        QCOMPARE(m_panel->sheets().all().size(), 1);
        QCOMPARE(m_panel->name(), u"b.yaml"_s);
        QVERIFY(!actionOf(*m_panel, u"Close File"_s)->isVisible());
    }

    void droppedFilesAreOpened()
    {
        QWidget window;
        views::FileDrop drop(&window);
        QSignalSpy spy(&drop, &views::FileDrop::dropped);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/x/a.yaml"_s), QUrl(u"https://example.org/"_s)});
        const auto dropIt = [&] {
            QDragEnterEvent enter(QPoint(1, 1), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&window, &enter);
            QDropEvent event(QPointF(1, 1), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&window, &event);
            return enter.isAccepted();
        };
        QVERIFY(dropIt());
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0][0].toStringList(), QStringList{u"/x/a.yaml"_s});
        data.setUrls({QUrl(u"https://example.org/"_s)});
        QVERIFY(!dropIt());
        QCOMPARE(spy.size(), 1);
    }

    /** As the system drops them: onto the window, above a text that takes drops too, but no files. */
    void filesAreDroppedOntoTheText()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        column->addWidget(m_panel.get());
        views::FileDrop drop(&window);
        connect(&drop, &views::FileDrop::dropped, m_panel.get(),
                [this](const QStringList &paths) { m_panel->openFiles(paths); });
        window.resize(500, 400);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(write(u"a.yaml"_s, podOf("one"))),
                      QUrl::fromLocalFile(write(u"b.yaml"_s, podOf("two")))});
        const QWidget *viewport = m_panel->editor().viewport();
        const QPoint at = viewport->mapTo(&window, viewport->rect().center());
        QSignalSpy opened(m_panel.get(), &EditorPanel::filesOpened);
        QSignalSpy fell(&drop, &views::FileDrop::dropped);
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.windowHandle(), &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        move.setDropAction(enter.dropAction());
        move.accept();
        QApplication::sendEvent(window.windowHandle(), &move);
        QVERIFY(move.isAccepted());
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.windowHandle(), &event);
        QVERIFY(event.isAccepted());
        QCOMPARE(fell.size(), 1);
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(m_panel->sheets().all().size(), 2);
        QCOMPARE(m_panel->text(), QString::fromUtf8(podOf("one")));
        m_panel->setParent(nullptr);
    }

private:
    /** What says which files could not be opened. */
    views::NoticeBar *refused() { return m_panel->findChildren<views::NoticeBar *>().constLast(); }
    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_scratch->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write test file");
        return path;
    }
    QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void open(const QStringList &paths)
    {
        QSignalSpy opened(m_panel.get(), &EditorPanel::filesOpened);
        m_panel->openFiles(paths);
        QVERIFY(!opened.isEmpty() || opened.wait(20'000));
    }
    std::pair<QString, QString> openTwo()
    {
        const QString a = write(u"a.yaml"_s, podOf("one"));
        const QString b = write(u"b.yaml"_s, podOf("two") + "---\n" + podOf("three"));
        open({a, b});
        return {a, b};
    }
    void answer(QMessageBox::StandardButton button)
    {
        QTimer::singleShot(0, this, [button] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            box->button(button)->click();
        });
    }

    std::unique_ptr<QTemporaryDir> m_scratch;
    std::unique_ptr<EditorPanel> m_panel;
};

QTEST_MAIN(TestEditorFiles)
#include "test_editorfiles.moc"
