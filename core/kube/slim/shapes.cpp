// SPDX-License-Identifier: Apache-2.0
#include "kube/slim/shapes.h"

#include <algorithm>

namespace kube {

namespace {

size_t mixed(size_t seed, const QList<Container> &list)
{
    for (const Container &container : list)
        seed = qHashMulti(seed, container.name, container.image);
    return seed;
}

size_t mixed(size_t seed, const QList<ContainerStatus> &list)
{
    for (const ContainerStatus &status : list)
        seed = qHashMulti(seed, status.imageId, status.image, status.state.reason, status.ready);
    return seed;
}

}  // namespace

size_t FamilyShape::hash() const
{
    size_t seed = size_t(annotationNames.size());
    for (const auto &[key, value] : labels)
        seed = qHashMulti(seed, value);
    for (const OwnerReference &owner : owners)
        seed = qHashMulti(seed, owner.name, owner.uid);
    return seed;
}

bool FamilyShape::operator==(const FamilyShape &other) const
{
    return labels == other.labels && annotationNames == other.annotationNames && owners == other.owners &&
           deletionGracePeriodSeconds == other.deletionGracePeriodSeconds;
}

size_t SpecShape::hash() const
{
    return mixed(mixed(mixed(size_t(fieldOwners.size()), initContainers), containers), imageVolumes);
}

bool SpecShape::operator==(const SpecShape &other) const
{
    return serviceAccount == other.serviceAccount && restartPolicy == other.restartPolicy &&
           initContainers == other.initContainers && containers == other.containers &&
           ephemeralContainers == other.ephemeralContainers && imageVolumes == other.imageVolumes &&
           imagePullSecrets == other.imagePullSecrets && readinessGates == other.readinessGates &&
           lastAppliedPolicies == other.lastAppliedPolicies && hasLastApplied == other.hasLastApplied &&
           fieldOwners == other.fieldOwners;
}

size_t StatusShape::hash() const
{
    size_t seed = qHashMulti(size_t(conditions.size()), phase, reason);
    for (const PodCondition &condition : conditions)
        seed = qHashMulti(seed, condition.status);
    return mixed(mixed(seed, initStatuses), statuses);
}

bool StatusShape::operator==(const StatusShape &other) const
{
    return phase == other.phase && reason == other.reason && nominatedNodeName == other.nominatedNodeName &&
           conditions == other.conditions && initStatuses == other.initStatuses && statuses == other.statuses &&
           ephemeralStatuses == other.ephemeralStatuses;
}

template <class Shape>
Shapes::Pointer<Shape> Shapes::find(Table<Shape> &table, Shape shape)
{
    const size_t hash = shape.hash();
    const auto [first, last] = table.known.equal_range(hash);
    for (auto it = first; it != last; ++it)
        if (*it->second == shape)
            return it->second;
    if (table.known.size() >= table.limit) {
        std::erase_if(table.known, [](const auto &entry) { return entry.second->ref.loadRelaxed() == 1; });
        table.limit = std::max<size_t>(1024, table.known.size() * 2);
    }
    return table.known.emplace(hash, Pointer<Shape>(new Shape(std::move(shape))))->second;
}

Shapes::Pointer<FamilyShape> Shapes::shared(FamilyShape shape)
{
    return find(m_families, std::move(shape));
}
Shapes::Pointer<SpecShape> Shapes::shared(SpecShape shape)
{
    return find(m_specs, std::move(shape));
}
Shapes::Pointer<StatusShape> Shapes::shared(StatusShape shape)
{
    return find(m_statuses, std::move(shape));
}

}  // namespace kube
