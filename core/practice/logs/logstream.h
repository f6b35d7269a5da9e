// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "practice/clock.h"
#include "practice/logs/containerlog.h"
#include "practice/objectstore.h"
#include "practice/paths.h"

#include <QHttpServerResponder>
#include <QObject>
#include <QTimer>
#include <QUrlQuery>

namespace practice {

/** One followed log: writes the lines as they come until the container ends or the client goes. Deletes itself. */
class LogStream : public QObject {
    Q_OBJECT

public:
    LogStream(const ObjectStore &store, const Clock &clock, Target target, QUrlQuery query,
              QHttpServerResponder &&responder, QObject *parent);
    ~LogStream() override;

    /** Answers with `head`, then with the lines from `from` (nanoseconds since 1970) on. */
    void start(const QHttpHeaders &headers, const QByteArray &head, qint64 from);

public Q_SLOTS:
    /** Ends the answer. */
    void finish();

private:
    void write();
    void writeLast(const ContainerLog &log);
    [[nodiscard]] bool withTimes() const;

    const ObjectStore &m_store;
    const Clock &m_clock;
    Target m_target;
    QUrlQuery m_query;
    QHttpServerResponder m_responder;
    QTimer m_timer;
    qint64 m_from = 0;
    bool m_finished = false;
};

}  // namespace practice
