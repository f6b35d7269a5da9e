// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/reader.h"
#include "mirror/counters.h"
#include "mirror/follow/gate.h"
#include "mirror/follow/rules.h"
#include "mirror/follow/wire.h"

#include <QSet>

namespace mirror {

/** What everything that follows a cluster works with; all of it outlives them. */
struct Tools {
    Wire &wire;
    Gate &gate;
    Timing &timing;
    Counters &counters;
};

/**
 * Reads one list, in pages of 500 objects first, then of as many (250 to 2,000) as make about 8 MiB. While a page is
 * read that tells at its head that there are more, the server makes the next. Decides nothing: any failure ends the
 * list and is told.
 */
class Lister : public QObject {
    Q_OBJECT
public:
    struct Order {
        QString path;
        QString notOlderThan;         ///< empty: the newest version
        bool isPaged = true;          ///< false: all in one answer
        int limit = 0;                ///< more than 0: one page of so many objects and no more
        int rank = 0;                 ///< place in the queue of the gate
        bool isMetadataOnly = false;  ///< PartialObjectMetadata, where the server knows that
        bool isProtobuf = false;      ///< where the server writes that; JSON from others
    };
    /** Reads a page; how many objects all pages so far had goes into `loaded`. */
    using Take = std::function<kube::Result<decode::ListMeta>(QByteArrayView body, int &loaded)>;
    struct End {
        std::optional<Ending> failure;
        QString version;          ///< of the list: its pages have one
        bool isProtobuf = false;  ///< the last page was said to be that
    };

    explicit Lister(const Tools &tools, QObject *parent = nullptr) : QObject(parent), m_tools(tools) {}

    /** Gives up what is under way and begins. */
    void start(const Order &order, Take take);
    void stop();
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    /** A page came and there are more. `expected`: of all objects, where the server has an idea. */
    void progressed(int loaded, std::optional<int> expected);
    /** Once for each start that was not stopped. */
    void finished(const mirror::Lister::End &end);
    /** The server told its clock. */
    void clockSeen(kube::Timestamp server);

private:
    void askPage();
    void takeReply(const kube::Result<net::Reply> &reply);
    void takePage(const net::Reply &reply);
    void readWaiting();
    void readPage(const QByteArray &body, bool isNextAsked);
    /** False: the list does not end, and that has been told. */
    [[nodiscard]] bool askAfter(const QString &continueToken);
    void adapt(qsizetype bytes, int objects);
    void fail(Ending::Why why, const kube::Error &error);
    void finish(const End &end);

    Tools m_tools;
    Order m_order;
    Take m_take;
    Pass m_whole{m_tools.gate};
    Pass m_page{m_tools.gate};
    Call m_call;
    quint64 m_serial = 0;  ///< calls of an older serial are void
    bool m_isBusy = false;
    QString m_continue;
    QString m_version;
    QSet<QString> m_seen;                 ///< continue tokens
    std::optional<QByteArray> m_waiting;  ///< a page that is not read yet; the one after it has been asked for
    int m_pagesRead = 0;
    bool m_isProtobuf = false;  ///< the last page
    int m_loaded = 0;
    int m_pageSize = 0;
};

/** The error of an answer that is no success. */
[[nodiscard]] kube::Error answerError(const net::Reply &reply);

}  // namespace mirror
