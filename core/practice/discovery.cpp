// SPDX-License-Identifier: Apache-2.0
#include "practice/discovery.h"

#include "practice/kinds.h"
#include "practice/schema.h"

using namespace Qt::StringLiterals;

namespace practice {

namespace {

QJsonObject version()
{
    return {{u"major"_s, u"1"_s},
            {u"minor"_s, u"36"_s},
            {u"emulationMajor"_s, u"1"_s},
            {u"emulationMinor"_s, u"36"_s},
            {u"gitVersion"_s, u"v1.36.2"_s},
            {u"gitCommit"_s, u"practice"_s},
            {u"gitTreeState"_s, u"clean"_s},
            {u"buildDate"_s, u"2026-06-09T00:00:00Z"_s},
            {u"goVersion"_s, u"none"_s},
            {u"compiler"_s, u"practice"_s},
            {u"platform"_s, u"linux/amd64"_s}};
}

QJsonObject resourceEntry(const Kind &kind)
{
    QJsonObject entry{{u"name"_s, kind.plural},
                      {u"singularName"_s, kind.singular},
                      {u"namespaced"_s, kind.namespaced},
                      {u"kind"_s, kind.kind},
                      {u"verbs"_s, QJsonArray{u"create"_s, u"delete"_s, u"deletecollection"_s, u"get"_s, u"list"_s,
                                              u"patch"_s, u"update"_s, u"watch"_s}}};
    if (!kind.shortName.isEmpty())
        entry.insert(u"shortNames"_s, QJsonArray{kind.shortName});
    if (kind.kind == u"Pod")
        entry.insert(u"categories"_s, QJsonArray{u"all"_s});
    return entry;
}

QJsonObject subresource(const QString &name, const QString &kind, bool namespaced, const QJsonArray &verbs)
{
    return {{u"name"_s, name},
            {u"singularName"_s, u""_s},
            {u"namespaced"_s, namespaced},
            {u"kind"_s, kind},
            {u"verbs"_s, verbs}};
}

QJsonObject resources()
{
    QJsonArray list;
    for (const Kind &kind : kinds()) {
        list.append(resourceEntry(kind));
        if (kind.kind == u"Pod")
            list.append(subresource(u"pods/log"_s, u"Pod"_s, true, {u"get"_s}));
        if (kind.kind == u"Pod" || kind.kind == u"Namespace" || kind.kind == u"Node")
            list.append(subresource(kind.plural + u"/status"_s, kind.kind, kind.namespaced,
                                    {u"get"_s, u"patch"_s, u"update"_s}));
    }
    return {{u"kind"_s, u"APIResourceList"_s}, {u"groupVersion"_s, u"v1"_s}, {u"resources"_s, list}};
}

/** One operation of the OpenAPI paths: kubectl looks for the fieldValidation parameter of the kind's PATCH. */
QJsonObject operation(const Kind &kind, const QString &action)
{
    const QJsonObject kindOfPath{{u"group"_s, u""_s}, {u"version"_s, u"v1"_s}, {u"kind"_s, kind.kind}};
    QJsonArray parameters;
    for (const QString &name : {u"dryRun"_s, u"fieldManager"_s, u"fieldValidation"_s, u"force"_s})
        parameters.append(QJsonObject{{u"name"_s, name},
                                      {u"in"_s, u"query"_s},
                                      {u"schema"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"uniqueItems"_s, true}}}});
    return {{u"x-kubernetes-action"_s, action},
            {u"x-kubernetes-group-version-kind"_s, kindOfPath},
            {u"parameters"_s, parameters},
            {u"responses"_s, QJsonObject{{u"200"_s, QJsonObject{{u"description"_s, u"OK"_s}}}}}};
}

QJsonObject openApi()
{
    QJsonObject paths;
    for (const Kind &kind : kinds()) {
        const QString collection =
            u"/api/v1/"_s + (kind.namespaced ? u"namespaces/{namespace}/"_s : QString()) + kind.plural;
        paths.insert(collection, QJsonObject{{u"post"_s, operation(kind, u"post"_s)}});
        paths.insert(collection + u"/{name}"_s,
                     QJsonObject{{u"patch"_s, operation(kind, u"patch"_s)}, {u"put"_s, operation(kind, u"put"_s)}});
    }
    return {{u"openapi"_s, u"3.0.0"_s},
            {u"info"_s, QJsonObject{{u"title"_s, u"Kubernetes"_s}, {u"version"_s, u"v1.36.2"_s}}},
            {u"paths"_s, paths},
            {u"components"_s, QJsonObject{{u"schemas"_s, openApiSchemas()}}}};
}

QJsonObject openApiIndex()
{
    const QJsonObject entry{{u"serverRelativeURL"_s, u"/openapi/v3/api/v1?hash=practice"_s}};
    return {{u"paths"_s, QJsonObject{{u"api/v1"_s, entry}}}};
}

}  // namespace

bool isPublic(const QString &path)
{
    return path == u"/version" || path == u"/healthz" || path == u"/livez" || path == u"/readyz";
}

std::optional<Reply> describeServer(const QString &path)
{
    if (path == u"/version")
        return Reply{200, version(), {}, {}};
    if (isPublic(path))
        return Reply{200, {}, "ok", {}};
    if (path == u"/api")
        return Reply{200, {{u"kind"_s, u"APIVersions"_s}, {u"versions"_s, QJsonArray{u"v1"_s}}}, {}, {}};
    if (path == u"/apis")
        return Reply{
            200, {{u"kind"_s, u"APIGroupList"_s}, {u"apiVersion"_s, u"v1"_s}, {u"groups"_s, QJsonArray{}}}, {}, {}};
    if (path == u"/api/v1")
        return Reply{200, resources(), {}, {}};
    if (path == u"/openapi/v3")
        return Reply{200, openApiIndex(), {}, {}};
    if (path == u"/openapi/v3/api/v1")
        return Reply{200, openApi(), {}, {}};
    return std::nullopt;
}

}  // namespace practice
