// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace practice {

/** How much of each object a Table row carries: query parameter includeObject. */
enum class RowObject { Metadata, Whole, None };

/** A meta.k8s.io/v1 Table of objects of one kind, as the server prints them at `now` (nanoseconds since 1970). */
[[nodiscard]] QJsonObject tableOf(const QString &kind, const QJsonArray &objects, const QJsonObject &listMetadata,
                                  RowObject rowObject, qint64 now, bool withColumns = true);

}  // namespace practice
