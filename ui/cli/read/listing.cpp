// SPDX-License-Identifier: Apache-2.0
#include "cli/read/listing.h"

#include "cli/read/jsonpath.h"
#include "decode/reader.h"
#include "kube/duration.h"
#include "report/tables.h"

#include <QJsonDocument>

#include <algorithm>
#include <numeric>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

template <class T>
kube::Result<QList<std::shared_ptr<const T>>> values(const QList<QJsonObject> &objects)
{
    decode::Reader reader;
    QList<std::shared_ptr<const T>> found;
    for (const QJsonObject &object : objects) {
        const auto value = reader.object<T>(QJsonDocument(object).toJson(QJsonDocument::Compact));
        if (!value)
            return std::unexpected(value.error());
        found << *value;
    }
    return found;
}

/** NAME and AGE, as kubectl prints a kind of which it has no table. */
kube::Table plainTable(const QList<QJsonObject> &objects, kube::Timestamp now)
{
    kube::Table table;
    table.columns = {{u"Name"_s}, {u"Age"_s}};
    for (const QJsonObject &object : objects) {
        const QJsonValue meta = object["metadata"_L1];
        const QString name = meta["name"_L1].toString();
        kube::TableRow row{{name, kube::age(kube::Timestamp::parse(meta["creationTimestamp"_L1].toString()), now)},
                           {meta["namespace"_L1].toString(), name},
                           {}};
        const QJsonObject labels = meta["labels"_L1].toObject();
        for (auto it = labels.begin(); it != labels.end(); ++it)
            row.labels.emplaceBack(it.key(), it.value().toString());
        table.rows << row;
    }
    return table;
}

template <class T, class Make>
kube::Result<kube::Table> made(const QList<QJsonObject> &objects, Make make)
{
    const auto rows = values<T>(objects);
    return rows ? kube::Result<kube::Table>(make(*rows)) : std::unexpected(rows.error());
}

kube::Result<kube::Table> ownTable(const Listing &listing, kube::Timestamp now, kube::Version version)
{
    const QString kind = listing.resource.group.isEmpty() ? listing.resource.kind : QString();
    if (kind == u"Pod")
        return made<kube::Pod>(listing.objects, [&](const auto &rows) { return report::podTable(rows, now, version); });
    if (kind == u"Event")
        return made<kube::Event>(listing.objects,
                                 [&](const auto &rows) { return report::eventTable(rows, now, version); });
    if (kind == u"Node")
        return made<kube::Node>(listing.objects, [&](const auto &rows) { return report::nodeTable(rows, now); });
    if (kind == u"Namespace")
        return made<kube::Namespace>(listing.objects,
                                     [&](const auto &rows) { return report::namespaceTable(rows, now); });
    return plainTable(listing.objects, now);
}

/** Pods and events are ours to print: that is what the comparison with the server's own printer proves. */
bool hasOwnRows(const kube::Resource &resource)
{
    return resource.group.isEmpty() && (resource.kind == u"Pod" || resource.kind == u"Event");
}

/** kubectl says what it looked for where the server does not like the question. */
kube::Error listError(kube::Error error, const Query &query)
{
    if (error.httpStatus != 400 && error.httpStatus != 404)
        return error;
    const QString what =
        u"%1/%2, Resource=%3"_s.arg(query.resource.group, query.resource.version, query.resource.resource);
    error.message = query.labels.isEmpty() && query.fields.isEmpty()
                        ? u"Unable to list \"%1\": %2"_s.arg(what, error.message)
                        : u"Unable to find \"%1\" that match label selector \"%2\", field selector \"%3\": %4"_s.arg(
                              what, query.labels, query.fields, error.message);
    return error;
}

}  // namespace

kube::Result<QList<Wanted>> wanted(const QStringList &operands)
{
    if (operands.isEmpty())
        return kube::failure(kube::Error::Kind::Input,
                             u"You must specify the type of resource to get: gantryctl get pods"_s);
    QList<Wanted> found;
    if (!operands.constFirst().contains(u'/')) {
        for (const QString &word : operands.constFirst().split(u',', Qt::SkipEmptyParts))
            found << Wanted{word, operands.sliced(1)};
        return found;
    }
    for (const QString &operand : operands) {
        const QString word = operand.section(u'/', 0, 0);
        if (operand.contains(u'/') && (word.isEmpty() || operand.section(u'/', 1).isEmpty()))
            return kube::failure(kube::Error::Kind::Input,
                                 u"arguments in resource/name form must have a single resource and name"_s);
        if (!operand.contains(u'/'))
            return kube::failure(
                kube::Error::Kind::Input,
                u"there is no need to specify a resource type as a separate argument when passing arguments in "
                "resource/name form (e.g. 'gantryctl get resource/<resource_name>' instead of 'gantryctl get resource "
                "resource/<resource_name>'"_s);
        const auto it = std::ranges::find(found, word, &Wanted::word);
        if (it == found.end())
            found << Wanted{word, {operand.section(u'/', 1)}};
        else
            it->names << operand.section(u'/', 1);
    }
    return found;
}

kube::Result<Listing> list(Source &source, const Wanted &wanted, const ListOptions &options)
{
    const auto resource = source.resolve(wanted.word);
    return resource ? list(source, *resource, wanted.names, options) : std::unexpected(resource.error());
}

kube::Result<Listing> list(Source &source, const kube::Resource &resource, const QStringList &names,
                           const ListOptions &options)
{
    if (!names.isEmpty() && !(options.labels + options.fields).isEmpty())
        return kube::failure(kube::Error::Kind::Input, u"name cannot be provided when a selector is specified"_s);
    if (!names.isEmpty() && resource.namespaced && options.ns.isEmpty())
        return kube::failure(kube::Error::Kind::Input,
                             u"a resource cannot be retrieved by name across all namespaces"_s);
    Listing listing;
    listing.resource = resource;
    Query query{resource, resource.namespaced ? options.ns : QString(), {}, options.labels, options.fields, false};
    query.asTable = options.rows && !hasOwnRows(resource);
    std::optional<kube::Table> served;
    for (const QString &name : names.isEmpty() ? QStringList{QString()} : names) {
        query.name = name;
        const auto found = source.find(query);
        if (!found && name.isEmpty())
            return std::unexpected(listError(found.error(), query));
        if (!found) {
            listing.errors << found.error();
            continue;
        }
        listing.objects << found->objects;
        if (found->table && !served)
            served = found->table;
        else if (found->table)
            served->rows << found->table->rows;
    }
    if (!options.rows)
        return listing;
    const auto table = served ? kube::Result<kube::Table>(*served) : ownTable(listing, options.now, options.version);
    if (!table)
        return std::unexpected(table.error());
    listing.table = *table;
    return listing;
}

void Listing::sortBy(const QStringList &path, kube::Version kubectl)
{
    QList<QJsonValue> keys;
    for (const QJsonObject &object : std::as_const(objects))
        keys << valueAt(object, path);
    if (std::ranges::all_of(keys, &QJsonValue::isUndefined)) {
        objects.clear();
        table.rows.clear();
        return;
    }
    QList<qsizetype> order(objects.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order,
                             [&](qsizetype a, qsizetype b) { return sortsBefore(keys.at(a), keys.at(b), kubectl); });
    QList<QJsonObject> sorted;
    QList<kube::TableRow> rows;
    for (const qsizetype i : std::as_const(order)) {
        sorted << objects.at(i);
        if (i < table.rows.size())
            rows << table.rows.at(i);
    }
    objects = sorted;
    table.rows = rows;
}

QList<kube::EventPtr> eventsIn(const QList<QJsonObject> &objects)
{
    return values<kube::Event>(objects).value_or(QList<kube::EventPtr>());
}

}  // namespace cli
