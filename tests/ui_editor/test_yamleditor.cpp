// SPDX-License-Identifier: Apache-2.0
// Writing YAML: keys, indentation, comments, marks.
#include "views/editor/folding.h"
#include "views/editor/wholetext.h"
#include "views/editor/yamleditor.h"
#include "views/editor/yamlkeys.h"

#include <QMimeData>
#include <QPlainTextDocumentLayout>
#include <QRandomGenerator>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using manifest::Remark;

class TestYamlEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void returnKeepsTheDepth_data();
    void returnKeepsTheDepth();
    void tabMakesSpaces();
    void tabMovesSelectedLines();
    void backspaceGoesBackAStep();
    void commentsComeAndGo();
    void pastedTabsBecomeSpaces();
    void problemsStandAtTheirLine();
    void severitiesDifferInShape();
    void placesBeyondTheTextLeadToItsEnd();
    void colouringIsNoChange();
    void theFirstTextIsColoured();
    void textAndBlocksTellTheSameOfALine();
};

namespace {

Remark remark(Remark::Severity severity, manifest::Place place)
{
    Remark made;
    made.severity = severity;
    made.place = place;
    made.pattern = u"quote it"_s;
    return made;
}

void selectAll(views::YamlEditor &editor)
{
    editor.selectAll();
}

}  // namespace

void TestYamlEditor::returnKeepsTheDepth_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("same") << u"  a: 1"_s << u"  a: 1\n  "_s;
    QTest::newRow("mapping") << u"spec:"_s << u"spec:\n  "_s;
    QTest::newRow("item") << u"  - name: x"_s << u"  - name: x\n    "_s;
    QTest::newRow("item mapping") << u"- env:"_s << u"- env:\n    "_s;
    QTest::newRow("comment") << u"  # note:"_s << u"  # note:\n  "_s;
    QTest::newRow("empty") << u""_s << u"\n"_s;
}

void TestYamlEditor::returnKeepsTheDepth()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    views::YamlEditor editor;
    editor.setPlainText(before);
    editor.moveCursor(QTextCursor::End);
    QTest::keyClick(&editor, Qt::Key_Return);
    QCOMPARE(editor.toPlainText(), after);
    editor.undo();
    QCOMPARE(editor.toPlainText(), before);
}

void TestYamlEditor::tabMakesSpaces()
{
    views::YamlEditor editor;
    QTest::keyClicks(&editor, u"a"_s);
    QTest::keyClick(&editor, Qt::Key_Tab);
    QCOMPARE(editor.toPlainText(), u"a "_s);
    QTest::keyClick(&editor, Qt::Key_Tab);
    QCOMPARE(editor.toPlainText(), u"a   "_s);
}

void TestYamlEditor::tabMovesSelectedLines()
{
    views::YamlEditor editor;
    editor.setPlainText(u"a:\n\n  b: 1"_s);
    selectAll(editor);
    QTest::keyClick(&editor, Qt::Key_Tab);
    QCOMPARE(editor.toPlainText(), u"  a:\n\n    b: 1"_s);
    selectAll(editor);
    QTest::keyClick(&editor, Qt::Key_Backtab, Qt::ShiftModifier);
    QTest::keyClick(&editor, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(editor.toPlainText(), u"a:\n\nb: 1"_s);
}

void TestYamlEditor::backspaceGoesBackAStep()
{
    views::YamlEditor editor;
    editor.setPlainText(u"     x"_s);
    editor.moveCursor(QTextCursor::End);
    editor.moveCursor(QTextCursor::Left);
    QTest::keyClick(&editor, Qt::Key_Backspace);
    QCOMPARE(editor.toPlainText(), u"    x"_s);
    QTest::keyClick(&editor, Qt::Key_Backspace);
    QCOMPARE(editor.toPlainText(), u"  x"_s);
    editor.moveCursor(QTextCursor::End);
    QTest::keyClick(&editor, Qt::Key_Backspace);
    QCOMPARE(editor.toPlainText(), u"  "_s);
}

void TestYamlEditor::commentsComeAndGo()
{
    const QString text = u"  a: 1\n\n    b: 2\n"_s;
    views::YamlEditor editor;
    editor.setPlainText(text);
    selectAll(editor);
    editor.toggleComment();
    QCOMPARE(editor.toPlainText(), u"  # a: 1\n\n  #   b: 2\n"_s);
    selectAll(editor);
    editor.toggleComment();
    QCOMPARE(editor.toPlainText(), text);
    editor.undo();
    editor.undo();
    QCOMPARE(editor.toPlainText(), text);
}

void TestYamlEditor::pastedTabsBecomeSpaces()
{
    class Open : public views::YamlEditor {
    public:
        using YamlEditor::insertFromMimeData;
    };
    Open editor;
    QMimeData pasted;
    pasted.setText(u"a:\n\tb: 1"_s);
    pasted.setHtml(u"<b>a</b>"_s);
    editor.insertFromMimeData(&pasted);
    QCOMPARE(editor.toPlainText(), u"a:\n  b: 1"_s);
}

void TestYamlEditor::problemsStandAtTheirLine()
{
    views::YamlEditor editor;
    editor.setPlainText(u"a: 1\nb: @x\n\n"_s);
    editor.setRemarks({remark(Remark::Severity::Error, {2, 4}), remark(Remark::Severity::Note, {3, 1})});
    QCOMPARE(editor.marks().remarksAt(2).size(), 1U);
    QVERIFY(editor.marks().remarksAt(1).empty());
    QTextCursor cursor(editor.document());
    cursor.insertText(u"new: 1\nnewer: 2\n"_s);  // they stay with their lines
    QCOMPARE(editor.marks().remarksAt(4).size(), 1U);
    cursor.movePosition(QTextCursor::Up, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    QCOMPARE(editor.marks().remarksAt(3).size(), 1U);
    editor.setRemarks({});
    QVERIFY(editor.marks().remarksAt(3).empty());
}

void TestYamlEditor::severitiesDifferInShape()
{
    views::YamlEditor editor;
    editor.setPlainText(u"a: 1\nbcdefghijklm: x\n\n"_s);
    const auto picture = [&](Remark::Severity severity) {
        editor.setRemarks({remark(severity, {2, 1})});
        return editor.grab().toImage().convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
    };
    const QImage error = picture(Remark::Severity::Error);
    const QImage warning = picture(Remark::Severity::Warning);
    const QImage note = picture(Remark::Severity::Note);
    QVERIFY(error != warning);
    QVERIFY(warning != note);
    QVERIFY(error != note);
}

void TestYamlEditor::placesBeyondTheTextLeadToItsEnd()
{
    views::YamlEditor editor;
    editor.setPlainText(u"a\nbc"_s);
    editor.goTo({99, 99});
    QCOMPARE(editor.textCursor().position(), 4);
    editor.goTo({1, 99});
    QCOMPARE(editor.textCursor().position(), 1);
    editor.goTo({});
    QCOMPARE(editor.textCursor().position(), 0);
}

void TestYamlEditor::theFirstTextIsColoured()
{
    QTextDocument another;
    another.setDocumentLayout(new QPlainTextDocumentLayout(&another));
    views::YamlEditor editor;
    const auto isColoured = [&editor] { return !editor.document()->firstBlock().layout()->formats().isEmpty(); };
    QVERIFY(!isColoured());
    editor.changeText(u"kind: Pod\n"_s);
    QTRY_VERIFY(isColoured());

    editor.showDocument(another);
    QVERIFY(!isColoured());
    editor.changeText(u"kind: Node\n"_s);
    QTRY_VERIFY(isColoured());
}

void TestYamlEditor::colouringIsNoChange()
{
    views::YamlEditor editor;
    editor.setPlainText(u"a: 1\n"_s);
    editor.document()->setModified(false);
    editor.setRemarks({remark(Remark::Severity::Warning, {1, 1})});
    QPalette palette = editor.palette();
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::Text, Qt::white);
    editor.setPalette(palette);
    QVERIFY(!editor.document()->isModified());
    QVERIFY(!editor.document()->isUndoAvailable());
}

/** What is found in the text of a document is what its blocks tell, for every line of texts by chance. */
void TestYamlEditor::textAndBlocksTellTheSameOfALine()
{
    QRandomGenerator random(3);
    views::YamlEditor editor;
    const QStringList words{u"a:"_s, u"b: 1"_s, u"- c"_s, u"-"_s, u""_s, u"  "_s, u"# x"_s, u"---"_s, u"- d: 2"_s};
    for (int round = 0; round < 200; ++round) {
        QString text;
        for (int line = random.bounded(12); line >= 0; --line)
            text += QString(2 * random.bounded(4), u' ') + words[random.bounded(words.size())] + u'\n';
        text.chop(random.bounded(2));
        editor.setPlainText(text);
        const QString whole = editor.text();
        QCOMPARE(whole, text);
        for (QTextBlock block = editor.document()->begin(); block.isValid(); block = block.next()) {
            const auto around = views::aroundOf(whole, block.position());
            const QTextBlock head = views::headOf(block);
            QCOMPARE(around.has_value(), head.isValid());
            if (around) {
                QCOMPARE(around->head, head.position());
                QCOMPARE(around->last, views::lastFolded(head).position());
            }
            const manifest::Lines lines =
                views::linesOf(whole, editor.blockCount(), block.blockNumber(), block.position());
            for (int step = 0; step < 8; ++step) {
                const int line = random.bounded(editor.blockCount());
                QCOMPARE(lines.at(line), editor.document()->findBlockByNumber(line).text());
            }
        }
    }
}

QTEST_MAIN(TestYamlEditor)
#include "test_yamleditor.moc"
