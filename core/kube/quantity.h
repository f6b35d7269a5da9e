// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace kube {

/**
 * A resource quantity (`500m`, `1Gi`, `1.5`) in whole units of another (`1m`, `1Mi`; empty or "0": 1), rounded up.
 * 0 for text that is no quantity. Source: apimachinery pkg/api/resource.
 */
[[nodiscard]] qint64 quantityInUnits(QStringView quantity, QStringView unit);

/** The quantity as the API server prints it; text that is no quantity comes back as it is. */
[[nodiscard]] QString canonicalQuantity(const QString &quantity);

}  // namespace kube
