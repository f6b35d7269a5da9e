// SPDX-License-Identifier: Apache-2.0
#include "report/describe/network/network.h"

#include <QJsonArray>

namespace report {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Shown = 3;

QString joined(const QString &address, const QJsonValue &port)
{
    const QString host = address.contains(u':') ? u'[' + address + u']' : address;
    return port.isUndefined() ? address : host + u':' + number(port);
}

QString loadBalancers(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &ingress : list.toArray()) {
        const QString ip = ingress["ip"_L1].toString();
        const QJsonValue mode = ingress["ipMode"_L1];
        texts << (ip.isEmpty() ? ingress["hostname"_L1].toString()
                               : ip + (mode.isString() ? u" (%1)"_s.arg(mode.toString()) : QString()));
    }
    return texts.join(u", ");
}

void port(Page &page, const QJsonValue &port)
{
    const QString protocol = u'/' + port["protocol"_L1].toString();
    const QString own = port["name"_L1].toString();
    const QString name = own.isEmpty() ? u"<unset>"_s : own;
    page.out.add(0, u"Port:\t%1\t%2%3"_s.arg(name, number(port["port"_L1]), protocol));
    page.out.add(0, u"TargetPort:\t"_s + numberOrText(port["targetPort"_L1]) + protocol);
    if (port["nodePort"_L1].toInteger() != 0)
        page.out.add(0, u"NodePort:\t%1\t%2%3"_s.arg(name, number(port["nodePort"_L1]), protocol));
    page.out.add(0, u"Endpoints:\t"_s + endpointsText(page.read(0), own));
}

void addresses(Page &page)
{
    const QJsonValue spec = page.spec();
    Lines &out = page.out;
    out.addIf(0, u"IP Family Policy:\t"_s, spec["ipFamilyPolicy"_L1].toString());
    out.add(0, u"IP Families:\t"_s + orNone(stringsOf(spec["ipFamilies"_L1]).join(u',')));
    out.add(0, u"IP:\t"_s + spec["clusterIP"_L1].toString());
    out.add(0, u"IPs:\t"_s + orNone(stringsOf(spec["clusterIPs"_L1]).join(u',')));
    out.addIf(0, u"External IPs:\t"_s, stringsOf(spec["externalIPs"_L1]).join(u','));
    out.addIf(0, u"Desired LoadBalancer IP:\t"_s, spec["loadBalancerIP"_L1].toString());
    out.addIf(0, u"External Name:\t"_s, spec["externalName"_L1].toString());
    const QJsonValue balancers = page.status()["loadBalancer"_L1]["ingress"_L1];
    if (!balancers.toArray().isEmpty())
        out.add(0, u"LoadBalancer Ingress:\t"_s + loadBalancers(balancers));
}

/** Addresses of a field of a subset of Endpoints. */
QString subsetAddresses(const QJsonValue &list)
{
    return orNone(eachOf(list, "ip"_L1).join(u','));
}

QString unsetIfEmpty(const QString &text)
{
    return text.isEmpty() ? u"<unset>"_s : text;
}

void slicePorts(Page &page)
{
    const QJsonArray ports = page.object["ports"_L1].toArray();
    page.out.add(0, ports.isEmpty() ? u"Ports: <unset>"_s : u"Ports:"_s);
    if (ports.isEmpty())
        return;
    page.out.add(1, u"Name\tPort\tProtocol"_s);
    page.out.add(1, u"----\t----\t--------"_s);
    for (const QJsonValue &port : ports)
        page.out.add(1, QStringList{unsetIfEmpty(port["name"_L1].toString()), numberOr(port["port"_L1], u"<unset>"_s),
                                    port["protocol"_L1].toString()}
                            .join(u'\t'));
}

void sliceEndpoint(Page &page, const QJsonValue &endpoint, bool beta)
{
    const QString unset = u"<unset>"_s;
    const QJsonValue ready = endpoint["conditions"_L1]["ready"_L1];
    Lines &out = page.out;
    out.add(1, u"- Addresses:\t"_s + orNone(stringsOf(endpoint["addresses"_L1]).join(beta ? u","_s : u", "_s)));
    out.add(2, u"Conditions:"_s);
    out.add(3, u"Ready:\t"_s + (ready.isBool() ? goText(ready) : unset));
    out.add(2, u"Hostname:\t"_s + textOr(endpoint["hostname"_L1], unset));
    const QJsonValue target = endpoint["targetRef"_L1];
    if (target.isObject())
        out.add(2, u"TargetRef:\t"_s + target["kind"_L1].toString() + u'/' + target["name"_L1].toString());
    if (beta) {
        out.nest(2);
        addLabels(out, 0, u"    Topology"_s, pairsOf(endpoint["topology"_L1]));
        out.nest(-2);
        return;
    }
    out.add(2, u"NodeName:\t"_s + textOr(endpoint["nodeName"_L1], unset));
    out.add(2, u"Zone:\t"_s + textOr(endpoint["zone"_L1], unset));
}

}  // namespace

Beside slicesOf(const QString &ns, const QString &service)
{
    return {.resource = {u"discovery.k8s.io"_s, u"v1"_s, u"endpointslices"_s, u"EndpointSlice"_s, true},
            .ns = ns,
            .labels = u"kubernetes.io/service-name="_s + service};
}

QString endpointsText(const QList<QJsonObject> &slices, const QString &portName)
{
    if (slices.isEmpty())
        return u"<none>"_s;
    QStringList shown;
    qsizetype ready = 0;
    bool more = false;
    const auto each = [&](const QJsonObject &slice, const QJsonValue &port) {
        for (const QJsonValue &endpoint : slice["endpoints"_L1].toArray()) {
            more |= shown.size() == Shown;
            if (!endpoint["conditions"_L1]["ready"_L1].toBool(true))
                continue;
            if (!more)
                shown << joined(endpoint["addresses"_L1][0].toString(), port);
            ++ready;
        }
    };
    for (const QJsonObject &slice : slices) {
        const QJsonArray ports = slice["ports"_L1].toArray();
        if (ports.isEmpty())
            each(slice, QJsonValue(QJsonValue::Undefined));
        for (const QJsonValue &port : ports)
            if (port["name"_L1].toString() == portName)
                each(slice, port["port"_L1]);
    }
    return shown.join(u',') + (more ? u" + %1 more..."_s.arg(ready - Shown) : QString());
}

QList<Beside> readsOfService(const QJsonObject &object)
{
    const QJsonValue meta = object["metadata"_L1];
    return {slicesOf(meta["namespace"_L1].toString(), meta["name"_L1].toString())};
}

kube::Result<void> describeService(Page &page)
{
    const QJsonValue spec = page.spec();
    Lines &out = page.out;
    page.nameAndNamespace();
    page.labels();
    page.annotations();
    out.add(0, u"Selector:\t"_s + labelsText(spec["selector"_L1]));
    out.add(0, u"Type:\t"_s + spec["type"_L1].toString());
    addresses(page);
    for (const QJsonValue &one : spec["ports"_L1].toArray())
        port(page, one);
    out.add(0, u"Session Affinity:\t"_s + spec["sessionAffinity"_L1].toString());
    out.addIf(0, u"External Traffic Policy:\t"_s, spec["externalTrafficPolicy"_L1].toString());
    out.addIf(0, u"Internal Traffic Policy:\t"_s, spec["internalTrafficPolicy"_L1].toString());
    if (spec["healthCheckNodePort"_L1].toInteger() != 0)
        out.add(0, u"HealthCheck NodePort:\t"_s + number(spec["healthCheckNodePort"_L1]));
    out.addIf(0, u"LoadBalancer Source Ranges:\t"_s, stringsOf(spec["loadBalancerSourceRanges"_L1]).join(u','));
    if (page.kubectl.minor >= 33)
        out.addIf(0, u"Traffic Distribution:\t"_s, spec["trafficDistribution"_L1].toString());
    return {};
}

kube::Result<void> describeEndpoints(Page &page)
{
    Lines &out = page.out;
    page.nameAndNamespace();
    page.labels();
    page.annotations();
    out.add(0, u"Subsets:"_s);
    for (const QJsonValue &subset : page.object["subsets"_L1].toArray()) {
        out.add(1, u"Addresses:\t"_s + subsetAddresses(subset["addresses"_L1]));
        out.add(1, u"NotReadyAddresses:\t"_s + subsetAddresses(subset["notReadyAddresses"_L1]));
        const QJsonArray ports = subset["ports"_L1].toArray();
        if (!ports.isEmpty()) {
            out.add(1, u"Ports:"_s);
            out.add(2, u"Name\tPort\tProtocol"_s);
            out.add(2, u"----\t----\t--------"_s);
        }
        for (const QJsonValue &port : ports)
            out.add(2, QStringList{unsetIfEmpty(port["name"_L1].toString()), number(port["port"_L1]),
                                   port["protocol"_L1].toString()}
                           .join(u'\t'));
        out.addBare({});
    }
    return {};
}

kube::Result<void> describeEndpointSlice(Page &page)
{
    const bool beta = page.object["apiVersion"_L1].toString().endsWith(u"v1beta1");
    page.nameAndNamespace();
    page.labels();
    page.annotations();
    page.out.add(0, u"AddressType:\t"_s + page.object["addressType"_L1].toString());
    slicePorts(page);
    const QJsonArray endpoints = page.object["endpoints"_L1].toArray();
    page.out.add(0, endpoints.isEmpty() ? u"Endpoints: <none>"_s : u"Endpoints:"_s);
    for (const QJsonValue &endpoint : endpoints)
        sliceEndpoint(page, endpoint, beta);
    return {};
}

kube::Result<void> describeServiceCidr(Page &page)
{
    page.name();
    page.labels();
    page.annotations();
    page.out.add(0, u"CIDRs:\t"_s + stringsOf(page.spec()["cidrs"_L1]).join(u", "));
    if (!page.status()["conditions"_L1].toArray().isEmpty())
        page.out.add(0, u"Status:"_s);
    describeDatedConditions(page);
    return {};
}

kube::Result<void> describeIpAddress(Page &page)
{
    page.name();
    page.labels();
    page.annotations();
    const QJsonValue parent = page.spec()["parentRef"_L1];
    if (!parent.isObject())
        return {};
    page.out.add(0, u"Parent Reference:"_s);
    page.out.add(1, u"Group:\t"_s + parent["group"_L1].toString());
    page.out.add(1, u"Resource:\t"_s + parent["resource"_L1].toString());
    page.out.add(1, u"Namespace:\t"_s + parent["namespace"_L1].toString());
    page.out.add(1, u"Name:\t"_s + parent["name"_L1].toString());
    return {};
}

}  // namespace report
