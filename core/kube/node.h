// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/object.h"

#include <memory>

namespace kube {

/** One entry of node.status.images: the runtime's names of it (digests, then tags, at most five). */
struct NodeImage {
    QList<QString> names;
    qint64 sizeBytes = 0;
    bool operator==(const NodeImage &) const = default;
};

/** A node as the mirror keeps it. Immutable once published. */
struct Node {
    ObjectMeta meta;
    bool ready = false;
    bool unschedulable = false;
    QString kubeletVersion;           ///< `v1.36.2`
    QString containerRuntimeVersion;  ///< `containerd://2.1.4`
    QString architecture;
    QString osImage;
    QString kernelVersion;
    QString internalIp;
    QList<QString> roles;      ///< from node-role.kubernetes.io/ labels, sorted
    QList<NodeImage> images;   ///< as the kubelet reported them, largest first, usually capped at 50
    QList<QString> pressures;  ///< conditions of pressure that are True: DiskPressure, ...
    bool operator==(const Node &) const = default;
};

using NodePtr = std::shared_ptr<const Node>;

struct Namespace {
    ObjectMeta meta;
    QString phase;  ///< Active or Terminating
    bool operator==(const Namespace &) const = default;
};

using NamespacePtr = std::shared_ptr<const Namespace>;

}  // namespace kube
