// SPDX-License-Identifier: Apache-2.0
#include "command/change/conflict.h"

#include "manifest/compare/fieldpath.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace command {

namespace {

constexpr QLatin1StringView Reason = "FieldManagerConflict"_L1;

/** `conflict with "kubectl" with subresource "scale" using apps/v1 at 2026-01-01T00:00:00Z`: structured-merge-diff. */
Owner ownerOf(const QString &message, const QJsonArray &managers)
{
    static const QRegularExpression form(
        uR"re(^conflict with ("(?:[^"\\]|\\.)*")(?: with subresource "([^"]*)")?(?: using (\S+))?(?: at (\S+))?$)re"_s);
    const QRegularExpressionMatch match = form.match(message);
    Owner owner;
    if (!match.hasMatch()) {
        owner.manager = message;
        return owner;
    }
    owner.manager = QJsonDocument::fromJson(u"[%1]"_s.arg(match.captured(1)).toUtf8()).array().at(0).toString();
    owner.subresource = match.captured(2);
    owner.time = kube::Timestamp::parse(match.captured(4));
    if (match.hasCaptured(3))
        owner.operation = u"Update"_s;
    QList<QJsonObject> entries;
    for (const QJsonValue &entry : managers)
        if (entry["manager"_L1].toString() == owner.manager &&
            (owner.operation.isEmpty() || entry["operation"_L1].toString() == owner.operation))
            entries.append(entry.toObject());
    if (entries.size() == 1) {  // of several it is not known which one
        owner.operation = entries.constFirst().value("operation"_L1).toString();
        if (owner.time.isNull())
            owner.time = kube::Timestamp::parse(entries.constFirst().value("time"_L1).toString());
    }
    return owner;
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

}  // namespace

bool isConflict(const kube::Error &error)
{
    return error.kind == kube::Error::Kind::Conflict && !error.causes.isEmpty() &&
           std::ranges::all_of(error.causes, [](const auto &cause) { return cause.reason == Reason; });
}

QList<Conflict> conflictsOf(const Outcome &outcome, const QByteArray &sent)
{
    QList<Conflict> conflicts;
    if (!outcome.error || !isConflict(*outcome.error))
        return conflicts;
    const QJsonObject live = objectOf(outcome.before);
    const QJsonObject mine = objectOf(sent);
    const QJsonArray managers = live["metadata"_L1]["managedFields"_L1].toArray();
    for (const kube::Error::Cause &cause : outcome.error->causes) {
        auto at = std::ranges::find(conflicts, cause.field, &Conflict::field);
        if (at == conflicts.end()) {
            conflicts.append({cause.field,
                              {},
                              manifest::valueAt(live, cause.field),
                              manifest::valueAt(mine, cause.field),
                              mine.value("kind"_L1).toString() == "Secret"_L1});
            at = conflicts.end() - 1;
        }
        at->owners.append(ownerOf(cause.message, managers));
    }
    return conflicts;
}

QByteArray withoutFields(const QByteArray &sent, const QStringList &fields)
{
    QJsonObject object = objectOf(sent);
    for (const QString &field : fields)
        object = manifest::withoutField(object, field);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray lockedTo(const QByteArray &sent, const QByteArray &live)
{
    const QJsonValue version = objectOf(live)["metadata"_L1]["resourceVersion"_L1];
    QJsonObject object = objectOf(sent);
    QJsonObject meta = object.value("metadata"_L1).toObject();
    if (!version.isString() || meta.contains("resourceVersion"_L1))
        return sent;
    meta.insert("resourceVersion"_L1, version);
    object.insert("metadata"_L1, meta);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

}  // namespace command
