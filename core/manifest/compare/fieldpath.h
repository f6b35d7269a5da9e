// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>

namespace manifest {

/**
 * The value of a field as server-side apply names it, in an object: `.spec.replicas`,
 * `.spec.containers[name="web"].image`, `.metadata.labels.app.kubernetes.io/name`, `.metadata.finalizers[="x"]`,
 * `.spec.list[0]`. Undefined where the object has no such field. Source: structured-merge-diff fieldpath/element.go.
 */
[[nodiscard]] QJsonValue valueAt(const QJsonObject &object, const QString &field);

/** The object with another value of that field; as it was where it has no such field. */
[[nodiscard]] QJsonObject withField(const QJsonObject &object, const QString &field, const QJsonValue &value);

/** The field as a server's causes name it, and Document::placeOf: `spec.containers[0].image`; empty where the object
 * has no such field. */
[[nodiscard]] QString placePathOf(const QJsonObject &object, const QString &field);

/** The object without that field, and without what would be empty then; as it was where it has no such field. */
[[nodiscard]] QJsonObject withoutField(const QJsonObject &object, const QString &field);

}  // namespace manifest
