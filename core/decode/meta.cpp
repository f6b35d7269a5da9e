// SPDX-License-Identifier: Apache-2.0
#include "decode/evidence.h"
#include "decode/fields.h"

namespace decode {

namespace {

kube::StringPairs pairs(json::value value, Interner &intern)
{
    kube::StringPairs result;
    each(value, [&](std::string_view key, json::value v) { result.emplaceBack(intern(key), intern(view(v))); });
    sortPairs(result);
    return result;
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
    sortPairs(result);
    return result;
}

QList<QString> policyContainers(json::value fields, Interner &intern)
{
    if (isNull(fields))
        return {};
    if (fields.type().value() != json::json_type::object)
        throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
    const auto names = sharedPolicyContainers(fields.raw_json().value(), intern);
    if (!names)
        throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
    return *names;
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
            owner.policyContainers = policyContainers(v, intern);
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
