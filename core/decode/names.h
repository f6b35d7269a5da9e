// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QByteArrayView>
#include <QStringList>

namespace decode {

/** The names of the objects of a list of any kind, sorted; everything else in it is read over and not kept. */
[[nodiscard]] kube::Result<QStringList> objectNames(QByteArrayView listJson);

}  // namespace decode
