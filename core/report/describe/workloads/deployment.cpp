// SPDX-License-Identifier: Apache-2.0
#include "report/describe/workloads/workloads.h"

#include <QJsonArray>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** Equal as the API means it: what is empty is as good as absent. */
bool isSame(const QJsonValue &a, const QJsonValue &b);

bool isNothing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isArray() && value.toArray().isEmpty()) ||
           (value.isObject() && value.toObject().isEmpty());
}

bool isSame(const QJsonObject &a, const QJsonObject &b)
{
    QStringList keys = a.keys() + b.keys();
    keys.removeDuplicates();
    return std::ranges::all_of(keys, [&](const QString &key) { return isSame(a.value(key), b.value(key)); });
}

bool isSame(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isObject() && b.isObject())
        return isSame(a.toObject(), b.toObject());
    if (a.isArray() && b.isArray()) {
        const QJsonArray left = a.toArray();
        const QJsonArray right = b.toArray();
        return std::ranges::equal(left, right, [](const QJsonValue &x, const QJsonValue &y) { return isSame(x, y); });
    }
    return a == b || (isNothing(a) && isNothing(b));
}

/** A template without the label that tells the ReplicaSets of a Deployment apart. */
QJsonObject plainTemplate(const QJsonValue &object)
{
    QJsonObject podTemplate = object["spec"_L1]["template"_L1].toObject();
    QJsonObject meta = podTemplate["metadata"_L1].toObject();
    QJsonObject labels = meta["labels"_L1].toObject();
    labels.remove("pod-template-hash"_L1);
    meta["labels"_L1] = labels;
    podTemplate["metadata"_L1] = meta;
    return podTemplate;
}

QString replicaSets(const QList<QJsonObject> &sets)
{
    QStringList texts;
    for (const QJsonObject &set : sets)
        texts << u"%1 (%2/%3 replicas created)"_s.arg(set["metadata"_L1]["name"_L1].toString(),
                                                      number(set["status"_L1]["replicas"_L1]),
                                                      number(set["spec"_L1]["replicas"_L1]));
    return orNone(texts.join(u", "));
}

/** The new one has the Deployment's template; of several the oldest. */
void oldAndNew(Page &page)
{
    QList<QJsonObject> sets = page.read(0);
    const QString uid = page.meta()["uid"_L1].toString();
    sets.removeIf([&](const QJsonObject &set) { return !isControlledBy(set, uid); });
    std::ranges::sort(sets, {}, [](const QJsonObject &set) {
        const QJsonValue meta = set["metadata"_L1];
        return std::pair(kube::Timestamp::parse(meta["creationTimestamp"_L1].toString()), meta["name"_L1].toString());
    });
    const QJsonObject wanted = plainTemplate(page.object);
    QList<QJsonObject> found;
    const auto it =
        std::ranges::find_if(sets, [&](const QJsonObject &set) { return isSame(plainTemplate(set), wanted); });
    if (it != sets.end()) {
        found << *it;
        sets.erase(it);
    }
    if (found.isEmpty() && sets.isEmpty())
        return;
    page.out.add(0, u"OldReplicaSets:\t"_s + replicaSets(sets));
    page.out.add(0, u"NewReplicaSet:\t"_s + replicaSets(found));
}

}  // namespace

QList<Beside> readsOfDeployment(const QJsonObject &object)
{
    return {{.resource = {u"apps"_s, u"v1"_s, u"replicasets"_s, u"ReplicaSet"_s, true},
             .ns = object["metadata"_L1]["namespace"_L1].toString(),
             .labels = selectorText(object["spec"_L1]["selector"_L1])}};
}

kube::Result<void> describeDeployment(Page &page)
{
    const QJsonValue spec = page.spec();
    const QJsonValue status = page.status();
    Lines &out = page.out;
    page.nameAndNamespace();
    page.created();
    page.labels();
    page.annotations();
    out.add(0, u"Selector:\t"_s + selectorText(spec["selector"_L1]));
    out.add(0, u"Replicas:\t%1 desired | %2 updated | %3 total | %4 available | %5 unavailable"_s.arg(
                   number(spec["replicas"_L1]), number(status["updatedReplicas"_L1]), number(status["replicas"_L1]),
                   number(status["availableReplicas"_L1]), number(status["unavailableReplicas"_L1])));
    out.add(0, u"StrategyType:\t"_s + spec["strategy"_L1]["type"_L1].toString());
    out.add(0, u"MinReadySeconds:\t"_s + number(spec["minReadySeconds"_L1]));
    const QJsonValue rolling = spec["strategy"_L1]["rollingUpdate"_L1];
    if (rolling.isObject())
        out.add(0, u"RollingUpdateStrategy:\t%1 max unavailable, %2 max surge"_s.arg(
                       numberOrText(rolling["maxUnavailable"_L1]), numberOrText(rolling["maxSurge"_L1])));
    describeTemplate(page, spec["template"_L1]);
    describeConditions(page);
    oldAndNew(page);
    return {};
}

}  // namespace report
