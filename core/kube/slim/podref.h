// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/slim/slimpod.h"

#include <type_traits>

namespace kube {

/** A shared, immutable pod in its slim form; null where there is none. */
class PodRef : public std::shared_ptr<const SlimPod> {
public:
    PodRef() = default;
    PodRef(std::nullptr_t) {}                   // NOLINT(google-explicit-constructor): as a pointer is made
    PodRef(std::shared_ptr<const SlimPod> pod)  // NOLINT(google-explicit-constructor)
        : std::shared_ptr<const SlimPod>(std::move(pod))
    {
    }
    /** Folds a pod that shares nothing with others. */
    PodRef(const PodPtr &pod);  // NOLINT(google-explicit-constructor)

    /** The whole pod, made anew; null for null. */
    [[nodiscard]] PodPtr whole() const;
};

/** How a mirrored object is passed around. */
template <class T>
using Shared = std::conditional_t<std::is_same_v<T, SlimPod>, PodRef, std::shared_ptr<const T>>;

}  // namespace kube
