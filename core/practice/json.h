// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace practice {

/** The value at a dotted path of objects (`metadata.name`); undefined where a step is missing. */
[[nodiscard]] QJsonValue at(const QJsonObject &object, QStringView path);
[[nodiscard]] QString text(const QJsonObject &object, QStringView path);
/** Sets the value at a dotted path, making the objects on the way. An undefined value removes. */
void put(QJsonObject &object, QStringView path, const QJsonValue &value);
/** Sets a value only where nothing is yet. */
void fill(QJsonObject &object, QStringView path, const QJsonValue &value);
/** The element of a list of objects whose `key` is `value`, or -1. */
[[nodiscard]] qsizetype indexOf(const QJsonArray &list, const QString &key, const QJsonValue &value);

}  // namespace practice
