// SPDX-License-Identifier: Apache-2.0
#include "decode/poddetail.h"

#include "decode/containerdetail.h"
#include "decode/fields.h"

#include <algorithm>

namespace decode {

using namespace Qt::StringLiterals;

namespace {

/** A scalar as text; objects and lists give nothing. */
std::optional<QString> scalar(json::value value)
{
    switch (value.type().value()) {
    case json::json_type::string: return text(value);
    case json::json_type::boolean: return bool(value.get_bool().value()) ? u"true"_s : u"false"_s;
    case json::json_type::number: {
        const std::string_view token = value.raw_json_token();
        return QString::fromUtf8(token.data(), qsizetype(token.size())).trimmed();
    }
    default: return std::nullopt;
    }
}

void downwardItem(kube::VolumeSource &source, json::value value)
{
    QString path;
    QString from;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "path")
            path = text(v);
        else if (key == "fieldRef" || key == "resourceFieldRef")
            each(v, [&](std::string_view name, json::value f) {
                if (name == "fieldPath" || name == "resource")
                    from = text(f);
            });
    });
    source.items.emplaceBack(from, path);
}

kube::VolumeSource volumeSource(std::string_view type, json::value value)
{
    kube::VolumeSource source;
    source.type = QString::fromUtf8(type.data(), qsizetype(type.size()));
    each(value, [&](std::string_view key, json::value v) {
        if (key == "items" && type == "downwardAPI")
            items(v, [&](json::value item) { downwardItem(source, item); });
        else if (const auto field = scalar(v))
            source.fields.emplaceBack(QString::fromUtf8(key.data(), qsizetype(key.size())), *field);
        else if (key == "volumeAttributes")
            each(v, [&](std::string_view name, json::value attribute) {
                source.items.emplaceBack(QString::fromUtf8(name.data(), qsizetype(name.size())), text(attribute));
            });
    });
    std::ranges::sort(source.items);
    return source;
}

kube::Volume volume(json::value value)
{
    kube::Volume volume;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "name") {
            volume.name = text(v);
        } else if (key == "projected") {
            volume.source.type = u"projected"_s;
            each(v, [&](std::string_view field, json::value f) {
                if (field == "sources")
                    items(f, [&](json::value source) {
                        each(source, [&](std::string_view type, json::value s) {
                            volume.projected.append(volumeSource(type, s));
                        });
                    });
            });
        } else {
            volume.source = volumeSource(key, v);
        }
    });
    return volume;
}

kube::Toleration toleration(json::value value)
{
    kube::Toleration t;
    each(value, [&](std::string_view key, json::value v) {
        if (key == "key")
            t.key = text(v);
        else if (key == "operator")
            t.op = text(v);
        else if (key == "value")
            t.value = text(v);
        else if (key == "effect")
            t.effect = text(v);
        else if (key == "tolerationSeconds" && !isNull(v))
            t.seconds = number(v);
    });
    return t;
}

void spec(kube::PodDetail &detail, json::value value)
{
    each(value, [&](std::string_view key, json::value v) {
        if (key == "containers")
            detail.containers = containerDetails(v);
        else if (key == "initContainers")
            detail.initContainers = containerDetails(v);
        else if (key == "ephemeralContainers")
            detail.ephemeralContainers = containerDetails(v);
        else if (key == "priority" && !isNull(v))
            detail.priority = number(v);
        else if (key == "priorityClassName")
            detail.priorityClassName = text(v);
        else if (key == "runtimeClassName")
            detail.runtimeClassName = text(v);
        else if (key == "securityContext")
            seccomp(v, detail.seccompType, detail.seccompProfile);
        else if (key == "volumes")
            items(v, [&](json::value item) { detail.volumes.append(volume(item)); });
        else if (key == "tolerations")
            items(v, [&](json::value item) { detail.tolerations.append(toleration(item)); });
        else if (key == "nodeSelector")
            detail.nodeSelector = quantities(v);
    });
}

/** The same bytes a second time: on-demand parsing goes forward only. */
template <class Read>
void parseAgain(QByteArrayView bytes, Read read)
{
    json::parser parser;
    const simdjson::padded_string padded(bytes.data(), size_t(bytes.size()));
    json::document document = parser.iterate(padded).value();
    read(document.get_value().value());
}

}  // namespace

kube::Result<kube::PodDetail> podDetail(QByteArrayView bytes)
{
    Reader reader;
    const auto pod = reader.object<kube::Pod>(bytes);
    if (!pod)
        return std::unexpected(pod.error());
    kube::PodDetail detail;
    detail.pod = **pod;
    try {
        parseAgain(bytes, [&](json::value root) {
            each(root, [&](std::string_view key, json::value v) {
                if (key == "spec")
                    spec(detail, v);
                else if (key == "status")
                    each(v, [&](std::string_view field, json::value f) {
                        if (field == "qosClass")
                            detail.qosClass = text(f);
                    });
            });
        });
    } catch (const simdjson::simdjson_error &failure) {
        return kube::failure(kube::Error::Kind::Protocol,
                             u"the pod cannot be read: %1"_s.arg(QString::fromUtf8(failure.what())));
    }
    return detail;
}

}  // namespace decode
