// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"
#include "cli/read/jsonpath.h"
#include "cli/read/listing.h"
#include "cli/read/output.h"
#include "cli/read/reading.h"
#include "report/tables.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

int printWhole(Console &console, const QList<Listing> &listings, bool single, kube::Version kubectl)
{
    const Arguments &arguments = console.arguments();
    QList<QJsonObject> objects;
    for (const Listing &listing : listings)
        objects << listing.objects;
    if (arguments.output == u"name") {
        for (const QJsonObject &object : std::as_const(objects))
            console.out(nameLine(object) + u'\n');
        return 0;
    }
    const bool failed = std::ranges::any_of(listings, [](const Listing &l) { return !l.errors.isEmpty(); });
    if (objects.isEmpty() && failed)
        return 0;
    console.out(wholeObjects(objects, {arguments.output, single, arguments.showManagedFields, kubectl}));
    return 0;
}

void printTables(Console &console, const QList<Listing> &listings, const QString &ns, bool anyNamespaced)
{
    const Arguments &arguments = console.arguments();
    bool first = true;
    for (const Listing &listing : listings) {
        report::PrintOptions options;
        options.wide = arguments.output == u"wide";
        options.namespaces = arguments.allNamespaces && listing.resource.namespaced;
        options.headers = arguments.headers;
        options.labels = arguments.showLabels;
        options.labelColumns = arguments.labelColumns;
        if (arguments.showKind || listings.size() > 1)
            options.kind = kindPrefix(listing.resource);
        const QString text = report::print(listing.table, options);
        if (text.isEmpty())
            continue;
        console.out(first || !arguments.headers ? text : u'\n' + text);
        first = false;
    }
    const bool failed = std::ranges::any_of(listings, [](const Listing &l) { return !l.errors.isEmpty(); });
    if (first && !failed)
        console.complain(ns.isEmpty() || !anyNamespaced ? u"No resources found"_s
                                                        : u"No resources found in %1 namespace."_s.arg(ns));
}

}  // namespace

int get(Console &console)
{
    const Arguments &arguments = console.arguments();
    const auto kinds = wanted(arguments.operands);
    const auto source = sourceFor(console);
    const auto path = arguments.sortBy.isEmpty() ? kube::Result<QStringList>() : parsePath(arguments.sortBy);
    if (!kinds || !source || !path)
        return console.fail(!kinds ? kinds.error() : !source ? source.error() : path.error());
    const Reading reading(console, **source);
    const bool whole = arguments.output == u"name" || arguments.output == u"json" || arguments.output == u"yaml";
    QList<Listing> listings;
    for (const Wanted &kind : *kinds) {
        auto listing =
            list(**source, kind,
                 {reading.ns, arguments.selector, arguments.fieldSelector, !whole, reading.now, reading.server});
        if (!listing)
            return console.fail(listing.error());
        if (!path->isEmpty())
            listing->sortBy(*path, reading.kubectl);
        listings << *listing;
    }
    const auto namespaced = [](const Listing &l) { return l.resource.namespaced; };
    if (whole)
        printWhole(console, listings, kinds->size() == 1 && kinds->constFirst().names.size() == 1, reading.kubectl);
    else
        printTables(console, listings, reading.ns, std::ranges::any_of(listings, namespaced));
    int code = 0;
    for (const Listing &listing : std::as_const(listings))
        for (const kube::Error &error : listing.errors)
            code = console.fail(error);
    return code;
}

}  // namespace cli
