// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "command/service.h"

#include <atomic>
#include <functional>

namespace command {

/** The Client of another thread: brings orders to a Service and answers back as futures. Any thread may call. */
class Courier final : public Client {
public:
    using Task = std::function<void(Service &)>;
    /** Runs a task in the service's thread, or destroys it unrun where that thread is gone. */
    using Post = std::function<void(Task)>;

    explicit Courier(Post post) : m_post(std::move(post)) {}

    /** True: writes are refused here, before anything is sent; reading and rehearsing go on. */
    void setReadOnly(bool readOnly) { m_isReadOnly = readOnly; }

    QFuture<QList<Outcome>> create(QList<Document> documents, QString defaultNamespace) override;
    QFuture<QList<Outcome>> perform(Order order) override { return send(order); }
    QFuture<QList<Outcome>> apply(QList<Document> documents, QString defaultNamespace, bool force) override;
    QFuture<QList<Outcome>> remove(QList<Document> documents, QString defaultNamespace) override;
    QFuture<QList<Outcome>> rehearse(Verb verb, QList<Document> documents, QString defaultNamespace) override;
    QFuture<kube::Result<QByteArray>> get(QString path, QUrlQuery query, QByteArray accept) override;
    QFuture<kube::Result<kube::SchemaSetPtr>> schemas(SchemaCache cache, QString place) override;
    std::unique_ptr<LogFeed> log(LogWish wish) override;
    QFuture<kube::Result<void>> pour(LogWish wish, std::function<void(QByteArrayView)> sink) override;

private:
    QFuture<QList<Outcome>> send(const Order &order);

    Post m_post;
    std::atomic<bool> m_isReadOnly = false;
    quint64 m_logs = 0;  ///< asked for so far
};

}  // namespace command
