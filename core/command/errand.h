// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "decode/reader.h"
#include "net/request.h"

namespace command {

/** One document's write: everything that its request is made of. A value. */
struct Errand {
    Verb verb = Verb::Create;
    Document document;
    decode::Identity identity;  ///< of the document
    kube::Resource resource;
    QString ns;           ///< empty: the kind has none
    QString uid;          ///< of Remove: the object that is meant; empty: whatever has the name
    bool force = false;   ///< of Apply
    bool dryRun = false;  ///< nothing is stored

    /** The write itself; Input where a name cannot stand in a path. */
    [[nodiscard]] kube::Result<net::Request> request() const;
    /** From now on the document is about this version of the object, if it says none itself. */
    void lock(const QString &resourceVersion);
    /** GET of the object that it is about; only with a name. */
    [[nodiscard]] net::Request look() const;
    /** The beginning of the names that the server makes up; empty where the document has a name. */
    [[nodiscard]] QString generateName() const;
    /** `pod/web`, `deployment.apps/web`. */
    [[nodiscard]] QString object(const QString &name) const;
    /** kubectl's line for success; what a server-side apply changed is in it where that is known. */
    [[nodiscard]] QString line(const QString &name, Effect effect = Effect::Unknown) const;
    /** `created`, `applied`, `replaced`, `deleted`. */
    [[nodiscard]] QString participle() const;
};

/** The name under which fields are owned; constant, never kubectl's. */
inline constexpr auto FieldManager = "gantry";

}  // namespace command
