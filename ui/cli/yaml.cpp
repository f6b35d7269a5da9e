// SPDX-License-Identifier: Apache-2.0
#include "cli/manifestfile.h"
#include "cli/offline.h"
#include "decode/openapi.h"
#include "manifest/scalar/scalar.h"
#include "manifest/schema/check.h"
#include "manifest/splitter.h"
#include "report/plaintext.h"

#include <QFile>
#include <QTextStream>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

using Severity = manifest::Problem::Severity;

void complain(const QString &where, QLatin1StringView what, const QString &message)
{
    QTextStream(stderr) << report::visibleLine(where + u": "_s + what + u": "_s + message) << Qt::endl;
}

QString placed(const QString &source, manifest::Place place)
{
    return u"%1:%2:%3"_s.arg(source).arg(place.line).arg(place.column);
}

void print(const QByteArray &line)
{
    QTextStream(stdout) << QString::fromUtf8(line) << Qt::endl;
}

void complain(const QString &source, const manifest::Problem &problem)
{
    complain(placed(source, problem.place), problem.severity == Severity::Error ? "error"_L1 : "warning"_L1,
             problem.message());
}

bool printPieces(const QString &text, const QString &source)
{
    const manifest::Split parts = manifest::split(text.toUtf8());
    for (const manifest::Chunk &chunk : parts.chunks)
        print(manifest::quoted(chunk.text));
    if (parts.trouble)
        complain(source, *parts.trouble);
    return !parts.trouble;
}

kube::Result<kube::SchemaSet> schemasOf(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return kube::failure(kube::Error::Kind::File, file.errorString());
    return decode::openApi(file.readAll());
}

/** What the server's schemas say against a document; true: nothing. */
bool isFitting(const manifest::Document &document, const kube::SchemaSet &schemas)
{
    const QList<manifest::Finding> findings = manifest::check(document, schemas);
    for (const manifest::Finding &finding : findings) {
        const QString hint =
            finding.nearest.isEmpty() ? QString() : u"; perhaps \"%1\" is meant"_s.arg(finding.nearest);
        complain(placed(document.source, finding.place), "error"_L1, finding.message + hint);
    }
    return findings.isEmpty();
}

bool printDocuments(const QString &text, const QString &source, const kube::SchemaSet &schemas, bool withNotes)
{
    const manifest::Parsed parsed = manifest::parse(text, source);
    bool isGood = !parsed.hasErrors();
    for (const manifest::Document &document : parsed.documents) {
        const auto json = manifest::compactJson(document);
        if (json)
            print(*json);
        else
            complain(json.error().where, "error"_L1, json.error().message);
        isGood = isFitting(document, schemas) && json.has_value() && isGood;
    }
    for (const manifest::Problem &problem : parsed.problems)
        complain(source, problem);
    for (const manifest::Note &note : parsed.notes)
        if (withNotes)
            complain(placed(source, note.place), "note"_L1, note.message());
    return isGood;
}

}  // namespace

int yaml(const Arguments &arguments)
{
    if (arguments.operands.isEmpty()) {
        QTextStream(stderr) << "error: name a file, or - for standard input" << Qt::endl;
        return 1;
    }
    kube::Result<kube::SchemaSet> schemas =
        arguments.schema.isEmpty() ? kube::SchemaSet() : schemasOf(arguments.schema);
    if (!schemas) {
        complain(arguments.schema, "error"_L1, schemas.error().message);
        return 1;
    }
    int code = 0;
    for (const QString &name : arguments.operands) {
        const auto text = textOfFile(name);
        if (!text)
            complain(text.error().where.isEmpty() ? sourceOf(name) : text.error().where, "error"_L1,
                     text.error().message);
        const bool isGood =
            text && (arguments.split ? printPieces(*text, sourceOf(name))
                                     : printDocuments(*text, sourceOf(name), *schemas, arguments.notes));
        code = isGood ? code : 1;
    }
    return code;
}

}  // namespace cli
