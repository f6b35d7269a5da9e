// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "proxy/faultproxy.h"
#include "soak/witness.h"

#include <QTimer>

#include <map>

namespace soak {

/**
 * What befalls one witness's line: each new connection may meet something, and every few seconds something befalls all
 * that are open: cuts, stalls, slicing, delays, half-open lines, an absent server, and refusals 429, 503 and 410.
 */
class Weather : public QObject {
    Q_OBJECT
public:
    /** `speaks`: TLS ends in the proxy, so that it can refuse in the server's name. */
    Weather(support::FaultProxy &proxy, quint32 seed, bool speaks);

    /** Whose times to Stale and Live are taken. */
    void watchOver(Witness *witness) { m_witness = witness; }
    void start();
    /** From now on nothing new befalls; what is half-open stays so, until the mirror finds out. */
    void calm();
    /** `cut 12, stall 3, ...` */
    [[nodiscard]] QString told() const;
    [[nodiscard]] int requests() const { return m_requests; }

private:
    void befall();
    void goDown();
    [[nodiscard]] support::Mischief greet();
    [[nodiscard]] QByteArray answer(const QByteArray &verb, const QUrl &url);
    void strike(const QString &name, const support::Mischief &mischief);

    support::FaultProxy &m_proxy;
    support::Dice m_dice;
    support::Dice m_greetings;
    QTimer m_next;
    QTimer m_storm;
    Witness *m_witness = nullptr;
    std::map<QString, int> m_counts;
    bool m_isCalm = true;
    int m_requests = 0;
};

}  // namespace soak
