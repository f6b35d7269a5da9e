// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace manifest {

/** A YAML scalar after its meaning is decided. */
struct Scalar {
    enum class Type { Null, Bool, Integer, Float, Text };
    Type type = Type::Null;
    QByteArray text;    ///< Bool: true or false; Integer: decimal digits; Text: UTF-8, perhaps not valid
    double number = 0;  ///< Float
};

/** What an unquoted, untagged scalar means. Source: go-yaml v2 resolve.go, as sigs.k8s.io/yaml uses it. */
[[nodiscard]] Scalar resolvePlain(const QByteArray &text);

/** What a scalar with a tag (`tag:yaml.org,2002:int`, `!x`, `?` for plain, `!` for quoted) means; none: it does not
 * fit. */
[[nodiscard]] std::optional<Scalar> resolve(const QByteArray &tag, const QByteArray &text);

/** JSON of a scalar as Go writes it; none for infinity and NaN, which JSON does not know. */
[[nodiscard]] std::optional<QByteArray> toJson(const Scalar &scalar);

/** Whether an Integer's digits are beyond the 63 bits and the sign that kubectl keeps exact. */
[[nodiscard]] bool isWide(const QByteArray &digits);

/** The JSON object key a scalar key becomes: `true` for `yes`; none for null and what is beyond 63 bits. Source:
 * sigs.k8s.io/yaml, convertToJSONableObject. */
[[nodiscard]] std::optional<QByteArray> toKey(const Scalar &scalar);

/** UTF-8 in which each byte that is part of no character becomes that character of Latin-1. */
[[nodiscard]] QByteArray withLatin1Repaired(const QByteArray &utf8);

/** A JSON string of UTF-8 text, with the escapes of Go's encoding/json. */
[[nodiscard]] QByteArray quoted(const QByteArray &utf8);
/** The same, behind what is in `json`. */
void appendQuoted(QByteArray &json, QByteArrayView utf8);

}  // namespace manifest
