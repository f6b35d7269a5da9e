// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrlQuery>

#include <optional>

namespace practice {

/** What a resource path of the core/v1 API names. */
struct Target {
    QString resource;     ///< plural
    QString ns;           ///< empty: cluster-scoped, or all namespaces
    QString name;         ///< empty: the collection
    QString subresource;  ///< status, log, ...; may be empty
};

/** Reads `/api/v1/namespaces/dev/pods/web/log` and its like; nothing for any other path. */
[[nodiscard]] std::optional<Target> targetOf(const QString &path);

}  // namespace practice
