// SPDX-License-Identifier: Apache-2.0
#include "report/tables.h"

#include "kube/duration.h"
#include "kube/podsummary.h"
#include "report/tabwriter.h"

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"<none>"_s : text;
}

/** A string cell: cut at the first line end, terminal escapes made visible. */
QString cell(const QString &text)
{
    const auto end = std::ranges::find_if(text, [](QChar c) { return c == u'\n' || c == u'\r' || c == u'\f'; });
    if (end != text.end())
        return escapeTerminal(text.first(end - text.begin())) + u"..."_s;
    return escapeTerminal(text);
}

using Rows = QList<QList<QString>>;

QString table(Rows rows)
{
    if (rows.size() < 2)
        return {};
    for (auto &row : rows)
        for (QString &text : row)
            text = cell(text);
    return alignTable(rows);
}

QList<QString> podCells(const kube::Pod &pod, kube::Timestamp now, const TableOptions &options)
{
    const kube::PodSummary sum = kube::summarize(pod, options.server);
    QList<QString> row;
    if (options.allNamespaces)
        row << pod.meta.key.ns;
    row << pod.meta.key.name << u"%1/%2"_s.arg(sum.ready).arg(sum.total) << sum.status
        << kube::restartsText(sum, now, options.server) << kube::age(pod.meta.creationTimestamp, now);
    if (options.wide)
        row << orNone(pod.podIp) << orNone(pod.nodeName) << orNone(pod.nominatedNodeName) << readinessGates(pod);
    return row;
}

QList<QString> eventCells(const kube::Event &event, kube::Timestamp now, const TableOptions &options)
{
    const auto firstTime = event.firstTimestamp.isNull() ? event.eventTime : event.firstTimestamp;
    const QString first = kube::age(firstTime, now);
    QString last = event.lastTimestamp.isNull() ? first : kube::age(event.lastTimestamp, now);
    int count = event.count > 0 ? event.count : 1;
    if (event.hasSeries) {
        last = kube::age(event.seriesLast, now);
        count = event.seriesCount + (options.server.minor <= 21 ? 1 : 0);
    }
    const QString instance = event.host.isEmpty() ? event.reportingInstance : event.host;
    const QString source = instance.isEmpty() ? event.from() : u"%1, %2"_s.arg(event.from(), instance);
    const QString kind = event.involved.kind.toLower();
    QList<QString> row;
    if (options.allNamespaces)
        row << event.meta.key.ns;
    row << last << event.type << event.reason
        << (event.involved.name.isEmpty() ? kind : u"%1/%2"_s.arg(kind, event.involved.name));
    if (options.wide)
        row << event.involved.fieldPath << source;
    row << event.message.trimmed();
    if (options.wide)
        row << first << QString::number(count) << event.meta.key.name;
    return row;
}

QString nodeStatus(const kube::Node &node)
{
    return (node.ready ? u"Ready"_s : u"NotReady"_s) + (node.unschedulable ? u",SchedulingDisabled"_s : QString());
}

}  // namespace

QString readinessGates(const kube::Pod &pod)
{
    if (pod.readinessGates.isEmpty())
        return u"<none>"_s;
    qsizetype open = 0;
    for (const QString &gate : pod.readinessGates) {
        const auto it = std::ranges::find(pod.conditions, gate, &kube::PodCondition::type);
        open += it != pod.conditions.end() && it->status == u"True" ? 1 : 0;
    }
    return u"%1/%2"_s.arg(open).arg(pod.readinessGates.size());
}

QString podTable(const QList<kube::PodPtr> &pods, kube::Timestamp now, const TableOptions &options)
{
    QList<QString> header{u"NAME"_s, u"READY"_s, u"STATUS"_s, u"RESTARTS"_s, u"AGE"_s};
    if (options.allNamespaces)
        header.prepend(u"NAMESPACE"_s);
    if (options.wide)
        header << u"IP"_s << u"NODE"_s << u"NOMINATED NODE"_s << u"READINESS GATES"_s;
    Rows rows{header};
    for (const kube::PodPtr &pod : pods)
        rows << podCells(*pod, now, options);
    return table(rows);
}

QString eventTable(const QList<kube::EventPtr> &events, kube::Timestamp now, const TableOptions &options)
{
    QList<QString> header{u"LAST SEEN"_s, u"TYPE"_s, u"REASON"_s, u"OBJECT"_s};
    if (options.allNamespaces)
        header.prepend(u"NAMESPACE"_s);
    if (options.wide)
        header << u"SUBOBJECT"_s << u"SOURCE"_s;
    header << u"MESSAGE"_s;
    if (options.wide)
        header << u"FIRST SEEN"_s << u"COUNT"_s << u"NAME"_s;
    Rows rows{header};
    for (const kube::EventPtr &event : events)
        rows << eventCells(*event, now, options);
    return table(rows);
}

QString nodeTable(const QList<kube::NodePtr> &nodes, kube::Timestamp now, const TableOptions &options)
{
    QList<QString> header{u"NAME"_s, u"STATUS"_s, u"ROLES"_s, u"AGE"_s, u"VERSION"_s};
    if (options.wide)
        header << u"INTERNAL-IP"_s << u"EXTERNAL-IP"_s << u"OS-IMAGE"_s << u"KERNEL-VERSION"_s
               << u"CONTAINER-RUNTIME"_s;
    Rows rows{header};
    for (const kube::NodePtr &node : nodes) {
        QList<QString> row{node->meta.key.name, nodeStatus(*node), orNone(node->roles.join(u',')),
                           kube::age(node->meta.creationTimestamp, now), node->kubeletVersion};
        if (options.wide)
            row << orNone(node->internalIp) << u"<none>"_s << node->osImage << node->kernelVersion
                << node->containerRuntimeVersion;
        rows << row;
    }
    return table(rows);
}

QString namespaceTable(const QList<kube::NamespacePtr> &namespaces, kube::Timestamp now)
{
    Rows rows{{u"NAME"_s, u"STATUS"_s, u"AGE"_s}};
    for (const kube::NamespacePtr &ns : namespaces)
        rows << QList<QString>{ns->meta.key.name, ns->phase, kube::age(ns->meta.creationTimestamp, now)};
    return table(rows);
}

QString eventsCommandTable(QList<kube::EventPtr> events, kube::Timestamp now, bool allNamespaces)
{
    std::ranges::stable_sort(events, {}, [](const kube::EventPtr &event) {
        if (event->hasSeries)
            return event->seriesLast;
        return event->lastTimestamp.isNull() ? event->eventTime : event->lastTimestamp;
    });
    QList<QString> header{u"LAST SEEN"_s, u"TYPE"_s, u"REASON"_s, u"OBJECT"_s, u"MESSAGE"_s};
    if (allNamespaces)
        header.prepend(u"NAMESPACE"_s);
    Rows rows{header};
    for (const kube::EventPtr &event : events) {
        QList<QString> row{kube::eventInterval(*event, now), event->type, event->reason,
                           u"%1/%2"_s.arg(event->involved.kind, event->involved.name), event->message.trimmed()};
        if (allNamespaces)
            row.prepend(event->meta.key.ns);
        rows << row;
    }
    if (rows.size() < 2)
        return {};
    return alignTable(rows);
}

}  // namespace report
