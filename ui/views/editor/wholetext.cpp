// SPDX-License-Identifier: Apache-2.0
#include "views/editor/wholetext.h"

#include <algorithm>

namespace views {

namespace {

/** Where the line ends that begins at `start`. */
qsizetype endOf(QStringView text, qsizetype start)
{
    const qsizetype end = text.indexOf(u'\n', start);
    return end < 0 ? text.size() : end;
}

/** Where the line before the one at `start` begins; -1: there is none. */
qsizetype before(QStringView text, qsizetype start)
{
    if (start <= 0)
        return -1;
    return start < 2 ? 0 : text.lastIndexOf(u'\n', start - 2) + 1;
}

/** Where the line behind the one at `start` begins; -1: there is none. */
qsizetype after(QStringView text, qsizetype start)
{
    const qsizetype end = endOf(text, start);
    return end < text.size() ? end + 1 : -1;
}

int columnOf(QStringView text, qsizetype start)
{
    qsizetype at = start;
    while (at < text.size() && text[at] == u' ')
        ++at;
    return int(at - start);
}

bool isBlank(QStringView text, qsizetype start)
{
    qsizetype at = start;
    while (at < text.size() && text[at] != u'\n' && text[at].isSpace())
        ++at;
    return at == text.size() || text[at] == u'\n';
}

bool isItem(QStringView text, qsizetype start)
{
    const QStringView line = text.sliced(start, endOf(text, start) - start).trimmed();
    return line == u"-" || line.startsWith(u"- ");
}

qsizetype nextWritten(QStringView text, qsizetype start)
{
    do
        start = after(text, start);
    while (start >= 0 && isBlank(text, start));
    return start;
}

}  // namespace

QString wholeText(const QTextDocument &document)
{
    QString text = document.toRawText();
    for (QChar &c : text) {
        const bool isEnd = c == QChar::ParagraphSeparator || c.unicode() == 0xfdd0 || c.unicode() == 0xfdd1;
        c = isEnd ? QChar(u'\n') : c;
    }
    return text;
}

std::optional<Around> aroundOf(QStringView text, qsizetype line)
{
    const qsizetype written = isBlank(text, line) ? nextWritten(text, line) : line;
    const int depth = written < 0 ? 0 : columnOf(text, written);
    if (depth == 0)
        return {};
    Around around{before(text, line), 0, 0};
    while (around.head >= 0 && (isBlank(text, around.head) || columnOf(text, around.head) >= depth))
        around.head = before(text, around.head);
    if (around.head < 0)
        return {};
    around.depth = columnOf(text, around.head);
    around.last = around.head;
    const bool holdsItems = !isItem(text, around.head);  // a key's dashes may stand right below it
    for (qsizetype next = nextWritten(text, around.head); next >= 0; next = nextWritten(text, next)) {
        const int column = columnOf(text, next);
        if (column < around.depth || (column == around.depth && !(holdsItems && isItem(text, next))))
            break;
        around.last = next;
    }
    return around;
}

manifest::Lines linesOf(const QString &text, int count, int line, qsizetype start)
{
    const auto at = [text, line, start](int wanted) mutable {
        for (; line < wanted; ++line)
            start = std::min(endOf(text, start) + 1, text.size());
        for (; line > wanted; --line)
            start = std::max<qsizetype>(0, before(text, start));
        return QString::fromRawData(text.constData() + start, endOf(text, start) - start);
    };
    return {count, at};
}

}  // namespace views
