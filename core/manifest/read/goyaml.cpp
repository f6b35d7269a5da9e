// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/goyaml.h"

#include "manifest/scalar/scalar.h"

#include <QtTranslation>

#include <algorithm>

namespace manifest {

using Style = Written::Style;

namespace {

[[noreturn]] void fail(Place place, const char *pattern, const QString &argument = {})
{
    throw Problem{Problem::Severity::Error, place, QString::fromLatin1(pattern), argument, 0};
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

enum class Verdict { Good, Forbidden, Break };

Verdict verdictOf(char32_t c)
{
    if (c == 0x85)
        return Verdict::Break;
    const bool isControl = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0);
    return isControl || c == 0xfffe || c == 0xffff ? Verdict::Forbidden : Verdict::Good;
}

/** What most of a text is, and needs no closer look. */
bool isLetter(char c)
{
    return c >= ' ' && c < 0x7f;
}

/** The verdict on the character of UTF-8 text at `at`; only those that can be bad are looked at. */
char32_t suspicious(QByteArrayView text, qsizetype at)
{
    const auto first = uchar(text[at]);
    if (first < 0x80)
        return first;
    const auto next = [&](qsizetype by) { return at + by < text.size() ? char32_t(uchar(text[at + by]) & 0x3f) : 0; };
    if (first == 0xc2)
        return 0x80 | next(1);
    return first == 0xe2 || first == 0xef ? (char32_t(first & 0x0f) << 12) | (next(1) << 6) | next(2) : U'x';
}

}  // namespace

namespace {

Problem lineEnd(const TextLines &lines, qsizetype at, char32_t c)
{
    return {Problem::Severity::Error, lines.placeOfByte(at),
            QString::fromLatin1(
                QT_TRANSLATE_NOOP("manifest", "kubectl ends the line at U+%1; use a line end, or \\u%1 in \"quotes\"")),
            QString::number(uint(c), 16).toUpper().rightJustified(4, u'0'), 0};
}

/** U+2028 and U+2029, which end a line, too. */
bool isSeparator(QByteArrayView text, qsizetype at)
{
    return text.sliced(at).startsWith("\xE2\x80\xA8") || text.sliced(at).startsWith("\xE2\x80\xA9");
}

}  // namespace

std::optional<Problem> GoYaml::characters(const TextLines &lines)
{
    const QByteArrayView text = lines.text();
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isLetter(text[at]))
            continue;
        const char32_t c = suspicious(text, at);
        const Verdict verdict = verdictOf(c);
        if (verdict == Verdict::Good)
            continue;
        if (verdict == Verdict::Break)
            return lineEnd(lines, at, c);
        return Problem{Problem::Severity::Error, lines.placeOfByte(at),
                       QString::fromLatin1(QT_TRANSLATE_NOOP("manifest", "control characters are not allowed (U+%1)")),
                       QString::number(uint(c), 16).toUpper().rightJustified(4, u'0'), 0};
    }
    return {};
}

std::optional<Problem> GoYaml::separators() const
{
    const QByteArrayView text = m_lines.text();
    auto span = m_quoted.cbegin();
    for (qsizetype at = text.indexOf("\xE2\x80"); at >= 0; at = text.indexOf("\xE2\x80", at + 3)) {
        if (!isSeparator(text, at))
            continue;
        while (span != m_quoted.cend() && span->second <= at)
            ++span;
        const auto isAlone = [&](qsizetype next) { return !isBlank(text[next]) && text[next] != '\n'; };
        if (span == m_quoted.cend() || at < span->first || !isAlone(at - 1) || !isAlone(at + 3))
            return lineEnd(m_lines, at, suspicious(text, at));
    }
    return {};
}

void GoYaml::quoted(const Written &written)
{
    const qsizetype end = endOfQuoted(m_lines.text(), written.start);
    if (m_lines.text().sliced(written.start, end - written.start).contains("\xE2\x80"))
        m_quoted.emplace_back(written.start, end);
}

Written GoYaml::node(qsizetype offset, bool isBlock) const
{
    Written written = writtenAt(m_lines.text(), offset);
    if (!written.tag.isEmpty())
        tag(written);
    if (isBlock)
        tabBefore(offset);
    if (isBlock && written.start > offset && written.start < m_lines.text().size())
        tabBefore(written.start);
    written.isBlock = isBlock;
    return written;
}

void GoYaml::tag(const Written &written) const
{
    const QByteArrayView tag = written.tag;
    if (tag.startsWith("!<"))
        return;
    const Place place = m_lines.placeOfByte(written.tagOffset);
    if (tag.endsWith(':') || std::ranges::any_of(tag, [](char c) { return QByteArrayView(",[]{}|>\"").contains(c); }))
        fail(place, QT_TRANSLATE_NOOP("manifest", "a space must follow the tag %1"), QString::fromUtf8(tag));
    if (tag.indexOf('!', 1) > 1)
        fail(place, QT_TRANSLATE_NOOP("manifest", "the tag %1 has a prefix that nothing defines"),
             QString::fromUtf8(tag));
}

/** A tab before the first thing of a line, or after a list's dash, is no indentation. */
void GoYaml::tabBefore(qsizetype offset) const
{
    const QByteArrayView text = m_lines.text();
    qsizetype tab = -1;
    qsizetype at = offset;
    for (; at > 0 && isBlank(text[at - 1]); --at)
        tab = text[at - 1] == '\t' ? at - 1 : tab;
    if (tab < 0)
        return;
    const bool startsLine = at == 0 || text[at - 1] == '\n';
    const bool afterDash = !startsLine && (text[at - 1] == '-' || text[at - 1] == '?') &&
                           (at == 1 || isBlank(text[at - 2]) || text[at - 2] == '\n');
    if (startsLine || afterDash)
        fail(m_lines.placeOfByte(tab), QT_TRANSLATE_NOOP("manifest", "a tab cannot indent; use spaces"));
}

void GoYaml::indentation(const Written &written, int column) const
{
    if (written.style == Style::Empty || written.style == Style::Literal || written.style == Style::Folded)
        return;
    const bool isLeft = m_lines.columnOf(written.start) <= column || m_lines.columnOf(written.offset) <= column;
    if (written.start < m_lines.text().size() && isLeft)
        fail(m_lines.placeOfByte(written.start),
             QT_TRANSLATE_NOOP("manifest", "the indentation does not fit: the value must stand right of its key"));
}

void GoYaml::colonsInBrackets(const Written &written, const QByteArray &value, bool isKey) const
{
    const QByteArrayView text = m_lines.text();
    if (written.style != Style::Plain)
        return;
    if (value.startsWith(':'))
        fail(m_lines.placeOfByte(written.start),
             QT_TRANSLATE_NOOP("manifest", "no value in brackets can start with ':'; quote it"));
    const qsizetype end = endOfPlain(text, written.start, value);
    if (isKey && end + 1 < text.size() && text[end] == ':' && !isBlank(text[end + 1]) && text[end + 1] != '\n')
        fail(m_lines.placeOfByte(end), QT_TRANSLATE_NOOP("manifest", "a space must follow this colon"));
}

void GoYaml::anchor(qsizetype offset, const std::string &name) const
{
    const auto isAllowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    };
    if (!std::ranges::all_of(name, isAllowed))
        fail(m_lines.placeOfByte(offset),
             QT_TRANSLATE_NOOP("manifest", "an anchor's name has letters, digits, - and _ only, not %1"),
             QString::fromStdString(name));
}

void GoYaml::colonAfterKey(qsizetype offset, const QByteArray &key) const
{
    const QByteArrayView text = m_lines.text();
    qsizetype before = offset;
    while (before > 0 && (isBlank(text[before - 1]) || text[before - 1] == '\n'))
        --before;
    if (before > 0 && text[before - 1] == '?')
        return;
    const Written written = writtenAt(text, offset);
    qsizetype end = written.start;
    switch (written.style) {
    case Style::SingleQuoted:
    case Style::DoubleQuoted: end = endOfQuoted(text, written.start); break;
    case Style::Plain: end = endOfPlain(text, written.start, key); break;
    case Style::Alias:
        while (end < text.size() && !isBlank(text[end]) && text[end] != '\n')
            ++end;
        break;
    default: break;
    }
    while (end >= 0 && end < text.size() && isBlank(text[end]))
        ++end;
    if (end < 0 || end >= text.size() || text[end] != ':')
        fail(m_lines.placeOfByte(offset), QT_TRANSLATE_NOOP("manifest", "the key %1 has no ': ' after it"),
             QString::fromUtf8(key));
    blankLines(end + 1);
}

/** Lines with nothing but blanks and comments: no tab may begin them. `at`: past the last thing before them. */
void GoYaml::blankLines(qsizetype at) const
{
    const QByteArrayView text = m_lines.text();
    bool startsLine = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '#')
            at = std::max(at, text.indexOf('\n', at) - 1);
        else if (text[at] == '\t' && startsLine)
            fail(m_lines.placeOfByte(at), QT_TRANSLATE_NOOP("manifest", "a tab cannot indent; use spaces"));
        else if (text[at] == '\n')
            startsLine = true;
        else if (!isBlank(text[at]))
            return;
    }
}

QByteArray GoYaml::value(const Written &written, const QByteArray &value, int column) const
{
    switch (written.style) {
    case Style::Plain: plain(written, value, column); return value;
    case Style::DoubleQuoted: return doubleQuoted(written, value);
    case Style::SingleQuoted:
        if (written.isBlock)
            blankLines(endOfQuoted(m_lines.text(), written.start));
        return value;
    case Style::Literal:
    case Style::Folded: return folded(written, value, column);
    default: return value;
    }
}

/** Where lines go on, and after the last one, a tab may not stand where the next key could. */
void GoYaml::plain(const Written &written, const QByteArray &value, int column) const
{
    const QByteArrayView text = m_lines.text();
    qsizetype lineStart = -1;
    qsizetype end = endOfPlain(text, written.start, value);
    while (end < text.size() && (isBlank(text[end]) || text[end] == '\n'))
        ++end;
    if (written.isBlock && end < text.size() && text[end] == '#')
        blankLines(end);
    for (qsizetype at = written.start; at < end; ++at) {
        if (text[at] == '\n')
            lineStart = at + 1;
        else if (text[at] == '\t' && lineStart >= 0 && at - lineStart <= column)
            fail(m_lines.placeOfByte(at), QT_TRANSLATE_NOOP("manifest", "a tab cannot indent; use spaces"));
        else if (!isBlank(text[at]))
            lineStart = -1;
    }
}

QByteArray GoYaml::doubleQuoted(const Written &written, const QByteArray &value) const
{
    const QByteArrayView text = m_lines.text();
    const qsizetype end = endOfQuoted(text, written.start);
    if (written.isBlock)
        blankLines(end);
    bool isByte = false;
    for (qsizetype at = written.start + 1; at < end - 1; ++at) {
        if (text[at] != '\\')
            continue;
        ++at;
        if (text[at] == '/')
            fail(m_lines.placeOfByte(at - 1), QT_TRANSLATE_NOOP("manifest", "there is no escape %1 in YAML"),
                 QStringLiteral("\\/"));
        isByte = isByte || text[at] == 'N' || text[at] == '_';
    }
    return isByte ? withLatin1Repaired(value) : value;  // yaml-cpp makes one byte of \N and \_
}

QByteArray GoYaml::folded(const Written &written, QByteArray value, int column) const
{
    const BlockShape shape = blockShape(m_lines.text(), written.start, column);
    if (shape.tab >= 0)
        fail(m_lines.placeOfByte(shape.tab),
             QT_TRANSLATE_NOOP("manifest", "a tab cannot indent; give the indentation after | or >, as in |2"));
    if (!shape.keeps || written.style == Style::Literal)
        return value;
    while (value.endsWith('\n'))
        value.chop(1);
    return value + QByteArray(shape.trailingBreaks, '\n');  // yaml-cpp loses one
}

}  // namespace manifest
