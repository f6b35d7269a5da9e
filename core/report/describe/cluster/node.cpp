// SPDX-License-Identifier: Apache-2.0
#include "report/describe/cluster/cluster.h"

#include <QJsonArray>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

QString roles(const QJsonValue &labels)
{
    constexpr QLatin1StringView Prefix("node-role.kubernetes.io/");
    QStringList found;
    for (const auto &[key, value] : pairsOf(labels))
        if (key.startsWith(Prefix))
            found << key.sliced(Prefix.size());
        else if (key == u"kubernetes.io/role")
            found << value;
    found.removeAll(QString());
    found.removeDuplicates();
    std::ranges::sort(found);
    return orNone(found.join(u','));
}

QString taintText(const QJsonValue &taint)
{
    const QString value = taint["value"_L1].toString();
    const QString effect = taint["effect"_L1].toString();
    const QString text = taint["key"_L1].toString() + (value.isEmpty() ? QString() : u'=' + value);
    return effect.isEmpty() && value.isEmpty() ? text : text + u':' + effect;
}

void taints(Page &page)
{
    QList<QJsonValue> list;
    for (const QJsonValue &taint : page.spec()["taints"_L1].toArray())
        list << taint;
    std::ranges::stable_sort(list, {}, [](const QJsonValue &taint) {
        return taint["effect"_L1].toString() + u',' + taint["key"_L1].toString();
    });
    page.out.add(0, u"Taints:\t"_s + (list.isEmpty() ? u"<none>"_s : taintText(list.constFirst())));
    for (qsizetype i = 1; i < list.size(); ++i)
        page.out.add(0, u'\t' + taintText(list.at(i)));
}

void lease(Page &page)
{
    if (const kube::Error *failure = page.failure(1)) {
        page.out.add(0, u"Lease:\tFailed to get lease: "_s + failure->message);
        return;
    }
    const QList<QJsonObject> found = page.read(1);
    const QJsonValue spec = found.isEmpty() ? QJsonValue() : found.constFirst()["spec"_L1];
    const auto time = [&](QLatin1StringView field) {
        return spec[field].isString() ? moment(spec[field]) : u"<unset>"_s;
    };
    page.out.add(0, u"Lease:"_s);
    page.out.add(1, u"HolderIdentity:\t"_s + textOr(spec["holderIdentity"_L1], u"<unset>"_s));
    page.out.add(1, u"AcquireTime:\t"_s + time("acquireTime"_L1));
    page.out.add(1, u"RenewTime:\t"_s + time("renewTime"_L1));
}

void amounts(Lines &out, const QString &title, const QJsonValue &map)
{
    const QJsonObject list = map.toObject();
    if (list.isEmpty())
        return;
    out.add(0, title + u':');
    for (auto it = list.begin(); it != list.end(); ++it)
        out.add(1, it.key() + u":\t"_s + quantity(it.value()));
}

void system(Page &page)
{
    static const QList<std::pair<QString, QString>> Rows{{u"Machine ID"_s, u"machineID"_s},
                                                         {u"System UUID"_s, u"systemUUID"_s},
                                                         {u"Boot ID"_s, u"bootID"_s},
                                                         {u"Kernel Version"_s, u"kernelVersion"_s},
                                                         {u"OS Image"_s, u"osImage"_s},
                                                         {u"Operating System"_s, u"operatingSystem"_s},
                                                         {u"Architecture"_s, u"architecture"_s},
                                                         {u"Container Runtime Version"_s, u"containerRuntimeVersion"_s},
                                                         {u"Kubelet Version"_s, u"kubeletVersion"_s},
                                                         {u"Kube-Proxy Version"_s, u"kubeProxyVersion"_s}};
    page.out.add(0, u"System Info:"_s);
    for (const auto &[label, field] : Rows)
        page.out.add(1, label + u":\t"_s + page.status()["nodeInfo"_L1][field].toString());
}

}  // namespace

QList<Beside> readsOfNode(const QJsonObject &object)
{
    const QString name = object["metadata"_L1]["name"_L1].toString();
    return {{.resource = {{}, u"v1"_s, u"pods"_s, u"Pod"_s, true},
             .fields = u"spec.nodeName=%1,status.phase!=Succeeded,status.phase!=Failed"_s.arg(name)},
            {.resource = {u"coordination.k8s.io"_s, u"v1"_s, u"leases"_s, u"Lease"_s, true},
             .ns = u"kube-node-lease"_s,
             .name = name}};
}

kube::Result<void> describeNode(Page &page)
{
    const kube::Error *failure = page.failure(0);
    const bool hidden = failure && failure->httpStatus == 403;
    if (failure && !hidden)
        return std::unexpected(*failure);
    const QJsonValue spec = page.spec();
    Lines &out = page.out;
    page.name();
    out.add(0, u"Roles:\t"_s + roles(page.meta()["labels"_L1]));
    page.labels();
    page.annotations();
    page.created();
    taints(page);
    out.add(0, u"Unschedulable:\t"_s + goText(spec["unschedulable"_L1].toBool()));
    lease(page);
    const QLatin1StringView end = " \t"_L1;
    describeConditions(page, {{"Type"_L1, "type"_L1, end},
                              {"Status"_L1, "status"_L1, end},
                              {"LastHeartbeatTime"_L1, "lastHeartbeatTime"_L1, end},
                              {"LastTransitionTime"_L1, "lastTransitionTime"_L1, end},
                              {"Reason"_L1, "reason"_L1, end},
                              {"Message"_L1, "message"_L1}});
    out.add(0, u"Addresses:"_s);
    for (const QJsonValue &address : page.status()["addresses"_L1].toArray())
        out.add(1, address["type"_L1].toString() + u":\t"_s + address["address"_L1].toString());
    amounts(out, u"Capacity"_s, page.status()["capacity"_L1]);
    amounts(out, u"Allocatable"_s, page.status()["allocatable"_L1]);
    system(page);
    out.addIf(0, u"PodCIDR:\t"_s, spec["podCIDR"_L1].toString());
    out.addIf(0, u"PodCIDRs:\t"_s, stringsOf(spec["podCIDRs"_L1]).join(u','));
    out.addIf(0, u"ProviderID:\t"_s, spec["providerID"_L1].toString());
    if (hidden)
        out.add(0, u"Pods:\tnot authorized"_s);
    else
        describeNodeResources(page, page.read(0));
    return {};
}

}  // namespace report
