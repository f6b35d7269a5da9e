// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

#include <vector>

namespace support {

/** An address where SYN packets are lost: a listening socket whose backlog is full and that accepts nobody (Linux). */
class BlackHole {
public:
    /** At 127.0.0.`last`, at a free port unless one is given. */
    explicit BlackHole(quint8 last = 1, quint16 port = 0);
    ~BlackHole();
    BlackHole(const BlackHole &) = delete;
    BlackHole &operator=(const BlackHole &) = delete;

    [[nodiscard]] QUrl url(const QString &scheme = QStringLiteral("https")) const;
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    int m_listener = -1;
    quint16 m_port = 0;
    std::vector<int> m_waiting;  ///< connections that fill the backlog
};

}  // namespace support
