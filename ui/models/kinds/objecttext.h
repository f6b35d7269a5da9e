// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QByteArray>
#include <QString>

namespace models {

/**
 * An object as YAML for people: without managedFields; of a Secret no value of `data` or `stringData`, but its size,
 * and no last-applied annotation, which holds them too. Empty where the bytes are no JSON object.
 */
[[nodiscard]] QString objectText(const QByteArray &json);

/**
 * The pod filter of an object's `spec.selector`: `label:app=web label:tier=front`, of one with expressions
 * `selector:"app=web,!old"`; an error where it has none.
 */
[[nodiscard]] kube::Result<QString> selectorFilter(const QByteArray &json);

}  // namespace models
