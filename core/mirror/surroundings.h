// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace mirror {

/**
 * Watches the machine: did it sleep, did its network change? One for all clusters, in the GUI's thread; connect its
 * signals to Cluster::resume and Cluster::networkChanged. Without a source of the operating system it says nothing.
 */
class Surroundings : public QObject {
    Q_OBJECT
public:
    /** How long the machine has slept since it was started: CLOCK_BOOTTIME minus CLOCK_MONOTONIC; 0 where unknown. */
    using Slept = std::function<std::chrono::milliseconds()>;

    /** Looks every `interval`; `slept` is the machine's own unless a test brings another. */
    explicit Surroundings(std::chrono::milliseconds interval = std::chrono::seconds(3), Slept slept = {},
                          QObject *parent = nullptr);

Q_SIGNALS:
    /** The machine slept for more than 10 s; told within one interval of its waking. */
    void woke();
    /** It can reach a network again, or reaches it another way (QNetworkInformation). */
    void networkChanged();

private:
    void look();
    void listen();

    Slept m_slept;
    std::chrono::milliseconds m_known{0};
    QTimer m_timer;
};

}  // namespace mirror
