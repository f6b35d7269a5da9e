// SPDX-License-Identifier: Apache-2.0
#include "views/editor/folding.h"

#include <QPlainTextDocumentLayout>
#include <QTextDocument>

#include <algorithm>

namespace views {

namespace {

bool isBlank(const QTextBlock &block)
{
    return block.text().trimmed().isEmpty();
}

QTextBlock nextWritten(QTextBlock block)
{
    block = block.next();
    while (block.isValid() && isBlank(block))
        block = block.next();
    return block;
}

int columnOf(const QTextBlock &block)
{
    const QString text = block.text();
    return int(std::ranges::find_if(text, [](QChar c) { return c != u' '; }) - text.begin());
}

bool isItem(const QTextBlock &block)
{
    const QString text = block.text().trimmed();
    return text == QLatin1StringView("-") || text.startsWith(QLatin1StringView("- "));
}

/** Whether `inner` belongs to the block that `head` opens, if nothing between them does not. */
bool belongs(const QTextBlock &head, const QTextBlock &inner)
{
    const int depth = columnOf(head);
    const int column = columnOf(inner);
    return column > depth || (column == depth && isItem(inner) && !isItem(head));
}

void show(const QTextBlock &from, const QTextBlock &to, bool visible)
{
    for (QTextBlock block = from; block.isValid(); block = block.next()) {
        block.setVisible(visible);
        block.setLineCount(visible ? std::max(1, block.layout()->lineCount()) : 0);
        if (block == to)
            break;
    }
}

void layOut(QPlainTextEdit &editor, const QTextBlock &from, const QTextBlock &to)
{
    QTextDocument *document = editor.document();
    document->markContentsDirty(from.position(), to.position() + to.length() - from.position());
    Q_EMIT document->documentLayout()->documentSizeChanged(document->documentLayout()->documentSize());
    editor.viewport()->update();
}

}  // namespace

int depthOf(const QTextBlock &block)
{
    const QTextBlock written = isBlank(block) ? nextWritten(block) : block;
    return written.isValid() ? columnOf(written) : 0;
}

bool isFoldable(const QTextBlock &block)
{
    if (!block.isValid() || isBlank(block) || block.text().startsWith(QLatin1StringView("---")))
        return false;
    const QTextBlock next = nextWritten(block);
    return next.isValid() && belongs(block, next);
}

QTextBlock lastFolded(const QTextBlock &block)
{
    QTextBlock last = block;
    for (QTextBlock next = nextWritten(block); next.isValid() && belongs(block, next); next = nextWritten(next))
        last = next;
    return last;
}

bool isFolded(const QTextBlock &block)
{
    return block.isVisible() && block.next().isValid() && !block.next().isVisible();
}

void setFolded(QPlainTextEdit &editor, const QTextBlock &block, bool folded)
{
    if (folded ? !isFoldable(block) : !isFolded(block))
        return;
    QTextBlock last = lastFolded(block);
    if (!folded)  // the text may have changed since: nothing stays hidden that has no head
        while (last.next().isValid() && !last.next().isVisible())
            last = last.next();
    show(block.next(), last, !folded);
    layOut(editor, block, last);
    if (folded && !editor.textCursor().block().isVisible()) {
        QTextCursor cursor = editor.textCursor();
        cursor.setPosition(block.position() + block.length() - 1);
        editor.setTextCursor(cursor);
    }
}

void foldAll(QPlainTextEdit &editor, bool folded)
{
    for (QTextBlock block = editor.document()->begin(); block.isValid(); block = block.next())
        if (block.isVisible())
            setFolded(editor, block, folded);
}

void reveal(QPlainTextEdit &editor, const QTextBlock &block)
{
    while (block.isValid() && !block.isVisible()) {
        QTextBlock head = block;
        while (head.isValid() && !head.isVisible())
            head = head.previous();
        if (!head.isValid())
            return;
        setFolded(editor, head, false);
    }
}

QTextBlock headOf(const QTextBlock &block)
{
    if (depthOf(block) == 0)
        return {};  // else all that stands before would be looked through
    const int depth = depthOf(block);
    QTextBlock head = block.previous();
    while (head.isValid() && (isBlank(head) || columnOf(head) >= depth))
        head = head.previous();
    return head;
}

}  // namespace views
