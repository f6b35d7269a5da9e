// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonValue>
#include <QString>

namespace manifest {

/**
 * A JSON value as `kubectl -o yaml` writes it: keys in go-yaml's order, lists not indented, strings quoted only where
 * they would read as something else, lines folded at 80 columns. Ends with a line end. Source: go-yaml v2 encode.go and
 * emitterc.go, as sigs.k8s.io/yaml uses them.
 */
[[nodiscard]] QString toYaml(const QJsonValue &value);

/** go-yaml v2 order of keys: numbers inside of them count as numbers, letters come after everything else. */
[[nodiscard]] bool yamlKeyLess(const QString &a, const QString &b);

}  // namespace manifest
