// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/timing.h"

#include <QPointer>

#include <map>

namespace support {

/** Time by hand: it passes when the test says so, and what is due by then happens in order. */
class ManualTiming final : public mirror::Timing {
public:
    std::function<double()> chance = [] { return 0.0; };
    std::chrono::nanoseconds leap{0};  ///< how wrong the clock on the wall is

    [[nodiscard]] kube::Timestamp now() const override
    {
        return kube::Timestamp(kube::Timestamp::fromUnixSeconds(1'000'000).point() + m_elapsed + leap);
    }
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return m_elapsed; }
    [[nodiscard]] double random() override { return chance(); }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override
    {
        m_due.emplace(m_elapsed + delay, Due{context, std::move(call)});
    }

    /** Lets time pass, with all that is due in it. */
    void pass(std::chrono::milliseconds span)
    {
        const std::chrono::milliseconds end = m_elapsed + span;
        while (!m_due.empty() && m_due.begin()->first <= end)
            fireFirst();
        m_elapsed = end;
    }
    /** Passes to the next thing that is due and does it; how long that took. Nothing is due: -1. */
    std::chrono::milliseconds fire()
    {
        if (m_due.empty())
            return std::chrono::milliseconds(-1);
        const std::chrono::milliseconds before = m_elapsed;
        fireFirst();
        return m_elapsed - before;
    }
    [[nodiscard]] bool isIdle() const { return m_due.empty(); }

private:
    struct Due {
        QPointer<QObject> context;
        std::function<void()> call;
    };
    void fireFirst()
    {
        const auto first = m_due.begin();
        m_elapsed = std::max(m_elapsed, first->first);
        const Due due = std::move(first->second);
        m_due.erase(first);
        if (due.context)
            due.call();
    }

    std::chrono::milliseconds m_elapsed{0};
    std::multimap<std::chrono::milliseconds, Due> m_due;  ///< of one moment in the order in which they came
};

}  // namespace support
