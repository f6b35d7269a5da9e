// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/container.h"
#include "kube/object.h"

#include <memory>

namespace kube {

struct PodCondition {
    QString type;
    QString status;  ///< True, False, Unknown
    QString reason;
    QString message;
    Timestamp lastTransitionTime;
    bool operator==(const PodCondition &) const = default;
};

/**
 * A pod as the mirror keeps it: only what rows, pull decisions and the timeline need.
 * Immutable once published; passed around as PodPtr. The full object is fetched when someone looks at it.
 */
struct Pod {
    ObjectMeta meta;
    QString nodeName;
    QString serviceAccount;
    QList<Container> initContainers;  ///< sidecars included, in spec order
    QList<Container> containers;
    QList<Container> ephemeralContainers;
    QList<Container> imageVolumes;  ///< volumes[].image, by the volume's name; kind Volume
    QString restartPolicy;
    QList<QString> imagePullSecrets;  ///< names only
    QList<QString> readinessGates;

    QString phase;
    QString reason;         ///< status.reason: Evicted, NodeLost, ...
    QString message;        ///< status.message
    QString podIp;          ///< first of status.podIPs, else status.podIP
    QList<QString> podIps;  ///< status.podIPs
    QString hostIp;
    QString nominatedNodeName;
    Timestamp startTime;
    QList<PodCondition> conditions;
    QList<ContainerStatus> initStatuses;  ///< in status order, as the API server sends them
    QList<ContainerStatus> statuses;
    QList<ContainerStatus> ephemeralStatuses;

    /** Policy evidence: the manifest's own text from the last-applied annotation, by container name. */
    QList<std::pair<QString, PullPolicy>> lastAppliedPolicies;
    bool hasLastApplied = false;
    QList<FieldOwner> fieldOwners;

    bool operator==(const Pod &) const = default;

    /** The status entry of a container, or null; image volumes have none. */
    [[nodiscard]] const ContainerStatus *statusOf(const Container &container) const;
    /** Init, regular, then ephemeral containers, in start order. */
    [[nodiscard]] QList<Container> allContainers() const;
};

using PodPtr = std::shared_ptr<const Pod>;

}  // namespace kube
