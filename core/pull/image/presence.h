// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/node.h"
#include "pull/image/imagereference.h"

#include <chrono>

namespace pull {

enum class Presence { Present, AbsentLikely, Unknown };

/** A pull shows in node.status.images up to this late: a 30 s cache, copied on a 10 s cycle. */
inline constexpr std::chrono::seconds NodeImagesLag{40};

struct PresenceOnNode {
    Presence presence = Presence::Unknown;
    QString evidence;
    QString doubt;                ///< why it is Unknown: node, reference, nolist, full, names or shortname
    qint64 sizeBytes = 0;         ///< of a present image, as the runtime reports it
    std::chrono::seconds age{0};  ///< the evidence is up to this old when the node's object is new; 0: no evidence
};

/**
 * What node.status.images says of an image, both sides normalised: by digest if the reference has one, else by tag. A
 * miss is AbsentLikely only in a list that is not full (the smallest are dropped) and whose names are all there (five
 * at most); with CRI-O a short name may mean another registry. A `cap` below 0: there is none. Garbage collection and
 * pulls of other pods go unseen. Source: kubelet nodestatus/setters.go.
 */
[[nodiscard]] PresenceOnNode presenceOnNode(const ImageReference &image, const kube::Node *node, int cap = 50);

}  // namespace pull
