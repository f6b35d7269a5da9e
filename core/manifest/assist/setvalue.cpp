// SPDX-License-Identifier: Apache-2.0
#include "manifest/assist/setvalue.h"

#include "manifest/compare/fieldpath.h"
#include "manifest/compare/serverfields.h"
#include "manifest/text/yamltext.h"

#include <QRegularExpression>

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
    // What a value means depends on all that stands around it: the proof is what the text says then.
    const Parsed then = parse(after.join(u'\n'), document.source);
    const Parsed now = parse(text, document.source);
    if (then.hasErrors() || then.documents.size() != now.documents.size() || document.index >= now.documents.size())
        return std::nullopt;
    for (const Document &one : then.documents) {
        const QByteArray &was = now.documents.at(one.index).json;
        if (one.index == document.index
                ? objectOf(one.json) != withField(objectOf(was), field, value) || objectOf(was) != before
                : one.json != was)
            return std::nullopt;
    }
    return Written{*edit, then.documents.at(document.index).json};
}

}  // namespace manifest
