// SPDX-License-Identifier: Apache-2.0
#include "manifest/compare/fieldpath.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace manifest {

namespace {

/** A step from a value to one inside it: a key of an object, or else a place in a list. */
struct Step {
    QString key;
    qsizetype place = -1;
};
using Steps = QList<Step>;

/** Where `end` is from a place on, beyond strings, which may have it in them; -1: nowhere. */
qsizetype unquoted(QStringView text, qsizetype from, QChar end)
{
    bool quoted = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (quoted && text[i] == u'\\')
            ++i;
        else if (text[i] == u'"')
            quoted = !quoted;
        else if (text[i] == end && !quoted)
            return i;
    }
    return -1;
}

QJsonValue literal(QStringView text)
{
    return QJsonDocument::fromJson(u"[%1]"_s.arg(text).toUtf8()).array().at(0);
}

/** `name="web",port=80`: what an element has to say; the key of a set's `="x"` is empty. */
std::optional<QList<std::pair<QString, QJsonValue>>> wantedOf(QStringView inside)
{
    QList<std::pair<QString, QJsonValue>> wanted;
    while (!inside.isEmpty()) {
        const qsizetype equals = inside.indexOf(u'=');
        if (equals < 0)
            return std::nullopt;
        const qsizetype comma = unquoted(inside, equals + 1, u',');
        const qsizetype end = comma < 0 ? inside.size() : comma;
        wanted.append({inside.first(equals).toString(), literal(inside.sliced(equals + 1, end - equals - 1))});
        inside = inside.sliced(std::min(end + 1, inside.size()));
    }
    return wanted;
}

qsizetype placeIn(const QJsonArray &list, QStringView inside)
{
    bool isNumber = false;
    if (const qsizetype place = inside.toLongLong(&isNumber); isNumber)
        return place < list.size() ? place : -1;
    const auto wanted = wantedOf(inside);
    if (!wanted || wanted->isEmpty())
        return -1;
    const auto fits = [&wanted](const QJsonValue &element) {
        return std::ranges::all_of(*wanted, [&element](const auto &pair) {
            if (pair.first.isEmpty())
                return element == pair.second;
            const QJsonValue there = element.toObject().value(pair.first);
            // A key that has a default may stand in the path and not in what the user wrote.
            return there == pair.second || (there.isUndefined() && pair.first == "protocol"_L1);
        });
    };
    const auto at = std::ranges::find_if(list, fits);
    return at == list.end() ? -1 : at - list.begin();
}

/** Keys may have dots in them: of all that fit, the longest with which the rest fits too. */
std::optional<Steps> find(const QJsonValue &value, QStringView path)
{
    if (path.isEmpty())
        return Steps();
    if (path.startsWith(u'[') && value.isArray()) {
        const qsizetype end = unquoted(path, 1, u']');
        const qsizetype place = end < 0 ? -1 : placeIn(value.toArray(), path.sliced(1, end - 1));
        if (place < 0)
            return std::nullopt;
        auto rest = find(value.toArray().at(place), path.sliced(end + 1));
        if (rest)
            rest->prepend({{}, place});
        return rest;
    }
    if (!path.startsWith(u'.') || !value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    QStringList keys = object.keys();
    std::ranges::sort(keys, std::ranges::greater(), &QString::size);
    for (const QString &key : std::as_const(keys)) {
        const QStringView after = path.sliced(1);
        if (!after.startsWith(key))
            continue;
        const QStringView left = after.sliced(key.size());
        if (!left.isEmpty() && left[0] != u'.' && left[0] != u'[')
            continue;
        if (auto rest = find(object.value(key), left)) {
            rest->prepend({key, -1});
            return rest;
        }
    }
    return std::nullopt;
}

bool isEmpty(const QJsonValue &value)
{
    return (value.isObject() && value.toObject().isEmpty()) || (value.isArray() && value.toArray().isEmpty());
}

QJsonValue without(const QJsonValue &value, const Steps &steps)
{
    const Step &step = steps.constFirst();
    const bool isLast = steps.size() == 1;
    if (step.place >= 0) {
        QJsonArray list = value.toArray();
        const QJsonValue left = isLast ? QJsonValue() : without(list.at(step.place), steps.sliced(1));
        if (isLast || isEmpty(left))
            list.removeAt(step.place);
        else
            list.replace(step.place, left);
        return list;
    }
    QJsonObject object = value.toObject();
    const QJsonValue left = isLast ? QJsonValue() : without(object.value(step.key), steps.sliced(1));
    if (isLast || isEmpty(left))
        object.remove(step.key);
    else
        object.insert(step.key, left);
    return object;
}

QJsonValue with(const QJsonValue &value, const Steps &steps, const QJsonValue &other)
{
    if (steps.isEmpty())
        return other;
    const Step &step = steps.constFirst();
    if (step.place >= 0) {
        QJsonArray list = value.toArray();
        list.replace(step.place, with(list.at(step.place), steps.sliced(1), other));
        return list;
    }
    QJsonObject object = value.toObject();
    object.insert(step.key, with(object.value(step.key), steps.sliced(1), other));
    return object;
}

}  // namespace

QJsonObject withField(const QJsonObject &object, const QString &field, const QJsonValue &value)
{
    const auto steps = find(object, field);
    return steps ? with(object, *steps, value).toObject() : object;
}

QString placePathOf(const QJsonObject &object, const QString &field)
{
    QString path;
    for (const Step &step : find(object, field).value_or(Steps()))
        path += step.place >= 0 ? u"[%1]"_s.arg(step.place) : (path.isEmpty() ? QString() : u"."_s) + step.key;
    return path;
}

QJsonValue valueAt(const QJsonObject &object, const QString &field)
{
    const auto steps = find(object, field);
    if (!steps)
        return QJsonValue(QJsonValue::Undefined);
    QJsonValue value = object;
    for (const Step &step : *steps)
        value = step.place >= 0 ? value.toArray().at(step.place) : value.toObject().value(step.key);
    return value;
}

QJsonObject withoutField(const QJsonObject &object, const QString &field)
{
    const auto steps = find(object, field);
    return steps && !steps->isEmpty() ? without(object, *steps).toObject() : object;
}

}  // namespace manifest
