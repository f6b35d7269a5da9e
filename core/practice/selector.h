// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUrlQuery>

#include <functional>

namespace practice {

/** Which objects a list or watch asks for: namespace, one name, labelSelector and fieldSelector. */
using Selector = std::function<bool(const QJsonObject &)>;

/** Reads the selectors of a query. A label selector knows =, ==, !=, in, notin, key and !key. */
[[nodiscard]] Selector selectorOf(const QUrlQuery &query, const QString &ns, const QString &name);

}  // namespace practice
