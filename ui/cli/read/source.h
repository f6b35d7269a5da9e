// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/object.h"
#include "kube/table.h"
#include "kube/timestamp.h"
#include "kube/version.h"

#include <QJsonObject>

#include <memory>
#include <optional>

namespace cli {

class Console;

/** What is asked of one kind. */
struct Query {
    kube::Resource resource;
    QString ns;              ///< empty: every namespace, or a kind that has none
    QString name;            ///< empty: a list
    QString labels, fields;  ///< selectors, as written; may be empty
    bool asTable = false;    ///< the server's own columns, where there is a server
};

/** The objects that were found, in the server's order. */
struct Found {
    QList<QJsonObject> objects;
    std::optional<kube::Table> table;  ///< of a query that asked for it: a row an object
};

/** Where get, describe and events read from: a cluster or files. One thread. */
class Source {
public:
    virtual ~Source() = default;
    /** The kind that a word names: `po`, `pods`, `deployments.apps`; NotFound in kubectl's words. */
    virtual kube::Result<kube::Resource> resolve(const QString &word) = 0;
    /** A name that is not there is NotFound in the server's words. */
    virtual kube::Result<Found> find(const Query &query) = 0;
    /** Where a command without -n looks. */
    virtual QString defaultNamespace() = 0;
    /** Against which ages are counted. */
    virtual kube::Timestamp now() = 0;
    /** Whose printer's rules tables follow. */
    virtual kube::Version server() = 0;
};

/** The cluster that the console is connected to; the console outlives it. */
[[nodiscard]] std::unique_ptr<Source> clusterSource(Console &console);
/** A recorded folder, or a file with a List, a Table's objects or one object a line; the error names the file. */
[[nodiscard]] kube::Result<std::unique_ptr<Source>> fileSource(const QString &path);
/** The source that the command line names. */
[[nodiscard]] kube::Result<std::unique_ptr<Source>> sourceFor(Console &console);

/** The error of the server for a name that is not there: `pods "x" not found`. */
[[nodiscard]] kube::Error notFound(const kube::Resource &resource, const QString &name);
/** kubectl's words for a kind that is not there. */
[[nodiscard]] std::unexpected<kube::Error> noSuchKind(const QString &word);

}  // namespace cli
