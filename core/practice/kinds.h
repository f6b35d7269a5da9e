// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace practice {

/** A kind the API server stores: all are core/v1. */
struct Kind {
    QString plural;
    QString kind;
    QString singular;
    QString shortName;  ///< `po`; may be empty
    bool namespaced = true;
};

[[nodiscard]] const QList<Kind> &kinds();
/** The kind of a plural resource name, or null. */
[[nodiscard]] const Kind *kindOf(QStringView plural);

}  // namespace practice
