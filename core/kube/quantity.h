// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <compare>

namespace kube {

/**
 * A resource quantity (`500m`, `1Gi`, `1.5`, `1e3`) in whole units or in thousandths, rounded away from zero; 0 for
 * text that is no quantity. Beyond 64 bits it saturates. Source: apimachinery pkg/api/resource, Value and MilliValue.
 */
[[nodiscard]] qint64 quantityValue(QStringView quantity);
[[nodiscard]] qint64 quantityMilliValue(QStringView quantity);

/** More than nothing; text that is no quantity is nothing. */
[[nodiscard]] bool isPositiveQuantity(QStringView quantity);
/** `1` equals `1000m`; unordered where one of them is no quantity. */
[[nodiscard]] std::partial_ordering compareQuantities(QStringView a, QStringView b);

/**
 * The quantity as Kubernetes prints it: `1000m` is `1`, `1024Mi` is `1Gi`, `0.5` is `500m`; text that is no quantity
 * comes back as it is. Source: apimachinery pkg/api/resource, CanonicalizeBytes.
 */
[[nodiscard]] QString canonicalQuantity(const QString &quantity);

}  // namespace kube
