// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/object.h"

#include <QByteArray>
#include <QFuture>
#include <QUrlQuery>

namespace net {
class Session;
}

namespace command {

/** One document to write: JSON as kubectl would send it. */
struct Document {
    QByteArray json;
    QString source;  ///< file or editor name, for messages
    int index = 0;   ///< position in the source, from 0
};

/** What became of one document. */
struct Outcome {
    int index = 0;
    QString line;  ///< kubectl's line: `pod/web created`, `pod "web" deleted`; empty on failure
    std::optional<kube::Error> error;
    QList<QString> warnings;  ///< the server's Warning headers
    kube::Key key;
    QString kind;
};

/**
 * Asks one cluster to change, or for a whole object. Any thread may call; answers come as futures.
 * Owner: mirror::Cluster. Never retries a write.
 */
class Client {
public:
    virtual ~Client() = default;
    /** POST each document in order; one failure does not stop the rest. */
    virtual QFuture<QList<Outcome>> create(QList<Document> documents, QString defaultNamespace) = 0;
    /** Server-side apply with field manager `gantry`. */
    virtual QFuture<QList<Outcome>> apply(QList<Document> documents, QString defaultNamespace, bool force) = 0;
    /** DELETE each document's object in order, background propagation. */
    virtual QFuture<QList<Outcome>> remove(QList<Document> documents, QString defaultNamespace) = 0;
    /** GET any path of the API server with an Accept header; the body of a 2xx answer. */
    virtual QFuture<kube::Result<QByteArray>> get(QString path, QUrlQuery query, QByteArray accept) = 0;
};

}  // namespace command
