// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/object.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

namespace command {

enum class Propagation { Background, Foreground, Orphan };

/** How a Remove deletes. Source: metav1.DeleteOptions. */
struct Removal {
    std::optional<std::chrono::seconds> grace = {};  ///< null: what the object itself asks for; 0: at once
    Propagation propagation = Propagation::Background;
};

/** One document to write: JSON as kubectl would send it. */
struct Document {
    QByteArray json;
    QString source;  ///< file or editor name, for messages
    int index = 0;   ///< position in the source, from 0
    Removal removal = {};
    bool force = false;  ///< of an Apply: its fields are taken over from other managers
};

enum class Verb { Create, Apply, Replace, Remove };

/** What to do with a list of documents. */
struct Order {
    Verb verb = Verb::Create;
    QList<Document> documents;
    QString defaultNamespace;
    bool force = false;          ///< of Apply: the same for all documents
    bool dryRun = false;         ///< the server checks, admits and defaults, and stores nothing
    bool looks = false;          ///< each object is read first: Outcome::before, and what the write changed
    bool stopAtFailure = false;  ///< what follows a failure is not sent
};

/** What is known of a write. */
enum class Fate {
    NotDone,  ///< the cluster is as it was
    Done,
    Unknown,  ///< the answer was lost, and looking for the object did not tell
};

/** What a write that was done changed, where that is known. */
enum class Effect { Unknown, Created, Changed, Unchanged };

/** Why nothing was sent for a document, or what was sent could not be tried. */
enum class Skip {
    None,
    AfterFailure,  ///< the order stops at a failure, and one came before it
    NeedsEarlier,  ///< of a dry run: its namespace or its kind comes with a document before it, which is not stored
};

/** What became of one document. */
struct Outcome {
    int index = 0;
    QString line;  ///< kubectl's line: `pod/web created`, `pod "web" deleted`; empty on failure
    Fate fate = Fate::NotDone;
    std::optional<kube::Error> error;  ///< null exactly where the fate is Done; its message says the fate too
    QList<QString> warnings;           ///< the server's Warning headers, and what it did not keep of what was sent
    kube::Key key;
    QString kind;
    QString uid;  ///< of a Remove: the one object that was meant; empty where it could not be read
    Effect effect = Effect::Unknown;
    Skip skip = Skip::None;
    bool wasRead = false;  ///< `before` is known
    QByteArray before;     ///< of an order that looks: the object as it was; empty: there was none
    QByteArray after;      ///< what the server answered: the object as it is, or of a dry run would be
};

}  // namespace command
