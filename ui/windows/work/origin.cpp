// SPDX-License-Identifier: Apache-2.0
#include "windows/work/origin.h"

#include "manifest/compare/serverfields.h"
#include "manifest/text/yamltext.h"

using namespace Qt::StringLiterals;

namespace windows {

namespace {

QString said(const QJsonObject &object, QLatin1StringView field)
{
    return object["metadata"_L1][field].toString();
}

}  // namespace

std::optional<Origin> Origin::of(const Place &place, const QByteArray &json)
{
    const QJsonObject live = manifest::objectOf(json);
    if (said(live, "name"_L1).isEmpty())
        return std::nullopt;
    return Origin{place, live, manifest::toYaml(manifest::withKeptSecrets(manifest::withoutServerFields(live)))};
}

Origin Origin::renewed(const QByteArray &json) const
{
    Origin now = of(place, json).value_or(*this);
    now.path = path;
    return now;
}

QJsonObject Origin::keepsake() const
{
    QJsonObject kept = manifest::withKeptSecrets(live);
    QJsonObject meta = kept.value("metadata"_L1).toObject();
    meta.remove("managedFields"_L1);
    kept.insert("metadata"_L1, meta);
    return {{u"context"_s, place.context}, {u"file"_s, place.file}, {u"path"_s, path}, {u"live"_s, kept}};
}

std::optional<Origin> Origin::resumed(const QJsonObject &keepsake, const QString &text)
{
    const QJsonObject live = keepsake.value("live"_L1).toObject();
    if (said(live, "name"_L1).isEmpty())
        return std::nullopt;
    return Origin{{keepsake.value("context"_L1).toString(), keepsake.value("file"_L1).toString()},
                  live,
                  text,
                  keepsake.value("path"_L1).toString(),
                  manifest::withKeptSecrets(live) != live};
}

QString Origin::version() const
{
    return said(live, "resourceVersion"_L1);
}

QString Origin::uid() const
{
    return said(live, "uid"_L1);
}

QString Origin::kind() const
{
    return live.value("kind"_L1).toString();
}

kube::Key Origin::key() const
{
    return {said(live, "namespace"_L1), said(live, "name"_L1)};
}

bool Origin::isOf(const QJsonObject &document, const QString &defaultNamespace) const
{
    const QString ns = said(document, "namespace"_L1);
    return document.value("kind"_L1) == live.value("kind"_L1) &&
           document.value("apiVersion"_L1) == live.value("apiVersion"_L1) && said(document, "name"_L1) == key().name &&
           (key().ns.isEmpty() || key().ns == (ns.isEmpty() ? defaultNamespace : ns));
}

}  // namespace windows
