// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>

namespace kube {

struct Schema;
using SchemaPtr = std::shared_ptr<const Schema>;

/** What a value may be, as an API server publishes it in OpenAPI. Only what a manifest can be checked by. */
struct Schema {
    enum class Type { Any, Object, Array, String, Integer, Number, Boolean };
    Type type = Type::Any;
    QString reference;    ///< a name in SchemaSet::named that is meant instead; empty: none
    QString format;       ///< `int32`, `date-time`, `byte`, `int-or-string`
    QString description;  ///< for people, as the server writes it; may be empty
    bool isIntOrString = false;
    bool keepsUnknown = false;  ///< x-kubernetes-preserve-unknown-fields
    bool isResource = false;    ///< x-kubernetes-embedded-resource: apiVersion, kind and metadata go without saying
    QMap<QString, SchemaPtr> properties;  ///< most have a few, for which a QHash takes 2 KB
    QStringList required;
    QStringList values;  ///< enum, of strings only
    SchemaPtr items;     ///< of Array; null: any
    SchemaPtr others;    ///< additionalProperties of Object; null: see `properties`
};

/** The schemas of an API server, or of one of its group versions. */
struct SchemaSet {
    QHash<QString, SchemaPtr> named;
    QHash<QString, QString> kinds;  ///< `apps/v1 Deployment`, `v1 Pod` to a name in `named`

    /** The schema of a kind; null: not known. */
    [[nodiscard]] SchemaPtr ofKind(const QString &apiVersion, const QString &kind) const
    {
        return named.value(kinds.value(apiVersion + u' ' + kind));
    }
    /** The schema itself, wherever references lead; null: it is not known, or they go in a circle. */
    [[nodiscard]] SchemaPtr resolved(SchemaPtr schema) const
    {
        constexpr int Limit = 16;
        for (int step = 0; schema && !schema->reference.isEmpty(); ++step)
            schema = step < Limit ? named.value(schema->reference) : nullptr;
        return schema;
    }
};

using SchemaSetPtr = std::shared_ptr<const SchemaSet>;

}  // namespace kube
