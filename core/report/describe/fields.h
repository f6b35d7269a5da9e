// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/object.h"

#include <QJsonValue>
#include <QStringList>

namespace report {

// Fields of any object as kubectl writes them.

/** A map of strings, sorted by key. */
[[nodiscard]] kube::StringPairs pairsOf(const QJsonValue &map);
/** A list of strings. */
[[nodiscard]] QStringList stringsOf(const QJsonValue &list);
/** That field of each element of a list. */
[[nodiscard]] QStringList eachOf(const QJsonValue &list, QLatin1StringView field);
/** The text, or what stands for none. */
[[nodiscard]] QString textOr(const QJsonValue &value, const QString &fallback);
/** `<none>` for an empty text. */
[[nodiscard]] QString orNone(const QString &text);
/** A whole number; 0 where it is absent. */
[[nodiscard]] QString number(const QJsonValue &value);
/** Such a number, or what stands for none. */
[[nodiscard]] QString numberOr(const QJsonValue &value, const QString &fallback);
/** A number or a text, as ports and percentages are; `0` where it is absent. */
[[nodiscard]] QString numberOrText(const QJsonValue &value);
/** A quantity as Kubernetes prints it; `0` where it is absent. */
[[nodiscard]] QString quantity(const QJsonValue &value);
/** `True`, `False`. */
[[nodiscard]] QString trueFalse(bool value);
/** A moment as rfc1123() writes it; Go's zero time for none. */
[[nodiscard]] QString moment(const QJsonValue &value);
/** Any value as Go's %v: `map[a:1]`, `[a b]`, `<nil>`. */
[[nodiscard]] QString goText(const QJsonValue &value);
/** Go's %v of a list of strings. */
[[nodiscard]] QString goList(const QStringList &list);
/** Go's %q. */
[[nodiscard]] QString quoted(const QString &text);

/** `a=b,c=d`, `<none>` for none. Source: apimachinery labels.FormatLabels. */
[[nodiscard]] QString labelsText(const QJsonValue &map);
/** A metav1.LabelSelector as `-l` reads it; empty for none, and for one that selects everything. */
[[nodiscard]] QString selectorText(const QJsonValue &selector);
/** The same, `<none>` for an empty one. Source: apimachinery FormatLabelSelector. */
[[nodiscard]] QString selectorOrNone(const QJsonValue &selector);
/** `Kind/name` of the owner that controls the object; empty for none. */
[[nodiscard]] QString controllerOf(const QJsonValue &object);
/** Whether that uid is its controller's. */
[[nodiscard]] bool isControlledBy(const QJsonValue &object, const QString &uid);

}  // namespace report
