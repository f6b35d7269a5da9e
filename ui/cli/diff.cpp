// SPDX-License-Identifier: Apache-2.0
// diff: what a server-side apply of files would change, as kubectl diff --server-side prints it.
#include "cli/console.h"
#include "cli/manifestfile.h"
#include "decode/reader.h"
#include "manifest/compare/serverfields.h"
#include "manifest/compare/unified.h"

#include <QJsonDocument>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int Same = 0, Differs = 1, Failed = 2;

/** kubectl's name of the file that it compares: `apps.v1.Deployment.dev.web`. */
QString fileOf(const command::Outcome &outcome, const QByteArray &json)
{
    const QString version = decode::identity(json).value_or(decode::Identity()).apiVersion;
    return QStringList{QString(version).replace(u'/', u'.'), outcome.kind, outcome.key.ns, outcome.key.name}.join(u'.');
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

}  // namespace

int diff(Console &console)
{
    if (console.arguments().files.isEmpty()) {
        console.complain(u"error: must specify one of -f"_s);
        return Failed;
    }
    command::Order order;
    order.verb = command::Verb::Apply;
    order.defaultNamespace =
        console.arguments().ns.isEmpty() ? console.connection().defaultNamespace : console.arguments().ns;
    order.dryRun = order.looks = order.stopAtFailure = true;
    order.force = console.arguments().forceConflicts;
    const auto files = filesOf(console.arguments().files, console.arguments().recursive);
    if (!files) {
        console.fail(files.error());
        return Failed;
    }
    for (const QString &file : *files) {
        const auto parsed = documentsOf(file);
        if (!parsed) {
            console.fail(parsed.error());
            return Failed;
        }
        for (const manifest::Document &document : *parsed)
            order.documents.append({document.json, sourceOf(file), int(order.documents.size())});
    }
    int code = Same;
    for (const command::Outcome &outcome : await(console.client().perform(order))) {
        for (const QString &warning : outcome.warnings)
            console.complain(u"Warning: "_s + warning);
        if (outcome.error) {
            console.complain(errorText(*outcome.error));
            return Failed;
        }
        if (!outcome.wasRead) {
            console.complain(u"error: %1 may not be read, so that what would change is not known"_s.arg(outcome.line));
            return Failed;
        }
        const manifest::Sides sides = manifest::wholeSidesOf(objectOf(outcome.before), objectOf(outcome.after));
        const QString file = fileOf(outcome, order.documents.at(outcome.index).json);
        const QString text = manifest::unified(u"LIVE/"_s + file, sides.before, u"MERGED/"_s + file, sides.after);
        if (text.isEmpty())
            continue;
        console.out(u"diff -u -N LIVE/%1 MERGED/%1\n"_s.arg(file) + text);
        code = Differs;
    }
    return code;
}

}  // namespace cli
