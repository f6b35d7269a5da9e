// SPDX-License-Identifier: Apache-2.0
// get, describe, events.
#include "cli/console.h"
#include "cli/objects.h"
#include "decode/poddetail.h"
#include "kube/version.h"
#include "report/describe.h"
#include "report/tables.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

/** The server's printer rules are the server's version's. */
kube::Version serverVersion(Console &console)
{
    const auto body = console.get(u"/version"_s);
    return body ? kube::Version::parse(decode::gitVersion(*body)).value_or(kube::Version()) : kube::Version();
}

int nothing(Console &console, const QString &ns)
{
    console.complain(ns.isEmpty() ? u"No resources found"_s : u"No resources found in %1 namespace."_s.arg(ns));
    return 0;
}

template <class T, class Print>
int table(Console &console, const QString &ns, const QString &resource, const QString &name, Print print)
{
    const auto rows = fetch<T>(console, ns, resource, name);
    if (!rows)
        return console.fail(rows.error());
    if (rows->isEmpty())
        return nothing(console, ns);
    console.out(print(*rows));
    return 0;
}

}  // namespace

int get(Console &console)
{
    const QStringList &operands = console.arguments().operands;
    const QString kind = operands.value(0).section(u'/', 0, 0);
    const QString name = operands.value(0).contains(u'/') ? operands.value(0).section(u'/', 1) : operands.value(1);
    const bool clusterWide = kind.startsWith(u"no") || kind.startsWith(u"na") || kind == u"ns";
    const QString ns = clusterWide ? QString() : console.ns();
    const QHash<QString, QString> resources = {{u"pods"_s, u"pods"_s},
                                               {u"pod"_s, u"pods"_s},
                                               {u"po"_s, u"pods"_s},
                                               {u"events"_s, u"events"_s},
                                               {u"event"_s, u"events"_s},
                                               {u"ev"_s, u"events"_s},
                                               {u"nodes"_s, u"nodes"_s},
                                               {u"node"_s, u"nodes"_s},
                                               {u"no"_s, u"nodes"_s},
                                               {u"namespaces"_s, u"namespaces"_s},
                                               {u"namespace"_s, u"namespaces"_s},
                                               {u"ns"_s, u"namespaces"_s}};
    const QString resource = resources.value(kind);
    if (resource.isEmpty()) {
        console.complain(u"error: the server doesn't have a resource type \"%1\" that gantryctl can print"_s.arg(kind));
        return 1;
    }
    if (console.arguments().output == u"json") {
        const auto body = console.get(path(ns, resource, name));
        if (!body)
            return console.fail(body.error());
        console.out(QString::fromUtf8(*body).trimmed() + u'\n');
        return 0;
    }
    report::PrintOptions options;
    options.wide = console.arguments().output == u"wide";
    options.namespaces = console.arguments().allNamespaces;
    const kube::Version server = serverVersion(console);
    if (resource == u"pods")
        return table<kube::Pod>(console, ns, resource, name, [&](const auto &rows) {
            return report::print(report::podTable(rows, now(), server), options);
        });
    if (resource == u"events")
        return table<kube::Event>(console, ns, resource, name, [&](const auto &rows) {
            return report::print(report::eventTable(rows, now(), server), options);
        });
    if (resource == u"nodes")
        return table<kube::Node>(console, ns, resource, name, [&](const auto &rows) {
            return report::print(report::nodeTable(rows, now()), options);
        });
    return table<kube::Namespace>(console, ns, resource, name, [&](const auto &rows) {
        return report::print(report::namespaceTable(rows, now()), options);
    });
}

int describe(Console &console)
{
    const QString name = podName(console.arguments().operands);
    if (name.isEmpty()) {
        console.complain(u"error: say which pod: gantryctl describe pod NAME"_s);
        return 1;
    }
    const auto body = console.get(path(console.ns(), u"pods"_s, name));
    if (!body)
        return console.fail(body.error());
    const auto detail = decode::podDetail(*body);
    if (!detail)
        return console.fail(detail.error());
    const auto list = eventsOf(console, detail->pod.meta);
    if (!list)
        return console.fail(list.error());
    console.out(report::describePod(*detail, *list, now()));
    return 0;
}

int events(Console &console)
{
    const QString ns = console.ns();
    const auto list = fetch<kube::Event>(console, ns, u"events"_s, {});
    if (!list)
        return console.fail(list.error());
    if (list->isEmpty())
        console.complain(ns.isEmpty() ? u"No events found."_s : u"No events found in %1 namespace."_s.arg(ns));
    console.out(report::print(report::eventsCommandTable(*list, now()), {.namespaces = ns.isEmpty(), .cut = false}));
    return 0;
}

}  // namespace cli
