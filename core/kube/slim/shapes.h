// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/pod.h"

#include <QExplicitlySharedDataPointer>
#include <QSharedData>

#include <unordered_map>

namespace kube {

/** What the pods of one owner have in common of their metadata. */
struct FamilyShape : QSharedData {
    StringPairs labels;              ///< a value that is the pod's name is one NUL character
    QList<QString> annotationNames;  ///< the values are each pod's own
    QList<OwnerReference> owners;
    std::optional<qint64> deletionGracePeriodSeconds;
    [[nodiscard]] size_t hash() const;
    bool operator==(const FamilyShape &) const;
};

/** What they have in common of their spec, and the evidence of who wrote its policies. */
struct SpecShape : QSharedData {
    QString serviceAccount, restartPolicy;
    QList<Container> initContainers, containers, ephemeralContainers, imageVolumes;
    QList<QString> imagePullSecrets, readinessGates;
    QList<std::pair<QString, PullPolicy>> lastAppliedPolicies;
    bool hasLastApplied = false;
    QList<FieldOwner> fieldOwners;
    [[nodiscard]] size_t hash() const;
    bool operator==(const SpecShape &) const;
};

/**
 * What those in one state have in common of their status. Empty here, since each pod has its own: times, messages,
 * restart counts. Of a container id that a pod has its scheme stands here, and one NUL character for the rest.
 */
struct StatusShape : QSharedData {
    QString phase, reason, nominatedNodeName;
    QList<PodCondition> conditions;
    QList<ContainerStatus> initStatuses, statuses, ephemeralStatuses;
    [[nodiscard]] size_t hash() const;
    bool operator==(const StatusShape &) const;
};

/** Keeps each shape once. One owner thread; the shapes themselves may be read, and let go, in any. */
class Shapes {
public:
    template <class Shape>
    using Pointer = QExplicitlySharedDataPointer<const Shape>;

    [[nodiscard]] Pointer<FamilyShape> shared(FamilyShape shape);
    [[nodiscard]] Pointer<SpecShape> shared(SpecShape shape);
    [[nodiscard]] Pointer<StatusShape> shared(StatusShape shape);

private:
    template <class Shape>
    struct Table {
        std::unordered_multimap<size_t, Pointer<Shape>> known;
        size_t limit = 1024;  ///< at so many those that nobody has any more are let go
    };
    template <class Shape>
    static Pointer<Shape> find(Table<Shape> &table, Shape shape);

    Table<FamilyShape> m_families;
    Table<SpecShape> m_specs;
    Table<StatusShape> m_statuses;
};

}  // namespace kube
