// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/version.h"

#include <QJsonObject>
#include <QStringList>

namespace cli {

/** The field of a field selector, `status.phase`, as text; empty where it is absent. */
[[nodiscard]] QString fieldText(const QJsonObject &object, const QString &field);

/**
 * The steps of a --sort-by path: `.spec.containers[0].name`, `{.metadata.name}`, `metadata.labels['a.b/c']`. Filters,
 * ranges and wildcards are not known: an error of kind Input that says so.
 */
[[nodiscard]] kube::Result<QStringList> parsePath(const QString &path);

/** What the path leads to; Undefined where an object lacks it. */
[[nodiscard]] QJsonValue valueAt(const QJsonObject &object, const QStringList &path);

/**
 * kubectl's order of two values of a --sort-by: absent first, numbers as numbers, texts by their bytes, and, since
 * 1.22, quantities as quantities. Source: kubectl pkg/cmd/get/sorter.go.
 */
[[nodiscard]] bool sortsBefore(const QJsonValue &a, const QJsonValue &b, kube::Version kubectl);

}  // namespace cli
