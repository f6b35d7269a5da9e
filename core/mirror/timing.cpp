// SPDX-License-Identifier: Apache-2.0
#include "mirror/timing.h"

#include <QRandomGenerator>
#include <QTimer>

namespace mirror {

kube::Timestamp SystemTiming::now() const
{
    return kube::Timestamp(std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now()));
}

std::chrono::milliseconds SystemTiming::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

double SystemTiming::random()
{
    return QRandomGenerator::global()->generateDouble();
}

void SystemTiming::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call)
{
    QTimer::singleShot(delay, context, std::move(call));
}

}  // namespace mirror
