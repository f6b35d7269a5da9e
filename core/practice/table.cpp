// SPDX-License-Identifier: Apache-2.0
#include "practice/table.h"

#include "practice/json.h"
#include "practice/podrow.h"

using namespace Qt::StringLiterals;

namespace practice {

namespace {

struct Column {
    QLatin1StringView name;
    bool wide = false;
    QLatin1StringView format = {};
};

QList<Column> columnsOf(const QString &kind)
{
    if (kind == u"Pod")
        return {{"Name"_L1, false, "name"_L1},
                {"Ready"_L1},
                {"Status"_L1},
                {"Restarts"_L1},
                {"Age"_L1},
                {"IP"_L1, true},
                {"Node"_L1, true},
                {"Nominated Node"_L1, true},
                {"Readiness Gates"_L1, true}};
    if (kind == u"Node")
        return {{"Name"_L1, false, "name"_L1},
                {"Status"_L1},
                {"Roles"_L1},
                {"Age"_L1},
                {"Version"_L1},
                {"Internal-IP"_L1, true},
                {"External-IP"_L1, true},
                {"OS-Image"_L1, true},
                {"Kernel-Version"_L1, true},
                {"Container-Runtime"_L1, true}};
    if (kind == u"Event")
        return {{"Last Seen"_L1},       {"Type"_L1},
                {"Reason"_L1},          {"Object"_L1},
                {"Subobject"_L1, true}, {"Source"_L1, true},
                {"Message"_L1},         {"First Seen"_L1, true},
                {"Count"_L1, true},     {"Name"_L1, true, "name"_L1}};
    if (kind == u"Namespace")
        return {{"Name"_L1, false, "name"_L1}, {"Status"_L1}, {"Age"_L1}};
    if (kind == u"ConfigMap")
        return {{"Name"_L1, false, "name"_L1}, {"Data"_L1}, {"Age"_L1}};
    if (kind == u"Secret")
        return {{"Name"_L1, false, "name"_L1}, {"Type"_L1}, {"Data"_L1}, {"Age"_L1}};
    if (kind == u"ServiceAccount")
        return {{"Name"_L1, false, "name"_L1}, {"Secrets"_L1}, {"Age"_L1}};
    return {{"Name"_L1, false, "name"_L1}, {"Age"_L1}};
}

QString orNone(const QString &value)
{
    return value.isEmpty() ? u"<none>"_s : value;
}

QJsonArray nodeCells(const QJsonObject &node, qint64 now)
{
    const QJsonArray conditions = at(node, u"status.conditions").toArray();
    const qsizetype ready = indexOf(conditions, u"type"_s, u"Ready"_s);
    const QString status = ready < 0                                                     ? u"Unknown"_s
                           : text(conditions.at(ready).toObject(), u"status") == u"True" ? u"Ready"_s
                                                                                         : u"NotReady"_s;
    const QJsonArray addresses = at(node, u"status.addresses").toArray();
    const qsizetype internal = indexOf(addresses, u"type"_s, u"InternalIP"_s);
    QStringList roles;
    for (const QString &label : at(node, u"metadata.labels").toObject().keys())
        if (label.startsWith(u"node-role.kubernetes.io/"))
            roles.append(label.section(u'/', 1));
    return {text(node, u"metadata.name"),
            status + (at(node, u"spec.unschedulable").toBool() ? u",SchedulingDisabled"_s : QString()),
            orNone(roles.join(u',')),
            ageText(text(node, u"metadata.creationTimestamp"), now),
            text(node, u"status.nodeInfo.kubeletVersion"),
            orNone(internal < 0 ? QString() : text(addresses.at(internal).toObject(), u"address")),
            u"<none>"_s,
            text(node, u"status.nodeInfo.osImage"),
            text(node, u"status.nodeInfo.kernelVersion"),
            text(node, u"status.nodeInfo.containerRuntimeVersion")};
}

QString firstOf(const QStringList &values)
{
    for (const QString &value : values)
        if (!value.isEmpty())
            return value;
    return {};
}

QJsonArray eventCells(const QJsonObject &event, qint64 now)
{
    const QString created = text(event, u"metadata.creationTimestamp");
    const QString first = firstOf({text(event, u"firstTimestamp"), text(event, u"eventTime"), created});
    const QString last = firstOf({text(event, u"series.lastObservedTime"), text(event, u"lastTimestamp"), first});
    const int count = at(event, u"series.count").toInt(at(event, u"count").toInt(1));
    const QString component = firstOf({text(event, u"source.component"), text(event, u"reportingComponent")});
    const QString host = firstOf({text(event, u"source.host"), text(event, u"reportingInstance")});
    return {ageText(last, now),
            text(event, u"type"),
            text(event, u"reason"),
            text(event, u"involvedObject.kind").toLower() + u'/' + text(event, u"involvedObject.name"),
            text(event, u"involvedObject.fieldPath"),
            host.isEmpty() ? component : component + u", "_s + host,
            text(event, u"message").trimmed(),
            ageText(first, now),
            count,
            text(event, u"metadata.name")};
}

QJsonArray cellsOf(const QString &kind, const QJsonObject &object, qint64 now)
{
    const QString name = text(object, u"metadata.name");
    const QString age = ageText(text(object, u"metadata.creationTimestamp"), now);
    if (kind == u"Pod")
        return podCells(object, now);
    if (kind == u"Node")
        return nodeCells(object, now);
    if (kind == u"Event")
        return eventCells(object, now);
    if (kind == u"Namespace")
        return {name, text(object, u"status.phase"), age};
    const int entries = static_cast<int>(at(object, u"data").toObject().size());
    if (kind == u"ConfigMap")
        return {name, entries, age};
    if (kind == u"Secret")
        return {name, text(object, u"type"), entries, age};
    if (kind == u"ServiceAccount")
        return {name, static_cast<int>(at(object, u"secrets").toArray().size()), age};
    return {name, age};
}

QJsonValue rowObjectOf(const QJsonObject &object, RowObject rowObject)
{
    if (rowObject == RowObject::None)
        return QJsonValue::Null;
    if (rowObject == RowObject::Whole)
        return object;
    return QJsonObject{{u"kind"_s, u"PartialObjectMetadata"_s},
                       {u"apiVersion"_s, u"meta.k8s.io/v1"_s},
                       {u"metadata"_s, object.value("metadata"_L1)}};
}

}  // namespace

QJsonObject tableOf(const QString &kind, const QJsonArray &objects, const QJsonObject &listMetadata,
                    RowObject rowObject, qint64 now, bool withColumns)
{
    QJsonArray columns;
    for (const Column &column : columnsOf(kind))
        columns.append(
            QJsonObject{{u"name"_s, column.name},
                        {u"type"_s, column.name == "Count"_L1 || column.name == "Data"_L1 ? u"integer"_s : u"string"_s},
                        {u"format"_s, column.format},
                        {u"description"_s, column.name},
                        {u"priority"_s, column.wide ? 1 : 0}});
    QJsonArray rows;
    for (const QJsonValue &value : objects) {
        const QJsonObject object = value.toObject();
        rows.append(
            QJsonObject{{u"cells"_s, cellsOf(kind, object, now)}, {u"object"_s, rowObjectOf(object, rowObject)}});
    }
    return {{u"kind"_s, u"Table"_s},
            {u"apiVersion"_s, u"meta.k8s.io/v1"_s},
            {u"metadata"_s, listMetadata},
            {u"columnDefinitions"_s, withColumns ? QJsonValue(columns) : QJsonValue(QJsonValue::Null)},
            {u"rows"_s, rows}};
}

}  // namespace practice
