// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/timing.h"

#include <QList>

namespace mirror {

class Pass;

/** How much at a time. */
struct GateLimits {
    double perSecond = 50;
    double burst = 100;
    int requests = 16;  ///< at a time
    int lists = 3;      ///< whole lists at a time, however many pages they have
};

/**
 * Where all reads of one cluster's mirror queue: so many a second, so many at a time, few lists at a time, and none
 * for a while after the server said 429. Who matters more to the user goes first. One thread.
 * Source of the need: API Priority and Fairness counts a list by its size, so many at once throttle each other.
 */
class Gate : public QObject {
    Q_OBJECT
public:
    explicit Gate(Timing &timing, const GateLimits &limits = {}, QObject *parent = nullptr);

    /** Lets nobody in for so long; afterwards one by one, a random 50 to 250 ms apart, until nobody waits. */
    void close(std::chrono::milliseconds span);
    /** How long it stays closed; 0: it is open. */
    [[nodiscard]] std::chrono::milliseconds closedFor() const;

private:
    friend class Pass;
    void join(Pass *pass);
    void leave(Pass *pass);
    void admit();
    void lookAgain(std::chrono::milliseconds delay);
    [[nodiscard]] Pass *nextInLine() const;
    [[nodiscard]] bool hasRoom(const Pass &pass) const;
    void refill();

    Timing &m_timing;
    GateLimits m_limits;
    QList<Pass *> m_line;  ///< who matters most first, then who came first
    double m_tokens;
    std::chrono::milliseconds m_filled;
    std::chrono::milliseconds m_closedUntil{0};
    std::chrono::milliseconds m_wakeAt{0};  ///< 0: no look is planned
    bool m_isCareful = false;
    int m_requests = 0;
    int m_lists = 0;
};

/** One place in the queue of a Gate, which must outlive it. Gone or released, it makes room. */
class Pass {
public:
    enum class For {
        Request,  ///< one request
        List,     ///< a whole list; its requests have passes of their own
        Watch,    ///< opening a watch: waits only while the gate is closed
    };

    explicit Pass(Gate &gate) : m_gate(gate) {}
    ~Pass() { release(); }
    Pass(const Pass &) = delete;
    Pass &operator=(const Pass &) = delete;

    /** Calls `go` once, at once where there is room; never after a release. `rank`: 0 matters most. */
    void ask(For what, int rank, std::function<void()> go);
    void release();

private:
    friend class Gate;
    enum class Place { Outside, Waiting, Inside };

    Gate &m_gate;
    For m_for = For::Request;
    int m_rank = 0;
    Place m_place = Place::Outside;
    std::function<void()> m_go;
};

}  // namespace mirror
