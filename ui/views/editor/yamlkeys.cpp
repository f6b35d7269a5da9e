// SPDX-License-Identifier: Apache-2.0
#include "views/editor/yamlkeys.h"

#include <QList>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views {

namespace {

int depthOf(QStringView line)
{
    const auto end = std::ranges::find_if(line, [](QChar c) { return c != u' '; });
    return int(end - line.begin());
}

/** The lines a cursor touches; a selection that ends at the start of a line does not touch it. */
QList<QTextBlock> touched(const QTextCursor &cursor)
{
    const QTextDocument *document = cursor.document();
    QTextBlock block = document->findBlock(cursor.selectionStart());
    const QTextBlock last =
        document->findBlock(std::max(cursor.selectionStart(), cursor.selectionEnd() - (cursor.hasSelection() ? 1 : 0)));
    QList<QTextBlock> blocks;
    for (; block.isValid() && block.blockNumber() <= last.blockNumber(); block = block.next())
        blocks.append(block);
    return blocks;
}

QTextCursor at(const QTextBlock &block, int column)
{
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + column);
    return cursor;
}

void erase(const QTextBlock &block, int column, int count)
{
    QTextCursor cursor = at(block, column);
    cursor.setPosition(block.position() + column + count, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
}

bool isBlank(const QTextBlock &block)
{
    return block.text().trimmed().isEmpty();
}

}  // namespace

void breakLine(QTextCursor cursor)
{
    const QString before = cursor.block().text().first(
        cursor.selectionStart() - cursor.block().position() < 0 ? 0 : cursor.positionInBlock());
    int depth = depthOf(before);
    QStringView content = QStringView(before).sliced(depth).trimmed();
    while (content.startsWith("- "_L1)) {
        depth += YamlIndent;
        content = content.sliced(2).trimmed();
    }
    if (!content.startsWith(u'#') && content.endsWith(u':'))
        depth += YamlIndent;
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    cursor.insertBlock();
    cursor.insertText(QString(depth, u' '));
    cursor.endEditBlock();
}

void indentLines(QTextCursor cursor)
{
    cursor.beginEditBlock();
    if (!cursor.hasSelection()) {
        cursor.insertText(QString(YamlIndent - cursor.positionInBlock() % YamlIndent, u' '));
    } else {
        for (const QTextBlock &block : touched(cursor))
            if (!isBlank(block))
                at(block, 0).insertText(QString(YamlIndent, u' '));
    }
    cursor.endEditBlock();
}

void outdentLines(QTextCursor cursor)
{
    cursor.beginEditBlock();
    for (const QTextBlock &block : touched(cursor))
        erase(block, 0, std::min(YamlIndent, depthOf(block.text())));
    cursor.endEditBlock();
}

void toggleComments(QTextCursor cursor)
{
    QList<QTextBlock> blocks = touched(cursor);
    blocks.removeIf(isBlank);
    if (blocks.isEmpty())
        return;
    const auto isComment = [](const QTextBlock &block) { return block.text().trimmed().startsWith(u'#'); };
    int column = depthOf(blocks.constFirst().text());
    for (const QTextBlock &block : std::as_const(blocks))
        column = std::min(column, depthOf(block.text()));
    const bool away = std::ranges::all_of(blocks, isComment);
    cursor.beginEditBlock();
    for (const QTextBlock &block : std::as_const(blocks)) {
        if (!away) {
            at(block, column).insertText(u"# "_s);
            continue;
        }
        const int mark = int(block.text().indexOf(u'#'));
        erase(block, mark, block.text().sliced(mark).startsWith("# "_L1) ? 2 : 1);
    }
    cursor.endEditBlock();
}

bool eraseIndent(QTextCursor cursor)
{
    const int column = cursor.positionInBlock();
    if (cursor.hasSelection() || column == 0 || depthOf(cursor.block().text()) < column)
        return false;
    const int count = (column - 1) % YamlIndent + 1;
    erase(cursor.block(), column - count, count);
    return true;
}

}  // namespace views
