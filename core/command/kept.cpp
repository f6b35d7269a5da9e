// SPDX-License-Identifier: Apache-2.0
#include "command/kept.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace command {

namespace {

constexpr qsizetype Limit = 20;

/** What a server leaves out when it writes an object: null, false, 0, "" and containers of nothing else. */
bool isEmpty(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return !value.toBool();
    case QJsonValue::Double: return value.toDouble() == 0;
    case QJsonValue::String: return value.toString().isEmpty();
    case QJsonValue::Array: return std::ranges::all_of(value.toArray(), isEmpty);
    case QJsonValue::Object: return std::ranges::all_of(value.toObject(), isEmpty);
    default: return true;
    }
}

/** What the server sets, moves or forgets by right. */
bool isServers(const QString &path)
{
    static const QList<QString> own = {u"status"_s,
                                       u"stringData"_s,
                                       u"metadata.namespace"_s,
                                       u"metadata.resourceVersion"_s,
                                       u"metadata.uid"_s,
                                       u"metadata.generation"_s,
                                       u"metadata.selfLink"_s,
                                       u"metadata.managedFields"_s,
                                       u"metadata.creationTimestamp"_s,
                                       u"metadata.deletionTimestamp"_s,
                                       u"metadata.deletionGracePeriodSeconds"_s};
    return own.contains(path);
}

class Comparison {
public:
    QList<QString> missing;

    void compare(const QJsonValue &sent, const QJsonValue &held, const QString &path)
    {
        if (sent.isObject() && held.isObject())
            compareObjects(sent.toObject(), held.toObject(), path);
        else if (sent.isArray() && held.isArray())
            compareLists(sent.toArray(), held.toArray(), path);
    }

private:
    void compareObjects(const QJsonObject &sent, const QJsonObject &held, const QString &path)
    {
        for (auto it = sent.begin(); it != sent.end(); ++it) {
            const QString field = path.isEmpty() ? it.key() : path + u'.' + it.key();
            if (missing.size() >= Limit || isServers(field) || isEmpty(it.value()))
                continue;
            if (held.contains(it.key()))
                compare(it.value(), held.value(it.key()), field);
            else
                missing << field;
        }
    }

    /** By name where the elements have one, as admission may put others between them; else by place. */
    void compareLists(const QJsonArray &sent, const QJsonArray &held, const QString &path)
    {
        for (qsizetype i = 0; i < sent.size(); ++i) {
            const QString name = sent.at(i).toObject().value("name"_L1).toString();
            const auto same = std::ranges::find_if(
                held, [&name](const QJsonValue &one) { return one.toObject().value("name"_L1).toString() == name; });
            const QString place = u"%1[%2]"_s.arg(path).arg(i);
            if (!name.isEmpty() && same != held.end())
                compare(sent.at(i), *same, place);
            else if (name.isEmpty() && sent.size() == held.size())
                compare(sent.at(i), held.at(i), place);
        }
    }
};

}  // namespace

QList<QString> notKept(const QByteArray &sent, const QByteArray &answered)
{
    const QJsonObject ours = QJsonDocument::fromJson(sent).object();
    const QJsonObject theirs = QJsonDocument::fromJson(answered).object();
    if (theirs.isEmpty() || ours.value("kind"_L1) != theirs.value("kind"_L1))
        return {};
    Comparison comparison;
    comparison.compare(ours, theirs, {});
    return comparison.missing;
}

}  // namespace command
