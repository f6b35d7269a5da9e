// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command/discovery.h"
#include "command/errand.h"
#include "command/settlement.h"

#include <QElapsedTimer>

#include <functional>

namespace command {

/**
 * Carries out one order, document after document; deletes itself when done. A write goes out once; again only where the
 * server says that it did not process it, or where twice is the same as once (server-side apply, DELETE of a uid, PUT
 * of a resourceVersion).
 */
class Writer : public QObject {
    Q_OBJECT
public:
    /** Called once, with an outcome a document; from the destructor where the writer is deleted before it is done. */
    using Done = std::function<void(const QList<Outcome> &)>;

    Writer(net::Session &session, Discovery &discovery, const Order &order, const Patience &patience, Done done,
           QObject *parent);
    ~Writer() override;
    void start();

private:
    void next();
    void resolve();
    void prepare(const kube::Resource &resource);
    /** Reads the object: DELETE means the one that is there now, PUT its version, and an order may want to know it. */
    void look();
    void takeLook(const kube::Result<net::Reply> &reply);
    /** A repeated PUT found another version: whether an earlier one of ours made it. */
    void lookForReplaced(const kube::Error &error);
    void skip();
    void send();
    void take(const kube::Result<net::Reply> &reply);
    void takeRefusal(const net::Reply &reply);
    /** The answer is lost, or says nothing of the write: finds out what became of it. */
    void settle(const kube::Error &error, bool wasAnswered);
    void takeFinding(const Finding &finding, const kube::Error &error, bool wasAnswered);
    bool sendAgain(std::chrono::milliseconds pause);
    void succeed(const QByteArray &body, int httpStatus = 0);
    void fail(const kube::Error &error, Fate fate = Fate::NotDone, const QString &why = {});
    [[nodiscard]] const Document &document() const { return m_order.documents.at(m_at); }

    net::Session &m_session;
    Discovery &m_discovery;
    Order m_order;
    Patience m_patience;
    Done m_done;
    qsizetype m_at = -1;
    std::chrono::seconds m_waited{};  ///< since the server first asked this document to wait
    Errand m_errand;
    QElapsedTimer m_age;        ///< since the document's first sending
    int m_sendings = 0;         ///< of this document
    bool m_isUnderWay = false;  ///< sent, and no outcome yet
    bool m_mayBeDone = false;   ///< an earlier sending may have been carried out
    bool m_hasFailed = false;   ///< a document before
    QList<Outcome> m_outcomes;
};

}  // namespace command
