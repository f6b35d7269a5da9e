// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/table.h"

#include <QByteArrayView>

namespace decode {

/** One answer of a server that was asked for a Table, or its Status as an error. */
struct TablePage {
    kube::Table table;
    QString continueToken;  ///< empty: this was the last page
};

/** A meta.k8s.io Table; anything else is an error of kind Protocol, a Status what it says. Thread-safe. */
[[nodiscard]] kube::Result<TablePage> table(QByteArrayView json);

/** A resource with the words that people call it by. */
struct NamedResource {
    kube::Resource resource;
    QString singular;
    QStringList shortNames;
    bool canList = false;  ///< by its verbs
};
/** A discovery answer of one group version (APIResourceList), without subresources. */
[[nodiscard]] kube::Result<QList<NamedResource>> namedResources(QByteArrayView json);

/** An APIGroupList: the group versions in the server's order, each group's preferred one first. */
[[nodiscard]] kube::Result<QStringList> groupVersions(QByteArrayView json);

}  // namespace decode
