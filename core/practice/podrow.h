// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace practice {

/** How old a time (metav1.Time or MicroTime) is at `now` (nanoseconds since 1970): `5m`, `<unknown>` for none. */
[[nodiscard]] QString ageText(const QString &since, qint64 now);
/** The nine cells of a pod's Table row, as a 1.36 server prints them. */
[[nodiscard]] QJsonArray podCells(const QJsonObject &pod, qint64 now);

}  // namespace practice
