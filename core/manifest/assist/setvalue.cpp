// SPDX-License-Identifier: Apache-2.0
#include "manifest/assist/setvalue.h"

#include "manifest/compare/fieldpath.h"
#include "manifest/compare/serverfields.h"
#include "manifest/read/pieces.h"
#include "manifest/text/yamltext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

/** Where the value behind a key stands in its line, without the comment after it. */
std::optional<Edit> valueIn(const QString &line, Place key)
{
    static const QRegularExpression pair(
        u"^(?:\"[^\"\\\\]*\"|'[^']*'|[^\\s\"'#:][^:]*?)\\s*:[ \\t]+"
        "(?<value>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[^\\s\"'|>{\\[&*!#].*?)[ \\t]*(?:[ \\t]#.*)?$"_s);
    const QRegularExpressionMatch match = pair.match(line.sliced(std::min(qsizetype(key.column) - 1, line.size())));
    if (!match.hasMatch())
        return std::nullopt;
    return Edit{
        {key.line, key.column + int(match.capturedStart(u"value"_s))}, int(match.capturedLength(u"value"_s)), {}};
}

/** The stretch of a text that a line is in; -1: there is none. */
qsizetype chunkAt(const Split &parts, int line)
{
    const auto at = std::ranges::find_if(
        parts.chunks, [&](const Chunk &chunk) { return chunk.firstLine <= line && line <= chunk.lastLine; });
    return at == parts.chunks.end() ? -1 : at - parts.chunks.begin();
}

/**
 * What the document says in the changed text, if that is `wanted`, and nothing else says anything otherwise: what a
 * value means depends on all that stands around it. Only the documents that the change is in are read.
 */
std::optional<QByteArray> provenIn(const QString &text, const QString &changed, const Document &document, int line,
                                   const QJsonObject &wanted)
{
    const Split now = split(text.toUtf8());
    const Split then = split(changed.toUtf8());
    const qsizetype at = chunkAt(now, line);
    if (at < 0 || now.trouble || then.trouble || now.chunks.size() != then.chunks.size())
        return std::nullopt;
    for (qsizetype i = 0; i < now.chunks.size(); ++i)
        if (i != at && now.chunks[i].text != then.chunks[i].text)
            return std::nullopt;
    Recall recall;
    const Parsed was = readPiece(now.chunks[at], document.source, recall, {});
    const Parsed is = readPiece(then.chunks[at], document.source, recall, {});
    if (was.hasErrors() || is.hasErrors() || is.documents.size() != was.documents.size())
        return std::nullopt;
    std::optional<QByteArray> json;
    for (qsizetype i = 0; i < is.documents.size(); ++i) {
        const QByteArray &before = was.documents[i].json;
        const bool isMeant = was.documents[i].line == document.line && before == document.json;
        if (isMeant ? objectOf(is.documents[i].json) != wanted : is.documents[i].json != before)
            return std::nullopt;
        if (isMeant)
            json = is.documents[i].json;
    }
    return json;
}

}  // namespace

std::optional<Written> setValue(const QString &text, const Document &document, const QString &field,
                                const QJsonValue &value)
{
    const QStringList lines = text.split(u'\n');
    const QJsonObject before = objectOf(document.json);
    const QString path = placePathOf(before, field);
    if (path.isEmpty() || value.isUndefined() || value.isObject() || value.isArray())
        return std::nullopt;
    const Place key = document.placeOf(path);
    auto edit = key.line < 1 || key.line > lines.size() ? std::nullopt : valueIn(lines.at(key.line - 1), key);
    const QString written = toYaml(value).trimmed();
    if (!edit || written.contains(u'\n'))
        return std::nullopt;
    edit->text = written;
    QStringList after = lines;
    after[key.line - 1].replace(edit->at.column - 1, edit->length, written);
    const auto json = provenIn(text, after.join(u'\n'), document, key.line, withField(before, field, value));
    return json ? std::optional(Written{*edit, *json}) : std::nullopt;
}

}  // namespace manifest
