// SPDX-License-Identifier: Apache-2.0
// Pods of a protobuf answer: private to core/decode.
#pragma once

#include "decode/interner.h"
#include "decode/list.h"
#include "kube/pod.h"

#include <string_view>

namespace decode {

/** An ObjectMeta, with the evidence that it has of the pod. Throws protozero::exception. */
void fillMeta(kube::Pod &pod, std::string_view message, Interner &intern);

/**
 * The very Pod that the same object's JSON gives. Throws protozero::exception.
 * Source: k8s.io/api core/v1/generated.proto.
 */
[[nodiscard]] kube::Pod podOf(std::string_view message, Interner &intern);

/** A ListMeta. Throws protozero::exception. */
[[nodiscard]] ListMeta listMetaOf(std::string_view message);

}  // namespace decode
