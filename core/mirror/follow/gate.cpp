// SPDX-License-Identifier: Apache-2.0
#include "mirror/follow/gate.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace mirror {

Gate::Gate(Timing &timing, const GateLimits &limits, QObject *parent)
    : QObject(parent), m_timing(timing), m_limits(limits), m_tokens(limits.burst), m_filled(timing.elapsed())
{
}

void Gate::close(std::chrono::milliseconds span)
{
    m_closedUntil = std::max(m_closedUntil, m_timing.elapsed() + span);
    m_isCareful = true;
}

std::chrono::milliseconds Gate::closedFor() const
{
    return std::max(m_closedUntil - m_timing.elapsed(), 0ms);
}

void Gate::join(Pass *pass)
{
    const auto behind =
        std::ranges::find_if(m_line, [pass](const Pass *other) { return other->m_rank > pass->m_rank; });
    m_line.insert(behind, pass);
    admit();
}

void Gate::leave(Pass *pass)
{
    if (pass->m_place == Pass::Place::Waiting)
        m_line.removeOne(pass);
    if (pass->m_place != Pass::Place::Inside)
        return;
    if (pass->m_for == Pass::For::Request)
        --m_requests;
    else if (pass->m_for == Pass::For::List)
        --m_lists;
    if (!m_line.isEmpty())
        lookAgain(0ms);  // not from within: who leaves may be about to come back
}

void Gate::refill()
{
    const std::chrono::milliseconds now = m_timing.elapsed();
    const double seconds = std::chrono::duration<double>(now - m_filled).count();
    m_tokens = std::min(m_limits.burst, m_tokens + seconds * m_limits.perSecond);
    m_filled = now;
}

bool Gate::hasRoom(const Pass &pass) const
{
    switch (pass.m_for) {
    case Pass::For::Request: return m_requests < m_limits.requests;
    case Pass::For::List: return m_lists < m_limits.lists;
    case Pass::For::Watch: break;
    }
    return true;
}

Pass *Gate::nextInLine() const
{
    const auto found = std::ranges::find_if(m_line, [this](const Pass *pass) { return hasRoom(*pass); });
    return found == m_line.end() ? nullptr : *found;
}

void Gate::admit()
{
    while (Pass *const pass = nextInLine()) {
        if (const std::chrono::milliseconds closed = closedFor(); closed > 0ms) {
            lookAgain(closed);
            return;
        }
        refill();
        if (pass->m_for == Pass::For::Request && m_tokens < 1.0) {
            lookAgain(std::chrono::milliseconds(std::lround((1.0 - m_tokens) / m_limits.perSecond * 1000.0) + 1));
            return;
        }
        m_line.removeOne(pass);
        pass->m_place = Pass::Place::Inside;
        if (pass->m_for == Pass::For::Request) {
            m_tokens -= 1.0;
            ++m_requests;
        } else if (pass->m_for == Pass::For::List) {
            ++m_lists;
        }
        // A list's pass asks the server nothing yet; whoever does comes one by one after a 429.
        if (m_isCareful && pass->m_for != Pass::For::List) {
            m_isCareful = !m_line.isEmpty();
            m_closedUntil = m_timing.elapsed() + 50ms + std::chrono::milliseconds(std::lround(m_timing.random() * 200));
        }
        const std::function<void()> go = std::exchange(pass->m_go, {});
        go();
    }
}

void Gate::lookAgain(std::chrono::milliseconds delay)
{
    const std::chrono::milliseconds at = m_timing.elapsed() + delay;
    if (m_wakeAt > 0ms && m_wakeAt <= at)
        return;
    m_wakeAt = std::max(at, 1ms);
    m_timing.after(delay, this, [this, at = m_wakeAt] {
        if (at != m_wakeAt)
            return;
        m_wakeAt = 0ms;
        admit();
    });
}

void Pass::ask(For what, int rank, std::function<void()> go)
{
    release();
    m_for = what;
    m_rank = rank;
    m_go = std::move(go);
    m_place = Place::Waiting;
    m_gate.join(this);
}

void Pass::release()
{
    m_gate.leave(this);
    m_place = Place::Outside;
    m_go = {};
}

}  // namespace mirror
