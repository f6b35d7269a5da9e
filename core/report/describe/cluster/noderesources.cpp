// SPDX-License-Identifier: Apache-2.0
#include "kube/duration.h"
#include "kube/quantity.h"
#include "report/describe/cluster/cluster.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <limits>

namespace report {

using namespace Qt::StringLiterals;

namespace {

using Amounts = QMap<QString, kube::Quantity>;

Amounts amountsOf(const QJsonValue &map)
{
    Amounts amounts;
    const QJsonObject list = map.toObject();
    for (auto it = list.begin(); it != list.end(); ++it)
        amounts.insert(it.key(), kube::Quantity(it.value().toVariant().toString()));
    return amounts;
}

void add(Amounts &all, const Amounts &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        if (all.contains(it.key()))
            all[it.key()] += it.value();
        else
            all.insert(it.key(), it.value());
}

void raise(Amounts &all, const Amounts &more)
{
    for (auto it = more.begin(); it != more.end(); ++it)
        if (!all.contains(it.key()) || all.value(it.key()) < it.value())
            all.insert(it.key(), it.value());
}

QJsonValue statusOf(const QJsonObject &pod, const QString &container)
{
    QJsonValue found;
    for (const auto field : {"containerStatuses"_L1, "initContainerStatuses"_L1})
        for (const QJsonValue &status : pod["status"_L1][field].toArray())
            if (status["name"_L1].toString() == container)
                found = status;
    return found;
}

/** What a container asks for, or what it has while it is resized, whichever is more. */
Amounts requestsOf(const QJsonObject &pod, const QJsonValue &container, kube::Version kubectl)
{
    Amounts requests = amountsOf(container["resources"_L1]["requests"_L1]);
    const QJsonValue status = statusOf(pod, container["name"_L1].toString());
    if (!status["resources"_L1].isObject())
        return requests;
    if (pod["status"_L1]["resize"_L1].toString() == u"Infeasible")
        requests.clear();
    raise(requests, amountsOf(status["resources"_L1]["requests"_L1]));
    if (kubectl.minor >= 33)
        raise(requests, amountsOf(status["allocatedResources"_L1]));
    return requests;
}

/** What all containers want together; what init containers want one after the other may be more. */
template <class Of>
Amounts together(const QJsonObject &pod, Of of)
{
    Amounts all, sidecars, most;
    for (const QJsonValue &container : pod["spec"_L1]["containers"_L1].toArray())
        add(all, of(container, true));
    for (const QJsonValue &container : pod["spec"_L1]["initContainers"_L1].toArray()) {
        const bool stays = container["restartPolicy"_L1].toString() == u"Always";
        Amounts own = of(container, stays);
        if (stays) {
            add(all, own);
            add(sidecars, own);
            own = sidecars;
        } else {
            add(own, sidecars);
        }
        raise(most, own);
    }
    raise(all, most);
    return all;
}

Amounts podRequests(const QJsonObject &pod, kube::Version kubectl)
{
    Amounts all = together(pod, [&](const QJsonValue &container, bool stays) {
        return stays ? requestsOf(pod, container, kubectl) : amountsOf(container["resources"_L1]["requests"_L1]);
    });
    add(all, amountsOf(pod["spec"_L1]["overhead"_L1]));
    return all;
}

Amounts podLimits(const QJsonObject &pod)
{
    Amounts all = together(
        pod, [](const QJsonValue &container, bool) { return amountsOf(container["resources"_L1]["limits"_L1]); });
    const Amounts overhead = amountsOf(pod["spec"_L1]["overhead"_L1]);
    for (auto it = overhead.begin(); it != overhead.end(); ++it)
        if (all.contains(it.key()) && !all.value(it.key()).isZero())
            all[it.key()] += it.value();
    return all;
}

/** Whole percent; of nothing it is what Go makes of a division by zero. */
QString percent(qint64 part, qint64 whole)
{
    const double share = double(part) / double(whole) * 100;
    return QString::number(std::isfinite(share) ? qint64(share) : std::numeric_limits<qint64>::min());
}

/** `100m (5%)`; cpu counts in thousandths. */
QString share(const Amounts &amounts, const QString &resource, const Amounts &whole, bool ofNothingIsZero)
{
    const auto count = [&](const Amounts &from) {
        const kube::Quantity amount = from.value(resource);
        return resource == u"cpu" ? amount.milliValue() : amount.value();
    };
    const qint64 all = count(whole);
    return u"%1 (%2%)"_s.arg(amounts.value(resource).text(),
                             all == 0 && ofNothingIsZero ? u"0"_s : percent(count(amounts), all));
}

}  // namespace

void describeNodeResources(Page &page, const QList<QJsonObject> &pods)
{
    const Amounts capacity = amountsOf(page.status()["capacity"_L1]);
    const Amounts allocatable = amountsOf(page.status()["allocatable"_L1]);
    const Amounts &whole = allocatable.isEmpty() ? capacity : allocatable;
    Amounts requests, limits;
    Lines &out = page.out;
    out.add(0, u"Non-terminated Pods:\t(%1 in total)"_s.arg(pods.size()));
    out.add(1, u"Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge"_s);
    out.add(1, u"---------\t----\t\t------------\t----------\t---------------\t-------------\t---"_s);
    for (const QJsonObject &pod : pods) {
        const QJsonValue meta = pod["metadata"_L1];
        const Amounts wants = podRequests(pod, page.kubectl);
        const Amounts most = podLimits(pod);
        out.add(1, QStringList{meta["namespace"_L1].toString(), meta["name"_L1].toString(), QString(),
                               share(wants, u"cpu"_s, whole, false), share(most, u"cpu"_s, whole, false),
                               share(wants, u"memory"_s, whole, false), share(most, u"memory"_s, whole, false),
                               kube::age(kube::Timestamp::parse(meta["creationTimestamp"_L1].toString()), page.now)}
                       .join(u'\t'));
        add(requests, wants);
        add(limits, most);
    }
    out.add(0, u"Allocated resources:"_s);
    out.add(1, u"(Total limits may be over 100 percent, i.e., overcommitted.)"_s);
    out.add(1, u"Resource\tRequests\tLimits"_s);
    out.add(1, u"--------\t--------\t------"_s);
    QStringList shares{u"cpu"_s, u"memory"_s, u"ephemeral-storage"_s};
    QStringList others;
    for (auto it = whole.begin(); it != whole.end(); ++it)
        if (it.key().startsWith(u"hugepages-"))
            shares << it.key();
        else if (!shares.contains(it.key()) && it.key() != u"pods")
            others << it.key();
    for (const QString &resource : std::as_const(shares))
        out.add(
            1, QStringList{resource, share(requests, resource, whole, true), share(limits, resource, whole, true)}.join(
                   u'\t'));
    for (const QString &resource : std::as_const(others))
        out.add(1, QStringList{resource, requests.value(resource).text(), limits.value(resource).text()}.join(u'\t'));
}

}  // namespace report
