// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace practice {

/** The field by which a list of the API merges (`containers` by `name`); empty for a list replaced as a whole. */
[[nodiscard]] QString mergeKey(QStringView listField);
/** RFC 7386; with `strategic`, lists with a merge key merge by it and `$patch` directives are obeyed. */
[[nodiscard]] QJsonObject merged(const QJsonObject &target, const QJsonObject &patch, bool strategic);
/** RFC 6902: add, replace, remove, test of objects and lists; nothing where an operation does not apply. */
[[nodiscard]] std::optional<QJsonObject> patched(const QJsonObject &target, const QJsonArray &operations);

}  // namespace practice
