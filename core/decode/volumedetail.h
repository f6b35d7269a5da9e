// SPDX-License-Identifier: Apache-2.0
// Volumes as describe prints them: private to core/decode.
#pragma once

#include "decode/fields.h"
#include "kube/volume.h"

namespace decode {

/** spec.volumes. Throws simdjson::simdjson_error, like every function of fields.h. */
QList<kube::Volume> volumeDetails(json::value list);

}  // namespace decode
