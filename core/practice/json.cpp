// SPDX-License-Identifier: Apache-2.0
#include "practice/json.h"

namespace practice {

QJsonValue at(const QJsonObject &object, QStringView path)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return object.value(path);
    return at(object.value(path.first(dot)).toObject(), path.sliced(dot + 1));
}

QString text(const QJsonObject &object, QStringView path)
{
    return at(object, path).toString();
}

void put(QJsonObject &object, QStringView path, const QJsonValue &value)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0) {
        if (value.isUndefined())
            object.remove(path);
        else
            object.insert(path, value);
        return;
    }
    QJsonObject inner = object.value(path.first(dot)).toObject();
    put(inner, path.sliced(dot + 1), value);
    object.insert(path.first(dot), inner);
}

void fill(QJsonObject &object, QStringView path, const QJsonValue &value)
{
    if (at(object, path).isUndefined() || at(object, path).isNull())
        put(object, path, value);
}

qsizetype indexOf(const QJsonArray &list, const QString &key, const QJsonValue &value)
{
    for (qsizetype i = 0; i < list.size(); ++i)
        if (list.at(i).toObject().value(key) == value)
            return i;
    return -1;
}

}  // namespace practice
