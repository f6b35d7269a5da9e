// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"
#include "cli/read/jsonpath.h"
#include "cli/read/listing.h"
#include "cli/read/named.h"
#include "cli/read/output.h"
#include "cli/read/reading.h"
#include "report/tables.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/** What was read, and what could not be. */
struct Read {
    QList<Listing> listings;
    QList<kube::Error> errors;
    bool single = false;  ///< one object was asked for: it is printed alone, not as a list

    [[nodiscard]] bool hasFailed() const { return !errors.isEmpty(); }
};

kube::Result<Read> readKinds(Source &source, const Arguments &arguments, const ListOptions &options)
{
    const auto kinds = wanted(arguments.operands);
    if (!kinds)
        return std::unexpected(kinds.error());
    Read read;
    read.single = kinds->size() == 1 && kinds->constFirst().names.size() == 1;
    for (const Wanted &kind : *kinds) {
        const auto listing = list(source, kind, options);
        if (!listing)
            return std::unexpected(listing.error());
        read.listings << *listing;
        read.errors << listing->errors;
    }
    return read;
}

/** The objects that the files name; those of one kind that stand together are one table. */
kube::Result<Read> readFiles(Source &source, const Arguments &arguments, ListOptions options)
{
    const auto named = namedInFiles(source, arguments);
    if (!named)
        return std::unexpected(named.error());
    Read read;
    qsizetype objects = 0;
    for (const Named &one : named->objects) {
        options.ns = one.ns;
        const auto listing = list(source, one.resource, {one.name}, options);
        if (!listing)
            return std::unexpected(listing.error());
        read.errors << listing->errors;
        objects += listing->objects.size();
        if (listing->objects.isEmpty())
            continue;
        if (read.listings.isEmpty() || read.listings.constLast().resource != one.resource) {
            read.listings << *listing;
            continue;
        }
        read.listings.last().objects << listing->objects;
        read.listings.last().table.rows << listing->table.rows;
    }
    read.single = named->isOneFile && objects == 1;
    read.errors << named->errors;
    return read;
}

int printWhole(Console &console, const Read &read, kube::Version kubectl)
{
    const Arguments &arguments = console.arguments();
    QList<QJsonObject> objects;
    for (const Listing &listing : read.listings)
        objects << listing.objects;
    if (arguments.output == u"name") {
        for (const QJsonObject &object : std::as_const(objects))
            console.out(nameLine(object) + u'\n');
        return 0;
    }
    if (objects.isEmpty() && read.hasFailed())
        return 0;
    console.out(wholeObjects(objects, {arguments.output, read.single, arguments.showManagedFields, kubectl}));
    return 0;
}

void printTables(Console &console, const Read &read, const QString &ns)
{
    const Arguments &arguments = console.arguments();
    bool first = true;
    for (const Listing &listing : read.listings) {
        report::PrintOptions options;
        options.wide = arguments.output == u"wide";
        options.namespaces = arguments.allNamespaces && listing.resource.namespaced;
        options.headers = arguments.headers;
        options.labels = arguments.showLabels;
        options.labelColumns = arguments.labelColumns;
        if (arguments.showKind || read.listings.size() > 1)
            options.kind = kindPrefix(listing.resource);
        const QString text = report::print(listing.table, options);
        if (text.isEmpty())
            continue;
        console.out(first || !arguments.headers ? text : u'\n' + text);
        first = false;
    }
    const bool anyNamespaced = read.listings.isEmpty() || std::ranges::any_of(read.listings, [](const Listing &l) {
                                   return l.resource.namespaced;
                               });
    if (first && !read.hasFailed())
        console.complain(ns.isEmpty() || !anyNamespaced ? u"No resources found"_s
                                                        : u"No resources found in %1 namespace."_s.arg(ns));
}

}  // namespace

int get(Console &console)
{
    const Arguments &arguments = console.arguments();
    const auto source = sourceFor(console);
    const auto path = arguments.sortBy.isEmpty() ? kube::Result<QStringList>() : parsePath(arguments.sortBy);
    if (!source || !path)
        return console.fail(!source ? source.error() : path.error());
    const Reading reading(console, **source);
    const bool whole = arguments.output == u"name" || arguments.output == u"json" || arguments.output == u"yaml";
    const ListOptions options{reading.ns, arguments.selector, arguments.fieldSelector,
                              !whole,     reading.now,        reading.server};
    auto read =
        arguments.files.isEmpty() ? readKinds(**source, arguments, options) : readFiles(**source, arguments, options);
    if (!read)
        return console.fail(read.error());
    if (!path->isEmpty())
        for (Listing &listing : read->listings)
            listing.sortBy(*path, reading.kubectl);
    if (whole)
        printWhole(console, *read, reading.kubectl);
    else
        printTables(console, *read, reading.ns);
    int code = 0;
    for (const kube::Error &error : std::as_const(read->errors))
        code = console.fail(error);
    return code;
}

}  // namespace cli
