// SPDX-License-Identifier: Apache-2.0
#include "views/editor/yamleditor.h"

#include "models/plaintext.h"
#include "style/palette.h"
#include "style/theme.h"
#include "views/editor/folding.h"
#include "views/editor/linenumberarea.h"
#include "views/editor/yamlhighlighter.h"
#include "views/editor/yamlkeys.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

YamlEditor::YamlEditor(QWidget *parent)
    : QPlainTextEdit(parent), m_numbers(new LineNumberArea(this)),
      m_highlighter(new YamlHighlighter(document(), palette()))
{
    setAccessibleName(tr("Manifest"));
    setAccessibleDescription(tr("YAML text. Tab indents; Ctrl+Tab leaves the field; Ctrl+/ comments lines."));
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setPlaceholderText(tr("Write a manifest here, or take one from New."));
    setCursorWidth(2);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &YamlEditor::layOut);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &YamlEditor::followCursor);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, &LineNumberArea::follow);
    restyle();
}

YamlEditor::~YamlEditor() = default;

QString wordsOf(const manifest::Problem &problem)
{
    const QString words = QCoreApplication::translate("manifest", problem.pattern.toUtf8().constData());
    return problem.argument.isEmpty() ? words : words.arg(problem.argument);
}

void YamlEditor::setProblems(const QList<manifest::Problem> &problems)
{
    if (m_problems == problems)
        return;
    m_problems = problems;
    decorate();
    m_numbers->update();
}

QString YamlEditor::problemsIn(int line) const
{
    QStringList words;
    for (const manifest::Problem &problem : m_problems)
        if (problem.place.line == line)
            words.append(wordsOf(problem));
    return words.join(u'\n');
}

QTextCursor YamlEditor::cursorAt(manifest::Place place) const
{
    QTextBlock block = document()->findBlockByNumber(std::max(0, place.line - 1));
    if (!block.isValid())
        block = document()->lastBlock();
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(place.column - 1, 0, block.length() - 1));
    return cursor;
}

void YamlEditor::goTo(manifest::Place place)
{
    setTextCursor(cursorAt(place));
    ensureCursorVisible();
    setFocus(Qt::OtherFocusReason);
}

void YamlEditor::toggleComment()
{
    if (!isReadOnly())
        toggleComments(textCursor());
}

void YamlEditor::setMatches(const QList<Match> &matches)
{
    if (m_matches == matches)
        return;
    m_matches = matches;
    decorate();
}

void YamlEditor::fold()
{
    QTextBlock block = textCursor().block();
    while (block.isValid() && (!isFoldable(block) || isFolded(block)))
        block = headOf(block);
    if (block.isValid())
        setFolded(*this, block, true);
}

void YamlEditor::unfold()
{
    setFolded(*this, textCursor().block(), false);
}

void YamlEditor::foldEverything()
{
    foldAll(*this, true);
}

void YamlEditor::unfoldEverything()
{
    foldAll(*this, false);
}

/** The cursor never stands where nobody can see it. */
void YamlEditor::followCursor()
{
    if (!textCursor().block().isVisible())
        reveal(*this, textCursor().block());
    decorate();
    viewport()->update();
}

/** A line beside the block that the cursor is in, from its head to its end. */
void YamlEditor::paintGuide(QPainter &painter)
{
    const QTextBlock head = headOf(textCursor().block());
    if (!head.isValid() || !head.isVisible())
        return;
    const QTextBlock last = lastFolded(head);
    const qreal x = contentOffset().x() + document()->documentMargin() +
                    depthOf(head) * QFontMetricsF(document()->defaultFont()).horizontalAdvance(u' ') + 2.5;
    const qreal top = blockBoundingGeometry(head).translated(contentOffset()).bottom();
    const qreal bottom = blockBoundingGeometry(last).translated(contentOffset()).bottom();
    painter.setPen(style::color(style::Role::MutedText, palette()));
    painter.setOpacity(0.5);
    painter.drawLine(QPointF(x, std::max<qreal>(0, top)), QPointF(x, std::min<qreal>(viewport()->height(), bottom)));
}

void YamlEditor::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    paintGuide(painter);
    painter.setOpacity(1);
    painter.setPen(style::color(style::Role::MutedText, palette()));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > event->rect().bottom())
            break;
        if (!isFolded(block))
            continue;
        const qreal x = box.left() + QFontMetricsF(document()->defaultFont()).horizontalAdvance(block.text()) + 12;
        painter.drawText(QRectF(x, box.top(), viewport()->width(), box.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("… %n line(s)", nullptr, lastFolded(block).blockNumber() - block.blockNumber()));
    }
}

QTextEdit::ExtraSelection YamlEditor::waveOf(const manifest::Problem &problem) const
{
    using Severity = manifest::Problem::Severity;
    QTextEdit::ExtraSelection wave;
    wave.cursor = cursorAt(problem.place);
    wave.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    const QString rest = wave.cursor.selectedText();
    if (rest.trimmed().isEmpty()) {
        // Nothing stands there: mark the last character before it.
        wave.cursor.movePosition(QTextCursor::EndOfBlock);
        wave.cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
    }
    wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wave.format.setUnderlineColor(
        style::color(problem.severity == Severity::Error ? style::Role::Failed : style::Role::Warning, palette()));
    return wave;
}

void YamlEditor::decorate()
{
    QList<QTextEdit::ExtraSelection> selections;
    QTextEdit::ExtraSelection current;
    current.format.setBackground(style::color(style::Role::CurrentLine, palette()));
    current.format.setProperty(QTextFormat::FullWidthSelection, true);
    current.cursor = textCursor();
    current.cursor.clearSelection();
    if (!document()->isEmpty())  // else the line would be painted over the placeholder
        selections.append(current);
    for (const manifest::Problem &problem : std::as_const(m_problems))
        selections.append(waveOf(problem));
    constexpr qsizetype Painted = 1000;
    for (const Match &match : std::as_const(m_matches).first(std::min(Painted, m_matches.size()))) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(std::min(match.position, document()->characterCount() - 1));
        mark.cursor.setPosition(std::min(match.position + match.length, document()->characterCount() - 1),
                                QTextCursor::KeepAnchor);
        mark.format.setBackground(style::color(style::Role::WarningSurface, palette()));
        selections.append(mark);
    }
    setExtraSelections(selections);
    m_numbers->update();
}

void YamlEditor::restyle()
{
    const QFont font = style::monospace(this->font());
    if (document()->defaultFont() != font)
        document()->setDefaultFont(font);
    setTabStopDistance(2 * YamlIndent * QFontMetricsF(font).horizontalAdvance(u' '));
    m_highlighter->setPalette(palette());
    layOut();
    decorate();
}

void YamlEditor::layOut()
{
    setViewportMargins(m_numbers->sizeHint().width(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(inside.left(), inside.top(), m_numbers->sizeHint().width(), inside.height());
}

void YamlEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOut();
}

void YamlEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        restyle();
}

bool YamlEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QPoint inText = viewport()->mapFrom(this, help->pos());
        const QString words = problemsIn(cursorForPosition(inText).blockNumber() + 1);
        // Words may quote the text, which is never markup.
        QToolTip::showText(help->globalPos(), models::toolTip(words), this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void YamlEditor::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers pressed = event->modifiers() & ~Qt::KeypadModifier;
    if (isReadOnly()) {
        QPlainTextEdit::keyPressEvent(event);
    } else if (event->key() == Qt::Key_Tab && pressed == Qt::NoModifier) {
        indentLines(textCursor());
    } else if (event->key() == Qt::Key_Backtab) {
        outdentLines(textCursor());
    } else if (event->key() == Qt::Key_Tab && pressed == Qt::ControlModifier) {
        focusNextPrevChild(true);
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && pressed == Qt::NoModifier) {
        breakLine(textCursor());
        ensureCursorVisible();
    } else if (event->key() == Qt::Key_Backspace && pressed == Qt::NoModifier && eraseIndent(textCursor())) {
        ensureCursorVisible();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void YamlEditor::insertFromMimeData(const QMimeData *source)
{
    // Only plain text; a tab would be an error wherever it indents.
    if (source->hasText())
        insertPlainText(source->text().replace(u'\t', QString(YamlIndent, u' ')));
}

}  // namespace views
