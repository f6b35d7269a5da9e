// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/node.h"
#include "kube/pod.h"
#include "kube/version.h"

#include <span>

namespace pull {

/** An image of the pod that a node lists. */
struct LocalImage {
    qint64 sizeBytes = 0;
    int nodesHavingIt = 0;
};

/**
 * The scheduler's ImageLocality score of a node for a pod, 0 to 100. `containers` counts init containers too since
 * 1.30. Source: pkg/scheduler/framework/plugins/imagelocality.
 */
[[nodiscard]] int imageLocality(std::span<const LocalImage> images, int totalNodes, int containers,
                                kube::Version scheduler = {});

/** The same from the API's objects. `node` is one of `nodes`; image volumes (counted since 1.36) are not in kube::Pod.
 */
[[nodiscard]] int imageLocality(const kube::Pod &pod, const kube::Node &node, std::span<const kube::NodePtr> nodes,
                                kube::Version scheduler = {});

/** The text by which the scheduler looks an image up: with `:latest` where there is no tag; not normalised. */
[[nodiscard]] QString schedulerImageName(const QString &image);

/** The list that a kubelet with nodeStatusMaxImages = `most` puts into the node's status: the largest; -1: all. */
[[nodiscard]] QList<kube::NodeImage> reportedImages(QList<kube::NodeImage> images, int most = 50);

}  // namespace pull
