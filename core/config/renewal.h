// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/error.h"
#include "kube/timestamp.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QSslCertificate>
#include <QSslKey>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace config {

/** Credentials as one run of their source gave them. Holds secrets: never print it. */
struct Fresh {
    QByteArray authorization;            ///< value of the Authorization header; may be empty
    QList<QSslCertificate> clientChain;  ///< may be empty
    QSslKey clientKey;
    kube::Timestamp expires;  ///< null: they have no end
    bool operator==(const Fresh &) const = default;
};

/**
 * Keeps credentials that somebody makes for us, and has them made anew: before they end, after a 401, one run at a time
 * for all who wait, with longer and longer rests after failures. Their life is measured on the monotonic clock from the
 * moment they came. Source: client-go plugin/pkg/client/auth/exec; the rests and the early renewal are ours. One
 * thread.
 */
class Renewal : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const kube::Result<Fresh> &)>;
    /** Starts one run, which calls `Done` once, at once or later. */
    using Source = std::function<void(Done)>;
    /** `run` counts the successful runs. */
    using Ready = std::function<void(const kube::Result<Fresh> &, quint64 run)>;

    struct Times {
        std::chrono::milliseconds early{45'000};        ///< so long before their end they are renewed
        std::chrono::milliseconds shortestUse{10'000};  ///< but no sooner than that after they came
        std::chrono::milliseconds firstRest{1'000};     ///< after a failure; doubled by each further one
        std::chrono::milliseconds longestRest{60'000};
        std::chrono::milliseconds afterReject{30'000};  ///< a 401 has no effect so soon after another
        std::function<kube::Timestamp()> now = {};      ///< the wall clock; null: the system's
    };

    Renewal(Source source, Times times, QObject *parent = nullptr);
    ~Renewal() override;

    /** What is already there, as if a run had given it; does nothing where it has ended. */
    void seed(const Fresh &fresh);
    /** Calls `ready` once: at once where nothing must be run, else later; never after `context` is gone. */
    void request(QObject *context, Ready ready);
    /** The server did not accept them: the next request has them made anew, unless that was tried just now. */
    void reject();
    /** True if the next request gets something new, or an error that says why not. */
    [[nodiscard]] bool isDue() const { return !m_fresh.has_value(); }
    /** How far the server's clock is before ours; ends are the server's. */
    void setClockOffset(std::chrono::nanoseconds serverMinusOurs);
    /** Whoever waits gets `Cancelled`; what the run under way still says is not heard. */
    void cancel();

Q_SIGNALS:
    /** A run began or ended. */
    void busyChanged(bool isBusy);

private:
    struct Waiting {
        QPointer<QObject> context;
        Ready ready;
    };
    void run();
    void finish(const kube::Result<Fresh> &result);
    void accept(const Fresh &fresh);
    void measure();
    void answer(const kube::Result<Fresh> &result);
    [[nodiscard]] std::chrono::nanoseconds lifeOf(const Fresh &fresh) const;
    [[nodiscard]] kube::Error endedAlready(const Fresh &fresh) const;

    Source m_source;
    Times m_times;
    std::optional<Fresh> m_fresh;
    QDeadlineTimer m_due{QDeadlineTimer::Forever};
    QDeadlineTimer m_end{QDeadlineTimer::Forever};
    QDeadlineTimer m_rest{0};
    QDeadlineTimer m_afterReject{0};
    std::chrono::nanoseconds m_clockOffset{0};
    int m_failures = 0;
    quint64 m_runs = 0;
    quint64 m_attempt = 0;
    bool m_isRunning = false;
    bool m_isSecondTry = false;
    kube::Error m_lastFailure;
    std::vector<Waiting> m_waiting;
};

}  // namespace config
