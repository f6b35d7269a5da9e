// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace manifest {

/**
 * The shortest decimal that reads back as the same number, laid out as Go's encoding/json does: plain digits from 1e-6
 * up to 1e21, an exponent beyond; `1` for 1.0; `+Inf`, `-Inf`, `NaN`.
 */
[[nodiscard]] QByteArray floatText(double number);

/** The same of a key: 32 bits, an exponent of two digits below 1e-4 and from 1e6; `.inf`, `-.inf`, `.nan`. */
[[nodiscard]] QByteArray floatKey(float number);

}  // namespace manifest
