// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mirror/kind.h"
#include "mirror/timing.h"

namespace mirror {

/**
 * Which kinds are worth a watch: all while somebody looks at the cluster, or, on demand, pods and what views ask for.
 * What is not wanted any more stays on for five minutes, since people come back. One thread.
 */
class Attention : public QObject {
    Q_OBJECT
public:
    explicit Attention(Timing &timing, QObject *parent = nullptr);

    void setAttended(bool attended);
    void setOnDemand(bool onDemand);
    /** One more, or one less, view needs the kind. */
    void setWanted(Kind kind, bool wanted);
    [[nodiscard]] bool isOn(Kind kind) const { return m_seats[index(kind)].isOn; }

Q_SIGNALS:
    void changed(mirror::Kind kind, bool isOn);

private:
    struct Seat {
        int wanted = 0;
        bool isOn = true;
        bool isLeaving = false;
        quint64 serial = 0;  ///< a wait of an older serial is void
    };
    static constexpr size_t index(Kind kind) { return static_cast<size_t>(kind); }
    [[nodiscard]] bool isNeeded(Kind kind) const;
    void update();
    void update(Kind kind);

    Timing &m_timing;
    std::array<Seat, AllKinds.size()> m_seats{};
    bool m_isAttended = true;
    bool m_isOnDemand = false;
};

}  // namespace mirror
