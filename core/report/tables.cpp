// SPDX-License-Identifier: Apache-2.0
#include "report/tables.h"

#include "kube/duration.h"
#include "kube/podsummary.h"

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"<none>"_s : text;
}

kube::Table columns(std::initializer_list<kube::TableColumn> list)
{
    kube::Table table;
    table.columns = list;
    return table;
}

void add(kube::Table &table, const kube::ObjectMeta &meta, const QStringList &cells)
{
    table.rows << kube::TableRow{cells, meta.key, meta.labels};
}

QStringList podCells(const kube::Pod &pod, kube::Timestamp now, kube::Version server)
{
    const kube::PodSummary sum = kube::summarize(pod, server);
    return {pod.meta.key.name,
            u"%1/%2"_s.arg(sum.ready).arg(sum.total),
            sum.status,
            kube::restartsText(sum, now, server),
            kube::age(pod.meta.creationTimestamp, now),
            orNone(pod.podIp),
            orNone(pod.nodeName),
            orNone(pod.nominatedNodeName),
            readinessGates(pod)};
}

QStringList eventCells(const kube::Event &event, kube::Timestamp now, kube::Version server)
{
    const auto firstTime = event.firstTimestamp.isNull() ? event.eventTime : event.firstTimestamp;
    const QString first = kube::age(firstTime, now);
    QString last = event.lastTimestamp.isNull() ? first : kube::age(event.lastTimestamp, now);
    int count = event.count > 0 ? event.count : 1;
    if (event.hasSeries) {
        last = kube::age(event.seriesLast, now);
        count = event.seriesCount + (server.minor <= 21 ? 1 : 0);
    }
    const QString instance = event.host.isEmpty() ? event.reportingInstance : event.host;
    const QString source = instance.isEmpty() ? event.from() : u"%1, %2"_s.arg(event.from(), instance);
    const QString kind = event.involved.kind.toLower();
    return {last,
            event.type,
            event.reason,
            event.involved.name.isEmpty() ? kind : u"%1/%2"_s.arg(kind, event.involved.name),
            event.involved.fieldPath,
            source,
            event.message.trimmed(),
            first,
            QString::number(count),
            event.meta.key.name};
}

QString nodeStatus(const kube::Node &node)
{
    return (node.ready ? u"Ready"_s : u"NotReady"_s) + (node.unschedulable ? u",SchedulingDisabled"_s : QString());
}

}  // namespace

namespace {

QString gates(const QList<QString> &wanted, const QList<kube::PodCondition> &conditions)
{
    if (wanted.isEmpty())
        return u"<none>"_s;
    qsizetype open = 0;
    for (const QString &gate : wanted) {
        const auto it = std::ranges::find(conditions, gate, &kube::PodCondition::type);
        open += it != conditions.end() && it->status == u"True" ? 1 : 0;
    }
    return u"%1/%2"_s.arg(open).arg(wanted.size());
}

}  // namespace

QString readinessGates(const kube::Pod &pod)
{
    return gates(pod.readinessGates, pod.conditions);
}

QString readinessGates(const kube::SlimPod &pod)
{
    return gates(pod.spec().readinessGates, pod.status().conditions);
}

kube::Table podTable(const QList<kube::PodPtr> &pods, kube::Timestamp now, kube::Version server)
{
    kube::Table table = columns({{u"Name"_s},
                                 {u"Ready"_s},
                                 {u"Status"_s},
                                 {u"Restarts"_s},
                                 {u"Age"_s},
                                 {u"IP"_s, 1},
                                 {u"Node"_s, 1},
                                 {u"Nominated Node"_s, 1},
                                 {u"Readiness Gates"_s, 1}});
    for (const kube::PodPtr &pod : pods)
        add(table, pod->meta, podCells(*pod, now, server));
    return table;
}

kube::Table eventTable(const QList<kube::EventPtr> &events, kube::Timestamp now, kube::Version server)
{
    kube::Table table = columns({{u"Last Seen"_s},
                                 {u"Type"_s},
                                 {u"Reason"_s},
                                 {u"Object"_s},
                                 {u"Subobject"_s, 1},
                                 {u"Source"_s, 1},
                                 {u"Message"_s},
                                 {u"First Seen"_s, 1},
                                 {u"Count"_s, 1},
                                 {u"Name"_s, 1}});
    for (const kube::EventPtr &event : events)
        add(table, event->meta, eventCells(*event, now, server));
    return table;
}

kube::Table nodeTable(const QList<kube::NodePtr> &nodes, kube::Timestamp now)
{
    kube::Table table = columns({{u"Name"_s},
                                 {u"Status"_s},
                                 {u"Roles"_s},
                                 {u"Age"_s},
                                 {u"Version"_s},
                                 {u"Internal-IP"_s, 1},
                                 {u"External-IP"_s, 1},
                                 {u"OS-Image"_s, 1},
                                 {u"Kernel-Version"_s, 1},
                                 {u"Container-Runtime"_s, 1}});
    for (const kube::NodePtr &node : nodes)
        add(table, node->meta,
            {node->meta.key.name, nodeStatus(*node), orNone(node->roles.join(u',')),
             kube::age(node->meta.creationTimestamp, now), node->kubeletVersion, orNone(node->internalIp), u"<none>"_s,
             node->osImage, node->kernelVersion, node->containerRuntimeVersion});
    return table;
}

kube::Table namespaceTable(const QList<kube::NamespacePtr> &namespaces, kube::Timestamp now)
{
    kube::Table table = columns({{u"Name"_s}, {u"Status"_s}, {u"Age"_s}});
    for (const kube::NamespacePtr &ns : namespaces)
        add(table, ns->meta, {ns->meta.key.name, ns->phase, kube::age(ns->meta.creationTimestamp, now)});
    return table;
}

kube::Table eventsCommandTable(QList<kube::EventPtr> events, kube::Timestamp now, kube::Version kubectl)
{
    std::ranges::stable_sort(events, {}, [](const kube::EventPtr &event) {
        if (event->hasSeries)
            return event->seriesLast;
        return event->lastTimestamp.isNull() ? event->eventTime : event->lastTimestamp;
    });
    kube::Table table = columns({{u"Last Seen"_s}, {u"Type"_s}, {u"Reason"_s}, {u"Object"_s}, {u"Message"_s}});
    for (const kube::EventPtr &event : events)
        add(table, event->meta,
            {kube::eventInterval(*event, now, kubectl), event->type, event->reason,
             u"%1/%2"_s.arg(event->involved.kind, event->involved.name), event->message.trimmed()});
    return table;
}

}  // namespace report
