// SPDX-License-Identifier: Apache-2.0
// What means the same in JSON and in protobuf: private to core/decode.
#pragma once

#include "decode/interner.h"
#include "kube/pod.h"

#include <optional>
#include <string_view>

namespace decode {

/** The annotation that `kubectl apply` keeps its manifest in. */
inline constexpr std::string_view LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/** By key; of two of one key the last stays, as in a Go map. */
void sortPairs(kube::StringPairs &pairs);

/** Any text that is no policy is Unset. */
[[nodiscard]] kube::PullPolicy pullPolicyOf(std::string_view name);

/** That annotation's text is the user's own manifest: evidence of what was written. What is no JSON is no evidence. */
void readLastApplied(std::string_view manifest, kube::Pod &pod);

/**
 * The containers of which a FieldsV1, a JSON object, names the pull policy; read once for all objects that have the
 * same bytes from `f:spec` on. Nothing where it cannot be read.
 */
[[nodiscard]] std::optional<QList<QString>> sharedPolicyContainers(std::string_view fieldsJson, Interner &intern);

}  // namespace decode
