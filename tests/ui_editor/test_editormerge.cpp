// SPDX-License-Identifier: Apache-2.0
// A file that changed on disk while it was edited here: both changes are seen, and none is lost.
#include "views/compare/diffview.h"
#include "views/compare/mergedialog.h"
#include "views/editor/editorpanel.h"
#include "views/editor/yamleditor.h"
#include "views/noticebar.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using views::DiffView;
using views::EditorPanel;
using views::MergeDialog;

namespace {

const QString Base = u"kind: Pod\nname: web\nimage: nginx:1.25\nport: 80\n"_s;

QString textOf(const QPlainTextEdit *side)
{
    return side->toPlainText();
}

}  // namespace

class TestEditorMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<QTemporaryDir>();
        m_path = m_scratch->filePath(u"web.yaml"_s);
        write(Base);
        m_panel = std::make_unique<EditorPanel>();
        QVERIFY(m_panel->openFile(m_path));
    }

    void changesThatFitAreMerged()
    {
        change(u"kind: Pod"_s, u"kind: Job"_s);
        write(QString(Base).replace(u"port: 80"_s, u"port: 8080"_s));
        MergeDialog *dialog = openMerge();
        QVERIFY(dialog);
        QCOMPARE(dialog->conflicts(), 0);
        QCOMPARE(m_panel->text(), QString(Base).replace(u"Pod"_s, u"Job"_s));  // nothing happens by itself
        dialog->accept();
        QCOMPARE(m_panel->text(), u"kind: Job\nname: web\nimage: nginx:1.25\nport: 8080\n"_s);
        QVERIFY(m_panel->isModified());
        QVERIFY(!notice()->isVisibleTo(m_panel.get()));
    }

    void conflictsAreChosen()
    {
        change(u"name: web"_s, u"name: mine"_s);
        write(QString(Base).replace(u"name: web"_s, u"name: theirs"_s));
        MergeDialog *dialog = openMerge();
        QVERIFY(dialog);
        QCOMPARE(dialog->conflicts(), 1);
        auto *choice = dialog->findChild<QComboBox *>();
        QCOMPARE(dialog->result(), QString(Base).replace(u"name: web"_s, u"name: mine"_s));
        choice->setCurrentIndex(1);
        QCOMPARE(dialog->result(), QString(Base).replace(u"name: web"_s, u"name: theirs"_s));
        choice->setCurrentIndex(2);
        QCOMPARE(dialog->result(), QString(Base).replace(u"name: web"_s, u"name: mine\nname: theirs"_s));
        choice->setCurrentIndex(1);
        dialog->accept();
        QVERIFY(!m_panel->isModified());  // it is what the file says
        m_panel->editor().undo();
        QCOMPARE(m_panel->text(), QString(Base).replace(u"name: web"_s, u"name: mine"_s));
    }

    void givingUpChangesNothing()
    {
        change(u"name: web"_s, u"name: mine"_s);
        write(QString(Base).replace(u"name: web"_s, u"name: theirs"_s));
        MergeDialog *dialog = openMerge();
        QVERIFY(dialog);
        dialog->reject();
        QCOMPARE(m_panel->text(), QString(Base).replace(u"name: web"_s, u"name: mine"_s));
        QVERIFY(m_panel->isModified());
    }

    void aFileThatChangesAgainIsToldAgain()
    {
        change(u"kind: Pod"_s, u"kind: Job"_s);
        write(QString(Base).replace(u"port: 80"_s, u"port: 81"_s));
        MergeDialog *dialog = openMerge();
        QVERIFY(dialog);
        write(QString(Base).replace(u"port: 80"_s, u"port: 82"_s));
        dialog->accept();
        QCOMPARE(m_panel->text(), QString(Base).replace(u"Pod"_s, u"Job"_s).replace(u"port: 80"_s, u"port: 81"_s));
        QVERIFY(notice()->isVisibleTo(m_panel.get()));
        QVERIFY(m_panel->isModified());
    }

    void bothSidesAreAligned()
    {
        DiffView view;
        view.setTexts(u"left"_s, u"a\nb\nc"_s, u"right"_s, u"a\nx\ny\nc\nd"_s);
        QCOMPARE(view.count(), 2);
        QList<QPlainTextEdit *> sides = view.findChildren<QPlainTextEdit *>();
        QCOMPARE(sides.size(), 2);
        std::ranges::sort(sides, {}, &QWidget::accessibleName);  // Left, Right
        QCOMPARE(textOf(sides.at(0)), u"  a\n− b\n  \n  c\n  "_s);
        QCOMPARE(textOf(sides.at(1)), u"  a\n+ x\n+ y\n  c\n+ d"_s);
        QCOMPARE(sides.at(1)->textCursor().blockNumber(), 1);
        view.goToNext();
        QCOMPARE(sides.at(1)->textCursor().blockNumber(), 4);
        view.goToNext();
        QCOMPARE(sides.at(1)->textCursor().blockNumber(), 1);
        view.goToPrevious();
        QCOMPARE(sides.at(1)->textCursor().blockNumber(), 1);
        for (QToolButton *button : view.findChildren<QToolButton *>())
            if (button->isCheckable())
                button->click();
        QVERIFY(!sides.at(0)->isVisibleTo(&view));
        QCOMPARE(textOf(sides.at(1)), u"  a\n− b\n+ x\n+ y\n  c\n+ d"_s);
    }

    void nothingDiffers()
    {
        DiffView view;
        view.setTexts(u"left"_s, Base, u"right"_s, Base);
        QCOMPARE(view.count(), 0);
        QVERIFY(view.findChildren<QLabel *>().at(2)->text().contains(u"No difference"_s));
    }

private:
    void write(const QString &text)
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write test file");
    }
    void change(const QString &from, const QString &to)
    {
        QTextCursor cursor = m_panel->editor().document()->find(from);
        cursor.insertText(to);
    }
    views::NoticeBar *notice() { return m_panel->findChild<views::NoticeBar *>(); }
    /** What the notice offers, once it stands there. */
    MergeDialog *openMerge()
    {
        if (!QTest::qWaitFor([this] { return notice()->isVisibleTo(m_panel.get()); }))
            return nullptr;
        Q_EMIT notice()->actionChosen();
        (void)QTest::qWaitFor([this] { return m_panel->findChild<MergeDialog *>() != nullptr; });
        return m_panel->findChild<MergeDialog *>();
    }

    std::unique_ptr<QTemporaryDir> m_scratch;
    QString m_path;
    std::unique_ptr<EditorPanel> m_panel;
};

QTEST_MAIN(TestEditorMerge)
#include "test_editormerge.moc"
