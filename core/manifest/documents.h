// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "manifest/place.h"
#include "manifest/places.h"
#include "manifest/scalar/note.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace manifest {

/** Something wrong, or worth a second look, in a text. */
struct Problem {
    enum class Severity {
        Error,    ///< this document and those after it are not sent
        Warning,  ///< kubectl would send it, perhaps not as meant
    };
    Severity severity = Severity::Error;
    Place place;       ///< counted from the start of the text, never of the document
    QString pattern;   ///< an English sentence, at most with %1; translate("manifest", pattern)
    QString argument;  ///< what %1 is, taken from the text itself
    int document = 0;  ///< from 0: the document it stands in

    /** The sentence in English, one line. */
    [[nodiscard]] QString message() const;
    bool operator==(const Problem &) const = default;
};

/** One document of a text, read as kubectl reads it. */
struct Document {
    QByteArray json;         ///< compact, keys sorted, as sigs.k8s.io/yaml writes it; of a JSON text as it was written
    bool asWritten = false;  ///< `json` is the text itself
    QString source;          ///< file or editor name, for messages
    int index = 0;           ///< from 0, counting only documents that say something
    int line = 0;            ///< first line of its content
    int lastLine = 0;
    QString apiVersion;
    QString kind;
    QString name;  ///< metadata.name, else metadata.generateName
    QString ns;    ///< metadata.namespace; empty: not named
    Places places;

    /**
     * Where a field of a server's cause stands: `spec.containers[0].image`, `metadata.labels[app]`,
     * `.spec.x`, `spec.containers[0].resources.limits[cpu]`. A field that was not written is at its nearest parent.
     */
    [[nodiscard]] Place placeOf(const QString &field) const;
};

/** What a text says. Documents before the first error are complete and usable. */
struct Parsed {
    QList<Document> documents;
    QList<Problem> problems;  ///< in the order of the text; at most one is an Error
    QList<Note> notes;        ///< of documents in YAML, in the order of the text
    QString source;

    [[nodiscard]] bool hasErrors() const;
    /** The first error as `Input`, its `where` as `SOURCE:LINE:COLUMN`; none if there is none. */
    [[nodiscard]] std::optional<kube::Error> error() const;
};

/**
 * Splits a text into documents and turns each into JSON, by kubectl's rules (1.36): YAML 1.1 scalars, last duplicate
 * key wins (with a warning here), merge keys, `---` only at column 0, JSON streams. Comment-only documents are skipped,
 * what has `items` is a list, whose items are documents.
 * Nesting and alias expansion are bounded. Pure; any thread.
 */
[[nodiscard]] Parsed parse(QStringView text, const QString &source);

/** A file's bytes as text: UTF-8, or UTF-16 with a BOM. Refuses binary and wrong UTF-8 with the line of the trouble. */
[[nodiscard]] kube::Result<QString> textOf(QByteArrayView bytes, const QString &source);

/** The JSON that kubectl makes of a document: compact, keys sorted, also where the text was JSON. */
[[nodiscard]] kube::Result<QByteArray> compactJson(const Document &document);

/**
 * The first YAML document of a request body as JSON, by the server's rules; `strict` refuses duplicate keys.
 * An empty or null document is `null`.
 */
[[nodiscard]] kube::Result<QByteArray> toJson(QByteArrayView yaml, bool strict = false);

}  // namespace manifest
