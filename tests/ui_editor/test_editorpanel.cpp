// SPDX-License-Identifier: Apache-2.0
// Files, templates, sending and results of the editor.
#include "style/settings.h"
#include "views/editor/editorpanel.h"
#include "views/editor/outcomelist.h"
#include "views/editor/yamleditor.h"
#include "views/files/recentfiles.h"
#include "views/noticebar.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestEditorPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void templatesAreThere();
    void createSendsEveryDocument();
    void errorsAreNotSent();
    void nothingIsNotSent();
    void problemsAppearAfterAPause();
    void outcomesLeadToTheirLines();
    void refusedFieldsLeadToTheirLines();
    void unknownFieldsLeadToTheirLines();
    void rowsFollowTheText();
    void unsavedChangesAreAskedFor();
    void badFilesChangeNothing_data();
    void badFilesChangeNothing();
    void savingWritesTheFile();
    void failedSavingKeepsTheText();
    void changesOnDiskAreTold();
    void filesThatWereOpenedAreOffered();
    void everyControlHasAName();

private:
    /** Answers the next question with this button. */
    void answer(QMessageBox::StandardButton button);
    QString pathOf(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_folder;
};

namespace {

const QString Pod = u"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: dev\n---\napiVersion: v1\nkind: Pod\n"
                    u"metadata:\n  name: web\nspec:\n  containers:\n    - name: a\n      image: b\n"_s;

QString noticeOf(const views::EditorPanel &panel)
{
    QStringList said;
    for (const auto *notice : panel.findChildren<views::NoticeBar *>())
        if (notice->isVisibleTo(&panel))
            said << notice->findChild<QLabel *>()->text();
    return said.join(u'\n');
}

command::Outcome succeeded(int index, const QString &line)
{
    command::Outcome outcome;
    outcome.index = index;
    outcome.line = line;
    return outcome;
}

command::Outcome refused(int index, kube::Error::Kind kind, const QString &message)
{
    command::Outcome outcome;
    outcome.index = index;
    outcome.error = kube::failure(kind, message).error();
    return outcome;
}

views::OutcomeList &outcomesOf(const views::EditorPanel &panel)
{
    return *panel.findChild<views::OutcomeList *>();
}

int lineAfterClick(views::EditorPanel &panel, int row)
{
    Q_EMIT outcomesOf(panel).itemClicked(outcomesOf(panel).item(row));
    return panel.editor().textCursor().blockNumber() + 1;
}

}  // namespace

void TestEditorPanel::init()
{
    QVERIFY(m_folder.isValid());
}

void TestEditorPanel::answer(QMessageBox::StandardButton button)
{
    QTimer::singleShot(0, this, [button] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        box->button(button)->click();
    });
}

QString TestEditorPanel::pathOf(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write test file");
    return file.fileName();
}

void TestEditorPanel::templatesAreThere()
{
    const views::EditorPanel panel;
    for (int story = 1; story <= 5; ++story) {
        QFile file(u":/templates/story-%1.yaml"_s.arg(story));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(manifest::parse(QString::fromUtf8(file.readAll()), {}).documents.size(), 2);
    }
}

void TestEditorPanel::createSendsEveryDocument()
{
    views::EditorPanel panel;
    QVERIFY(panel.openText(u"pod.yaml"_s, Pod));
    for (const auto &[action, signal] : {std::pair(panel.createAction(), &views::EditorPanel::createRequested),
                                         {panel.applyAction(), &views::EditorPanel::applyRequested},
                                         {panel.deleteAction(), &views::EditorPanel::deleteRequested}}) {
        QSignalSpy spy(&panel, signal);
        action->trigger();
        QCOMPARE(spy.size(), 1);
        const auto documents = spy[0][0].value<QList<command::Document>>();
        QCOMPARE(documents.size(), 2);
        QCOMPARE(documents[0].json, R"({"apiVersion":"v1","kind":"Namespace","metadata":{"name":"dev"}})"_ba);
        QCOMPARE(documents[1].index, 1);
        QCOMPARE(documents[1].source, u"pod.yaml"_s);
    }
}

void TestEditorPanel::errorsAreNotSent()
{
    views::EditorPanel panel;
    panel.openText(u"pod.yaml"_s, Pod + u"---\na: @\n"_s);
    QSignalSpy spy(&panel, &views::EditorPanel::createRequested);
    panel.createAction()->trigger();
    QVERIFY(spy.isEmpty());
    QVERIFY(outcomesOf(panel).item(0)->text().contains(u"15"_s));
    QCOMPARE(panel.editor().textCursor().blockNumber() + 1, 15);
}

void TestEditorPanel::nothingIsNotSent()
{
    views::EditorPanel panel;
    panel.openText(u"pod.yaml"_s, u"# nothing\n"_s);
    QSignalSpy spy(&panel, &views::EditorPanel::createRequested);
    panel.createAction()->trigger();
    QVERIFY(spy.isEmpty());
    QCOMPARE(outcomesOf(panel).count(), 1);
}

void TestEditorPanel::problemsAppearAfterAPause()
{
    views::EditorPanel panel;
    QTest::keyClicks(&panel.editor(), u"a: b: c"_s);
    QVERIFY(panel.editor().marks().remarks().isEmpty());
    QTRY_COMPARE(panel.editor().marks().remarks().size(), 1);
    panel.editor().setPlainText(u"apiVersion: v1\nkind: Namespace\n"_s);
    QTRY_VERIFY(panel.editor().marks().remarks().isEmpty());
}

void TestEditorPanel::outcomesLeadToTheirLines()
{
    views::EditorPanel panel;
    panel.openText(u"pod.yaml"_s, Pod);
    panel.createAction()->trigger();
    const command::Outcome done = succeeded(0, u"namespace/dev created"_s);
    command::Outcome failed = refused(1, kube::Error::Kind::AlreadyExists, u"pods \"web\" already exists"_s);
    panel.showOutcomes({done, failed});
    QCOMPARE(outcomesOf(panel).count(), 2);
    QCOMPARE(outcomesOf(panel).item(0)->text(), u"namespace/dev created"_s);
    QCOMPARE(outcomesOf(panel).item(1)->text(), u"pods \"web\" already exists"_s);
    QCOMPARE(lineAfterClick(panel, 1), 6);
    QCOMPARE(lineAfterClick(panel, 0), 1);
}

void TestEditorPanel::refusedFieldsLeadToTheirLines()
{
    views::EditorPanel panel;
    panel.openText(u"pod.yaml"_s, Pod);
    panel.createAction()->trigger();
    command::Outcome failed =
        refused(1, kube::Error::Kind::Invalid, u"Pod \"web\" is invalid: spec.containers[0].image: Required value"_s);
    failed.error->causes = {{u"FieldValueRequired"_s, u"spec.containers[0].image"_s, u"Required value"_s}};
    panel.showOutcomes({failed});
    QCOMPARE(outcomesOf(panel).item(0)->text(), u"Pod \"web\" is invalid"_s);
    QCOMPARE(outcomesOf(panel).item(1)->text(), u"spec.containers[0].image: Required value"_s);
    QCOMPARE(lineAfterClick(panel, 1), 13);
}

void TestEditorPanel::unknownFieldsLeadToTheirLines()
{
    views::EditorPanel panel;
    panel.openText(u"pod.yaml"_s, QString(Pod).replace(u"image:"_s, u"imag:"_s));
    panel.createAction()->trigger();
    command::Outcome failed =
        refused(1, kube::Error::Kind::Server, u"strict decoding error: unknown field \"spec.containers[0].imag\""_s);
    panel.showOutcomes({failed});
    QCOMPARE(lineAfterClick(panel, 0), 13);
}

void TestEditorPanel::rowsFollowTheText()
{
    views::EditorPanel panel;
    panel.openText(u"pod.yaml"_s, Pod);
    panel.createAction()->trigger();
    panel.showOutcomes({succeeded(1, u"pod/web created"_s)});
    panel.editor().moveCursor(QTextCursor::Start);
    panel.editor().insertPlainText(u"# one\n# two\n"_s);
    QCOMPARE(lineAfterClick(panel, 0), 8);
}

void TestEditorPanel::unsavedChangesAreAskedFor()
{
    views::EditorPanel panel;
    QVERIFY(panel.mayClose());
    panel.editor().insertPlainText(u"a: 1"_s);
    QVERIFY(panel.isModified());
    answer(QMessageBox::Cancel);
    QVERIFY(!panel.openText(u"other.yaml"_s, u"b: 2"_s));
    QCOMPARE(panel.text(), u"a: 1"_s);
    answer(QMessageBox::Discard);
    QVERIFY(panel.openText(u"other.yaml"_s, u"b: 2"_s));
    QCOMPARE(panel.text(), u"b: 2"_s);
    QCOMPARE(panel.name(), u"other.yaml"_s);
    QVERIFY(!panel.isModified());
}

void TestEditorPanel::badFilesChangeNothing_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("missing") << m_folder.filePath(u"nowhere.yaml"_s);
    QTest::newRow("folder") << m_folder.path();
    QTest::newRow("binary") << pathOf(u"binary"_s, QByteArray("\0\1\2", 3));
    QTest::newRow("Latin-1") << pathOf(u"latin1.yaml"_s, "a: \xE9\n");
}

void TestEditorPanel::badFilesChangeNothing()
{
    QFETCH(const QString, path);
    views::EditorPanel panel;
    panel.openText(u"pod.yaml"_s, Pod);
    QVERIFY(!panel.openFile(path));
    QCOMPARE(panel.text(), Pod);
    QCOMPARE(panel.name(), u"pod.yaml"_s);
    QVERIFY2(noticeOf(panel).startsWith(path), qPrintable(noticeOf(panel)));
    QVERIFY(noticeOf(panel).size() > path.size() + 5);
}

void TestEditorPanel::savingWritesTheFile()
{
    const QString path = pathOf(u"save.yaml"_s, "a: 1\n");
    views::EditorPanel panel;
    QVERIFY(panel.openFile(path));
    QCOMPARE(panel.name(), u"save.yaml"_s);
    panel.editor().setPlainText(u"a: \u4e2d\n"_s);
    panel.editor().document()->setModified(true);
    QVERIFY(panel.save());
    QVERIFY(!panel.isModified());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "a: \xE4\xB8\xAD\n"_ba);
}

void TestEditorPanel::failedSavingKeepsTheText()
{
    QVERIFY(QDir(m_folder.path()).mkdir(u"gone"_s));
    const QString path = pathOf(u"gone/x.yaml"_s, "a: 1\n");
    views::EditorPanel panel;
    QVERIFY(panel.openFile(path));
    QVERIFY(QDir(m_folder.filePath(u"gone"_s)).removeRecursively());
    panel.editor().insertPlainText(u"b: 2\n"_s);
    QVERIFY(!panel.save());
    QVERIFY(panel.isModified());
    QVERIFY(noticeOf(panel).startsWith(path));
    QCOMPARE(panel.text(), u"b: 2\na: 1\n"_s);
}

void TestEditorPanel::changesOnDiskAreTold()
{
    const QString path = pathOf(u"shared.yaml"_s, "a: 1\n");
    views::EditorPanel panel;
    QVERIFY(panel.openFile(path));
    pathOf(u"shared.yaml"_s, "a: 2\n");
    QTRY_VERIFY(noticeOf(panel).contains(u"shared.yaml"_s));
    QCOMPARE(panel.text(), u"a: 1\n"_s);
    answer(QMessageBox::Cancel);
    QVERIFY(!panel.save());
    panel.findChild<views::NoticeBar *>()->actionChosen();
    QCOMPARE(panel.text(), u"a: 2\n"_s);
    QVERIFY(noticeOf(panel).isEmpty());
}

void TestEditorPanel::filesThatWereOpenedAreOffered()
{
    style::Settings settings(m_folder.filePath(u"settings"_s));
    views::EditorPanel panel;
    panel.keepRecent(settings);
    QStringList paths;
    for (int i = 0; i < views::RecentFiles::Limit + 2; ++i) {
        paths.prepend(pathOf(u"recent-%1.yaml"_s.arg(i), "a: b\n"));
        QVERIFY(panel.openFile(paths.constFirst()));
    }
    QCOMPARE(settings.recentFiles(), paths.first(views::RecentFiles::Limit));
    QVERIFY(panel.openFile(paths.at(3)));
    QCOMPARE(settings.recentFiles().constFirst(), paths.at(3));
    QCOMPARE(settings.recentFiles().size(), views::RecentFiles::Limit);

    auto *menu = panel.findChild<views::RecentFiles *>();
    Q_EMIT menu->aboutToShow();
    menu->actions().at(1)->trigger();
    QCOMPARE(panel.name(), u"recent-%1.yaml"_s.arg(views::RecentFiles::Limit + 1));
    Q_EMIT menu->aboutToShow();
    menu->actions().constLast()->trigger();
    QVERIFY(settings.recentFiles().isEmpty());
}

void TestEditorPanel::everyControlHasAName()
{
    const views::EditorPanel panel;
    for (const QToolButton *button : panel.findChildren<QToolButton *>())
        QVERIFY(!button->accessibleName().isEmpty());
    QVERIFY(!panel.findChild<views::YamlEditor *>()->accessibleName().isEmpty());
    QVERIFY(!outcomesOf(panel).accessibleName().isEmpty());
}

QTEST_MAIN(TestEditorPanel)
#include "test_editorpanel.moc"
