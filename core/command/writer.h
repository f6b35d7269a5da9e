// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/client.h"
#include "command/discovery.h"
#include "decode/reader.h"

#include <functional>

namespace command {

enum class Verb { Create, Apply, Remove };

/** What to do with a list of documents. */
struct Order {
    Verb verb = Verb::Create;
    QList<Document> documents;
    QString defaultNamespace;
    bool force = false;  ///< of Apply: take fields over from other managers
};

/** Carries out one order, document after document; deletes itself when done. */
class Writer : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const QList<Outcome> &)>;

    Writer(net::Session &session, Discovery &discovery, const Order &order, Done done, QObject *parent);
    void start();

private:
    void next();
    void resolve();
    void send(const kube::Resource &resource);
    void take(const kube::Result<net::Reply> &reply, const kube::Resource &resource);
    void fail(const kube::Error &error);
    [[nodiscard]] kube::Result<net::Request> requestFor(const kube::Resource &resource) const;
    [[nodiscard]] QString lineFor(const kube::Resource &resource, const QString &name) const;
    [[nodiscard]] const Document &document() const { return m_order.documents.at(m_at); }

    net::Session &m_session;
    Discovery &m_discovery;
    Order m_order;
    Done m_done;
    qsizetype m_at = -1;
    std::chrono::seconds m_waited{};  ///< since the server first asked this document to wait
    decode::Identity m_identity;
    QList<Outcome> m_outcomes;
};

}  // namespace command
