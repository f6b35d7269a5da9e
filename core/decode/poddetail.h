// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/poddetail.h"

#include <QByteArrayView>

namespace decode {

/** A whole Pod object, for describe. Thread-safe: keeps nothing. */
[[nodiscard]] kube::Result<kube::PodDetail> podDetail(QByteArrayView json);

}  // namespace decode
