// SPDX-License-Identifier: Apache-2.0
#include "decode/workload.h"

#include "decode/poddetail.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace decode {

using namespace Qt::StringLiterals;
using kube::Error;

namespace {

kube::Result<QJsonObject> object(QByteArrayView json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray(), &problem);
    if (!document.isObject())
        return kube::failure(Error::Kind::Protocol,
                             problem.error == QJsonParseError::NoError ? u"not an object"_s : problem.errorString());
    return document.object();
}

/** The pod inside of an object: itself, or its template's with the object's own name. */
QJsonObject podIn(const QJsonObject &whole, bool &ofTemplate)
{
    if (whole["kind"_L1].toString() == u"Pod")
        return whole;
    QJsonObject spec = whole["spec"_L1].toObject();
    if (spec.contains("jobTemplate"_L1))
        spec = spec["jobTemplate"_L1].toObject()["spec"_L1].toObject();
    QJsonObject pod = spec["template"_L1].toObject();
    if (!pod["spec"_L1].isObject())
        return {};
    ofTemplate = true;
    QJsonObject meta = pod["metadata"_L1].toObject();
    meta.insert("name"_L1, whole["metadata"_L1]["name"_L1]);
    meta.insert("namespace"_L1, whole["metadata"_L1]["namespace"_L1]);
    pod.insert("metadata"_L1, meta);
    pod.insert("kind"_L1, u"Pod"_s);
    pod.insert("apiVersion"_L1, u"v1"_s);
    return pod;
}

}  // namespace

kube::Result<Workload> workload(QByteArrayView json)
{
    const auto whole = object(json);
    if (!whole)
        return std::unexpected(whole.error());
    Workload result;
    result.apiVersion = (*whole)["apiVersion"_L1].toString();
    result.kind = (*whole)["kind"_L1].toString();
    const QJsonObject pod = podIn(*whole, result.ofTemplate);
    if (pod.isEmpty())
        return kube::failure(Error::Kind::Invalid, u"%1 makes no pods"_s.arg(result.kind));
    const auto detail = podDetail(QJsonDocument(pod).toJson(QJsonDocument::Compact));
    if (!detail)
        return std::unexpected(detail.error());
    result.detail = *detail;
    return result;
}

kube::Result<RegistryKeys> registryKeys(QByteArrayView secretJson)
{
    const auto secret = object(secretJson);
    if (!secret)
        return std::unexpected(secret.error());
    const QString type = (*secret)["type"_L1].toString();
    const QJsonObject data = (*secret)["data"_L1].toObject();
    RegistryKeys result;
    QJsonObject entries;
    const auto content = [&](QLatin1StringView key) {
        return QJsonDocument::fromJson(QByteArray::fromBase64(data[key].toString().toLatin1())).object();
    };
    if (type == u"kubernetes.io/dockerconfigjson")
        entries = content(".dockerconfigjson"_L1)["auths"_L1].toObject();
    else if (type == u"kubernetes.io/dockercfg")
        entries = content(".dockercfg"_L1);
    else
        return result;
    result.forRegistries = true;
    result.keys = entries.keys();
    return result;
}

kube::Result<QStringList> pullSecretNames(QByteArrayView serviceAccountJson)
{
    const auto account = object(serviceAccountJson);
    if (!account)
        return std::unexpected(account.error());
    QStringList names;
    for (const QJsonValue &secret : (*account)["imagePullSecrets"_L1].toArray())
        names << secret["name"_L1].toString();
    return names;
}

}  // namespace decode
