// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/object.h"

#include <QStringList>

#include <optional>

namespace kube {

/** One source of a volume: its API name (`hostPath`, `configMap`, ...) and its fields by API name. */
struct VolumeSource {
    QString type;
    StringPairs fields;                             ///< strings, numbers, booleans, as text
    QList<std::pair<QString, QStringList>> lists;   ///< of strings
    QList<std::pair<QString, QString>> references;  ///< objects with a `name`: field, name
    StringPairs items;                              ///< downwardAPI: field or resource, path, in the object's order
    StringPairs attributes;                         ///< of csi and flexVolume: volumeAttributes, options; sorted
    /** The field's text; empty where it is absent. */
    [[nodiscard]] QString field(QStringView name) const;
    [[nodiscard]] bool has(QStringView name) const;
};

/** The claim that an `ephemeral` volume makes. */
struct ClaimTemplate {
    StringPairs labels, annotations;  ///< sorted by key
    QString storageClass, volumeName;
    std::optional<QString> volumeMode;
    bool hasSource = false;              ///< spec.dataSource
    std::optional<QString> sourceGroup;  ///< its apiGroup
    QString sourceKind, sourceName;
};

struct Volume {
    QString name;
    VolumeSource source;
    QList<VolumeSource> projected;       ///< sources of a `projected` volume
    std::optional<ClaimTemplate> claim;  ///< of an `ephemeral` volume
};

}  // namespace kube
