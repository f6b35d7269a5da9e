// SPDX-License-Identifier: Apache-2.0
#include "command/errand.h"

#include "command/discovery.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace command {

namespace {

/** A new object has no version yet: kubectl drops what the text says. */
QByteArray withoutVersion(const QByteArray &json)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.remove("resourceVersion"_L1);
    object.insert("metadata"_L1, meta);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString pathFor(const Errand &errand, const QString &name)
{
    QList<QString> segments;
    if (errand.resource.namespaced)
        segments << u"namespaces"_s << errand.ns;
    segments << errand.resource.resource;
    if (!name.isEmpty())
        segments << name;
    return net::pathOf(apiRoot(errand.identity.apiVersion), segments);
}

QString propagationName(Propagation propagation)
{
    switch (propagation) {
    case Propagation::Foreground: return u"Foreground"_s;
    case Propagation::Orphan: return u"Orphan"_s;
    case Propagation::Background: break;
    }
    return u"Background"_s;
}

/** A DELETE with a body does not read its query: options stand in the body only. */
QByteArray deleteOptions(const Errand &errand)
{
    QJsonObject options{{u"kind"_s, u"DeleteOptions"_s},
                        {u"apiVersion"_s, u"v1"_s},
                        {u"propagationPolicy"_s, propagationName(errand.document.removal.propagation)}};
    if (const auto grace = errand.document.removal.grace)
        options.insert(u"gracePeriodSeconds"_s, qint64(grace->count()));
    if (!errand.uid.isEmpty())
        options.insert(u"preconditions"_s, QJsonObject{{u"uid"_s, errand.uid}});
    if (errand.dryRun)
        options.insert(u"dryRun"_s, QJsonArray{u"All"_s});
    return QJsonDocument(options).toJson(QJsonDocument::Compact);
}

}  // namespace

kube::Result<net::Request> Errand::request() const
{
    net::Request request;
    request.path = pathFor(*this, verb == Verb::Create ? QString() : identity.name);
    if (request.path.isEmpty())
        return kube::failure(kube::Error::Kind::Input, u"the name or namespace cannot stand in a path"_s,
                             document.source);
    switch (verb) {
    case Verb::Create:
        request.verb = "POST";
        request.contentType = "application/json";
        request.body = identity.resourceVersion.isEmpty() ? document.json : withoutVersion(document.json);
        break;
    case Verb::Apply:
        request.verb = "PATCH";
        request.contentType = "application/apply-patch+yaml";
        request.body = document.json;
        request.query.addQueryItem(u"force"_s, force || document.force ? u"true"_s : u"false"_s);
        break;
    case Verb::Replace:
        request.verb = "PUT";
        request.contentType = "application/json";
        request.body = document.json;
        break;
    case Verb::Remove:
        request.verb = "DELETE";
        request.contentType = "application/json";
        request.body = deleteOptions(*this);
        return request;
    }
    request.query.addQueryItem(u"fieldManager"_s, QString::fromLatin1(FieldManager));
    request.query.addQueryItem(u"fieldValidation"_s, u"Strict"_s);
    if (dryRun)
        request.query.addQueryItem(u"dryRun"_s, u"All"_s);
    return request;
}

net::Request Errand::look() const
{
    net::Request request;
    request.path = pathFor(*this, identity.name);
    return request;
}

void Errand::lock(const QString &resourceVersion)
{
    if (!identity.resourceVersion.isEmpty())
        return;
    identity.resourceVersion = resourceVersion;
    QJsonObject object = QJsonDocument::fromJson(document.json).object();
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.insert("resourceVersion"_L1, resourceVersion);
    object.insert("metadata"_L1, meta);
    document.json = QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString Errand::generateName() const
{
    const QJsonValue metadata = QJsonDocument::fromJson(document.json).object().value("metadata"_L1);
    return identity.name.isEmpty() ? metadata.toObject().value("generateName"_L1).toString() : QString();
}

QString Errand::object(const QString &name) const
{
    const QString kind = resource.kind.toLower();
    const qsizetype slash = identity.apiVersion.indexOf(u'/');
    return (slash > 0 ? kind + u'.' + identity.apiVersion.first(slash) : kind) + u'/' + name;
}

QString Errand::line(const QString &name, Effect effect) const
{
    static const QHash<Effect, QString> words = {
        {Effect::Created, u" created"_s}, {Effect::Changed, u" configured"_s}, {Effect::Unchanged, u" unchanged"_s}};
    const QString rehearsed = dryRun ? u" (server dry run)"_s : QString();
    if (verb == Verb::Remove)
        return u"%1 \"%2\" deleted%3"_s.arg(object({}).chopped(1), name, rehearsed);
    const QString done = verb == Verb::Create    ? u" created"_s
                         : verb == Verb::Replace ? u" replaced"_s
                                                 : words.value(effect, u" serverside-applied"_s);
    return object(name) + done + rehearsed;
}

QString Errand::participle() const
{
    switch (verb) {
    case Verb::Create: return u"created"_s;
    case Verb::Apply: return u"applied"_s;
    case Verb::Replace: return u"replaced"_s;
    case Verb::Remove: break;
    }
    return u"deleted"_s;
}

}  // namespace command
