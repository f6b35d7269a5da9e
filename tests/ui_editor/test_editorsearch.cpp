// SPDX-License-Identifier: Apache-2.0
// Finding, replacing, folding and the list of documents.
#include "views/editor/editorpanel.h"
#include "views/editor/findbar.h"
#include "views/editor/folding.h"
#include "views/editor/outcomelist.h"
#include "views/editor/outlinebox.h"
#include "views/editor/yamleditor.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using views::EditorPanel;
using views::FindBar;
using views::YamlEditor;

namespace {

const QString Text =
    u"kind: Pod\nmetadata:\n  name: web\n  labels:\n    app: web\n\nspec:\n  containers:\n  - name: web\n"
    "    image: nginx:1.25\n  - name: log\n    image: busybox\n---\nkind: Service\nmetadata:\n  name: Web\n"
    "  namespace: dev\n"_s;

QTextBlock blockOf(const YamlEditor &editor, int line)
{
    return editor.document()->findBlockByNumber(line - 1);
}

QList<int> visibleLines(const YamlEditor &editor)
{
    QList<int> lines;
    for (QTextBlock block = editor.document()->begin(); block.isValid(); block = block.next())
        if (block.isVisible())
            lines << block.blockNumber() + 1;
    return lines;
}

QList<int> range(int from, int to)
{
    QList<int> lines;
    for (int line = from; line <= to; ++line)
        lines << line;
    return lines;
}

QAction *actionOf(const EditorPanel &panel, const QString &text)
{
    for (QAction *action : panel.actions())
        if (action->text() == text)
            return action;
    return nullptr;
}

}  // namespace

class TestEditorSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<EditorPanel>();
        m_panel->resize(500, 700);
        m_panel->show();
        m_panel->openText(u"web.yaml"_s, Text);
        m_editor = &m_panel->editor();
        m_bar = m_panel->findChild<FindBar *>();
        m_pattern = m_bar->findChildren<QLineEdit *>().value(0);
        m_replacement = m_bar->findChildren<QLineEdit *>().value(1);
    }

    void findingGoesRoundAndBack()
    {
        actionOf(*m_panel, u"Find…"_s)->trigger();
        QVERIFY(m_bar->isVisible());
        QVERIFY(!m_replacement->isVisible());
        QTest::keyClicks(m_pattern, u"web"_s);
        QCOMPARE(selected(), u"3 web"_s);
        QCOMPARE(said(), u"1 of 4"_s);
        QTest::keyClick(m_pattern, Qt::Key_Return);
        QCOMPARE(selected(), u"5 web"_s);
        QTest::keyClick(m_pattern, Qt::Key_Return);
        QTest::keyClick(m_pattern, Qt::Key_Return);
        QCOMPARE(selected(), u"16 Web"_s);
        QTest::keyClick(m_pattern, Qt::Key_Return);
        QCOMPARE(selected(), u"3 web"_s);
        QTest::keyClick(m_pattern, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(selected(), u"16 Web"_s);
        toggle(u"Match case"_s);
        QCOMPARE(said(), u"3 match(es)"_s);
        QTest::keyClick(m_pattern, Qt::Key_Escape);
        QVERIFY(!m_bar->isVisible());
    }

    void wordsAreNoExpressions()
    {
        actionOf(*m_panel, u"Find…"_s)->trigger();
        m_pattern->setText(u"nginx:1."_s);
        QCOMPARE(said(), u"1 of 1"_s);
        m_pattern->setText(u"w.b"_s);
        QCOMPARE(said(), u"Not found"_s);
        toggle(u"Regular expression"_s);
        QVERIFY(said().startsWith(u"4"_s) || said().endsWith(u"of 4"_s));
        m_pattern->setText(u"w(b"_s);
        QVERIFY2(said().startsWith(u"Not an expression"_s), qPrintable(said()));
        m_pattern->setText(u"x*"_s);  // matches nothing everywhere: that is no match
        QCOMPARE(said(), u"1 of 2"_s);
    }

    void replacingIsOneStepOfUndo()
    {
        actionOf(*m_panel, u"Replace…"_s)->trigger();
        QVERIFY(m_replacement->isVisible());
        toggle(u"Regular expression"_s);
        m_pattern->setText(u"image: (\\w+).*"_s);
        m_replacement->setText(u"image: reg/\\1:v2"_s);
        m_bar->replaceAll();
        QCOMPARE(said(), u"2 replaced"_s);
        QString expected = Text;
        expected.replace(u"nginx:1.25"_s, u"reg/nginx:v2"_s).replace(u"image: busybox"_s, u"image: reg/busybox:v2"_s);
        QCOMPARE(m_panel->text(), expected);
        m_editor->undo();
        QCOMPARE(m_panel->text(), Text);
    }

    void replacingOneGoesOn()
    {
        actionOf(*m_panel, u"Replace…"_s)->trigger();
        toggle(u"Match case"_s);
        m_pattern->setText(u"web"_s);
        m_replacement->setText(u"api"_s);
        QCOMPARE(selected(), u"3 web"_s);
        m_bar->replaceOne();
        QCOMPARE(blockOf(*m_editor, 3).text(), u"  name: api"_s);
        QCOMPARE(selected(), u"5 web"_s);
        QCOMPARE(m_panel->text().count(u"web"_s), 2);
    }

    void aLongTextIsSearchedBesides()
    {
        QString text;
        for (int i = 0; i < 20'000; ++i)
            text += u"key%1: value\n"_s.arg(i);
        QVERIFY(text.size() > views::TextSearch::ShortText);
        m_panel->openText(u"long.yaml"_s, text);
        actionOf(*m_panel, u"Replace…"_s)->trigger();
        m_pattern->setText(u"value"_s);
        QCOMPARE(said(), u"Searching…"_s);
        QTRY_COMPARE(said(), u"1 of 20000"_s);
        m_replacement->setText(u"other"_s);
        m_bar->replaceAll();
        QCOMPARE(m_panel->text(), text);  // nothing waits for it
        QTRY_COMPARE(said(), u"20000 replaced"_s);
        QCOMPARE(m_panel->text(), QString(text).replace(u"value"_s, u"other"_s));
        m_editor->undo();
        QCOMPARE(m_panel->text(), text);
    }

    void writingEndsWhatIsReplaced()
    {
        QString text;
        for (int i = 0; i < 20'000; ++i)
            text += u"key%1: value\n"_s.arg(i);
        m_panel->openText(u"long.yaml"_s, text);
        actionOf(*m_panel, u"Replace…"_s)->trigger();
        m_pattern->setText(u"value"_s);
        m_replacement->setText(u"longer value"_s);
        QTRY_COMPARE(said(), u"1 of 20000"_s);
        m_bar->replaceAll();
        QTRY_VERIFY(m_editor->document()->isModified());
        QTextCursor(m_editor->document()).insertText(u"# mine\n"_s);
        QTRY_VERIFY(said().endsWith(u"replaced"_s));
        const QStringList lines = m_panel->text().split(u'\n');
        QCOMPARE(lines.size(), 20'002);
        QCOMPARE(lines.first(), u"# mine"_s);
        qsizetype done = 0;
        for (int i = 0; i < 20'000; ++i) {
            const QString &line = lines.at(i + 1);
            done += line.endsWith(u": longer value"_s) ? 1 : 0;
            QVERIFY(line == u"key%1: value"_s.arg(i) || line == u"key%1: longer value"_s.arg(i));
        }
        QVERIFY(done > 0 && done < 20'000);
        QVERIFY(said().startsWith(QString::number(done)));
    }

    void aChangeStopsWhatIsSent()
    {
        QString text;
        while (text.size() <= views::Sheets::ShortText)
            text += u"---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c%1\n"_s.arg(text.size());
        m_panel->openText(u"long.yaml"_s, text);
        QSignalSpy sent(m_panel.get(), &EditorPanel::applyRequested);
        m_panel->applyAction()->trigger();
        QVERIFY(sent.isEmpty());
        m_editor->insertPlainText(u"# mine\n"_s);
        const auto *results = m_panel->findChild<views::OutcomeList *>();
        QCOMPARE(results->count(), 1);
        QVERIFY(results->item(0)->text().contains(u"nothing was sent"_s));
        m_panel->applyAction()->trigger();
        QTRY_COMPARE(sent.size(), 1);
        QCOMPARE(results->isVisibleTo(m_panel.get()), false);
    }

    void foldingHidesAndShows()
    {
        QVERIFY(views::isFoldable(blockOf(*m_editor, 2)));
        QVERIFY(!views::isFoldable(blockOf(*m_editor, 1)));
        QVERIFY(!views::isFoldable(blockOf(*m_editor, 13)));
        views::setFolded(*m_editor, blockOf(*m_editor, 2), true);
        QCOMPARE(visibleLines(*m_editor), range(1, 2) + range(6, 18));
        QVERIFY(views::isFolded(blockOf(*m_editor, 2)));
        QCOMPARE(m_panel->text(), Text);
        views::setFolded(*m_editor, blockOf(*m_editor, 8), true);  // dashes right below their key
        QCOMPARE(visibleLines(*m_editor), range(1, 2) + range(6, 8) + range(13, 18));
        m_editor->unfoldEverything();
        QCOMPARE(visibleLines(*m_editor), range(1, 18));
        m_editor->foldEverything();
        QCOMPARE(visibleLines(*m_editor), (QList{1, 2, 6, 7, 13, 14, 15, 18}));
    }

    void listItemsFold()
    {
        views::setFolded(*m_editor, blockOf(*m_editor, 9), true);
        QCOMPARE(visibleLines(*m_editor), range(1, 9) + range(11, 18));
    }

    void theCursorIsNeverHidden()
    {
        m_editor->goTo({5, 1});
        m_editor->fold();  // line 4 is its head
        QCOMPARE(visibleLines(*m_editor), range(1, 4) + range(6, 18));
        QCOMPARE(m_editor->textCursor().blockNumber() + 1, 4);
        m_editor->foldEverything();
        m_editor->goTo({10, 5});
        QVERIFY(m_editor->textCursor().block().isVisible());
        QCOMPARE(m_editor->textCursor().blockNumber() + 1, 10);
    }

    void aFoundWordIsShown()
    {
        m_editor->foldEverything();
        actionOf(*m_panel, u"Find…"_s)->trigger();
        m_pattern->setText(u"busybox"_s);
        QCOMPARE(selected(), u"12 busybox"_s);
        QVERIFY(blockOf(*m_editor, 12).isVisible());
    }

    void textTypedAtAFoldStaysReachable()
    {
        views::setFolded(*m_editor, blockOf(*m_editor, 2), true);
        m_editor->goTo({2, 10});
        QTest::keyClick(m_editor, Qt::Key_Return);
        QTest::keyClicks(m_editor, u"x: 1"_s);
        m_editor->unfoldEverything();
        QCOMPARE(visibleLines(*m_editor).size(), m_editor->blockCount());
    }

    void theOutlineIsInStep()
    {
        auto *outline = m_panel->findChild<views::OutlineBox *>();
        QTRY_COMPARE(outline->count(), 2);
        QVERIFY(outline->isVisible());
        QCOMPARE(outline->itemText(0), u"Pod  web"_s);
        QCOMPARE(outline->itemText(1), u"Service  dev/Web"_s);
        m_editor->goTo({16, 1});
        QCOMPARE(outline->currentIndex(), 1);
        outline->setCurrentIndex(0);
        Q_EMIT outline->activated(0);
        QCOMPARE(m_editor->textCursor().blockNumber() + 1, 1);
        m_editor->selectAll();
        m_editor->insertPlainText(u"kind: Pod\n"_s);
        QTRY_VERIFY(!outline->isVisible());
    }

private:
    [[nodiscard]] QString said() const { return m_bar->findChild<QLabel *>()->text(); }
    [[nodiscard]] QString selected() const
    {
        const QTextCursor cursor = m_editor->textCursor();
        return u"%1 %2"_s.arg(cursor.blockNumber() + 1).arg(cursor.selectedText());
    }
    void toggle(const QString &name)
    {
        for (QToolButton *button : m_bar->findChildren<QToolButton *>())
            if (button->accessibleName() == name)
                button->click();
    }

    std::unique_ptr<EditorPanel> m_panel;
    YamlEditor *m_editor = nullptr;
    FindBar *m_bar = nullptr;
    QLineEdit *m_pattern = nullptr;
    QLineEdit *m_replacement = nullptr;
};

QTEST_MAIN(TestEditorSearch)
#include "test_editorsearch.moc"
