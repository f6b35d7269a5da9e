// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/line/dial.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <vector>

namespace net {

/**
 * The idle connections to one server as one user, and the queue before them: at most 16 reads are under way at once,
 * in the order they came; streams and writes do not wait. One thread.
 */
class Lines : public QObject {
    Q_OBJECT
public:
    static constexpr int ReadsAtOnce = 16;

    explicit Lines(QObject *parent) : QObject(parent) {}

    /** Calls `go` when this read may begin, at once or later; never after `waiting` is gone. */
    void admit(QObject *waiting, std::function<void()> go);
    /** A read that was admitted is over. */
    void leave();

    /** An open connection that nobody uses; null if there is none. It belongs to the caller then. */
    [[nodiscard]] QSslSocket *takeIdle();
    /** Keeps a connection for the next one, up to 60 s, unless it was made before the last `forget`. */
    void giveBack(QSslSocket *socket, quint64 generation);
    /** Tells connections made before a `forget` from those made after it. */
    [[nodiscard]] quint64 generation() const { return m_generation; }
    /** Closes what is idle and takes nothing back that is in use now. */
    void forget();

private:
    struct Waiting {
        QPointer<QObject> who;
        std::function<void()> go;
    };
    struct Idle {
        QPointer<QSslSocket> socket;
        QElapsedTimer since;
    };
    void callNext();

    std::deque<Waiting> m_waiting;
    std::vector<Idle> m_idle;
    int m_reading = 0;
    quint64 m_generation = 0;
};

}  // namespace net
