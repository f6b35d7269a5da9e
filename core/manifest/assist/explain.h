// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/shelf.h"
#include "manifest/assist/spot.h"

namespace manifest {

/** What is known of a field, as `kubectl explain` tells it. Texts are the server's own: English, and plain text. */
struct Explanation {
    QString apiVersion, kind;
    QString field;  ///< `spec.containers.image`; empty: the kind itself
    QString type;   ///< `string`, `[]Container`
    bool isRequired = false;
    QStringList values;  ///< of an enumeration
    QString description;
    QString typeDescription;  ///< of the type that is referred to, of an item or of a value of a map; may be empty
    QString immutable;        ///< the rule by which it cannot be changed; empty: it can
    QStringList fields;       ///< of an object: `name <string> -required-`
    Remark::Basis basis = Remark::Basis::Bundled;

    /** The whole as kubectl 1.32 prints it; without the fields of an object where `brief`. */
    [[nodiscard]] QString text(bool brief) const;
};

/** Of the key that a spot is in, or whose value it is in; nothing where it is not known. */
[[nodiscard]] std::optional<Explanation> explain(const Spot &spot, const Shelf &shelf);

}  // namespace manifest
