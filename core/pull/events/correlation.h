// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/event.h"
#include "kube/version.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace pull {

/**
 * What becomes of an event between a kubelet and the API server: aggregated, counted, perhaps not sent at all. One
 * correlator a process; a restart forgets. Source: client-go tools/record EventCorrelator with its defaults.
 */
class EventCorrelator {
public:
    /** Spam filter budgets are per type since client-go of 1.32. */
    explicit EventCorrelator(kube::Version client = {}) : m_client(client) {}

    /**
     * An event happens at `now`. Gives what is written (count above 1: a patch of count, lastTimestamp and message), or
     * nothing where the spam filter holds it back; it is counted all the same.
     */
    [[nodiscard]] std::optional<kube::Event> observe(const kube::Event &event, kube::Timestamp now);

    static constexpr int DistinctMessages = 10;  ///< from this one on they are combined
    static constexpr std::chrono::seconds AggregationWindow{600};
    static constexpr int SpamBurst = 25;
    static constexpr std::chrono::seconds SpamRefill{300};

private:
    struct Similar {
        QStringList messages;
        kube::Timestamp last;
    };
    struct Written {
        int count = 0;
        kube::Timestamp first;
        QString name;
    };
    struct Budget {
        double tokens = SpamBurst;
        kube::Timestamp at;
    };
    bool spend(const kube::Event &event, kube::Timestamp now);

    kube::Version m_client;
    QHash<QString, Similar> m_similar;
    QHash<QString, Written> m_written;
    QHash<QString, Budget> m_budgets;
};

}  // namespace pull
