// SPDX-License-Identifier: Apache-2.0
#include "report/describe/network/network.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

/** The two directions of traffic and their words. */
struct Direction {
    QString name;             ///< ingress
    QString type;             ///< Ingress, in policyTypes
    QString peers;            ///< From
    QString source;           ///< source
    QLatin1StringView field;  ///< from
};

/** Go's time.Time with %s: in the local zone. */
QString goTime(const QJsonValue &value)
{
    const kube::Timestamp time = kube::Timestamp::parse(value.toString());
    if (time.isNull())
        return u"0001-01-01 00:00:00 +0000 UTC"_s;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.unixMilliseconds()).toLocalTime();
    const int offset = local.offsetFromUtc() / 60;
    const QString zone = local.timeZoneAbbreviation();
    return local.toString(u"yyyy-MM-dd HH:mm:ss "_s) +
           QString::asprintf("%c%02d%02d ", offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60) +
           zone;
}

void ports(Lines &out, const QJsonArray &list)
{
    if (list.isEmpty())
        out.add(2, u"To Port: <any> (traffic allowed to all ports)"_s);
    for (const QJsonValue &port : list) {
        const QString protocol = textOr(port["protocol"_L1], u"TCP"_s);
        const QJsonValue first = port["port"_L1];
        const QString number = first.isUndefined() || first.isNull() ? u"<nil>"_s : numberOrText(first);
        out.add(2, port["endPort"_L1].isDouble()
                       ? u"To Port Range: %1-%2/%3"_s.arg(number, report::number(port["endPort"_L1]), protocol)
                       : u"To Port: %1/%2"_s.arg(number, protocol));
    }
}

void peer(Lines &out, const QJsonValue &peer)
{
    const QJsonValue block = peer["ipBlock"_L1];
    const bool pods = peer["podSelector"_L1].isObject();
    const bool namespaces = peer["namespaceSelector"_L1].isObject();
    if (namespaces)
        out.add(3, u"NamespaceSelector: "_s + selectorOrNone(peer["namespaceSelector"_L1]));
    if (pods)
        out.add(3, u"PodSelector: "_s + selectorOrNone(peer["podSelector"_L1]));
    if (pods || namespaces || !block.isObject())
        return;
    out.add(3, u"IPBlock:"_s);
    out.add(4, u"CIDR: "_s + block["cidr"_L1].toString());
    out.add(4, u"Except: "_s + stringsOf(block["except"_L1]).join(u", "));
}

void traffic(Page &page, const Direction &direction)
{
    Lines &out = page.out;
    const QJsonValue spec = page.spec();
    if (!stringsOf(spec["policyTypes"_L1]).contains(direction.type)) {
        out.add(1, u"Not affecting %1 traffic"_s.arg(direction.name));
        return;
    }
    out.add(1, u"Allowing %1 traffic:"_s.arg(direction.name));
    const QJsonArray rules = spec[direction.name].toArray();
    if (rules.isEmpty())
        out.add(2, u"<none> (Selected pods are isolated for %1 connectivity)"_s.arg(direction.name));
    for (qsizetype i = 0; i < rules.size(); ++i) {
        ports(out, rules.at(i)["ports"_L1].toArray());
        const QJsonArray peers = rules.at(i)[direction.field].toArray();
        if (peers.isEmpty())
            out.add(2, u"%1: <any> (traffic not restricted by %2)"_s.arg(direction.peers, direction.source));
        for (const QJsonValue &one : peers) {
            out.add(2, direction.peers + u':');
            peer(out, one);
        }
        if (i + 1 < rules.size())
            out.add(2, u"----------"_s);
    }
}

}  // namespace

kube::Result<void> describeNetworkPolicy(Page &page)
{
    const QJsonValue pods = page.spec()["podSelector"_L1];
    const QString selector = selectorText(pods);
    const QString types = stringsOf(page.spec()["policyTypes"_L1]).join(u", ");
    Lines &out = page.out;
    page.nameAndNamespace();
    out.add(0, u"Created on:\t"_s + goTime(page.meta()["creationTimestamp"_L1]));
    page.labels();
    page.annotations();
    out.add(0, u"Spec:"_s);
    out.add(1, u"PodSelector:     "_s + (selector.isEmpty()
                                             ? u"<none> (Allowing the specific traffic to all pods in this namespace)"_s
                                             : selector));
    traffic(page, {u"ingress"_s, u"Ingress"_s, u"From"_s, u"source"_s, "from"_L1});
    traffic(page, {u"egress"_s, u"Egress"_s, u"To"_s, u"destination"_s, "to"_L1});
    out.add(1, u"Policy Types: "_s + orNone(types));
    return {};
}

}  // namespace report
