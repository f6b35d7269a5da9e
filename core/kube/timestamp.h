// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

#include <chrono>
#include <compare>

namespace kube {

/**
 * A point in time as Kubernetes writes it (metav1.Time, metav1.MicroTime): UTC, kept in nanoseconds.
 * Null stands for absent, `null` and `0001-01-01T00:00:00Z` alike. Times outside 1678..2262 saturate.
 */
class Timestamp {
public:
    using Point = std::chrono::sys_time<std::chrono::nanoseconds>;

    constexpr Timestamp() = default;
    constexpr explicit Timestamp(Point point) : m_ns(point.time_since_epoch().count()) {}

    /** Reads RFC 3339 with optional fraction and offset; anything else gives null. */
    [[nodiscard]] static Timestamp parse(QStringView text);
    [[nodiscard]] static constexpr Timestamp fromUnixSeconds(qint64 seconds)
    {
        return Timestamp(Point(std::chrono::seconds(seconds)));
    }
    [[nodiscard]] static constexpr Timestamp fromUnixNanoseconds(qint64 ns)
    {
        return Timestamp(Point(std::chrono::nanoseconds(ns)));
    }

    [[nodiscard]] constexpr bool isNull() const { return m_ns == NullValue; }
    [[nodiscard]] constexpr qint64 unixNanoseconds() const { return m_ns; }
    [[nodiscard]] constexpr qint64 unixMilliseconds() const { return m_ns / 1'000'000; }
    [[nodiscard]] constexpr Point point() const { return Point(std::chrono::nanoseconds(m_ns)); }

    /** `2006-01-02T15:04:05Z`: metav1.Time's JSON form; empty for null. */
    [[nodiscard]] QString toRfc3339() const;
    /** `2006-01-02T15:04:05.000000Z`: metav1.MicroTime's JSON form; empty for null. */
    [[nodiscard]] QString toRfc3339Micro() const;

    /** Null sorts before every time. */
    friend constexpr auto operator<=>(Timestamp, Timestamp) = default;

    /** Neither side may be null. */
    friend constexpr std::chrono::nanoseconds operator-(Timestamp a, Timestamp b)
    {
        return std::chrono::nanoseconds(a.m_ns - b.m_ns);
    }
    friend constexpr Timestamp operator+(Timestamp a, std::chrono::nanoseconds d)
    {
        return fromUnixNanoseconds(a.m_ns + d.count());
    }

private:
    static constexpr qint64 NullValue = std::numeric_limits<qint64>::min();
    qint64 m_ns = NullValue;
};

}  // namespace kube
