// SPDX-License-Identifier: Apache-2.0
#include "practice/fieldset.h"

#include "practice/json.h"
#include "practice/merge.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

bool isPlainStruct(QStringView field)
{
    return field == u"metadata" || field == u"spec" || field == u"status" || field == u"source";
}

QString elementKey(const QJsonObject &element, const QString &key)
{
    QJsonObject parts{{key, element.value(key)}};
    if (key == u"containerPort")
        parts.insert(u"protocol"_s, element.value(u"protocol"_s).toString(u"TCP"_s));
    return u"k:"_s + QString::fromUtf8(QJsonDocument(parts).toJson(QJsonDocument::Compact));
}

QJsonObject fields(const QJsonObject &object, bool maps);

QJsonObject fieldOf(const QString &name, const QJsonValue &value, bool maps)
{
    if (value.isObject() && !value.toObject().isEmpty() && name != u"nodeSelector") {
        QJsonObject inner = fields(value.toObject(), maps);
        if (maps && !isPlainStruct(name))
            inner.insert(u"."_s, QJsonObject{});
        return inner;
    }
    QJsonObject result;
    if (const QString key = mergeKey(name); value.isArray() && !key.isEmpty()) {
        if (maps)
            result.insert(u"."_s, QJsonObject{});
        const QJsonArray list = value.toArray();
        for (const QJsonValue &element : list) {
            QJsonObject inner = fields(element.toObject(), maps);
            inner.insert(u"."_s, QJsonObject{});
            result.insert(elementKey(element.toObject(), key), inner);
        }
        if (name == u"containers" || name == u"conditions")
            result.remove("."_L1);
    }
    return result;
}

QJsonObject fields(const QJsonObject &object, bool maps)
{
    QJsonObject result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(u"f:"_s + it.key(), fieldOf(it.key(), *it, maps));
    return result;
}

/** The part of `after` that `before` does not have in the same way. */
QJsonObject changedPart(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject result;
    for (auto it = after.begin(); it != after.end(); ++it) {
        const QJsonValue old = before.value(it.key());
        if (old == *it)
            continue;
        if (it->isObject() && old.isObject()) {
            result.insert(it.key(), changedPart(old.toObject(), it->toObject()));
        } else if (const QString key = mergeKey(it.key()); it->isArray() && old.isArray() && !key.isEmpty()) {
            QJsonArray list;
            const QJsonArray now = it->toArray();
            for (const QJsonValue &element : now) {
                const qsizetype index = indexOf(old.toArray(), key, element.toObject().value(key));
                QJsonObject part =
                    changedPart(index < 0 ? QJsonObject{} : old.toArray().at(index).toObject(), element.toObject());
                part.insert(key, element.toObject().value(key));
                if (index < 0 || part.size() > 1)
                    list.append(part);
            }
            result.insert(it.key(), list);
        } else {
            result.insert(it.key(), *it);
        }
    }
    return result;
}

/** What managers can own: everything but the identity of an object. */
QJsonObject ownable(QJsonObject object)
{
    for (const QString &field : {u"apiVersion"_s, u"kind"_s})
        object.remove(field);
    QJsonObject metadata = object.value("metadata"_L1).toObject();
    for (const QString &field :
         {u"name"_s, u"namespace"_s, u"uid"_s, u"resourceVersion"_s, u"generation"_s, u"creationTimestamp"_s,
          u"managedFields"_s, u"deletionTimestamp"_s, u"deletionGracePeriodSeconds"_s, u"selfLink"_s})
        metadata.remove(field);
    object.remove("metadata"_L1);
    if (!metadata.isEmpty())
        object.insert(u"metadata"_s, metadata);
    return object;
}

QJsonObject united(QJsonObject a, const QJsonObject &b)
{
    for (auto it = b.begin(); it != b.end(); ++it)
        a.insert(it.key(), united(a.value(it.key()).toObject(), it->toObject()));
    return a;
}

void setEntry(QJsonObject &object, const FieldManagers::Writer &writer, const QJsonObject &set, bool extend)
{
    QJsonArray entries = at(object, u"metadata.managedFields").toArray();
    QJsonObject entry{{u"manager"_s, writer.name}, {u"operation"_s, writer.operation}, {u"apiVersion"_s, u"v1"_s},
                      {u"time"_s, writer.time},    {u"fieldsType"_s, u"FieldsV1"_s},   {u"fieldsV1"_s, set}};
    if (!writer.subresource.isEmpty())
        entry.insert(u"subresource"_s, writer.subresource);
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonObject old = entries.at(i).toObject();
        if (text(old, u"manager") != writer.name || text(old, u"operation") != writer.operation ||
            text(old, u"subresource") != writer.subresource)
            continue;
        if (extend)
            entry.insert(u"fieldsV1"_s, united(old.value("fieldsV1"_L1).toObject(), set));
        if (entry.value("fieldsV1"_L1) == old.value("fieldsV1"_L1))
            entry.insert(u"time"_s, old.value("time"_L1));
        entries.replace(i, entry);
        put(object, u"metadata.managedFields", entries);
        return;
    }
    entries.append(entry);
    put(object, u"metadata.managedFields", entries);
}

/** Walks the leaves of a set below `live` and `wanted`, calling `visit` with the path where both have different values.
 */
void differing(const QJsonObject &set, const QJsonValue &live, const QJsonValue &wanted, const QString &path,
               QStringList &result)
{
    for (auto it = set.begin(); it != set.end(); ++it) {
        QJsonValue liveInner;
        QJsonValue wantedInner;
        QString innerPath;
        if (it.key().startsWith(u"f:")) {
            const QString field = it.key().sliced(2);
            liveInner = live.toObject().value(field);
            wantedInner = wanted.toObject().value(field);
            innerPath = path + u'.' + field;
        } else if (it.key().startsWith(u"k:")) {
            const QJsonObject keys = QJsonDocument::fromJson(it.key().sliced(2).toUtf8()).object();
            const QString key = keys.keys().first();
            const QString value = keys.value(key).toVariant().toString();
            liveInner = live.toArray().at(qMax<qsizetype>(0, indexOf(live.toArray(), key, keys.value(key))));
            const qsizetype index = indexOf(wanted.toArray(), key, keys.value(key));
            wantedInner = index < 0 ? QJsonValue(QJsonValue::Undefined) : wanted.toArray().at(index);
            innerPath = path + u"[%1=\"%2\"]"_s.arg(key, value);
        } else {
            continue;
        }
        if (wantedInner.isUndefined())
            continue;
        const QJsonObject inner = it->toObject();
        if (inner.isEmpty() && liveInner != wantedInner)
            result.append(innerPath);
        else
            differing(inner, liveInner, wantedInner, innerPath, result);
    }
}

/** `target` without the leaves of `set` that `keep` does not have. */
QJsonValue without(const QJsonValue &target, const QJsonObject &set, const QJsonObject &keep)
{
    if (target.isArray()) {
        QJsonArray list = target.toArray();
        for (auto it = set.begin(); it != set.end(); ++it) {
            const QJsonObject keys = QJsonDocument::fromJson(it.key().sliced(2).toUtf8()).object();
            if (!it.key().startsWith(u"k:") || keys.isEmpty())
                continue;
            const qsizetype index = indexOf(list, keys.keys().first(), keys.value(keys.keys().first()));
            if (index >= 0 && !keep.contains(it.key()))
                list.removeAt(index);
            else if (index >= 0)
                list.replace(index, without(list.at(index), it->toObject(), keep.value(it.key()).toObject()));
        }
        return list;
    }
    QJsonObject object = target.toObject();
    for (auto it = set.begin(); it != set.end(); ++it) {
        const QString field = it.key().sliced(qMin<qsizetype>(2, it.key().size()));
        if (!it.key().startsWith(u"f:") || !object.contains(field))
            continue;
        if (!keep.contains(it.key()) && it->toObject().isEmpty())
            object.remove(field);
        else if (!it->toObject().isEmpty())
            object.insert(field, without(object.value(field), it->toObject(), keep.value(it.key()).toObject()));
    }
    return object;
}

}  // namespace

QJsonObject FieldManagers::fieldsOf(const QJsonObject &object, bool maps)
{
    return fields(ownable(object), maps);
}

QJsonObject FieldManagers::noted(const QJsonObject &before, QJsonObject after, const Writer &writer)
{
    put(after, u"metadata.managedFields", at(before, u"metadata.managedFields"));
    const QJsonObject set = fields(changedPart(ownable(before), ownable(after)), true);
    if (!set.isEmpty())
        setEntry(after, writer, set, true);
    return after;
}

QJsonObject FieldManagers::applied(QJsonObject after, const QJsonObject &configuration, const Writer &writer)
{
    setEntry(after, writer, fieldsOf(configuration, false), false);
    return after;
}

QList<FieldManagers::Clash> FieldManagers::clashes(const QJsonObject &live, const QJsonObject &configuration,
                                                   const QString &manager)
{
    QList<Clash> result;
    const QJsonArray entries = at(live, u"metadata.managedFields").toArray();
    for (const QJsonValue &entry : entries) {
        const QString other = text(entry.toObject(), u"manager");
        if (other == manager && text(entry.toObject(), u"operation") == u"Apply")
            continue;
        QStringList paths;
        differing(at(entry.toObject(), u"fieldsV1").toObject(), live, configuration, {}, paths);
        for (const QString &path : std::as_const(paths))
            result.append({other, path});
    }
    return result;
}

QJsonObject FieldManagers::withoutDropped(QJsonObject merged, const QJsonObject &configuration, const QString &manager)
{
    const QJsonArray entries = at(merged, u"metadata.managedFields").toArray();
    for (const QJsonValue &entry : entries)
        if (text(entry.toObject(), u"manager") == manager && text(entry.toObject(), u"operation") == u"Apply")
            return without(merged, at(entry.toObject(), u"fieldsV1").toObject(), fieldsOf(configuration, false))
                .toObject();
    return merged;
}

}  // namespace practice
