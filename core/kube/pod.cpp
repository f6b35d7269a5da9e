// SPDX-License-Identifier: Apache-2.0
#include "kube/pod.h"

namespace kube {

const ContainerStatus *Pod::statusOf(const Container &container) const
{
    if (container.kind == ContainerKind::Volume)
        return nullptr;
    const auto *list = &statuses;
    if (container.kind == ContainerKind::Init || container.kind == ContainerKind::Sidecar)
        list = &initStatuses;
    else if (container.kind == ContainerKind::Ephemeral)
        list = &ephemeralStatuses;
    for (const ContainerStatus &status : *list)
        if (status.name == container.name)
            return &status;
    return nullptr;
}

QList<Container> Pod::allContainers() const
{
    return initContainers + containers + ephemeralContainers;
}

}  // namespace kube
