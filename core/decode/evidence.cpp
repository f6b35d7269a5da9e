// SPDX-License-Identifier: Apache-2.0
#include "decode/evidence.h"

#include "decode/fields.h"

#include <algorithm>

namespace decode {

namespace {

/** Container policies of a spec inside a last-applied manifest. */
void lastAppliedPolicies(json::value spec, kube::Pod &pod)
{
    each(spec, [&](std::string_view key, json::value v) {
        if (key != "containers" && key != "initContainers")
            return;
        items(v, [&](json::value container) {
            QString name;
            auto policy = kube::PullPolicy::Unset;
            each(container, [&](std::string_view field, json::value f) {
                if (field == "name")
                    name = text(f);
                else if (field == "imagePullPolicy")
                    policy = pullPolicy(f);
            });
            pod.lastAppliedPolicies.emplaceBack(name, policy);
        });
    });
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

}  // namespace

void sortPairs(kube::StringPairs &pairs)
{
    constexpr auto Key = &std::pair<QString, QString>::first;
    std::ranges::reverse(pairs);
    std::ranges::stable_sort(pairs, {}, Key);
    const auto rest = std::ranges::unique(pairs, {}, Key);
    pairs.erase(rest.begin(), rest.end());
}

kube::PullPolicy pullPolicyOf(std::string_view name)
{
    const QUtf8StringView text(name.data(), qsizetype(name.size()));
    return kube::pullPolicyFromString(text).value_or(kube::PullPolicy::Unset);
}

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

std::optional<QList<QString>> sharedPolicyContainers(std::string_view fieldsJson, Interner &intern)
{
    constexpr size_t MostBytes = 2 * 1024 * 1024;
    const bool isEscaped = fieldsJson.find("\\u") != std::string_view::npos;
    if (fieldsJson.find("f:imagePullPolicy") == std::string_view::npos && !isEscaped)
        return QList<QString>();
    // What stands before it is each pod's own, and says nothing: the braces behind tell how deep it stands.
    const size_t spec = isEscaped ? 0 : fieldsJson.find("\"f:spec\"");
    if (spec == std::string_view::npos)
        return QList<QString>();
    const std::string_view key = fieldsJson.substr(spec);
    auto &[known, bytes] = intern.policyFields;
    if (const auto found = known.find(key); found != known.end())
        return found->second;
    try {
        json::parser parser;
        const simdjson::padded_string padded(fieldsJson);
        json::document document = parser.iterate(padded).value();
        QList<QString> names = policyContainers(document.get_value().value());
        if (bytes + key.size() > MostBytes)
            intern.policyFields = {};
        known.emplace(std::string(key), names);
        bytes += key.size();
        return names;
    } catch (const simdjson::simdjson_error &) {
        return {};
    }
}

}  // namespace decode
