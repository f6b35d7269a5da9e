// SPDX-License-Identifier: Apache-2.0
#include "manifest/scalar/scalar.h"

#include <QByteArrayView>
#include <QString>

namespace manifest {

namespace {

QByteArray escape(unsigned code)
{
    return "\\u" + QByteArray::number(code, 16).rightJustified(4, '0');
}

/** How many bytes of valid UTF-8 begin here; 0 if none. */
int sequenceLength(QByteArrayView rest)
{
    const auto byte = [&](int at) { return at < rest.size() ? uchar(rest[at]) : uchar(0); };
    const auto follows = [&](int at, uchar low = 0x80, uchar high = 0xBF) {
        return byte(at) >= low && byte(at) <= high;
    };
    const uchar lead = byte(0);
    if (lead >= 0xC2 && lead <= 0xDF)
        return follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const uchar low = lead == 0xE0 ? 0xA0 : 0x80;
        const uchar high = lead == 0xED ? 0x9F : 0xBF;
        return follows(1, low, high) && follows(2) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const uchar low = lead == 0xF0 ? 0x90 : 0x80;
        const uchar high = lead == 0xF4 ? 0x8F : 0xBF;
        return follows(1, low, high) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

void appendAscii(QByteArray &json, uchar c)
{
    switch (c) {
    case '"': json += "\\\""; return;
    case '\\': json += "\\\\"; return;
    case '\b': json += "\\b"; return;
    case '\f': json += "\\f"; return;
    case '\n': json += "\\n"; return;
    case '\r': json += "\\r"; return;
    case '\t': json += "\\t"; return;
    default: break;
    }
    if (c < 0x20 || c == '<' || c == '>' || c == '&')
        json += escape(c);
    else
        json += char(c);
}

/** Whether JSON has a byte as it is, and it is a character by itself. */
bool isPlain(char c)
{
    return c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' && uchar(c) < 0x80;
}

}  // namespace

QByteArray withLatin1Repaired(const QByteArray &utf8)
{
    QByteArray repaired;
    for (qsizetype at = 0; at < utf8.size();) {
        const QByteArrayView rest = QByteArrayView(utf8).sliced(at);
        const int length = uchar(utf8[at]) < 0x80 ? 1 : sequenceLength(rest);
        if (length > 0)
            repaired += rest.first(length);
        else
            repaired += QString(QLatin1Char(utf8[at])).toUtf8();
        at += std::max(1, length);
    }
    return repaired;
}

QByteArray quoted(const QByteArray &utf8)
{
    QByteArray json;
    json.reserve(utf8.size() + 2);
    appendQuoted(json, utf8);
    return json;
}

void appendQuoted(QByteArray &json, QByteArrayView utf8)
{
    json += '"';
    for (qsizetype at = 0; at < utf8.size();) {
        qsizetype end = at;
        while (end < utf8.size() && isPlain(utf8[end]))
            ++end;
        if (end > at) {
            json += utf8.sliced(at, end - at);
            at = end;
            continue;
        }
        const auto c = uchar(utf8[at]);
        if (c < 0x80) {
            appendAscii(json, c);
            ++at;
            continue;
        }
        const QByteArrayView rest = utf8.sliced(at);
        const int length = sequenceLength(rest);
        if (length == 0)
            json += escape(0xFFFD);
        else if (rest.startsWith("\xE2\x80\xA8") || rest.startsWith("\xE2\x80\xA9"))
            json += escape(0x2000 | uchar(rest[2] & 0x3F));  // line and paragraph separators, U+2028 and U+2029
        else
            json += rest.first(length);
        at += std::max(1, length);
    }
    json += '"';
}

}  // namespace manifest
