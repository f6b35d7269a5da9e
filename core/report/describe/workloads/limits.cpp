// SPDX-License-Identifier: Apache-2.0
// How many pods there are to be: horizontal autoscalers, disruption budgets.
#include "report/describe/workloads/workloads.h"

#include <QJsonArray>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** Whether the value is there; kubectl tells a nil pointer from a zero. */
bool isSet(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

/** What a metric is now: a quantity of `current`, or `<unknown>` where that metric is not told of. */
QString nowAt(const QJsonValue &current, QLatin1StringView field)
{
    const QJsonValue value = current["current"_L1][field];
    return !current.isObject() ? u"<unknown>"_s : isSet(value) ? quantity(value) : u"<nil>"_s;
}

QString targetOf(const QJsonValue &source, QLatin1StringView field)
{
    const QJsonValue value = source["target"_L1][field];
    return isSet(value) ? quantity(value) : u"<nil>"_s;
}

/** `: a / b`, or as a percentage of what was requested. */
QString resourceAmount(const QJsonValue &source, const QJsonValue &current)
{
    if (isSet(source["target"_L1]["averageValue"_L1]))
        return u":\t"_s + nowAt(current, "averageValue"_L1) + u" / "_s + targetOf(source, "averageValue"_L1);
    const QJsonValue used = current["current"_L1]["averageUtilization"_L1];
    const QJsonValue wanted = source["target"_L1]["averageUtilization"_L1];
    return u"  (as a percentage of request):\t%1 / %2"_s.arg(
        isSet(used) ? u"%1% (%2)"_s.arg(number(used), nowAt(current, "averageValue"_L1)) : u"<unknown>"_s,
        isSet(wanted) ? number(wanted) + u'%' : u"<auto>"_s);
}

QString valueAmount(const QJsonValue &source, const QJsonValue &current, bool average)
{
    const QLatin1StringView field = average ? "averageValue"_L1 : "value"_L1;
    return u"(target %1value):\t%2 / %3"_s.arg(average ? u"average "_s : QString(), nowAt(current, field),
                                               targetOf(source, field));
}

QString metricText(const QJsonValue &metric, const QJsonValue &now)
{
    const QString type = metric["type"_L1].toString();
    if (type == u"External") {
        const QJsonValue source = metric["external"_L1];
        const bool average = isSet(source["target"_L1]["averageValue"_L1]);
        QJsonValue current = now["external"_L1];
        if (average && !isSet(current["current"_L1]["averageValue"_L1]))
            current = QJsonValue();
        return quoted(source["metric"_L1]["name"_L1].toString()) + u' ' + valueAmount(source, current, average);
    }
    if (type == u"Pods") {
        const QJsonValue source = metric["pods"_L1];
        return u"%1 on pods:\t%2 / %3"_s.arg(quoted(source["metric"_L1]["name"_L1].toString()),
                                             nowAt(now["pods"_L1], "averageValue"_L1),
                                             targetOf(source, "averageValue"_L1));
    }
    if (type == u"Object") {
        const QJsonValue source = metric["object"_L1];
        const QJsonValue what = source["describedObject"_L1];
        return u"\"%1\" on %2/%3 "_s.arg(source["metric"_L1]["name"_L1].toString(), what["kind"_L1].toString(),
                                         what["name"_L1].toString()) +
               valueAmount(source, now["object"_L1], source["target"_L1]["type"_L1].toString() == u"AverageValue");
    }
    if (type == u"Resource")
        return u"resource %1 on pods"_s.arg(metric["resource"_L1]["name"_L1].toString()) +
               resourceAmount(metric["resource"_L1], now["resource"_L1]);
    if (type == u"ContainerResource") {
        const QJsonValue source = metric["containerResource"_L1];
        return u"resource %1 of container \"%2\" on pods"_s.arg(source["name"_L1].toString(),
                                                                source["container"_L1].toString()) +
               resourceAmount(source, now["containerResource"_L1]);
    }
    return u"<unknown metric type %1>"_s.arg(quoted(type));
}

void behavior(Lines &out, const QString &direction, const QJsonValue &rules)
{
    if (!rules.isObject())
        return;
    out.add(1, direction + u':');
    if (isSet(rules["stabilizationWindowSeconds"_L1]))
        out.add(2, u"Stabilization Window: %1 seconds"_s.arg(number(rules["stabilizationWindowSeconds"_L1])));
    const QJsonArray policies = rules["policies"_L1].toArray();
    if (policies.isEmpty())
        return;
    out.add(2, u"Select Policy: "_s + textOr(rules["selectPolicy"_L1], u"Max"_s));
    out.add(2, u"Policies:"_s);
    for (const QJsonValue &policy : policies)
        out.add(3, u"- Type: %1\tValue: %2\tPeriod: %3 seconds"_s.arg(
                       policy["type"_L1].toString(), number(policy["value"_L1]), number(policy["periodSeconds"_L1])));
}

void metrics(Page &page)
{
    const QJsonArray now = page.status()["currentMetrics"_L1].toArray();
    page.out.add(0, u"Metrics:\t( current / target )"_s);
    const QJsonArray wanted = page.spec()["metrics"_L1].toArray();
    for (qsizetype i = 0; i < wanted.size(); ++i)
        page.out.add(1, metricText(wanted.at(i), i < now.size() ? now.at(i) : QJsonValue()));
}

/** autoscaling/v1 knows the CPU alone. */
void cpu(Page &page)
{
    const QJsonValue target = page.spec()["targetCPUUtilizationPercentage"_L1];
    if (!isSet(target))
        return;
    page.out.add(0, u"Target CPU utilization:\t"_s + number(target) + u'%');
    page.out.add(0, u"Current CPU utilization:\t"_s +
                        numberOr(page.status()["currentCPUUtilizationPercentage"_L1], u"<unknown>"_s) + u'%');
}

}  // namespace

kube::Result<void> describeAutoscaler(Page &page)
{
    const QJsonValue spec = page.spec();
    const bool first = page.object["apiVersion"_L1].toString() == u"autoscaling/v1";
    const QString kind = spec["scaleTargetRef"_L1]["kind"_L1].toString();
    Lines &out = page.out;
    page.nameAndNamespace();
    page.labels();
    page.annotations();
    page.created();
    out.add(0, u"Reference:\t"_s + kind + u'/' + spec["scaleTargetRef"_L1]["name"_L1].toString());
    if (first)
        cpu(page);
    else
        metrics(page);
    out.add(0, u"Min replicas:\t"_s + numberOr(spec["minReplicas"_L1], u"<unset>"_s));
    out.add(0, u"Max replicas:\t"_s + number(spec["maxReplicas"_L1]));
    if (!first && spec["behavior"_L1].isObject()) {
        out.add(0, u"Behavior:"_s);
        behavior(out, u"Scale Up"_s, spec["behavior"_L1]["scaleUp"_L1]);
        behavior(out, u"Scale Down"_s, spec["behavior"_L1]["scaleDown"_L1]);
    }
    out.add(0, u"%1 pods:\t%2 current / %3 desired"_s.arg(kind, number(page.status()["currentReplicas"_L1]),
                                                          number(page.status()["desiredReplicas"_L1])));
    if (!first)
        describeConditions(page, {{"Type"_L1, "type"_L1},
                                  {"Status"_L1, "status"_L1},
                                  {"Reason"_L1, "reason"_L1},
                                  {"Message"_L1, "message"_L1}});
    return {};
}

kube::Result<void> describeDisruptionBudget(Page &page)
{
    const QJsonValue spec = page.spec();
    const QJsonValue status = page.status();
    page.nameAndNamespace();
    if (isSet(spec["minAvailable"_L1]))
        page.out.add(0, u"Min available:\t"_s + numberOrText(spec["minAvailable"_L1]));
    else if (isSet(spec["maxUnavailable"_L1]))
        page.out.add(0, u"Max unavailable:\t"_s + numberOrText(spec["maxUnavailable"_L1]));
    page.out.add(0,
                 u"Selector:\t"_s + (isSet(spec["selector"_L1]) ? selectorOrNone(spec["selector"_L1]) : u"<unset>"_s));
    page.out.add(0, u"Status:"_s);
    page.out.nest(-1);
    page.out.add(2, u"Allowed disruptions:\t"_s + number(status["disruptionsAllowed"_L1]));
    page.out.add(2, u"Current:\t"_s + number(status["currentHealthy"_L1]));
    page.out.add(2, u"Desired:\t"_s + number(status["desiredHealthy"_L1]));
    page.out.add(2, u"Total:\t"_s + number(status["expectedPods"_L1]));
    page.out.nest(1);
    return {};
}

}  // namespace report
