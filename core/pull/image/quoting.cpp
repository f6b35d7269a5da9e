// SPDX-License-Identifier: Apache-2.0
#include "pull/image/quoting.h"

#include <QList>

#include <array>
#include <utility>

namespace pull {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<char16_t, char16_t>, 9> Letters = {{{u'\a', u'a'},
                                                                   {u'\b', u'b'},
                                                                   {u'\f', u'f'},
                                                                   {u'\n', u'n'},
                                                                   {u'\r', u'r'},
                                                                   {u'\t', u't'},
                                                                   {u'\v', u'v'},
                                                                   {u'\\', u'\\'},
                                                                   {u'"', u'"'}}};

QString hex(char32_t value, int width)
{
    return QString::number(uint(value), 16).rightJustified(width, u'0');
}

/** Resolves `\x41`, `\u00b5`, `\U0001f600` at `i` (the letter); gives how many characters it took, 0 if it is none. */
qsizetype takeCode(QStringView text, qsizetype i, QString &result)
{
    const char16_t letter = text.at(i).unicode();
    const qsizetype digits = letter == u'x' ? 2 : letter == u'u' ? 4 : letter == u'U' ? 8 : 0;
    if (digits == 0 || i + digits >= text.size())
        return 0;
    bool ok = false;
    const uint code = text.sliced(i + 1, digits).toUInt(&ok, 16);
    if (!ok || code > 0x10ffff)
        return 0;
    result += QString::fromUcs4(std::array<char32_t, 1>{char32_t(code)}.data(), 1);
    return 1 + digits;
}

}  // namespace

QString goQuoted(QStringView text)
{
    QString result = u"\""_s;
    const QList<uint> points = text.toUcs4();
    for (const char32_t c : points) {
        bool named = false;
        for (const auto &[plain, letter] : Letters)
            if (c == plain) {
                result += u'\\';
                result += letter;
                named = true;
            }
        if (named)
            continue;
        if (c == U' ' || (QChar::isPrint(c) && !QChar::isSpace(c)))
            result += QString::fromUcs4(&c, 1);
        else if (c < 0x80)
            result += u"\\x"_s + hex(c, 2);
        else
            result += c < 0x10000 ? u"\\u"_s + hex(c, 4) : u"\\U"_s + hex(c, 8);
    }
    return result + u'"';
}

QString goUnquoted(QStringView inner)
{
    QString result;
    for (qsizetype i = 0; i < inner.size(); ++i) {
        if (inner.at(i) != u'\\' || i + 1 == inner.size()) {
            result += inner.at(i);
            continue;
        }
        ++i;
        bool named = false;
        for (const auto &[plain, letter] : Letters)
            if (inner.at(i) == letter) {
                result += plain;
                named = true;
            }
        if (named)
            continue;
        if (const qsizetype taken = takeCode(inner, i, result); taken > 0)
            i += taken - 1;
        else
            result += QStringView(inner).sliced(i - 1, 2);
    }
    return result;
}

}  // namespace pull
