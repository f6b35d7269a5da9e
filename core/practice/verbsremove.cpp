// SPDX-License-Identifier: Apache-2.0
// DELETE and the log subresource of practice::Verbs.
#include "practice/json.h"
#include "practice/kinds.h"
#include "practice/logs/containerlog.h"
#include "practice/selector.h"
#include "practice/verbs.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

/** DeleteOptions: from the body where there is one, else from the query. */
QJsonObject optionsOf(const Call &call)
{
    if (!call.body.trimmed().isEmpty())
        return QJsonDocument::fromJson(call.body).object();
    QJsonObject options;
    if (call.query.hasQueryItem(u"gracePeriodSeconds"_s))
        options.insert(u"gracePeriodSeconds"_s, call.query.queryItemValue(u"gracePeriodSeconds"_s).toInt());
    if (call.query.queryItemValue(u"dryRun"_s) == u"All")
        options.insert(u"dryRun"_s, QJsonArray{u"All"_s});
    return options;
}

Reply success(const QString &resource, const QJsonObject &object)
{
    const QJsonObject details{
        {u"name"_s, text(object, u"metadata.name")}, {u"kind"_s, resource}, {u"uid"_s, text(object, u"metadata.uid")}};
    return {200,
            {{u"kind"_s, u"Status"_s},
             {u"apiVersion"_s, u"v1"_s},
             {u"metadata"_s, QJsonObject{}},
             {u"status"_s, u"Success"_s},
             {u"details"_s, details}},
            {},
            {}};
}

}  // namespace

Reply Verbs::removeCall(const Call &call)
{
    const Target &target = call.target;
    const auto object = m_store.find(target.resource, target.ns, target.name);
    if (!object)
        return notFound(target.resource, target.name);
    const QJsonObject options = optionsOf(call);
    const QString uid = at(options, u"preconditions.uid").toString();
    if (!uid.isEmpty() && uid != text(*object, u"metadata.uid"))
        return conflict(target.resource, target.name,
                        u"Precondition failed: UID in precondition: %1, UID in object meta: %2"_s.arg(
                            uid, text(*object, u"metadata.uid")));
    if (options.value("dryRun"_L1).toArray().contains(u"All"_s))
        return {200, *object, {}, {}};
    return remove(target.resource, *object, options.value("gracePeriodSeconds"_L1).toInteger(-1));
}

Reply Verbs::remove(const QString &resource, QJsonObject object, qint64 grace)
{
    const QString name = text(object, u"metadata.name");
    const bool first = at(object, u"metadata.deletionTimestamp").isUndefined();
    if (resource == u"namespaces") {
        if (QStringList{u"default"_s, u"kube-system"_s, u"kube-public"_s}.contains(name))
            return forbidden(resource, name, u"this namespace may not be deleted"_s);
        if (first) {
            put(object, u"metadata.deletionTimestamp", m_clock.seconds());
            put(object, u"status.phase", u"Terminating"_s);
            object = m_store.write(resource, object);
        }
        return {200, object, {}, {}};
    }
    if (resource != u"pods") {
        m_store.remove(resource, object);
        return success(resource, object);
    }
    const QString phase = text(object, u"status.phase");
    if (grace < 0)
        grace = at(object, u"spec.terminationGracePeriodSeconds").toInteger(30);
    if (text(object, u"spec.nodeName").isEmpty() || phase == u"Succeeded" || phase == u"Failed")
        grace = 0;
    if (first)
        put(object, u"metadata.generation", at(object, u"metadata.generation").toInt() + 1);
    if (first || grace < at(object, u"metadata.deletionGracePeriodSeconds").toInteger()) {
        put(object, u"metadata.deletionTimestamp", Clock::seconds(m_clock.now() + grace * 1'000'000'000));
        put(object, u"metadata.deletionGracePeriodSeconds", grace);
        object = m_store.write(resource, object);
    }
    if (grace == 0)
        object = m_store.remove(resource, object);
    return {200, object, {}, {}};
}

Reply Verbs::removeMany(const Call &call)
{
    const Selector selector = selectorOf(call.query, call.target.ns, {});
    const qint64 grace = optionsOf(call).value("gracePeriodSeconds"_L1).toInteger(-1);
    QJsonArray items;
    for (const QJsonObject &object : m_store.list(call.target.resource, call.target.ns))
        if (selector(object)) {
            remove(call.target.resource, object, grace);
            items.append(object);
        }
    const Kind &kind = *kindOf(call.target.resource);
    return {200,
            {{u"kind"_s, kind.kind + u"List"_s},
             {u"apiVersion"_s, u"v1"_s},
             {u"metadata"_s, QJsonObject{{u"resourceVersion"_s, QString::number(m_store.version())}}},
             {u"items"_s, items}},
            {},
            {}};
}

Reply Verbs::log(const Call &call) const
{
    const auto pod = m_store.find(u"pods"_s, call.target.ns, call.target.name);
    return pod ? logReply(*pod, call.query, m_clock.now()) : notFound(u"pods"_s, call.target.name);
}

}  // namespace practice
