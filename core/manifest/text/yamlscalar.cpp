// SPDX-License-Identifier: Apache-2.0
#include "manifest/text/yamlscalar.h"

#include "manifest/scalar/scalar.h"

#include <QRegularExpression>

#include <algorithm>

namespace manifest {

using namespace Qt::StringLiterals;

namespace {

constexpr int BestWidth = 80;

bool isBreak(uint c)
{
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool isBlankOrEnd(const QList<uint> &value, qsizetype i)
{
    return i >= value.size() || value.at(i) == ' ' || value.at(i) == '\t' || isBreak(value.at(i));
}

/** go-yaml's own set: no tab, and nothing beyond the basic plane. */
bool isPrintable(uint c)
{
    return c == '\n' || (c >= 0x20 && c <= 0x7e) || (c >= 0xa0 && c <= 0xd7ff) ||
           (c >= 0xe000 && c <= 0xffff && c != 0xfeff && c != 0xfffe && c != 0xffff);
}

/** Which styles a string allows outside of flow collections: yaml_emitter_analyze_scalar. */
struct Analysis {
    bool plain = true, single = true, block = true, multiline = false;
};

/** Whether the character at `i` would be read as structure. */
bool indicates(const QList<uint> &value, qsizetype i)
{
    const uint c = value.at(i);
    const bool blankNext = isBlankOrEnd(value, i + 1);
    if (i == 0)
        return QStringView(u"#,[]{}&*!|>'\"%@`").contains(QChar(char16_t(c))) ||
               (blankNext && (c == '?' || c == ':' || c == '-'));
    return (c == ':' && blankNext) || (c == '#' && isBlankOrEnd(value, i - 1));
}

Analysis analyze(const QList<uint> &value)
{
    Analysis a;
    if (value.isEmpty()) {
        a.block = false;
        return a;
    }
    const auto startsWith = [&](uint c) { return value.size() >= 3 && std::ranges::count(value.first(3), c) == 3; };
    bool indicators = startsWith('-') || startsWith('.');
    bool special = false;
    bool spaceBreak = false;
    bool breakSpace = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const uint c = value.at(i);
        indicators |= c < 0x80 && indicates(value, i);
        special |= !isPrintable(c);
        a.multiline |= isBreak(c);
        if (i == 0)
            continue;
        spaceBreak |= isBreak(c) && value.at(i - 1) == ' ';
        breakSpace |= c == ' ' && isBreak(value.at(i - 1));
    }
    const auto outside = [](uint c) { return c == ' ' || isBreak(c); };
    a.plain = !indicators && !a.multiline && !outside(value.constFirst()) && !outside(value.constLast());
    a.block = value.constLast() != ' ';
    a.single = !breakSpace;
    if (spaceBreak || special)
        a.plain = a.single = a.block = false;
    return a;
}

/** By hand: QString::toUcs4 takes a first U+FEFF for a byte order mark. */
QList<uint> codePoints(const QString &text)
{
    QList<uint> points;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        points << (pair ? QChar::surrogateToUcs4(c, text.at(i + 1)) : uint(c.unicode()));
        i += pair ? 1 : 0;
    }
    return points;
}

/** Whether the bare text would be read as a string. */
bool readsAsText(const QString &value)
{
    static const QRegularExpression time(
        u"^\\d{4}-\\d{1,2}-\\d{1,2}(([Tt]\\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d*)?(Z|[-+]\\d{2}:\\d{2}))|"
        "( \\d{1,2}:\\d{1,2}:\\d{1,2}(\\.\\d*)?))?$"_s);
    static const QRegularExpression base60(u"^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?$"_s);
    return resolvePlain(value.toUtf8()).type == Scalar::Type::Text && !time.match(value).hasMatch() &&
           !base60.match(value).hasMatch();
}

QString escaped(uint c)
{
    switch (c) {
    case 0: return u"\\0"_s;
    case '\a': return u"\\a"_s;
    case '\b': return u"\\b"_s;
    case '\t': return u"\\t"_s;
    case '\n': return u"\\n"_s;
    case '\v': return u"\\v"_s;
    case '\f': return u"\\f"_s;
    case '\r': return u"\\r"_s;
    case 0x1b: return u"\\e"_s;
    case '"': return u"\\\""_s;
    case '\\': return u"\\\\"_s;
    case 0x85: return u"\\N"_s;
    case 0xa0: return u"\\_"_s;
    case 0x2028: return u"\\L"_s;
    case 0x2029: return u"\\P"_s;
    default: break;
    }
    if (c <= 0xff)
        return QString::asprintf("\\x%02X", c);
    return c <= 0xffff ? QString::asprintf("\\u%04X", c) : QString::asprintf("\\U%08X", c);
}

}  // namespace

void YamlScalarWriter::raw(QStringView characters)
{
    text += characters;
    m_column += int(characters.size());
}

void YamlScalarWriter::newLine(int indent)
{
    text += u'\n' + QString(indent, u' ');
    m_column = indent;
}

void YamlScalarWriter::put(uint character)
{
    text += QChar::fromUcs4(character);
    ++m_column;
}

void YamlScalarWriter::string(const QString &value, int indent, bool isKey)
{
    const QList<uint> characters = codePoints(value);
    const Analysis can = analyze(characters);
    if (value.contains(u'\n') && can.block && !isKey)
        literal(characters, indent);
    else if (value.contains(u'\n') || !readsAsText(value) || (can.multiline && isKey))
        doubleQuoted(characters, indent, !isKey);
    else if (can.plain)
        plain(characters, indent, !isKey);
    else if (can.single)
        singleQuoted(characters, indent, !isKey);
    else
        doubleQuoted(characters, indent, !isKey);
}

void YamlScalarWriter::plain(const QList<uint> &value, int indent, bool fold)
{
    bool spaces = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const bool space = value.at(i) == ' ';
        if (space && fold && !spaces && m_column > BestWidth && value.value(i + 1) != ' ')
            newLine(indent);
        else
            put(value.at(i));
        spaces = space;
    }
}

void YamlScalarWriter::singleQuoted(const QList<uint> &value, int indent, bool fold)
{
    raw(u"'");
    bool spaces = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const bool space = value.at(i) == ' ';
        const bool inside = i > 0 && i + 1 < value.size();
        if (space && fold && !spaces && m_column > BestWidth && inside && value.at(i + 1) != ' ')
            newLine(indent);
        else
            put(value.at(i));
        if (value.at(i) == '\'')
            put('\'');
        spaces = space;
    }
    raw(u"'");
}

void YamlScalarWriter::doubleQuoted(const QList<uint> &value, int indent, bool fold)
{
    raw(u"\"");
    bool spaces = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const uint c = value.at(i);
        if (!isPrintable(c) || isBreak(c) || c == '"' || c == '\\') {
            raw(escaped(c));
            spaces = false;
        } else if (c == ' ' && fold && !spaces && m_column > BestWidth && i > 0 && i + 1 < value.size()) {
            newLine(indent);
            if (value.at(i + 1) == ' ')
                put('\\');
            spaces = true;
        } else {
            put(c);
            spaces = c == ' ';
        }
    }
    raw(u"\"");
}

void YamlScalarWriter::literal(const QList<uint> &value, int indent)
{
    raw(u"|");
    if (value.constFirst() == ' ' || isBreak(value.constFirst()))
        raw(u"2");
    if (!isBreak(value.constLast()))
        raw(u"-");
    else if (value.size() == 1 || isBreak(value.at(value.size() - 2)))
        raw(u"+");
    bool breaks = true;
    text += u'\n';
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (isBreak(value.at(i))) {
            if (i + 1 < value.size())
                text += QChar::fromUcs4(value.at(i));
            breaks = true;
            continue;
        }
        if (breaks)
            text += QString(indent, u' ');
        text += QChar::fromUcs4(value.at(i));
        breaks = false;
    }
}

}  // namespace manifest
