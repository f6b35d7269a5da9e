// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/assist/shelf.h"
#include "manifest/assist/spot.h"

namespace manifest {

/** What of the cluster could stand at a place, beside what the schema says. */
enum class Live { Nothing, Namespaces, ConfigMaps, Secrets, ServiceAccounts, Images, NodeLabels, NodeLabelValues };

/** One way in which a word may go on. */
struct Choice {
    QString word;   ///< the key or value
    QString type;   ///< as `kubectl explain` names it: `<string>`; empty: a value
    QString first;  ///< the first sentence of its description; may be empty
    bool isRequired = false;
    QString insert;  ///< what takes the place of the word at the cursor
};

/** What may stand at a spot. */
struct Completion {
    QList<Choice> choices;  ///< of keys those that are required first
    Live live = Live::Nothing;
    QString labelKey;  ///< of NodeLabelValues
};

/**
 * Everything that may stand at the spot, whatever is written of it so far. Keys that the mapping has are left out. A
 * key brings what follows it: `: `, or a new line that is as deep as this text indents.
 */
[[nodiscard]] Completion completionAt(const Spot &spot, const Shelf &shelf);

/** A value as it is written in YAML in the place of the spot's word: quoted where it would else be read otherwise. */
[[nodiscard]] QString valueText(const QString &value);

/** The schema at a path below a kind's; null: it is not known. */
[[nodiscard]] kube::SchemaPtr schemaAt(const kube::SchemaSet &set, const kube::SchemaPtr &root,
                                       const QStringList &path);

/** A type as `kubectl explain` writes it: `string`, `[]Container`, `map[string]string`, `Object`. */
[[nodiscard]] QString typeName(const kube::SchemaSet &set, const kube::SchemaPtr &schema);

/** What a description says before anything else. */
[[nodiscard]] QString firstSentence(const QString &description);

}  // namespace manifest
