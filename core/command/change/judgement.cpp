// SPDX-License-Identifier: Apache-2.0
#include "command/change/judgement.h"

#include "manifest/compare/serverfields.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace command {

namespace {

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QString versionOf(const QJsonObject &object)
{
    return object.value("metadata"_L1).toObject().value("resourceVersion"_L1).toString();
}

}  // namespace

Effect effectOf(const Outcome &outcome, int httpStatus)
{
    if (httpStatus == 201)
        return Effect::Created;
    const QJsonObject before = objectOf(outcome.before);
    const QJsonObject after = objectOf(outcome.after);
    if (before.isEmpty() || after.isEmpty() || httpStatus != 200)
        return Effect::Unknown;
    return manifest::sameContent(before, after) ? Effect::Unchanged : Effect::Changed;
}

bool isReplaced(const QByteArray &live, const Errand &errand)
{
    const QJsonObject there = objectOf(live);
    return !errand.identity.resourceVersion.isEmpty() && versionOf(there) != errand.identity.resourceVersion &&
           manifest::holdsAll(there, objectOf(errand.document.json));
}

bool needsEarlier(const Errand &errand, const kube::Error &error, const QList<Document> &earlier)
{
    if (error.kind != kube::Error::Kind::NotFound)
        return false;
    const bool isKindUnknown = error.httpStatus == 0;
    return std::ranges::any_of(earlier, [&](const Document &document) {
        const QJsonObject object = objectOf(document.json);
        const QString kind = object.value("kind"_L1).toString();
        if (!isKindUnknown)
            return kind == "Namespace"_L1 && !errand.ns.isEmpty() &&
                   object["metadata"_L1]["name"_L1].toString() == errand.ns;
        const QJsonObject spec = object.value("spec"_L1).toObject();
        return kind == "CustomResourceDefinition"_L1 &&
               spec["names"_L1]["kind"_L1].toString() == errand.identity.kind &&
               errand.identity.apiVersion.startsWith(spec.value("group"_L1).toString() + u'/');
    });
}

}  // namespace command
