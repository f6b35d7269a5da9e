// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QJsonObject>
#include <QString>

#include <expected>

namespace practice {

/**
 * A body of type `application/vnd.kubernetes.protobuf` as the object that its JSON would be: kubectl's own `create`
 * commands send nothing else, and ask for nothing else when it is refused. Knows ConfigMap, Namespace, Secret, Service
 * and ServiceAccount; the error says what it does not know, nothing is left out in silence.
 * Source: apimachinery runtime/serializer/protobuf, k8s.io/api/core/v1/generated.proto.
 */
[[nodiscard]] std::expected<QJsonObject, QString> fromProtobuf(QByteArrayView body);

}  // namespace practice
