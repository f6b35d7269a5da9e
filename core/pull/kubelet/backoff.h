// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/timestamp.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace pull {

/** The first wait, and the longest. No knob changes them. Source: kubelet.go imageBackOffPeriod, MaxImageBackOff. */
inline constexpr std::chrono::seconds FirstBackOff{10};
inline constexpr std::chrono::seconds LongestBackOff{300};
/** A failure this long after the one before starts anew; a success does not. Source: flowcontrol Backoff.hasExpired. */
inline constexpr std::chrono::seconds BackOffMemory = 2 * LongestBackOff;
/** A failed sync comes again after 10 s and up to half of that on top: retries land this late. */
inline constexpr std::chrono::seconds SyncDelay{15};

/** The wait after the nth failure in a row: 10, 20, 40, 80, 160, 300, 300 s; nothing for none. */
[[nodiscard]] std::chrono::seconds backOffAfter(int failures);

/** How long after the first failure the nth comes at the earliest, pull times not counted: 0, 10, 30, 70 s. */
[[nodiscard]] std::chrono::seconds earliestFailure(int n);

/** When the kubelet may try again. */
struct RetryWindow {
    kube::Timestamp from;
    kube::Timestamp until;  ///< a later try is possible on a busy node, an earlier one is not
    bool exact = false;     ///< false: the number of failures is not known, the window holds every possible one
    bool operator==(const RetryWindow &) const = default;
};

/**
 * The window after a failure at `last`. `failures` are those in a row as far as they are known; nothing where events
 * are gone, aggregated or from before a restart of the kubelet. Whole-second event times are truncated: up to 1 s late.
 */
[[nodiscard]] RetryWindow retryWindow(kube::Timestamp last, std::optional<int> failures);

/** The kubelet's memory of failed pulls, by pod and image text. Source: client-go util/flowcontrol Backoff. */
class BackOffClock {
public:
    /** Containers of one pod that write the same text share an entry; other pods do not. */
    [[nodiscard]] static QString key(const QString &podUid, const QString &image) { return podUid + u'_' + image; }

    /** A pull failed: the wait starts or doubles. */
    void fail(const QString &key, kube::Timestamp now);
    /** Less than the wait has passed since the last failure; exactly the wait is over. */
    [[nodiscard]] bool isActive(const QString &key, kube::Timestamp now) const;
    /** The wait in force; zero where there is none. */
    [[nodiscard]] std::chrono::seconds wait(const QString &key) const;

private:
    struct Entry {
        std::chrono::seconds wait{0};
        kube::Timestamp last;
    };
    QHash<QString, Entry> m_entries;
};

}  // namespace pull
