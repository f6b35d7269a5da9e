// SPDX-License-Identifier: Apache-2.0
#include "windows/work/origin.h"

#include "manifest/compare/serverfields.h"
#include "manifest/text/yamltext.h"

#include <QJsonDocument>

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
    const QJsonObject live = QJsonDocument::fromJson(json).object();
    if (said(live, "name"_L1).isEmpty())
        return std::nullopt;
    return Origin{place, live, manifest::toYaml(manifest::withKeptSecrets(manifest::withoutServerFields(live)))};
}

Origin Origin::renewed(const QByteArray &json) const
{
    return of(place, json).value_or(*this);
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
