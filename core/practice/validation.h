// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace practice {

/** Field errors of a new object, each {reason, field, message} in the API server's words; empty if it is valid. */
[[nodiscard]] QJsonArray validate(const QString &kind, const QJsonObject &object);
/** Field errors of a change of a pod's spec. Source: kubernetes pkg/apis/core/validation ValidatePodUpdate. */
[[nodiscard]] QJsonArray validatePodChange(const QJsonObject &before, const QJsonObject &after);

}  // namespace practice
