// SPDX-License-Identifier: Apache-2.0
#include "report/describe/network/network.h"

#include <QJsonArray>

#include <algorithm>

namespace report {

using namespace Qt::StringLiterals;

namespace {

bool isBeta(const QJsonObject &object)
{
    return object["apiVersion"_L1].toString().endsWith(u"v1beta1");
}

QJsonValue defaultBackend(const QJsonObject &ingress)
{
    return ingress["spec"_L1][isBeta(ingress) ? "backend"_L1 : "defaultBackend"_L1];
}

/** Every backend in the order in which it is printed: the default one, then those of each path. */
QList<QJsonValue> backends(const QJsonObject &ingress)
{
    QList<QJsonValue> all;
    if (defaultBackend(ingress).isObject())
        all << defaultBackend(ingress);
    for (const QJsonValue &rule : ingress["spec"_L1]["rules"_L1].toArray())
        for (const QJsonValue &path : rule["http"_L1]["paths"_L1].toArray())
            all << path["backend"_L1];
    return all;
}

/** The service that a backend names, empty for a backend that is something else, and its port. */
struct Target {
    QString service;
    QJsonValue port;  ///< a number or a name
};

Target targetOf(const QJsonValue &backend, bool beta)
{
    if (beta)
        return {backend["serviceName"_L1].toString(), backend["servicePort"_L1]};
    const QJsonValue service = backend["service"_L1];
    const QJsonValue port = service["port"_L1]["number"_L1];
    return {service["name"_L1].toString(), port.toInteger() != 0 ? port : service["port"_L1]["name"_L1]};
}

bool readsService(const QJsonValue &backend, bool beta)
{
    return beta || backend["service"_L1].isObject();
}

QString resourceText(const QJsonValue &resource)
{
    if (!resource.isObject())
        return {};
    return u"APIGroup: %1, Kind: %2, Name: %3"_s.arg(textOr(resource["apiGroup"_L1], u"<none>"_s),
                                                     resource["kind"_L1].toString(), resource["name"_L1].toString());
}

/** The name of the service's port that the backend means. */
QString portName(const QJsonObject &service, const QJsonValue &wanted)
{
    QString name;
    for (const QJsonValue &port : service["spec"_L1]["ports"_L1].toArray())
        if (wanted.isDouble() ? port["port"_L1].toInteger() == wanted.toInteger()
                              : !wanted.toString().isEmpty() && port["name"_L1] == wanted)
            name = port["name"_L1].toString();
    return name;
}

/** The backends' texts as they are asked for, one after the other: each has two answers where it is a service. */
class Backends {
public:
    explicit Backends(const Page &page) : m_page(page), m_beta(isBeta(page.object)) {}

    QString next(const QJsonValue &backend, bool named)
    {
        if (!readsService(backend, m_beta))
            return resourceText(backend["resource"_L1]);
        const Target target = targetOf(backend, m_beta);
        const QString text = endpoints(target);
        const QString port = target.port.isDouble() ? number(target.port) : target.port.toString();
        return named ? u"%1:%2 (%3)"_s.arg(target.service, port, text) : text;
    }

private:
    QString endpoints(const Target &target)
    {
        const qsizetype slices = std::exchange(m_at, m_at + 2);
        for (const qsizetype answer : {slices, slices + 1})
            if (const kube::Error *failure = m_page.failure(answer))
                return u"<error: %1>"_s.arg(failure->message);
        const QList<QJsonObject> service = m_page.read(slices + 1);
        return endpointsText(m_page.read(slices),
                             portName(service.isEmpty() ? QJsonObject() : service.constFirst(), target.port));
    }

    const Page &m_page;
    bool m_beta;
    qsizetype m_at = 0;
};

QString addresses(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &ingress : list.toArray()) {
        const QString ip = ingress["ip"_L1].toString();
        texts << (ip.isEmpty() ? ingress["hostname"_L1].toString() : ip);
    }
    texts.removeAll(QString());
    texts.removeDuplicates();
    std::ranges::sort(texts);
    return texts.join(u',');
}

void certificates(Lines &out, const QJsonArray &list)
{
    if (list.isEmpty())
        return;
    out.add(0, u"TLS:"_s);
    for (const QJsonValue &tls : list) {
        const QString secret = tls["secretName"_L1].toString();
        const QString hosts = stringsOf(tls["hosts"_L1]).join(u',');
        out.add(1, secret.isEmpty() ? u"SNI routes "_s + hosts : u"%1 terminates %2"_s.arg(secret, hosts));
    }
}

}  // namespace

QList<Beside> readsOfIngress(const QJsonObject &object)
{
    const QString ns = object["metadata"_L1]["namespace"_L1].toString();
    const bool beta = isBeta(object);
    QList<Beside> reads;
    for (const QJsonValue &backend : backends(object)) {
        if (!readsService(backend, beta))
            continue;
        const QString service = targetOf(backend, beta).service;
        reads << slicesOf(ns, service)
              << Beside{.resource = {{}, u"v1"_s, u"services"_s, u"Service"_s, true}, .ns = ns, .name = service};
    }
    return reads;
}

kube::Result<void> describeIngress(Page &page)
{
    const QJsonValue spec = page.spec();
    const bool beta = isBeta(page.object);
    Lines &out = page.out;
    Backends texts(page);
    page.name();
    page.labels();
    out.add(0, u"Namespace:\t"_s + page.meta()["namespace"_L1].toString());
    out.add(0, u"Address:\t"_s + addresses(page.status()["loadBalancer"_L1]["ingress"_L1]));
    out.add(0, u"Ingress Class:\t"_s + textOr(spec["ingressClassName"_L1], u"<none>"_s));
    const QJsonValue standard = defaultBackend(page.object);
    const QString otherwise = standard.isObject() ? texts.next(standard, !beta) : u"<default>"_s;
    out.add(0, u"Default backend:\t"_s + otherwise);
    certificates(out, spec["tls"_L1].toArray());
    out.add(0, u"Rules:"_s);
    out.add(1, u"Host\tPath\tBackends"_s);
    out.add(1, u"----\t----\t--------"_s);
    bool any = false;
    for (const QJsonValue &rule : spec["rules"_L1].toArray()) {
        if (!rule["http"_L1].isObject())
            continue;
        any = true;
        const QString host = rule["host"_L1].toString();
        out.add(1, (host.isEmpty() ? u"*"_s : host) + u'\t');
        for (const QJsonValue &path : rule["http"_L1]["paths"_L1].toArray())
            out.add(2, u"\t%1 \t%2"_s.arg(path["path"_L1].toString(), texts.next(path["backend"_L1], true)));
    }
    if (!any)
        out.add(1, beta ? u"*\t* \t<default>"_s : u"*\t*\t"_s + otherwise);
    page.annotations();
    return {};
}

kube::Result<void> describeIngressClass(Page &page)
{
    page.name();
    page.labels();
    page.annotations();
    page.out.add(0, u"Controller:\t"_s + page.spec()["controller"_L1].toString());
    const QJsonValue parameters = page.spec()["parameters"_L1];
    if (!parameters.isObject())
        return {};
    page.out.add(0, u"Parameters:"_s);
    if (parameters["apiGroup"_L1].isString())
        page.out.add(1, u"APIGroup:\t"_s + parameters["apiGroup"_L1].toString());
    page.out.add(1, u"Kind:\t"_s + parameters["kind"_L1].toString());
    page.out.add(1, u"Name:\t"_s + parameters["name"_L1].toString());
    return {};
}

}  // namespace report
