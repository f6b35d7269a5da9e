// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace cli {

/** SIGINT, SIGTERM and SIGUSR1 of this process, told in the event loop. At most one object at a time; main thread. */
class Signals : public QObject {
    Q_OBJECT
public:
    explicit Signals(QObject *parent = nullptr);
    ~Signals() override;  ///< the signals do again what they did before

Q_SIGNALS:
    /** Ctrl+C, or an order to end. A second one ends the process at once, as without this object. */
    void ended();
    /** SIGUSR1. */
    void poked();

private:
    void read();

    int m_ends[2] = {-1, -1};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

}  // namespace cli
