// SPDX-License-Identifier: Apache-2.0
#include "cli/objects.h"

namespace cli {

using namespace Qt::StringLiterals;

kube::Timestamp now()
{
    return kube::Timestamp(std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now()));
}

QString path(const QString &ns, const QString &resource, const QString &name)
{
    const QString scope = ns.isEmpty() ? QString() : u"/namespaces/%1"_s.arg(ns);
    return u"/api/v1%1/%2%3"_s.arg(scope, resource, name.isEmpty() ? QString() : u'/' + name);
}

kube::Result<QList<kube::EventPtr>> eventsOf(Console &console, const kube::ObjectMeta &meta)
{
    QUrlQuery query;
    query.addQueryItem(u"fieldSelector"_s,
                       u"involvedObject.name=%1,involvedObject.namespace=%2,involvedObject.uid=%3"_s.arg(
                           meta.key.name, meta.key.ns, meta.uid));
    return fetch<kube::Event>(console, meta.key.ns, u"events"_s, {}, query);
}

QString podName(const QStringList &operands)
{
    const QStringList words = operands.join(u'/').split(u'/');
    const bool pod = words.size() == 2 && (words.at(0) == u"pod" || words.at(0) == u"pods" || words.at(0) == u"po");
    return pod ? words.at(1) : QString();
}

}  // namespace cli
