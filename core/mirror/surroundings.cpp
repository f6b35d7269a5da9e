// SPDX-License-Identifier: Apache-2.0
#include "mirror/surroundings.h"

#include <QNetworkInformation>

#include <ctime>
#include <utility>

using namespace std::chrono_literals;

namespace mirror {

namespace {

constexpr auto ShortestSleep = 10s;

#ifdef CLOCK_BOOTTIME
std::chrono::milliseconds read(clockid_t clock)
{
    timespec time{};
    if (clock_gettime(clock, &time) != 0)
        return 0ms;
    return std::chrono::seconds(time.tv_sec) +
           std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::nanoseconds(time.tv_nsec));
}
#endif

std::chrono::milliseconds sleptSinceStart()
{
#ifdef CLOCK_BOOTTIME
    return read(CLOCK_BOOTTIME) - read(CLOCK_MONOTONIC);
#else
    return 0ms;
#endif
}

}  // namespace

Surroundings::Surroundings(std::chrono::milliseconds interval, Slept slept, QObject *parent)
    : QObject(parent), m_slept(slept ? std::move(slept) : Slept(sleptSinceStart)), m_known(m_slept())
{
    connect(&m_timer, &QTimer::timeout, this, &Surroundings::look);
    m_timer.start(interval);
    listen();
}

void Surroundings::look()
{
    const std::chrono::milliseconds slept = m_slept();
    if (slept - std::exchange(m_known, slept) > ShortestSleep)
        Q_EMIT woke();
}

void Surroundings::listen()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    QNetworkInformation *const network = QNetworkInformation::instance();
    connect(network, &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability now) {
        if (now != QNetworkInformation::Reachability::Disconnected && now != QNetworkInformation::Reachability::Unknown)
            Q_EMIT networkChanged();
    });
    if (network->supports(QNetworkInformation::Feature::TransportMedium))
        connect(network, &QNetworkInformation::transportMediumChanged, this, &Surroundings::networkChanged);
}

}  // namespace mirror
