// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"
#include "pull/image/imagereference.h"

#include <QList>

#include <chrono>
#include <span>

namespace pull {

/** A pull that a node of this cluster has done. */
struct PastPull {
    QString image;     ///< as the pod wrote it
    qint64 bytes = 0;  ///< of the whole image, not of what was sent; 0: not known
    std::chrono::nanoseconds duration{0};
    QString node;
    bool operator==(const PastPull &) const = default;
};

/** The pulls that events tell of, the wait in the queue left out where the kubelet measured it. */
[[nodiscard]] QList<PastPull> pastPulls(std::span<const kube::EventPtr> events);

/** How long pulls took; never a throughput, as layers that a node has are not sent again. */
struct Estimate {
    enum class Basis { Nothing, SameRegistry, SameRepository, SameImage };
    Basis basis = Basis::Nothing;
    int count = 0;
    std::chrono::nanoseconds shortest{0}, median{0}, longest{0};
    bool operator==(const Estimate &) const = default;
};

/**
 * From pulls of the same image, else of the same repository, else of the same registry. Where the node lacks the image,
 * pulls that were over in an instant say nothing: their node had the layers.
 */
[[nodiscard]] Estimate estimate(const ImageReference &image, bool isOnNode, std::span<const PastPull> pastPulls);

}  // namespace pull
