// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/schema.h"
#include "manifest/documents.h"

namespace manifest {

class Passed;

/** What an API server would say against a document. */
struct Finding {
    enum class Kind {
        UnknownField,
        WrongType,
        MissingField,
        UnknownValue,  ///< not one of an enumeration
    };
    Kind kind = Kind::UnknownField;
    QString field;    ///< in the server's notation: `spec.containers[0].imagee`
    Place place;      ///< of the key; of a missing field, of the nearest thing that was written
    QString message;  ///< the server's sentence, in English
    QString nearest;  ///< of UnknownField: the field that was perhaps meant; empty: none is near
    QString pattern;  ///< the sentence with %1.. for `arguments`; translate("manifest", pattern)
    QStringList arguments;
    bool operator==(const Finding &) const = default;
};

/**
 * Checks a document by the schema of its kind; nothing is said of a kind that the set does not know. In the order of
 * the text. The sentences are those of strict field validation (`unknown field "spec.x"`) and of the server's field
 * errors. Null stands for a field that was not written, as Go reads it; so may an empty word in the built-in
 * kinds, of which nothing is said. `passed`: what was found good by the same schemas, and now is. Any thread.
 */
[[nodiscard]] QList<Finding> check(const Document &document, const kube::SchemaSet &schemas, Passed *passed = nullptr);

/** The candidate that differs least from `word` in letters put in, left out, exchanged or of another case; empty: none
 * is near enough to be meant. */
[[nodiscard]] QString nearestOf(const QString &word, const QStringList &candidates);

}  // namespace manifest
