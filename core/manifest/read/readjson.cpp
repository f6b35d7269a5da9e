// SPDX-License-Identifier: Apache-2.0
#include "manifest/read/tree.h"

#include <QChar>

#include <algorithm>

namespace manifest {

namespace {

/** The code unit of an escape `\uXXXX` at `at`; 0 if there is none. */
char16_t unitAt(const QByteArray &text, qsizetype at)
{
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u')
        return 0;
    return char16_t(text.mid(at + 2, 4).toUShort(nullptr, 16));
}

/** JSON writes a character beyond the basic plane as two escapes, YAML as one; half a pair is U+FFFD, as Go reads it.
 */
QByteArray withYamlEscapes(const QByteArray &json)
{
    QByteArray yaml;
    yaml.reserve(json.size());
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] != '\\') {
            yaml += json[at++];
            continue;
        }
        const char16_t first = unitAt(json, at);
        const char16_t second = unitAt(json, at + 6);
        const bool isPair = QChar::isHighSurrogate(first) && QChar::isLowSurrogate(second);
        if (isPair)
            yaml += "\\U" + QByteArray::number(QChar::surrogateToUcs4(first, second), 16).rightJustified(8, '0');
        else if (QChar::isSurrogate(first))
            yaml += "\\uFFFD";
        else if (json.sliced(at).startsWith("\\/"))
            yaml += '/';
        else
            yaml += json.sliced(at, std::min<qsizetype>(2, json.size() - at));
        at += isPair ? 12 : QChar::isSurrogate(first) ? 6 : 2;
    }
    return yaml;
}

}  // namespace

Reading readJson(const QByteArray &utf8, int firstLine)
{
    return readTree(utf8.contains('\\') ? withYamlEscapes(utf8) : utf8, firstLine);
}

}  // namespace manifest
