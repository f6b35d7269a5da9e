// SPDX-License-Identifier: Apache-2.0
// A PodList of a protobuf answer: private to core/decode.
#pragma once

#include "decode/interner.h"
#include "decode/list.h"

namespace decode {

/** As Reader::list, for T = kube::SlimPod and kube::Pod. */
template <class T>
[[nodiscard]] kube::Result<List<T>> podList(QByteArrayView body, Interner &intern, kube::Shapes &shapes);

}  // namespace decode
