// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/object.h"

#include <QStringList>

namespace kube {

struct TableColumn {
    QString name;      ///< as the server sends it: `Last Seen`; kubectl prints it in upper case
    int priority = 0;  ///< above 0: with `-o wide` only
};

struct TableRow {
    QStringList cells;  ///< one a column, as text
    Key key;
    StringPairs labels;  ///< sorted by key
    QString uid = {};    ///< empty where the server did not tell
    Timestamp created = {};
    QList<OwnerReference> owners = {};
    bool operator==(const TableRow &) const = default;
};

/** What `kubectl get` prints of objects of one kind: a meta.k8s.io/v1 Table, made by a server or by core/report. */
struct Table {
    QList<TableColumn> columns;
    QList<TableRow> rows;
};

}  // namespace kube
