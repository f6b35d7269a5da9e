// SPDX-License-Identifier: Apache-2.0
// Containers as describe prints them: private to core/decode.
#pragma once

#include "decode/fields.h"
#include "kube/poddetail.h"

namespace decode {

/** Throws simdjson::simdjson_error, like every function of fields.h. */
QList<kube::ContainerDetail> containerDetails(json::value list);
/** A map of strings or numbers, sorted by key. */
kube::StringPairs quantities(json::value map);
/** limits and requests. */
kube::Resources resources(json::value value);
/** seccompProfile of a security context. */
void seccomp(json::value context, QString &type, QString &profile);

}  // namespace decode
