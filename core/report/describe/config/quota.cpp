// SPDX-License-Identifier: Apache-2.0
#include "kube/quantity.h"
#include "report/describe/config/config.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

QString scopeText(const QString &scope)
{
    static const QHash<QString, QString> texts{
        {u"Terminating"_s,
         u"Matches all pods that have an active deadline. These pods have a limited lifespan on a node before being "
         "actively terminated by the system."_s},
        {u"NotTerminating"_s,
         u"Matches all pods that do not have an active deadline. These pods usually include long running pods whose "
         "container command is not expected to terminate."_s},
        {u"BestEffort"_s,
         u"Matches all pods that do not have resource requirements set. These pods have a best effort quality of "
         "service."_s},
        {u"NotBestEffort"_s,
         u"Matches all pods that have at least one resource requirement set. These pods have a burstable or guaranteed "
         "quality of service."_s}};
    return texts.value(scope);
}

kube::Quantity amount(const QJsonValue &value)
{
    return kube::Quantity(value.toVariant().toString());
}

/** Scopes and the amounts of one quota; on its own page what is used is written in the form of what may be. */
void quota(Lines &out, int level, const QJsonObject &object, const QString &rule)
{
    QStringList scopes = stringsOf(object["spec"_L1]["scopes"_L1]);
    std::ranges::sort(scopes);
    out.addIf(level, u"Scopes:\t"_s, scopes.join(u", "));
    for (const QString &scope : std::as_const(scopes))
        out.addIf(level, level > 0 ? u"* "_s : u" * "_s, scopeText(scope));
    out.add(level, u"Resource\tUsed\tHard"_s);
    out.add(level, rule);
    const QJsonObject hard = object["status"_L1]["hard"_L1].toObject();
    for (auto it = hard.begin(); it != hard.end(); ++it) {
        const kube::Quantity most = amount(it.value());
        const kube::Quantity used = amount(object["status"_L1]["used"_L1][it.key()]);
        out.add(level, it.key() + u'\t' + (level > 0 ? used : used.inFormOf(most)).text() + u'\t' + most.text());
    }
}

QString limit(const QJsonValue &amounts, const QString &resource)
{
    const QJsonValue amount = amounts[resource];
    return amount.isUndefined() ? u"-"_s : quantity(amount);
}

/** One row a resource of which anything is said; kubectl's own order is that of a hash. */
void limits(Lines &out, const QString &indent, const QJsonObject &range)
{
    for (const QJsonValue &item : range["spec"_L1]["limits"_L1].toArray()) {
        QStringList resources;
        for (const auto field : {"max"_L1, "min"_L1, "default"_L1, "defaultRequest"_L1, "maxLimitRequestRatio"_L1})
            resources << item[field].toObject().keys();
        std::ranges::sort(resources);
        resources.removeDuplicates();
        for (const QString &resource : std::as_const(resources))
            out.add(0, indent + QStringList{item["type"_L1].toString(), resource, limit(item["min"_L1], resource),
                                            limit(item["max"_L1], resource), limit(item["defaultRequest"_L1], resource),
                                            limit(item["default"_L1], resource),
                                            limit(item["maxLimitRequestRatio"_L1], resource)}
                                    .join(u'\t'));
    }
}

const QString LimitColumns = u"Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio"_s;
const QString LimitRule = u"----\t--------\t---\t---\t---------------\t-------------\t-----------------------"_s;

}  // namespace

void describeQuotas(Lines &out, QList<QJsonObject> quotas)
{
    if (quotas.isEmpty()) {
        out.add(0, u"No resource quota."_s);
        return;
    }
    std::ranges::stable_sort(quotas, {}, [](const QJsonObject &q) { return q["metadata"_L1]["name"_L1].toString(); });
    out.add(0, u"Resource Quotas"_s);
    for (const QJsonObject &one : std::as_const(quotas)) {
        out.add(1, u"Name:\t"_s + one["metadata"_L1]["name"_L1].toString());
        out.nest(1);
        quota(out, 1, one, u"--------\t---\t---"_s);
        out.nest(-1);
    }
}

void describeLimits(Lines &out, const QList<QJsonObject> &ranges)
{
    if (ranges.isEmpty()) {
        out.add(0, u"No LimitRange resource."_s);
        return;
    }
    out.add(0, u"Resource Limits"_s);
    out.nest(1);
    out.add(0, u' ' + LimitColumns);
    out.add(0, u' ' + LimitRule);
    for (const QJsonObject &range : ranges)
        limits(out, u" "_s, range);
    out.nest(-1);
}

kube::Result<void> describeResourceQuota(Page &page)
{
    page.nameAndNamespace();
    quota(page.out, 0, page.object, u"--------\t----\t----"_s);
    return {};
}

kube::Result<void> describeLimitRange(Page &page)
{
    page.nameAndNamespace();
    page.out.add(0, LimitColumns);
    page.out.add(0, LimitRule);
    limits(page.out, {}, page.object);
    return {};
}

}  // namespace report
