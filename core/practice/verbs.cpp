// SPDX-License-Identifier: Apache-2.0
#include "practice/verbs.h"

#include "practice/defaults.h"
#include "practice/fieldset.h"
#include "practice/json.h"
#include "practice/kinds.h"
#include "practice/merge.h"
#include "practice/schema.h"
#include "practice/selector.h"
#include "practice/validation.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace practice {

namespace {

QString parameter(const Call &call, const QString &name)
{
    return call.query.queryItemValue(name, QUrl::FullyDecoded);
}

bool isDryRun(const Call &call)
{
    return parameter(call, u"dryRun"_s) == u"All";
}

QString managerOf(const Call &call)
{
    const QString name = parameter(call, u"fieldManager"_s);
    return name.isEmpty() ? call.client : name;
}

/** Unknown fields and wrong types, as fieldValidation asks; null where the body may pass. */
std::optional<Reply> decodeProblem(const Call &call, const Kind &kind, const QJsonObject &body, QStringList &warnings)
{
    const Findings findings = examine(kind.kind, body);
    const QString start = u"%1 in version \"v1\" cannot be handled as a %1: "_s.arg(kind.kind);
    if (!findings.mismatch.isEmpty())
        return badRequest(start + findings.mismatch);
    QStringList texts;
    for (const QString &field : findings.unknown)
        texts.append(u"unknown field \"%1\""_s.arg(field));
    const QString mode = parameter(call, u"fieldValidation"_s);
    if (!texts.isEmpty() && mode == u"Strict")
        return badRequest(start + u"strict decoding error: "_s + texts.join(u", "_s));
    if (mode != u"Ignore")
        warnings = texts;
    return std::nullopt;
}

std::optional<Reply> bodyProblem(const Call &call, const Kind &kind, const QJsonObject &body)
{
    if (body.value("apiVersion"_L1).toString() != u"v1" || body.value("kind"_L1).toString() != kind.kind)
        return badRequest(
            u"the object provided is unrecognized (must be of type %1): it says apiVersion \"%2\", kind \"%3\""_s.arg(
                kind.kind, text(body, u"apiVersion"), text(body, u"kind")));
    const QString ns = text(body, u"metadata.namespace");
    if (kind.namespaced && !ns.isEmpty() && ns != call.target.ns)
        return badRequest(u"the namespace of the provided object does not match the namespace sent on the request"_s);
    if (!call.target.name.isEmpty() && text(body, u"metadata.name") != call.target.name)
        return badRequest(u"the name of the object (%1) does not match the name on the URL (%2)"_s.arg(
            text(body, u"metadata.name"), call.target.name));
    return std::nullopt;
}

QJsonObject listBody(const Kind &kind, const QJsonArray &items, const QJsonObject &metadata)
{
    return {
        {u"kind"_s, kind.kind + u"List"_s}, {u"apiVersion"_s, u"v1"_s}, {u"metadata"_s, metadata}, {u"items"_s, items}};
}

}  // namespace

Verbs::Verbs(ObjectStore &store, const Clock &clock) : m_store(store), m_clock(clock) {}

Reply Verbs::perform(const Call &call)
{
    const bool collection = call.target.name.isEmpty();
    if (call.method == "GET")
        return collection ? list(call) : read(call);
    if (call.method == "DELETE")
        return collection ? removeMany(call) : removeCall(call);
    if (call.method == "PATCH" && !collection)
        return patch(call);
    const QJsonDocument document = QJsonDocument::fromJson(call.body);
    if (!document.isObject())
        return badRequest(u"couldn't get version/kind; json parse error: the body is not a JSON object"_s);
    if (call.method == "POST" && collection)
        return create(call, document.object());
    if (call.method == "PUT" && !collection)
        return replace(call, document.object());
    return refuse(405, u"MethodNotAllowed"_s, u"the server does not allow this method on the requested resource"_s);
}

Reply Verbs::read(const Call &call) const
{
    if (call.target.subresource == u"log")
        return log(call);
    const auto object = m_store.find(call.target.resource, call.target.ns, call.target.name);
    if (!object)
        return notFound(call.target.resource, call.target.name);
    return {200, *object, {}, {}};
}

Reply Verbs::list(const Call &call) const
{
    const Selector selector = selectorOf(call.query, call.target.ns, {});
    const QByteArray start = QByteArray::fromBase64(parameter(call, u"continue"_s).toLatin1());
    qsizetype skip = start.isEmpty() ? 0 : start.toLongLong();
    const qsizetype limit = parameter(call, u"limit"_s).toLongLong();
    QJsonArray items;
    qsizetype left = 0;
    qsizetype seen = 0;
    for (const QJsonObject &object : m_store.list(call.target.resource, call.target.ns)) {
        if (!selector(object) || seen++ < skip)
            continue;
        if (limit > 0 && items.size() >= limit)
            ++left;
        else
            items.append(object);
    }
    QJsonObject metadata{{u"resourceVersion"_s, QString::number(m_store.version())}};
    if (left > 0) {
        const QByteArray next = QByteArray::number(skip + items.size());
        metadata.insert(u"continue"_s, QString::fromLatin1(next.toBase64()));
        metadata.insert(u"remainingItemCount"_s, left);
    }
    return {200, listBody(*kindOf(call.target.resource), items, metadata), {}, {}};
}

std::optional<Reply> Verbs::refuseNamespace(const Call &call, const QString &name) const
{
    const Kind &kind = *kindOf(call.target.resource);
    if (!kind.namespaced)
        return std::nullopt;
    const auto ns = m_store.find(u"namespaces"_s, {}, call.target.ns);
    if (!ns)
        return notFound(u"namespaces"_s, call.target.ns);
    if (at(*ns, u"metadata.deletionTimestamp").isUndefined())
        return std::nullopt;
    const QString why = u"namespace %1 is being terminated"_s.arg(call.target.ns);
    return forbidden(
        call.target.resource, name,
        u"unable to create new content in namespace %1 because it is being terminated"_s.arg(call.target.ns),
        {QJsonObject{
            {u"reason"_s, u"NamespaceTerminating"_s}, {u"message"_s, why}, {u"field"_s, u"metadata.namespace"_s}}});
}

Reply Verbs::create(const Call &call, QJsonObject body)
{
    const Kind &kind = *kindOf(call.target.resource);
    QStringList warnings;
    if (auto problem = bodyProblem(call, kind, body))
        return *problem;
    if (auto problem = decodeProblem(call, kind, body, warnings))
        return *problem;
    if (text(body, u"metadata.name").isEmpty() && !text(body, u"metadata.generateName").isEmpty())
        put(body, u"metadata.name", text(body, u"metadata.generateName") + randomSuffix());
    const QString name = text(body, u"metadata.name");
    if (auto problem = refuseNamespace(call, name))
        return *problem;
    const QString now = m_clock.seconds();
    if (kind.namespaced)
        put(body, u"metadata.namespace", call.target.ns);
    QJsonArray managers = at(body, u"metadata.managedFields").toArray();
    body = withDefaults(kind.kind, body);
    if (kind.kind != u"Namespace" && kind.kind != u"Node")
        body.remove("status"_L1);
    const QJsonObject owned = body;
    if (kind.kind == u"Pod")
        body = admitted(body);
    if (const QJsonArray causes = validate(kind.kind, body); !causes.isEmpty())
        return invalid(kind.kind, name, causes);
    if (m_store.find(call.target.resource, call.target.ns, name))
        return alreadyExists(call.target.resource, name);
    put(body, u"metadata.uid", QUuid::createUuid().toString(QUuid::WithoutBraces));
    put(body, u"metadata.creationTimestamp", now);
    if (kind.kind == u"Pod")
        put(body, u"metadata.generation", 1);
    if (managers.isEmpty()) {
        QJsonObject plain = owned;
        plain.remove("status"_L1);
        if (kind.kind == u"Namespace")
            plain.remove("spec"_L1);
        const QJsonObject noted = FieldManagers::noted({}, plain, {managerOf(call), u"Update"_s, {}, now});
        managers = at(noted, u"metadata.managedFields").toArray();
    }
    put(body, u"metadata.managedFields", managers);
    return {201, isDryRun(call) ? body : m_store.write(call.target.resource, body), {}, warnings};
}

Reply Verbs::replace(const Call &call, QJsonObject body)
{
    const Kind &kind = *kindOf(call.target.resource);
    QStringList warnings;
    if (auto problem = bodyProblem(call, kind, body))
        return *problem;
    if (auto problem = decodeProblem(call, kind, body, warnings))
        return *problem;
    const auto before = m_store.find(call.target.resource, call.target.ns, call.target.name);
    if (!before)
        return notFound(call.target.resource, call.target.name);
    Reply reply = update(call, *before, withDefaults(kind.kind, body));
    reply.warnings = warnings;
    return reply;
}

Reply Verbs::update(const Call &call, const QJsonObject &before, QJsonObject after)
{
    const Target &target = call.target;
    const Kind &kind = *kindOf(target.resource);
    const QString wanted = text(after, u"metadata.resourceVersion");
    if (!wanted.isEmpty() && wanted != text(before, u"metadata.resourceVersion"))
        return conflict(
            target.resource, target.name,
            u"the object has been modified; please apply your changes to the latest version and try again"_s);
    if (target.subresource == u"status") {
        QJsonObject whole = before;
        whole.insert(u"status"_s, after.value("status"_L1));
        after = whole;
    } else if (before.contains("status"_L1)) {
        after.insert(u"status"_s, before.value("status"_L1));
    }
    for (const QString &field : {u"name"_s, u"namespace"_s, u"uid"_s, u"creationTimestamp"_s, u"deletionTimestamp"_s,
                                 u"deletionGracePeriodSeconds"_s, u"generation"_s})
        put(after, u"metadata."_s + field, at(before, u"metadata."_s + field));
    QJsonArray causes = validate(kind.kind, after);
    if (kind.kind == u"Pod" && causes.isEmpty())
        causes = validatePodChange(before, after);
    if (!causes.isEmpty())
        return invalid(kind.kind, target.name, causes);
    if (kind.kind == u"Pod" && before.value("spec"_L1) != after.value("spec"_L1))
        put(after, u"metadata.generation", at(before, u"metadata.generation").toInt() + 1);
    const QJsonArray asked = at(after, u"metadata.managedFields").toArray();
    const bool reset = call.contentType.startsWith("application/json-patch") &&
                       asked != at(before, u"metadata.managedFields").toArray();
    if (call.contentType != "application/apply-patch+yaml" && !reset)
        after =
            FieldManagers::noted(before, after, {managerOf(call), u"Update"_s, target.subresource, m_clock.seconds()});
    return {200, isDryRun(call) ? after : m_store.write(target.resource, after), {}, {}};
}

Reply Verbs::patch(const Call &call)
{
    const Target &target = call.target;
    const QJsonDocument document = QJsonDocument::fromJson(call.body);
    if (call.contentType == "application/apply-patch+yaml")
        return document.isObject() ? apply(call, document.object())
                                   : badRequest(u"error decoding YAML: the practice cluster reads JSON here"_s);
    const auto before = m_store.find(target.resource, target.ns, target.name);
    if (!before)
        return notFound(target.resource, target.name);
    QJsonObject after;
    if (call.contentType == "application/json-patch+json") {
        const auto result = patched(*before, document.array());
        if (!result)
            return refuse(422, u"Invalid"_s, u"the server rejected our request due to an error in our request"_s);
        after = *result;
    } else if (call.contentType == "application/merge-patch+json" ||
               call.contentType == "application/strategic-merge-patch+json") {
        after = merged(*before, document.object(), call.contentType.contains("strategic"));
    } else {
        return refuse(415, u"UnsupportedMediaType"_s,
                      u"the body of the request was in an unknown format - accepted media types include: "
                      "application/json-patch+json, application/merge-patch+json, "
                      "application/strategic-merge-patch+json, application/apply-patch+yaml"_s);
    }
    QStringList warnings;
    if (auto problem = decodeProblem(call, *kindOf(target.resource), after, warnings))
        return *problem;
    Reply reply = update(call, *before, after);
    reply.warnings = warnings;
    return reply;
}

Reply Verbs::apply(const Call &call, QJsonObject configuration)
{
    const Kind &kind = *kindOf(call.target.resource);
    const QString manager = parameter(call, u"fieldManager"_s);
    if (manager.isEmpty())
        return invalid(u"PatchOptions.meta.k8s.io"_s, {},
                       {QJsonObject{{u"reason"_s, u"FieldValueRequired"_s},
                                    {u"field"_s, u"fieldManager"_s},
                                    {u"message"_s, u"Required value: is required for apply patch"_s}}});
    QStringList warnings;
    if (auto problem = bodyProblem(call, kind, configuration))
        return *problem;
    if (auto problem = decodeProblem(call, kind, configuration, warnings))
        return *problem;
    const FieldManagers::Writer writer{manager, u"Apply"_s, call.target.subresource, m_clock.seconds()};
    const auto before = m_store.find(call.target.resource, call.target.ns, call.target.name);
    if (!before) {
        Reply reply = create(call, FieldManagers::applied(configuration, configuration, writer));
        reply.warnings = warnings;
        return reply;
    }
    const auto clashes = FieldManagers::clashes(*before, configuration, manager);
    if (!clashes.isEmpty() && parameter(call, u"force"_s) != u"true") {
        QJsonArray causes;
        QStringList lines;
        for (const auto &clash : clashes) {
            const QString message = u"conflict with \"%1\""_s.arg(clash.manager);
            causes.append(QJsonObject{
                {u"reason"_s, u"FieldManagerConflict"_s}, {u"message"_s, message}, {u"field"_s, clash.field}});
            lines.append(clashes.size() == 1 ? message + u": "_s + clash.field
                                             : u"conflicts with \"%1\":\n- %2"_s.arg(clash.manager, clash.field));
        }
        const QString message = u"Apply failed with %1 conflict%2: %3"_s.arg(clashes.size())
                                    .arg(clashes.size() == 1 ? QString() : u"s"_s, lines.join(u'\n'));
        return refuse(409, u"Conflict"_s, message, {{u"causes"_s, causes}});
    }
    QJsonObject after = FieldManagers::withoutDropped(merged(*before, configuration, true), configuration, manager);
    put(after, u"metadata.managedFields", at(*before, u"metadata.managedFields"));
    after = FieldManagers::applied(withDefaults(kind.kind, after), configuration, writer);
    Reply reply = update(call, *before, after);
    reply.warnings = warnings;
    return reply;
}

}  // namespace practice
