// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <functional>

namespace practice {

/** The cluster's time: starts at the real time and runs `speed` times as fast. */
class Clock {
public:
    explicit Clock(double speed);

    /** Nanoseconds since 1970. */
    [[nodiscard]] qint64 now() const;
    /** metav1.Time of now: whole seconds, truncated. */
    [[nodiscard]] QString seconds() const;
    /** metav1.MicroTime of now. */
    [[nodiscard]] QString micros() const;
    /** An HTTP Date header of now. */
    [[nodiscard]] QByteArray httpDate() const;
    /** metav1.Time of any moment. */
    [[nodiscard]] static QString seconds(qint64 nanoseconds);
    /** Runs `what` after a delay in cluster time, unless `context` is gone by then. */
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> what) const;

private:
    double m_speed;
    qint64 m_start;
    QElapsedTimer m_elapsed;
};

}  // namespace practice
