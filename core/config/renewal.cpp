// SPDX-License-Identifier: Apache-2.0
#include "config/renewal.h"

#include "config/plugin/pluginuse.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace config {

using kube::Error;

namespace {

constexpr auto Endless = std::chrono::hours(24 * 365);

kube::Timestamp systemNow()
{
    return kube::Timestamp(std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now()));
}

}  // namespace

Renewal::Renewal(Source source, Times times, QObject *parent)
    : QObject(parent), m_source(std::move(source)), m_times(std::move(times))
{
    if (!m_times.now)
        m_times.now = systemNow;
}

Renewal::~Renewal() = default;

std::chrono::nanoseconds Renewal::lifeOf(const Fresh &fresh) const
{
    if (fresh.expires.isNull())
        return Endless;
    return std::min<std::chrono::nanoseconds>(fresh.expires - (m_times.now() + m_clockOffset), Endless);
}

void Renewal::seed(const Fresh &fresh)
{
    if (lifeOf(fresh) > 0ns)
        accept(fresh);
}

void Renewal::accept(const Fresh &fresh)
{
    m_fresh = fresh;
    ++m_runs;
    m_failures = 0;
    measure();
}

void Renewal::measure()
{
    const std::chrono::nanoseconds life = lifeOf(*m_fresh);
    if (life >= Endless) {
        m_due = m_end = QDeadlineTimer(QDeadlineTimer::Forever);
        return;
    }
    const std::chrono::nanoseconds early = life - m_times.early;
    m_end = QDeadlineTimer(std::max(life, 0ns));
    m_due = QDeadlineTimer(std::max(early, std::clamp<std::chrono::nanoseconds>(life, 0ns, m_times.shortestUse)));
}

void Renewal::setClockOffset(std::chrono::nanoseconds serverMinusOurs)
{
    if (serverMinusOurs == m_clockOffset)
        return;
    m_clockOffset = serverMinusOurs;
    if (m_fresh)
        measure();
}

void Renewal::request(QObject *context, Ready ready)
{
    const bool mayRun = !m_isRunning && (m_failures == 0 || m_rest.hasExpired());
    if (m_fresh && !m_end.hasExpired()) {
        const Fresh current = *m_fresh;
        const quint64 number = m_runs;
        if (m_due.hasExpired() && mayRun)
            run();
        ready(current, number);
        return;
    }
    m_fresh.reset();
    if (!m_isRunning && !mayRun) {
        ready(std::unexpected(m_lastFailure), m_runs);
        return;
    }
    m_waiting.push_back({context, std::move(ready)});
    if (!m_isRunning)
        run();
}

void Renewal::reject()
{
    if (!m_fresh || !m_afterReject.hasExpired())
        return;
    m_afterReject = QDeadlineTimer(m_times.afterReject);
    m_fresh.reset();
}

void Renewal::run()
{
    m_isRunning = true;
    const quint64 attempt = ++m_attempt;
    Q_EMIT busyChanged(true);
    m_source([alive = QPointer<Renewal>(this), attempt](const kube::Result<Fresh> &result) {
        if (alive && alive->m_isRunning && alive->m_attempt == attempt)
            alive->finish(result);
    });
}

Error Renewal::endedAlready(const Fresh &fresh) const
{
    const QString message =
        u"getting credentials: the new credentials had ended already, at %1; this machine's clock says %2"_s.arg(
            fresh.expires.toRfc3339(), m_times.now().toRfc3339());
    return kube::failure(Error::Kind::Unauthorized, message).error();
}

void Renewal::finish(const kube::Result<Fresh> &result)
{
    m_isRunning = false;
    kube::Result<Fresh> outcome = result;
    if (outcome && lifeOf(*outcome) <= 0ns) {
        if (!m_isSecondTry) {
            m_isSecondTry = true;
            run();
            return;
        }
        outcome = std::unexpected(endedAlready(*outcome));
    }
    m_isSecondTry = false;
    if (outcome) {
        accept(*outcome);
    } else {
        m_lastFailure = outcome.error();
        // Who was asked and said no (or not yet) may say yes at any moment: no rest.
        if (m_lastFailure.kind != Error::Kind::Cancelled && m_lastFailure.reason != ConsentNeeded) {
            m_rest = QDeadlineTimer(std::min(m_times.longestRest, m_times.firstRest * (1 << std::min(m_failures, 6))));
            ++m_failures;
        }
    }
    answer(outcome);
}

void Renewal::answer(const kube::Result<Fresh> &result)
{
    const std::vector<Waiting> waiting = std::exchange(m_waiting, {});
    const quint64 number = m_runs;
    Q_EMIT busyChanged(false);
    for (const Waiting &one : waiting) {  // one of them may be the end of us
        if (one.context)
            one.ready(result, number);
    }
}

void Renewal::cancel()
{
    if (!m_isRunning)
        return;
    m_isSecondTry = false;
    finish(kube::failure(Error::Kind::Cancelled, u"getting credentials: cancelled"_s));
}

}  // namespace config
