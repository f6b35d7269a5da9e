// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/logs/logpart.h"
#include "command/logs/logwish.h"
#include "command/order.h"
#include "command/schema/schemacache.h"
#include "kube/schema.h"

#include <QByteArray>
#include <QFuture>
#include <QUrlQuery>

#include <functional>
#include <memory>

namespace net {
class Session;
}

namespace command {

/**
 * Asks one cluster to change, or for a whole object. Any thread may call; answers come as futures.
 * Owner: mirror::Cluster. A write whose answer is lost is looked for, never blindly sent again.
 */
class Client {
public:
    virtual ~Client() = default;
    /** POST each document in order; one failure does not stop the rest. */
    virtual QFuture<QList<Outcome>> create(QList<Document> documents, QString defaultNamespace) = 0;
    /**
     * Carries out any order. Replace is a PUT that fails where the object is not of the document's resourceVersion, or,
     * where it names none, of the one that it has when the order begins.
     */
    virtual QFuture<QList<Outcome>> perform(Order order) = 0;
    /** Server-side apply with field manager `gantry`. */
    virtual QFuture<QList<Outcome>> apply(QList<Document> documents, QString defaultNamespace, bool force) = 0;
    /**
     * DELETE each document's object in order, as its `removal` says: the object with the document's metadata.uid, or,
     * where it has none, the one that has the name when the order begins. One that was made anew since stays.
     */
    virtual QFuture<QList<Outcome>> remove(QList<Document> documents, QString defaultNamespace) = 0;
    /** The same with `dryRun=All`: the server checks, admits and defaults, and stores nothing. */
    virtual QFuture<QList<Outcome>> rehearse(Verb verb, QList<Document> documents, QString defaultNamespace) = 0;
    /** GET any path of the API server with an Accept header; the body of a 2xx answer. */
    virtual QFuture<kube::Result<QByteArray>> get(QString path, QUrlQuery query, QByteArray accept) = 0;
    /**
     * The schemas of one OpenAPI document, `place` as the server's index has it: from the cache where it is there, else
     * from the server, and kept. Read in the cluster's thread.
     */
    virtual QFuture<kube::Result<kube::SchemaSetPtr>> schemas(SchemaCache cache, QString place) = 0;
    /** Opens a log, with timestamps whatever the wish says; it must not outlive this. */
    virtual std::unique_ptr<LogFeed> log(LogWish wish) = 0;
    /** The bytes of a log as they come. `sink` is called in the cluster's thread, which waits for it: a slow reader
     * slows the server. Answered when the server ends it; a followed one that is cut is not opened again. */
    virtual QFuture<kube::Result<void>> pour(LogWish wish, std::function<void(QByteArrayView)> sink) = 0;
};

}  // namespace command
