// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/clock.h"
#include "practice/objectstore.h"
#include "practice/paths.h"
#include "practice/selector.h"
#include "practice/table.h"

#include <QHttpServerResponder>
#include <QObject>

#include <optional>

namespace practice {

/** One open watch: writes a JSON line a change until its time is over or its client goes. Deletes itself. */
class WatchStream : public QObject {
    Q_OBJECT

public:
    /** What the request asked for. */
    struct Terms {
        Target target;
        QUrlQuery query;
        std::optional<RowObject> table;  ///< rows of Tables instead of objects
        QHttpHeaders headers;
    };

    WatchStream(ObjectStore &store, const Clock &clock, const Terms &terms, QHttpServerResponder &&responder,
                QObject *parent);
    ~WatchStream() override;

    /** Sends what the version of the query asks for, then follows the store. */
    void start();

public Q_SLOTS:
    /** Ends the answer; where the client has gone, nothing more is written. */
    void finish();

private:
    void follow(const Change &change);
    void sendAll();
    void bookmark(bool initialEnd);
    void send(const QString &type, const QJsonObject &object);
    void sendLine(const QString &type, const QJsonObject &object);

    ObjectStore &m_store;
    const Clock &m_clock;
    Terms m_terms;
    Selector m_selector;
    QHttpServerResponder m_responder;
    bool m_columnsSent = false;
    bool m_bookmarks = false;
    bool m_finished = false;
};

}  // namespace practice
