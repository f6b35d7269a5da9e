// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace models {

/**
 * An object as YAML for people: without managedFields; of a Secret no value of `data` or `stringData`, but its size,
 * and no last-applied annotation, which holds them too. Empty where the bytes are no JSON object.
 */
[[nodiscard]] QString objectText(const QByteArray &json);

/** `label:app=web label:tier=front` of a `spec.selector` (its matchLabels, or itself for kinds that have none); empty
 * where it selects nothing, or by expressions, which no filter can say. */
[[nodiscard]] QString selectorFilter(const QByteArray &json);

}  // namespace models
