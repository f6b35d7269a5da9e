// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kube/timestamp.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace mirror {

/** Time as reflectors and the mailbox see it; tests bring their own. */
class Timing {
public:
    virtual ~Timing() = default;
    /** The clock on the wall, for people; it may leap either way. */
    [[nodiscard]] virtual kube::Timestamp now() const = 0;
    /** Since some moment in the past; never goes back, whatever the clock on the wall does. All waits go by it. */
    [[nodiscard]] virtual std::chrono::milliseconds elapsed() const = 0;
    /** Evenly between 0 and 1. */
    [[nodiscard]] virtual double random() = 0;
    /** Calls `call` once after `delay`, unless `context` is gone by then. */
    virtual void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) = 0;
};

/** The machine's clock. */
class SystemTiming final : public Timing {
public:
    [[nodiscard]] kube::Timestamp now() const override;
    [[nodiscard]] std::chrono::milliseconds elapsed() const override;
    [[nodiscard]] double random() override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override;
};

}  // namespace mirror
