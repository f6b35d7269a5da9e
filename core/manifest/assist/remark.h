// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "manifest/place.h"

#include <QString>
#include <QStringList>

namespace manifest {

/** What is to be said of a place in a text, whoever found it. */
struct Remark {
    enum class Severity {
        Error,    ///< it is not sent, or the server would refuse it
        Warning,  ///< perhaps not as it is meant
        Note,     ///< good to know; no fault
    };
    /** What the remark stands on. */
    enum class Basis {
        Text,     ///< the text itself
        Cluster,  ///< the schema that the cluster publishes
        Bundled,  ///< the schema of one release that comes with Gantry; another one may know more
        Rules,    ///< what Kubernetes documents beside its schemas
    };
    Severity severity = Severity::Error;
    Basis basis = Basis::Text;
    Place place;
    int length = 0;         ///< UTF-16 units from there; 0: to the end of the line
    QString pattern;        ///< an English sentence with %1..; translate("manifest", pattern)
    QStringList arguments;  ///< what %1.. are; as they are
    QString nearest;        ///< of a field or value that is not known: what was perhaps meant; may be empty
    QString field;          ///< in the server's notation; may be empty
    int document = 0;       ///< from 0: the document it stands in

    /** The sentence in English, one line. */
    [[nodiscard]] QString message() const;
    bool operator==(const Remark &) const = default;
};

/** Puts `arguments` for %1.. all at once, so that a `%2` inside an argument stays what it is. */
[[nodiscard]] QString filled(const QString &pattern, const QStringList &arguments);

}  // namespace manifest
