// SPDX-License-Identifier: Apache-2.0
#include "decode/evidence.h"
#include "decode/protobuf/message.h"
#include "decode/protobuf/podmessage.h"

namespace decode {

namespace {

using Entry = std::pair<std::string_view, std::string_view>;

/** An entry of a map of strings. */
Entry entry(std::string_view message)
{
    Entry found;
    eachField(message, [&](auto number, Field &field) {
        if (number == 1)
            found.first = field.view();
        else if (number == 2)
            found.second = field.view();
    });
    return found;
}

void annotation(kube::Pod &pod, const Entry &entry, Interner &intern)
{
    const auto &[key, value] = entry;
    if (key == LastApplied)
        readLastApplied(value, pod);
    else
        pod.meta.annotations.emplaceBack(intern(key), QString::fromUtf8(value.data(), qsizetype(value.size())));
}

kube::OwnerReference owner(std::string_view message, Interner &intern)
{
    kube::OwnerReference found;
    eachField(message, [&](auto number, Field &field) {
        switch (number) {
        case 1: found.kind = intern(field.view()); break;
        case 3: found.name = intern(field.view()); break;
        case 4: found.uid = intern(field.view()); break;
        case 6: found.controller = field.flag(); break;
        default: break;
        }
    });
    return found;
}

QList<QString> policyContainers(std::string_view fieldsJson, Interner &intern)
{
    const auto names = sharedPolicyContainers(fieldsJson, intern);
    if (!names)
        throw protozero::unknown_pbf_wire_type_exception();
    return *names;
}

/** A ManagedFieldsEntry; its FieldsV1 holds JSON as it came. */
kube::FieldOwner fieldOwner(std::string_view message, Interner &intern)
{
    kube::FieldOwner found;
    eachField(message, [&](auto number, Field &field) {
        if (number == 1)
            found.manager = intern(field.view());
        else if (number == 2)
            found.operation = intern(field.view());
        else if (number == 7)
            eachField(field.view(), [&](auto of, Field &raw) {
                if (of == 1)
                    found.policyContainers = policyContainers(raw.view(), intern);
            });
    });
    return found;
}

}  // namespace

void fillMeta(kube::Pod &pod, std::string_view message, Interner &intern)
{
    kube::ObjectMeta &meta = pod.meta;
    eachField(message, [&](auto number, Field &field) {
        switch (number) {
        case 1: meta.key.name = field.text(); break;
        case 3: meta.key.ns = intern(field.view()); break;
        case 5: meta.uid = field.text(); break;
        case 6: meta.resourceVersion = field.text(); break;
        case 8: meta.creationTimestamp = field.time(); break;
        case 9: meta.deletionTimestamp = field.time(); break;
        case 10: meta.deletionGracePeriodSeconds = field.number(); break;
        case 11: {
            const auto [key, value] = entry(field.view());
            meta.labels.emplaceBack(intern(key), intern(value));
            break;
        }
        case 12: annotation(pod, entry(field.view()), intern); break;
        case 13: meta.owners.append(owner(field.view(), intern)); break;
        case 17: pod.fieldOwners.append(fieldOwner(field.view(), intern)); break;
        default: break;
        }
    });
    sortPairs(meta.labels);
    sortPairs(meta.annotations);
}

ListMeta listMetaOf(std::string_view message)
{
    ListMeta meta;
    eachField(message, [&](auto number, Field &field) {
        if (number == 2)
            meta.resourceVersion = field.text();
        else if (number == 3)
            meta.continueToken = field.text();
        else if (number == 4)
            meta.remainingItems = field.number();
    });
    return meta;
}

}  // namespace decode
