// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"

#include <QByteArrayView>
#include <QString>

namespace decode {

/**
 * The `spec.selector` of an object as `-l` reads it, sorted by key: `app=web,tier in (back,front),!old`. A Service's
 * and a ReplicationController's are labels, all others' a metav1.LabelSelector. One without a selector, as an
 * ExternalName Service, is an error of kind Invalid. Source: apimachinery LabelSelectorAsSelector.
 */
[[nodiscard]] kube::Result<QString> podSelector(QByteArrayView json);

}  // namespace decode
