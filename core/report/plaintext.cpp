// SPDX-License-Identifier: Apache-2.0
#include "report/plaintext.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace report {

namespace {

constexpr char32_t FirstControlPicture = 0x2400;
constexpr char32_t DeletePicture = 0x2421;
constexpr qsizetype MostBytes = 200;

/** Characters that are letters by their category and yet have no shape. */
bool isFiller(char32_t c)
{
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
}

bool isShown(char32_t c)
{
    if (c < 0x7F)
        return c >= 0x20 || c == U'\n' || c == U'\t';
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return false;
    default: return !isFiller(c);
    }
}

QString mark(char32_t c)
{
    if (c < 0x20)
        return QChar(char16_t(FirstControlPicture + c));
    if (c == 0x7F)
        return QChar(char16_t(DeletePicture));
    return u"‹U+%1›"_s.arg(uint(c), 4, 16, QChar(u'0')).toUpper();
}

/** The code point at `i`, which moves behind it. */
char32_t take(QStringView text, qsizetype &i)
{
    const QChar first = text.at(i++);
    if (first.isHighSurrogate() && i < text.size() && text.at(i).isLowSurrogate())
        return QChar::surrogateToUcs4(first, text.at(i++));
    return first.unicode();
}

bool isNumber(const QString &text)
{
    bool isOne = false;
    std::ignore = text.toDouble(&isOne);
    return isOne;
}

/** What Windows takes for a device, whatever ending it has. */
bool isDevice(const QString &name)
{
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    static const QStringList plain{u"CON"_s, u"PRN"_s, u"AUX"_s, u"NUL"_s};
    return plain.contains(stem) ||
           (stem.size() == 4 && (stem.startsWith("COM"_L1) || stem.startsWith("LPT"_L1)) && stem.back().isDigit());
}

}  // namespace

QString visible(const QString &text)
{
    const QStringView view = text;
    qsizetype i = 0;
    qsizetype begin = 0;
    while (i < view.size() && isShown(take(view, i)))
        begin = i;
    if (begin == view.size())
        return text;
    QString out = text.first(begin);
    for (i = begin; i < view.size();) {
        const qsizetype at = i;
        const char32_t c = take(view, i);
        if (isShown(c))
            out += view.sliced(at, i - at);
        else
            out += mark(c);
    }
    return out;
}

QString visibleLine(const QString &text)
{
    QString line = visible(text);
    if (line.contains(u'\n') || line.contains(u'\t'))
        line.replace(u'\n', u' ').replace(u'\t', u' ');
    return line;
}

QString spelled(const QString &text)
{
    QString out;
    const QStringView view = text;
    for (qsizetype i = 0; i < view.size();) {
        const qsizetype at = i;
        const char32_t c = take(view, i);
        if (c == U'\n' || c == U'\t')
            out += u' ';
        else if (isShown(c))
            out += view.sliced(at, i - at);
        if (c >= 0x7F || (c < 0x20 && c != U'\n' && c != U'\t'))
            out += mark(c);
    }
    return out;
}

QString cell(const QString &text)
{
    const QString line = visibleLine(text);
    const auto first = std::ranges::find_if(line, [](QChar c) { return !c.isSpace(); });
    const bool isFormula = first != line.cend() && u"=+-@＝＋－＠"_s.contains(*first) && !isNumber(line.trimmed());
    return isFormula ? u'\'' + line : line;
}

QString fileName(const QString &text)
{
    QString name = visibleLine(text);
    for (QChar &c : name)
        if (u"/\\:*?\"<>|"_s.contains(c))
            c = u'_';
    while (name.toUtf8().size() > MostBytes)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    const auto isEdge = [](QChar c) { return c == u'.' || c.isSpace(); };
    while (!name.isEmpty() && isEdge(name.back()))
        name.chop(1);
    while (!name.isEmpty() && isEdge(name.front()))
        name.removeFirst();
    if (name.isEmpty())
        return u"unnamed"_s;
    return isDevice(name) ? u'_' + name : name;
}

}  // namespace report
