// SPDX-License-Identifier: Apache-2.0
#include "decode/fields.h"

#include <algorithm>

namespace decode {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/** By key; of two of one key the last stays, as in a Go map. */
void sort(kube::StringPairs &pairs)
{
    constexpr auto Key = &std::pair<QString, QString>::first;
    std::ranges::reverse(pairs);
    std::ranges::stable_sort(pairs, {}, Key);
    const auto rest = std::ranges::unique(pairs, {}, Key);
    pairs.erase(rest.begin(), rest.end());
}

kube::StringPairs pairs(json::value value, Interner &intern)
{
    kube::StringPairs result;
    each(value, [&](std::string_view key, json::value v) { result.emplaceBack(intern(key), intern(view(v))); });
    sort(result);
    return result;
}

/** Container policies of a spec inside a last-applied manifest. */
void lastAppliedPolicies(json::value spec, kube::Pod &pod)
{
    each(spec, [&](std::string_view key, json::value v) {
        if (key != "containers" && key != "initContainers")
            return;
        items(v, [&](json::value container) {
            QString name;
            QString policy;
            each(container, [&](std::string_view field, json::value f) {
                if (field == "name")
                    name = text(f);
                else if (field == "imagePullPolicy")
                    policy = text(f);
            });
            pod.lastAppliedPolicies.emplaceBack(name,
                                                kube::pullPolicyFromString(policy).value_or(kube::PullPolicy::Unset));
        });
    });
}

/** The annotation is the user's own manifest: evidence of what was written; text that is no JSON is no evidence. */
void readLastApplied(std::string_view manifest, kube::Pod &pod)
{
    try {
        json::parser parser;
        const simdjson::padded_string bytes(manifest);
        json::document document = parser.iterate(bytes).value();
        each(document.get_value().value(), [&](std::string_view key, json::value v) {
            if (key == "spec")
                lastAppliedPolicies(v, pod);
        });
        pod.hasLastApplied = true;
    } catch (const simdjson::simdjson_error &) {
        pod.lastAppliedPolicies.clear();
    }
}

kube::StringPairs annotations(json::value value, Interner &intern, kube::Pod *evidence)
{
    kube::StringPairs result;
    each(value, [&](std::string_view key, json::value v) {
        if (evidence && key == LastApplied)
            readLastApplied(view(v), *evidence);
        else
            result.emplaceBack(intern(key), text(v));
    });
    sort(result);
    return result;
}

/** `k:{"name":"nginx"}` to `nginx`. */
QString containerOfFieldKey(std::string_view key)
{
    constexpr std::string_view prefix = "k:{\"name\":\"";
    if (!key.starts_with(prefix) || !key.ends_with("\"}"))
        return {};
    key = key.substr(prefix.size(), key.size() - prefix.size() - 2);
    return QString::fromUtf8(key.data(), qsizetype(key.size()));
}

QList<QString> policyContainers(json::value fields)
{
    QList<QString> names;
    each(fields, [&](std::string_view top, json::value spec) {
        if (top != "f:spec")
            return;
        each(spec, [&](std::string_view list, json::value containers) {
            if (list != "f:containers" && list != "f:initContainers")
                return;
            each(containers, [&](std::string_view key, json::value members) {
                const QString name = containerOfFieldKey(key);
                if (name.isEmpty())
                    return;
                each(members, [&](std::string_view field, json::value) {
                    if (field == "f:imagePullPolicy")
                        names.append(name);
                });
            });
        });
    });
    return names;
}

/** The same as `policyContainers`, read once for all objects that have the same bytes there. */
QList<QString> sharedPolicyContainers(json::value fields, Interner &intern)
{
    constexpr size_t Most = 2000;
    if (isNull(fields))
        return {};
    if (fields.type().value() != json::json_type::object)
        throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
    const std::string_view raw = fields.raw_json().value();
    if (raw.find("f:imagePullPolicy") == std::string_view::npos && raw.find("\\u") == std::string_view::npos)
        return {};
    const auto known = intern.policyFields.find(raw);
    if (known != intern.policyFields.end())
        return known->second;
    json::parser parser;
    const simdjson::padded_string bytes(raw);
    json::document document = parser.iterate(bytes).value();
    QList<QString> names = policyContainers(document.get_value().value());
    if (intern.policyFields.size() >= Most)
        intern.policyFields.clear();
    intern.policyFields.emplace(std::string(raw), names);
    return names;
}

kube::FieldOwner fieldOwner(json::value value, Interner &intern)
{
    kube::FieldOwner owner;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "manager")
            owner.manager = intern(view(v));
        else if (key == "operation")
            owner.operation = intern(view(v));
        else if (key == "fieldsV1")
            owner.policyContainers = sharedPolicyContainers(v, intern);
    });
    return owner;
}

kube::OwnerReference ownerReference(json::value value, Interner &intern)
{
    kube::OwnerReference owner;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "kind")
            owner.kind = intern(view(v));
        else if (key == "name")
            owner.name = intern(view(v));
        else if (key == "uid")
            owner.uid = intern(view(v));
        else if (key == "controller")
            owner.controller = flag(v);
    });
    return owner;
}

QList<kube::OwnerReference> owners(json::value value, Interner &intern)
{
    QList<kube::OwnerReference> found;
    items(value, [&](json::value owner) { found.append(ownerReference(owner, intern)); });
    return found;
}

QList<kube::FieldOwner> fieldOwners(json::value value, Interner &intern)
{
    QList<kube::FieldOwner> found;
    items(value, [&](json::value owner) { found.append(fieldOwner(owner, intern)); });
    return found;
}

}  // namespace

kube::ObjectMeta objectMeta(json::value value, Interner &intern, kube::Pod *evidence, kube::ObjectMeta held)
{
    kube::ObjectMeta meta = std::move(held);
    each(value, [&](std::string_view key, json::value v) {
        if (key == "name")
            meta.key.name = text(v);
        else if (key == "namespace")
            meta.key.ns = intern(view(v));
        else if (key == "uid")
            meta.uid = text(v);
        else if (key == "resourceVersion")
            meta.resourceVersion = text(v);
        else if (key == "creationTimestamp")
            meta.creationTimestamp = time(v);
        else if (key == "deletionTimestamp")
            meta.deletionTimestamp = time(v);
        else if (key == "deletionGracePeriodSeconds" && !isNull(v))
            meta.deletionGracePeriodSeconds = number(v);
        else if (key == "labels")
            meta.labels = pairs(v, intern);
        else if (key == "annotations")
            meta.annotations = annotations(v, intern, evidence);
        else if (key == "ownerReferences")
            meta.owners = owners(v, intern);
        else if (key == "managedFields" && evidence)
            evidence->fieldOwners = fieldOwners(v, intern);
    });
    return meta;
}

}  // namespace decode
