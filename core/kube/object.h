// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/timestamp.h"

#include <QHashFunctions>
#include <QList>
#include <QString>

#include <utility>

namespace kube {

/** Where an object lives within one kind: namespace (empty if cluster-scoped) and name. */
struct Key {
    QString ns;
    QString name;

    auto operator<=>(const Key &) const = default;
};

[[nodiscard]] inline size_t qHash(const Key &key, size_t seed = 0) noexcept
{
    return qHashMulti(seed, key.ns, key.name);
}

using StringPairs = QList<std::pair<QString, QString>>;

struct OwnerReference {
    QString kind;
    QString name;
    QString uid;
    bool controller = false;
    bool operator==(const OwnerReference &) const = default;
};

/** One entry of metadata.managedFields, reduced to what tells who wrote a container's pull policy. */
struct FieldOwner {
    QString manager;
    QString operation;                ///< Apply or Update
    QList<QString> policyContainers;  ///< names of containers whose imagePullPolicy this manager set
    bool operator==(const FieldOwner &) const = default;
};

/** metadata of any object. `resourceVersion` is opaque text; compare it with `compareResourceVersions`. */
struct ObjectMeta {
    Key key;
    QString uid;
    QString resourceVersion;
    Timestamp creationTimestamp;
    Timestamp deletionTimestamp;
    std::optional<qint64> deletionGracePeriodSeconds;
    StringPairs labels;       ///< sorted by key
    StringPairs annotations;  ///< sorted by key
    QList<OwnerReference> owners;
    bool operator==(const ObjectMeta &) const = default;
};

/** Group, version and resource of an API, e.g. {"", "v1", "pods"}. */
struct Resource {
    QString group;
    QString version;
    QString resource;  ///< plural, lower case
    QString kind;
    bool namespaced = true;
    auto operator<=>(const Resource &) const = default;
};

/**
 * Orders two resourceVersions of the same resource type and cluster as decimal integers of any length.
 * Unordered where one of them is not a well-formed live version (empty, "0", leading zero, not digits).
 * Source: KEP-5504.
 */
[[nodiscard]] std::partial_ordering compareResourceVersions(QStringView a, QStringView b);

}  // namespace kube
