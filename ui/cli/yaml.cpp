// SPDX-License-Identifier: Apache-2.0
#include "cli/manifestfile.h"
#include "cli/offline.h"
#include "cli/schemas.h"
#include "manifest/scalar/scalar.h"
#include "manifest/splitter.h"
#include "report/plaintext.h"

#include <QTextStream>

#include <algorithm>

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

void complain(const QString &source, const manifest::Remark &remark)
{
    using Kind = manifest::Remark::Severity;
    const QLatin1StringView what = remark.severity == Kind::Error     ? "error"_L1
                                   : remark.severity == Kind::Warning ? "warning"_L1
                                                                      : "note"_L1;
    const QString hint = remark.nearest.isEmpty() ? QString() : u"; perhaps \"%1\" is meant"_s.arg(remark.nearest);
    complain(placed(source, remark.place), what, remark.message() + hint);
}

/** Tells what there is to say; what is only seen otherwise than it looks `withNotes`. True: no error. */
bool tell(const manifest::Parsed &parsed, const Schemas &schemas, bool withNotes)
{
    using Kind = manifest::Remark::Severity;
    const QList<manifest::Remark> remarks = schemas.remarksOn(parsed);
    for (const manifest::Remark &remark : remarks)
        if (withNotes || remark.severity != Kind::Note || remark.basis != manifest::Remark::Basis::Text)
            complain(parsed.source, remark);
    return std::ranges::none_of(remarks, [](const manifest::Remark &remark) { return remark.severity == Kind::Error; });
}

bool printDocuments(const QString &text, const QString &source, const Schemas &schemas, bool withNotes)
{
    const manifest::Parsed parsed = manifest::parse(text, source);
    bool isGood = !parsed.hasErrors();
    for (const manifest::Document &document : parsed.documents) {
        const auto json = manifest::compactJson(document);
        if (json)
            print(*json);
        else
            complain(json.error().where, "error"_L1, json.error().message);
        isGood = json.has_value() && isGood;
    }
    if (!schemas.isEmpty())
        return tell(parsed, schemas, withNotes) && isGood;
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
    const kube::Result<Schemas> schemas = Schemas::open(arguments);
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
