// SPDX-License-Identifier: Apache-2.0
#include "practice/merge.h"

#include "practice/json.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

QJsonArray mergedList(QJsonArray target, const QJsonArray &patch, const QString &key)
{
    for (const QJsonValue &value : patch) {
        QJsonObject element = value.toObject();
        const qsizetype index = indexOf(target, key, element.value(key));
        if (element.take("$patch"_L1).toString() == u"delete") {
            if (index >= 0)
                target.removeAt(index);
        } else if (index >= 0) {
            target.replace(index, merged(target.at(index).toObject(), element, true));
        } else {
            target.append(merged({}, element, true));
        }
    }
    return target;
}

/** Applies one operation below `target`; false where the path does not lead anywhere. */
bool apply(QJsonValue &target, QStringList path, const QString &operation, const QJsonValue &value)
{
    if (path.isEmpty()) {
        if (operation == u"test")
            return target == value;
        target = operation == u"remove" ? QJsonValue(QJsonValue::Undefined) : value;
        return true;
    }
    const QString step = path.takeFirst().replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    if (target.isArray()) {
        QJsonArray list = target.toArray();
        bool number = false;
        const qsizetype index = step == u"-" ? list.size() : step.toLongLong(&number);
        if ((!number && step != u"-") || index > list.size() || (index == list.size() && operation != u"add"))
            return false;
        if (path.isEmpty() && operation == u"add") {
            list.insert(index, value);
        } else {
            QJsonValue inner = list.at(index);
            if (!apply(inner, path, operation, value))
                return false;
            if (inner.isUndefined())
                list.removeAt(index);
            else
                list.replace(index, inner);
        }
        target = list;
        return true;
    }
    QJsonObject object = target.toObject();
    if (!target.isObject() || (!object.contains(step) && (!path.isEmpty() || operation != u"add")))
        return false;
    QJsonValue inner = object.value(step);
    if (!apply(inner, path, operation, value))
        return false;
    put(object, step, inner);
    if (inner.isUndefined())
        object.remove(step);
    else
        object.insert(step, inner);
    target = object;
    return true;
}

}  // namespace

QString mergeKey(QStringView listField)
{
    static const QHash<QString, QString> keys = {
        {u"containers"_s, u"name"_s},
        {u"initContainers"_s, u"name"_s},
        {u"ephemeralContainers"_s, u"name"_s},
        {u"volumes"_s, u"name"_s},
        {u"env"_s, u"name"_s},
        {u"imagePullSecrets"_s, u"name"_s},
        {u"conditions"_s, u"type"_s},
        {u"volumeMounts"_s, u"mountPath"_s},
        {u"ports"_s, u"containerPort"_s},
        {u"podIPs"_s, u"ip"_s},
        {u"hostAliases"_s, u"ip"_s},
        {u"ownerReferences"_s, u"uid"_s},
    };
    return keys.value(listField.toString());
}

QJsonObject merged(const QJsonObject &target, const QJsonObject &patch, bool strategic)
{
    QJsonObject result = target;
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        const QString &field = it.key();
        if (strategic && field.startsWith(u'$'))
            continue;
        if (it->isNull()) {
            result.remove(field);
        } else if (it->isObject()) {
            const QJsonObject inner = it->toObject();
            const bool replace = strategic && inner.value("$patch"_L1) == u"replace"_s;
            result.insert(field, merged(replace ? QJsonObject{} : result.value(field).toObject(), inner, strategic));
        } else if (it->isArray() && strategic && !mergeKey(field).isEmpty()) {
            result.insert(field, mergedList(result.value(field).toArray(), it->toArray(), mergeKey(field)));
        } else {
            result.insert(field, *it);
        }
    }
    return result;
}

std::optional<QJsonObject> patched(const QJsonObject &target, const QJsonArray &operations)
{
    QJsonValue document = target;
    for (const QJsonValue &value : operations) {
        const QJsonObject step = value.toObject();
        const QStringList path = text(step, u"path").split(u'/').sliced(1);
        const QString operation = text(step, u"op");
        if (path.isEmpty() || !QStringList{u"add"_s, u"replace"_s, u"remove"_s, u"test"_s}.contains(operation) ||
            !apply(document, path, operation, step.value("value"_L1)))
            return std::nullopt;
    }
    return document.toObject();
}

}  // namespace practice
