// SPDX-License-Identifier: Apache-2.0
#include "cli/console.h"
#include "cli/read/listing.h"
#include "cli/read/reading.h"
#include "report/tables.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/** `pod/web-0` as the field selector that kubectl sends. */
kube::Result<QString> selectorFor(Source &source, const QString &object)
{
    if (object.isEmpty())
        return QString();
    const QStringList parts = object.split(u'/');
    if (parts.size() != 2 || parts.at(0).isEmpty() || parts.at(1).isEmpty())
        return kube::failure(kube::Error::Kind::Input, u"--for must be in resource/name form"_s);
    const auto resource = source.resolve(parts.at(0));
    if (!resource)
        return std::unexpected(resource.error());
    const QString version = resource->group.isEmpty() ? resource->version : resource->group + u'/' + resource->version;
    return u"involvedObject.kind=%1,involvedObject.apiVersion=%2,involvedObject.name=%3"_s.arg(resource->kind, version,
                                                                                               parts.at(1));
}

/** `Normal,warning` as the types they mean; empty: all. */
kube::Result<QStringList> typesIn(const QString &text)
{
    QStringList types;
    for (const QString &type : text.split(u',', Qt::SkipEmptyParts)) {
        const QString lower = type.trimmed().toLower();
        if (lower != u"normal" && lower != u"warning")
            return kube::failure(kube::Error::Kind::Input, u"valid --types are Normal or Warning"_s);
        types << lower;
    }
    return types;
}

/** From when to when the list tells, on standard error: a server forgets events, by default after an hour. */
void tellCoverage(Console &console, const QList<kube::EventPtr> &list)
{
    kube::Timestamp from = list.constFirst()->first();
    kube::Timestamp until = list.constFirst()->last();
    for (const kube::EventPtr &event : list) {
        from = std::min(from, event->first());
        until = std::max(until, event->last());
    }
    console.complain(u"Events from %1 to %2; what was before may be forgotten."_s.arg(
        from.isNull() ? u"an unknown time"_s : from.toRfc3339(), until.toRfc3339()));
}

}  // namespace

int events(Console &console)
{
    const Arguments &arguments = console.arguments();
    const auto types = typesIn(arguments.types);
    const auto source = sourceFor(console);
    if (!types || !source)
        return console.fail(!types ? types.error() : source.error());
    const Reading reading(console, **source);
    const auto fields = selectorFor(**source, arguments.forWhat);
    if (!fields)
        return console.fail(fields.error());
    const auto found = (*source)->find({{{}, u"v1"_s, u"events"_s, u"Event"_s, true}, reading.ns, {}, {}, *fields});
    if (!found)
        return console.fail(found.error());
    QList<kube::EventPtr> list = eventsIn(found->objects);
    if (!types->isEmpty())
        list.removeIf([&](const kube::EventPtr &event) { return !types->contains(event->type.toLower()); });
    if (list.isEmpty()) {
        console.complain(reading.ns.isEmpty() ? u"No events found."_s
                                              : u"No events found in %1 namespace."_s.arg(reading.ns));
        return 0;
    }
    if (arguments.coverage)
        tellCoverage(console, list);
    const kube::Table table = report::eventsCommandTable(list, reading.now, reading.kubectl);
    console.out(
        report::print(table, {.namespaces = arguments.allNamespaces, .headers = arguments.headers, .cut = false}));
    return 0;
}

}  // namespace cli
