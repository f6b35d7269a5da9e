// SPDX-License-Identifier: Apache-2.0
// get, describe, events, why.
#include "cli/console.h"
#include "decode/poddetail.h"
#include "decode/reader.h"
#include "kube/version.h"
#include "pull/story.h"
#include "report/describe.h"
#include "report/tables.h"

#include <algorithm>

namespace cli {

using namespace Qt::StringLiterals;

namespace {

kube::Timestamp now()
{
    return kube::Timestamp(std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now()));
}

QString path(const QString &ns, const QString &resource, const QString &name = {})
{
    const QString scope = ns.isEmpty() ? QString() : u"/namespaces/%1"_s.arg(ns);
    return u"/api/v1%1/%2%3"_s.arg(scope, resource, name.isEmpty() ? QString() : u'/' + name);
}

/** All pages of a list, or the one object that the command names. */
template <class T>
kube::Result<QList<std::shared_ptr<const T>>> fetch(Console &console, const QString &ns, const QString &resource,
                                                    const QString &name, QUrlQuery query = {})
{
    decode::Reader reader;
    if (!name.isEmpty()) {
        const auto body = console.get(path(ns, resource, name));
        if (!body)
            return std::unexpected(body.error());
        const auto object = reader.object<T>(*body);
        if (!object)
            return std::unexpected(object.error());
        return QList<std::shared_ptr<const T>>{*object};
    }
    QList<std::shared_ptr<const T>> all;
    query.addQueryItem(u"limit"_s, u"500"_s);
    for (;;) {
        const auto body = console.get(path(ns, resource), query);
        if (!body)
            return std::unexpected(body.error());
        const auto page = reader.list<T>(*body);
        if (!page)
            return std::unexpected(page.error());
        all << page->items;
        if (page->meta.continueToken.isEmpty())
            return all;
        query.removeQueryItem(u"continue"_s);
        query.addQueryItem(u"continue"_s, page->meta.continueToken);
    }
}

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

kube::Result<QList<kube::EventPtr>> eventsOf(Console &console, const kube::ObjectMeta &meta)
{
    QUrlQuery query;
    query.addQueryItem(u"fieldSelector"_s,
                       u"involvedObject.name=%1,involvedObject.namespace=%2,involvedObject.uid=%3"_s.arg(
                           meta.key.name, meta.key.ns, meta.uid));
    return fetch<kube::Event>(console, meta.key.ns, u"events"_s, {}, query);
}

/** `pod NAME`, `pods NAME`, `pod/NAME`; empty where the operands are no such thing. */
QString podName(const QStringList &operands)
{
    const QStringList words = operands.join(u'/').split(u'/');
    const bool pod = words.size() == 2 && (words.at(0) == u"pod" || words.at(0) == u"pods" || words.at(0) == u"po");
    return pod ? words.at(1) : QString();
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
    report::TableOptions options;
    options.wide = console.arguments().output == u"wide";
    options.allNamespaces = console.arguments().allNamespaces;
    options.server = serverVersion(console);
    if (resource == u"pods")
        return table<kube::Pod>(console, ns, resource, name,
                                [&](const auto &rows) { return report::podTable(rows, now(), options); });
    if (resource == u"events")
        return table<kube::Event>(console, ns, resource, name,
                                  [&](const auto &rows) { return report::eventTable(rows, now(), options); });
    if (resource == u"nodes")
        return table<kube::Node>(console, ns, resource, name,
                                 [&](const auto &rows) { return report::nodeTable(rows, now(), options); });
    return table<kube::Namespace>(console, ns, resource, name,
                                  [&](const auto &rows) { return report::namespaceTable(rows, now()); });
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
    console.out(report::eventsCommandTable(*list, now(), ns.isEmpty()));
    return 0;
}

int why(Console &console)
{
    const QString name = podName(console.arguments().operands);
    if (name.isEmpty()) {
        console.complain(u"error: say which pod: gantryctl why pod NAME"_s);
        return 1;
    }
    const auto pods = fetch<kube::Pod>(console, console.ns(), u"pods"_s, name);
    if (!pods)
        return console.fail(pods.error());
    const kube::Pod &pod = *pods->constFirst();
    const auto list = eventsOf(console, pod.meta);
    if (!list)
        return console.fail(list.error());
    kube::NodePtr node;  // without the right to read nodes the story says that it does not know
    if (!pod.nodeName.isEmpty())
        if (const auto nodes = fetch<kube::Node>(console, {}, u"nodes"_s, pod.nodeName))
            node = nodes->constFirst();
    const auto stories = pull::tell(pod, *list, node.get(), now());
    const QString &wanted = console.arguments().container;
    QStringList texts;
    for (const pull::Story &story : stories)
        if (wanted.isEmpty() || story.container == wanted)
            texts << pull::toText(story);
    if (texts.isEmpty()) {
        console.complain(u"error: container %1 is not valid for pod %2"_s.arg(wanted, name));
        return 1;
    }
    console.out(texts.join(u'\n'));
    return 0;
}

}  // namespace cli
