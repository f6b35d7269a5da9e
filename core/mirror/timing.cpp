// SPDX-License-Identifier: Apache-2.0
#include "mirror/timing.h"

#include <QRandomGenerator>
#include <QTimer>

namespace mirror {

kube::Timestamp SystemTiming::now() const
{
    return kube::Timestamp(std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now()));
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
