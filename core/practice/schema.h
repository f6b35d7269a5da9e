// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace practice {

/** What decoding a body strictly finds. */
struct Findings {
    QStringList unknown;  ///< paths of fields that the kind does not have: `spec.containers[0].imag`
    QString mismatch;     ///< the first value of a wrong type, in Go's words; empty if none
};

/** Checks a body of a core/v1 kind against its fields. Kinds without a list of fields are only checked in metadata. */
[[nodiscard]] Findings examine(const QString &kind, const QJsonObject &body);

/** The schema's types and fields as an OpenAPI v3 `components.schemas` object. */
[[nodiscard]] QJsonObject openApiSchemas();

}  // namespace practice
