// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/request.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

namespace net {

/** Watches how long each part of one exchange takes, and says once when a part took too long. */
class Patience : public QObject {
    Q_OBJECT
public:
    enum class Part { Queue, Connect, Head, Body };

    Patience(const Limits &limits, QObject *parent);

    /** The next part begins; it has its own limit. */
    void enter(Part part);
    /** Bytes of the body came: the time without any begins anew. */
    void moved();
    /** A piece of the answer that should be whole soon has begun, or (false) has ended. */
    void expectRest(bool isPartial);

Q_SIGNALS:
    /** `what` completes "example.com:6443 ...", e.g. "did not answer within 30 s". */
    void exhausted(const QString &what);

private:
    void check();
    void arm();

    Limits m_limits;
    Part m_part = Part::Queue;
    QDeadlineTimer m_partEnds{QDeadlineTimer::Forever};
    QDeadlineTimer m_restEnds{QDeadlineTimer::Forever};
    QDeadlineTimer m_allEnds{QDeadlineTimer::Forever};
    QTimer m_timer;
};

}  // namespace net
