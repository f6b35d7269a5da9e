// SPDX-License-Identifier: Apache-2.0
#include "views/editor/yamleditor.h"

#include "models/plaintext.h"
#include "style/palette.h"
#include "style/theme.h"
#include "views/editor/folding.h"
#include "views/editor/linenumberarea.h"
#include "views/editor/wholetext.h"
#include "views/editor/yamlhighlighter.h"
#include "views/editor/yamlkeys.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace views {

YamlEditor::YamlEditor(QWidget *parent) : QPlainTextEdit(parent), m_numbers(new LineNumberArea(this))
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
    connect(document(), &QTextDocument::contentsChange, this, &YamlEditor::followText);
    restyle();
}

YamlEditor::~YamlEditor() = default;

void YamlEditor::showDocument(QTextDocument &shown)
{
    m_passed += document()->revision() + 1 - shown.revision();
    disconnect(document(), &QTextDocument::contentsChange, this, nullptr);
    m_matches.clear();
    m_marks.setRemarks({});
    m_marks.setHints({});
    m_lines = shown.blockCount();
    setDocument(&shown);
    m_highlighter = shown.findChild<YamlHighlighter *>(Qt::FindDirectChildrenOnly);
    highlight();
    connect(&shown, &QTextDocument::contentsChange, this, &YamlEditor::followText);
    restyle();
}

QString YamlEditor::text() const
{
    if (std::exchange(m_textVersion, version()) != version())
        m_text = wholeText(*document());
    return m_text;
}

QString wordsOf(const manifest::Problem &problem)
{
    const QString words = QCoreApplication::translate("manifest", problem.pattern.toUtf8().constData());
    return problem.argument.isEmpty() ? words : words.arg(problem.argument);
}

void YamlEditor::setRemarks(const QList<manifest::Remark> &remarks)
{
    if (m_marks.remarks() == remarks)
        return;
    m_marks.setRemarks(remarks);
    viewport()->update();
    m_numbers->update();
}

void YamlEditor::setHints(const QList<LineHint> &hints)
{
    m_marks.setHints(hints);
    viewport()->update();
}

/** What knows the languages takes its time and memory: it is made for the first text, not for an empty field. */
void YamlEditor::highlight()
{
    if (m_highlighter || document()->isEmpty())
        return;
    if (!m_repository)
        m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
    m_highlighter = new YamlHighlighter(document(), *m_repository, palette());
}

/** Marks stay with their lines until the text is read again. */
void YamlEditor::followText(int position)
{
    highlight();
    const int added = document()->blockCount() - m_lines;
    m_lines = document()->blockCount();
    if (added != 0)
        m_marks.follow(document()->findBlock(position).blockNumber() + 1, added);
}

void YamlEditor::changeText(const QString &text)
{
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.insertText(text);
}

std::optional<manifest::Spot> YamlEditor::spotAt(manifest::Place place) const
{
    const QString whole = text();
    const QTextBlock block = cursorAt(place).block();
    return manifest::spotAt(linesOf(whole, blockCount(), block.blockNumber(), block.position()), block.blockNumber(),
                            place.column - 1);
}

void YamlEditor::tellAtCursor(const QString &text)
{
    QToolTip::showText(viewport()->mapToGlobal(cursorRect().bottomLeft() + QPoint(0, 4)), models::toolTip(text), this,
                       {}, 60'000);
}

QTextCursor YamlEditor::cursorIn(const QTextDocument &document, manifest::Place place)
{
    QTextBlock block = document.findBlockByNumber(std::max(0, place.line - 1));
    if (!block.isValid())
        block = document.lastBlock();
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
    const auto around = aroundOf(text(), textCursor().block().position());
    const QTextBlock head = around ? document()->findBlock(int(around->head)) : QTextBlock();
    if (!head.isValid() || !head.isVisible())
        return;
    const QTextBlock last = document()->findBlock(int(around->last));
    const qreal top = blockBoundingGeometry(head).translated(contentOffset()).bottom();
    const qreal bottom = blockBoundingGeometry(last).translated(contentOffset()).bottom();
    const qreal x = contentOffset().x() + document()->documentMargin() +
                    around->depth * QFontMetricsF(document()->defaultFont()).horizontalAdvance(u' ') + 2.5;
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
    paintMarks(painter, event->rect());
}

void YamlEditor::paintMarks(QPainter &painter, const QRect &area)
{
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > area.bottom())
            break;
        if (!block.isVisible())
            continue;
        m_marks.paintRemarks(painter, block, box.topLeft(), palette());
        if (!isFolded(block)) {
            m_marks.paintHint(painter, block, box.topLeft(), viewport()->width(), palette());
            continue;
        }
        painter.setPen(style::color(style::Role::MutedText, palette()));
        const qreal x = box.left() + QFontMetricsF(document()->defaultFont()).horizontalAdvance(block.text()) + 12;
        painter.drawText(QRectF(x, box.top(), viewport()->width(), box.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("… %n line(s)", nullptr, lastFolded(block).blockNumber() - block.blockNumber()));
    }
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
    if (m_highlighter)
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

bool YamlEditor::isBehindLine(QPoint inText) const
{
    const QTextBlock block = cursorForPosition(inText).block();
    QTextCursor end(block);
    end.movePosition(QTextCursor::EndOfBlock);
    return inText.x() > cursorRect(end).right();
}

QString YamlEditor::hoverAt(QPoint inText) const
{
    const QTextCursor at = cursorForPosition(inText);
    return m_hover ? m_hover({at.blockNumber() + 1, at.positionInBlock() + 1}, isBehindLine(inText)) : QString();
}

bool YamlEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        // Words may quote the text, which is never markup.
        QToolTip::showText(help->globalPos(), models::toolTip(hoverAt(viewport()->mapFrom(this, help->pos()))), this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void YamlEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isForPopup = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                            event->key() == Qt::Key_Tab || event->key() == Qt::Key_Escape;
    if (m_popup && m_popup->isVisible() && isForPopup) {
        event->ignore();
        return;
    }
    const int revision = document()->revision();
    type(event);
    const bool isWord = !event->text().isEmpty() && event->text().front().isPrint();
    if (revision != document()->revision() &&
        (isWord || (event->key() == Qt::Key_Backspace && m_popup && m_popup->isVisible())))
        Q_EMIT written();
}

void YamlEditor::type(QKeyEvent *event)
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

/** Files that are dropped are to be opened, which others do. */
bool YamlEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return !std::ranges::any_of(source->urls(), &QUrl::isLocalFile) && QPlainTextEdit::canInsertFromMimeData(source);
}

void YamlEditor::insertFromMimeData(const QMimeData *source)
{
    // Only plain text; a tab would be an error wherever it indents.
    if (source->hasText())
        insertPlainText(source->text().replace(u'\t', QString(YamlIndent, u' ')));
}

}  // namespace views
