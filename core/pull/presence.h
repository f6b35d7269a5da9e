// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/node.h"
#include "pull/imagereference.h"

namespace pull {

enum class Presence { Present, AbsentLikely, Unknown };

struct PresenceOnNode {
    Presence presence = Presence::Unknown;
    QString evidence;
    qint64 sizeBytes = 0;  ///< of a present image, as the runtime reports it
};

/**
 * What node.status.images says of an image, both sides normalised. The list is up to 40 s old and usually capped at
 * 50, the smallest dropped: a miss in a full list is Unknown. Source: kubelet nodestatus/setters.go.
 */
[[nodiscard]] PresenceOnNode presenceOnNode(const ImageReference &image, const kube::Node *node, int cap = 50);

}  // namespace pull
