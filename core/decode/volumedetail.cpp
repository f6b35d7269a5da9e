// SPDX-License-Identifier: Apache-2.0
#include "decode/volumedetail.h"

#include "decode/containerdetail.h"

#include <algorithm>

namespace decode {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view BetaClass = "volume.beta.kubernetes.io/storage-class";

QString utf8(std::string_view v)
{
    return QString::fromUtf8(v.data(), qsizetype(v.size()));
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

void list(kube::VolumeSource &source, std::string_view key, json::value value)
{
    QStringList words;
    items(value, [&](json::value item) {
        if (item.type().value() == json::json_type::string)
            words << text(item);
    });
    source.lists.emplaceBack(utf8(key), words);
}

void object(kube::VolumeSource &source, std::string_view key, json::value value)
{
    if (key == "volumeAttributes" || key == "options") {
        source.attributes = quantities(value);
        return;
    }
    each(value, [&](std::string_view field, json::value f) {
        if (field == "name")
            source.references.emplaceBack(utf8(key), text(f));
    });
}

void field(kube::VolumeSource &source, std::string_view key, json::value v)
{
    switch (v.type().value()) {
    case json::json_type::string: source.fields.emplaceBack(utf8(key), text(v)); break;
    case json::json_type::boolean: source.fields.emplaceBack(utf8(key), flag(v) ? u"true"_s : u"false"_s); break;
    case json::json_type::number: {
        const std::string_view token = v.raw_json_token();
        source.fields.emplaceBack(utf8(key), utf8(token).trimmed());
        break;
    }
    case json::json_type::array: list(source, key, v); break;
    case json::json_type::object: object(source, key, v); break;
    default: break;
    }
}

kube::VolumeSource volumeSource(std::string_view type, json::value value)
{
    kube::VolumeSource source;
    source.type = utf8(type);
    each(value, [&](std::string_view key, json::value v) {
        if (key == "items" && type == "downwardAPI")
            items(v, [&](json::value item) { downwardItem(source, item); });
        else
            field(source, key, v);
    });
    return source;
}

void claimMeta(kube::ClaimTemplate &claim, json::value value)
{
    each(value, [&](std::string_view key, json::value v) {
        if (key == "labels")
            claim.labels = quantities(v);
        else if (key == "annotations")
            claim.annotations = quantities(v);
    });
}

void claimSpec(kube::ClaimTemplate &claim, json::value value)
{
    each(value, [&](std::string_view key, json::value v) {
        if (isNull(v))
            return;
        if (key == "storageClassName")
            claim.storageClass = text(v);
        else if (key == "volumeName")
            claim.volumeName = text(v);
        else if (key == "volumeMode")
            claim.volumeMode = text(v);
        else if (key == "dataSource") {
            claim.hasSource = true;
            each(v, [&](std::string_view name, json::value f) {
                if (name == "apiGroup" && !isNull(f))
                    claim.sourceGroup = text(f);
                else if (name == "kind")
                    claim.sourceKind = text(f);
                else if (name == "name")
                    claim.sourceName = text(f);
            });
        }
    });
}

std::optional<kube::ClaimTemplate> claim(json::value ephemeral)
{
    std::optional<kube::ClaimTemplate> found;
    each(ephemeral, [&](std::string_view key, json::value v) {
        if (key != "volumeClaimTemplate" || isNull(v))
            return;
        found.emplace();
        each(v, [&](std::string_view part, json::value p) {
            if (part == "metadata")
                claimMeta(*found, p);
            else if (part == "spec")
                claimSpec(*found, p);
        });
        for (const auto &[name, value] : found->annotations)
            if (name == QLatin1StringView(BetaClass.data(), qsizetype(BetaClass.size())))
                found->storageClass = value;
    });
    return found;
}

void projection(kube::Volume &volume, json::value value)
{
    each(value, [&](std::string_view key, json::value v) {
        if (key != "sources")
            return;
        items(v, [&](json::value source) {
            each(source, [&](std::string_view type, json::value s) {
                if (!isNull(s))
                    volume.projected.append(volumeSource(type, s));
            });
        });
    });
}

kube::Volume volume(json::value value)
{
    kube::Volume volume;
    each(value, [&](std::string_view key, json::value v) {
        if (isNull(v))
            return;
        if (key == "name") {
            volume.name = text(v);
        } else if (key == "projected") {
            volume.source.type = u"projected"_s;
            projection(volume, v);
        } else if (key == "ephemeral") {
            volume.source.type = u"ephemeral"_s;
            volume.claim = claim(v);
        } else {
            volume.source = volumeSource(key, v);
        }
    });
    return volume;
}

}  // namespace

QList<kube::Volume> volumeDetails(json::value list)
{
    QList<kube::Volume> found;
    items(list, [&](json::value item) { found.append(volume(item)); });
    return found;
}

}  // namespace decode
