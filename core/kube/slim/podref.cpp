// SPDX-License-Identifier: Apache-2.0
#include "kube/slim/podref.h"

namespace kube {

PodRef::PodRef(const PodPtr &pod)
{
    Shapes shapes;
    if (pod)
        static_cast<std::shared_ptr<const SlimPod> &>(*this) = std::make_shared<const SlimPod>(*pod, shapes);
}

PodPtr PodRef::whole() const
{
    return *this ? std::make_shared<const Pod>((*this)->unfolded()) : nullptr;
}

}  // namespace kube
