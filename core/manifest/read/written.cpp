// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/written.h"

#include <algorithm>

namespace manifest {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isSpace(char c)
{
    return isBlank(c) || c == '\n';
}

qsizetype skipWord(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && !isSpace(text[at]))
        ++at;
    return at;
}

qsizetype endOfLine(QByteArrayView text, qsizetype at)
{
    const qsizetype end = text.indexOf('\n', at);
    return end < 0 ? text.size() : end;
}

/** Past white space and comments. */
qsizetype skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && (isSpace(text[at]) || (text[at] == '#' && isSpace(text[at - 1]))))
        at = text[at] == '#' ? endOfLine(text, at) : at + 1;
    return at;
}

Written::Style styleOf(char first)
{
    switch (first) {
    case '"': return Written::Style::DoubleQuoted;
    case '\'': return Written::Style::SingleQuoted;
    case '|': return Written::Style::Literal;
    case '>': return Written::Style::Folded;
    case '*': return Written::Style::Alias;
    case '[':
    case '{': return Written::Style::Flow;
    default: return Written::Style::Plain;
    }
}

/** Spaces at the beginning of a line. */
qsizetype indentOf(QByteArrayView line)
{
    return std::ranges::find_if(line, [](char c) { return c != ' '; }) - line.begin();
}

}  // namespace

Written writtenAt(QByteArrayView text, qsizetype offset)
{
    Written written;
    written.offset = offset;
    qsizetype at = offset;
    while (at < text.size() && (text[at] == '!' || text[at] == '&')) {
        const qsizetype end = skipWord(text, at);
        if (text[at] == '!') {
            written.tag = text.sliced(at, end - at);
            written.tagOffset = at;
        }
        at = skipSpace(text, end);
    }
    written.start = at;
    if (at < text.size())
        written.style = styleOf(text[at]);
    return written;
}

qsizetype endOfQuoted(QByteArrayView text, qsizetype start)
{
    const char quote = text[start];
    for (qsizetype at = start + 1; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\') {
            ++at;
            continue;
        }
        if (text[at] != quote)
            continue;
        if (quote == '"' || at + 1 >= text.size() || text[at + 1] != quote)
            return at + 1;
        ++at;  // two single quotes mean one
    }
    return -1;
}

qsizetype endOfPlain(QByteArrayView text, qsizetype start, QByteArrayView value)
{
    qsizetype at = start;
    for (const char c : value) {
        if (isSpace(c))
            continue;
        while (at < text.size() && isSpace(text[at]))
            ++at;
        if (at >= text.size() || text[at] != c)
            return at;
        ++at;
    }
    return at;
}

BlockShape blockShape(QByteArrayView text, qsizetype start, int column)
{
    BlockShape shape;
    const qsizetype headerEnd = endOfLine(text, start);
    const QByteArrayView header = text.sliced(start + 1, std::min<qsizetype>(2, headerEnd - start - 1));
    if (std::ranges::any_of(header, [](char c) { return c >= '1' && c <= '9'; }))
        return shape;
    shape.keeps = header.contains('+');

    qsizetype indent = -1;  // not known before the first line with content
    qsizetype end = headerEnd;
    for (qsizetype at = headerEnd + 1; at < text.size(); at = end + 1) {
        end = endOfLine(text, at);
        const QByteArrayView line = text.sliced(at, end - at);
        const qsizetype spaces = indentOf(line);
        const bool isBlankLine = spaces == line.size() && (indent < 0 || spaces <= indent);
        if (!isBlankLine) {
            const bool isTab = spaces < line.size() && line[spaces] == '\t';
            if (isTab && (indent < 0 || spaces < indent))
                shape.tab = at + spaces;
            if (indent < 0)
                indent = std::max<qsizetype>({spaces, column + 1, 1});
            if (spaces < indent || shape.tab >= 0)
                return shape;
            shape.trailingBreaks = 0;
        }
        if (end < text.size())
            ++shape.trailingBreaks;
    }
    return shape;
}

}  // namespace manifest
