// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/read/source.h"
#include "kube/event.h"

namespace cli {

/** One kind of what the command line asks for. */
struct Wanted {
    QString word;       ///< `pods`, `deploy`
    QStringList names;  ///< empty: all
};

/** `pods`, `pods,nodes`, `pod a b`, `pod/a event/b`: kinds in order; the error is kubectl's sentence. */
[[nodiscard]] kube::Result<QList<Wanted>> wanted(const QStringList &operands);

/** Objects of one kind and their row each. */
struct Listing {
    kube::Resource resource;
    QList<QJsonObject> objects;
    kube::Table table;
    QList<kube::Error> errors;  ///< of names that could not be read; the others are there

    /** Both in the order of a --sort-by path; nothing stays where no object has such a field. */
    void sortBy(const QStringList &path, kube::Version kubectl);
};

/** How a listing is to be read. */
struct ListOptions {
    QString ns;              ///< of kinds that have one; empty: all
    QString labels, fields;  ///< selectors
    bool rows = true;        ///< a table is wanted, not whole objects
    kube::Timestamp now;     ///< against which ages are counted
    kube::Version version = {};
};

/** Reads one kind. Pods and events get our own rows, other kinds the server's where there is a server. */
[[nodiscard]] kube::Result<Listing> list(Source &source, const Wanted &wanted, const ListOptions &options);

/** The same of a kind that is known. */
[[nodiscard]] kube::Result<Listing> list(Source &source, const kube::Resource &resource, const QStringList &names,
                                         const ListOptions &options);

/** The events among objects; what is none is left out. */
[[nodiscard]] QList<kube::EventPtr> eventsIn(const QList<QJsonObject> &objects);

}  // namespace cli
